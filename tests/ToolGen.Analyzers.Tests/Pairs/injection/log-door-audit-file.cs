// Opens a door for a reason that is written to the audit file; line breaks in the reason forge further entries.
using System;
using System.ComponentModel;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public enum Door { Main, Garage, Lab }

    [McpServerToolType]
    public static class DoorTools
    {
        private static readonly SemaphoreSlim Gate = new(1);

        [McpServerTool, Description("Opens a door for ten seconds.")]
        public static async Task<string> OpenDoor(Door door, string reason)
        {
            await Gate.WaitAsync();
            try
            {
                var entry = $"{DateTime.UtcNow:O} OPEN {door} reason={reason.Trim()}{Environment.NewLine}";
                await File.AppendAllTextAsync("audit/doors.log", entry, Encoding.UTF8);
            }
            finally
            {
                Gate.Release();
            }

            return $"{door} is open.";
        }
    }
}

namespace Fixed
{
    public enum Door { Main, Garage, Lab }

    [McpServerToolType]
    public static class DoorTools
    {
        private static readonly SemaphoreSlim Gate = new(1);

        [McpServerTool, Description("Opens a door for ten seconds.")]
        public static async Task<string> OpenDoor(Door door, string reason)
        {
            await Gate.WaitAsync();
            try
            {
                var entry = $"{DateTime.UtcNow:O} OPEN {door} reason={OneLine(reason)}{Environment.NewLine}";
                await File.AppendAllTextAsync("audit/doors.log", entry, Encoding.UTF8);
            }
            finally
            {
                Gate.Release();
            }

            return $"{door} is open.";
        }

        private static string OneLine(string text)
        {
            var line = new StringBuilder();
            foreach (var c in text.Length > 200 ? text[..200] : text)
                line.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
            return line.ToString().Trim();
        }
    }
}
