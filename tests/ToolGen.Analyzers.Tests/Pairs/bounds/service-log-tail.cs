// Shows the last lines of a service's log; the whole file is loaded and as many lines as the caller likes come back.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class LogTools
    {
        [McpServerTool(Name = "tail_log"), Description("Last lines of the log of a service.")]
        public static string Tail(string service, int lines = 50)
        {
            var file = service switch
            {
                "api" => "/var/log/shop/api.log",
                "worker" => "/var/log/shop/worker.log",
                _ => throw new ArgumentException("unknown service"),
            };

            var all = File.ReadAllLines(file);
            return string.Join('\n', all.Skip(Math.Max(0, all.Length - lines)));
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class LogTools
    {
        private const int MaxLines = 200;
        private const int Window = 256 * 1024;

        [McpServerTool(Name = "tail_log"), Description("Last lines of the log of a service, at most 200.")]
        public static string Tail(string service, int lines = 50)
        {
            var file = service switch
            {
                "api" => "/var/log/shop/api.log",
                "worker" => "/var/log/shop/worker.log",
                _ => throw new ArgumentException("unknown service"),
            };

            var wanted = Math.Clamp(lines, 1, MaxLines);
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            stream.Seek(-Math.Min(stream.Length, Window), SeekOrigin.End);

            var bytes = new byte[Window];
            var length = stream.ReadAtLeast(bytes, Window, throwOnEndOfStream: false);
            var last = System.Text.Encoding.UTF8.GetString(bytes, 0, length).Split('\n');
            return string.Join('\n', last.TakeLast(wanted));
        }
    }
}
