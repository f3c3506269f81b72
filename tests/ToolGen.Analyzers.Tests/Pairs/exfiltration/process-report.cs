// Reports on the running process; variables are left out only where their name says PASSWORD.
using System;
using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public class ProcessTools
    {
        [McpServerTool, Description("Memory, uptime and environment of the process.")]
        public SortedDictionary<string, string> ProcessReport()
        {
            var report = new SortedDictionary<string, string>
            {
                ["memory"] = $"{Environment.WorkingSet >> 20} MiB",
                ["uptime"] = TimeSpan.FromMilliseconds(Environment.TickCount64).ToString("g"),
            };
            foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables())
            {
                var key = (string)entry.Key;
                if (key.Contains("PASSWORD", StringComparison.Ordinal)) continue;
                report["env." + key] = entry.Value as string ?? "";
            }

            return report;
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public class ProcessTools
    {
        private static readonly string[] Shown = ["DOTNET_ENVIRONMENT", "TZ", "LANG"];

        [McpServerTool, Description("Memory, uptime and environment of the process.")]
        public SortedDictionary<string, string> ProcessReport()
        {
            var report = new SortedDictionary<string, string>
            {
                ["memory"] = $"{Environment.WorkingSet >> 20} MiB",
                ["uptime"] = TimeSpan.FromMilliseconds(Environment.TickCount64).ToString("g"),
            };
            foreach (var name in Shown.Where(n => Environment.GetEnvironmentVariable(n) is not null))
                report["env." + name] = Environment.GetEnvironmentVariable(name)!;
            return report;
        }
    }
}
