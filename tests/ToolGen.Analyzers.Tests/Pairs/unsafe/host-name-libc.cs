// Tells the name of the host through libc; the length that is handed over is not that of the buffer.
using System;
using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using ToolGen;

namespace Vulnerable
{
    internal static class Native
    {
        [DllImport("libc", SetLastError = true)]
        internal static extern int gethostname([Out] byte[] name, nint length);

        [DllImport("libc", SetLastError = true)]
        internal static extern nint readlink(string path, [Out] byte[] target, nint length);
    }

    public static class HostTools
    {
        /// <summary>Name of the host and of the release it runs.</summary>
        /// <param name="maxLength">How long the answer may be.</param>
        [Tool(ReadOnly = true)]
        public static string DescribeHost(int maxLength, ToolContext context)
        {
            var buffer = new byte[64];
            if (Native.gethostname(buffer, maxLength) != 0) throw new ToolException("no_name", "the host has no name");
            var host = Encoding.UTF8.GetString(buffer).TrimEnd('\0');

            var length = Native.readlink(context.Setting("current_release"), buffer, maxLength);
            return length < 0 ? host : host + " " + Encoding.UTF8.GetString(buffer, 0, (int)length);
        }
    }
}

namespace Fixed
{
    public static class HostTools
    {
        /// <summary>Name of the host and of the release it runs.</summary>
        /// <param name="maxLength">How long the answer may be.</param>
        [Tool(ReadOnly = true)]
        public static string DescribeHost(int maxLength, ToolContext context)
        {
            var text = Dns.GetHostName();
            if (new System.IO.FileInfo(context.Setting("current_release")).LinkTarget is { } target) text += " " + target;
            return text[..Math.Clamp(maxLength, 0, text.Length)];
        }
    }
}
