// Searches a service's log with a pattern; the pattern of the caller runs in the backtracking engine without a timeout.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Text.RegularExpressions;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class LogSearch
    {
        [McpServerTool(Name = "grep_log", ReadOnly = true), Description("Finds lines of the log of the order service.")]
        public static List<string> Grep([Description("Regular expression")] string pattern, int limit = 50)
        {
            var regex = new Regex(pattern, RegexOptions.IgnoreCase | RegexOptions.Compiled);
            var found = new List<string>();
            foreach (var line in File.ReadLines("/var/log/orders/current.log"))
            {
                if (regex.IsMatch(line)) found.Add(line);
                if (found.Count >= limit) break;
            }

            return found;
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class LogSearch
    {
        [McpServerTool(Name = "grep_log", ReadOnly = true), Description("Finds lines of the log of the order service.")]
        public static List<string> Grep([Description("Regular expression")] string pattern, int limit = 50)
        {
            if (pattern.Length > 200) throw new ArgumentException("A pattern has at most 200 characters.", nameof(pattern));
            var regex = new Regex(pattern, RegexOptions.IgnoreCase | RegexOptions.NonBacktracking, TimeSpan.FromMilliseconds(250));
            var found = new List<string>();
            foreach (var line in File.ReadLines("/var/log/orders/current.log"))
            {
                if (regex.IsMatch(line)) found.Add(line);
                if (found.Count >= Math.Clamp(limit, 1, 500)) break;
            }

            return found;
        }
    }
}
