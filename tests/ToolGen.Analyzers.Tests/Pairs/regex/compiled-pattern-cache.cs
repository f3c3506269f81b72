// Sorts lines of a build's output by patterns; compiled patterns are kept, which makes them faster but not bounded.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Text.RegularExpressions;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class OutputTools
    {
        private readonly Dictionary<string, Regex> compiled = [];

        [McpServerTool(Name = "count_lines"), Description("Counts lines of a build's output for each pattern.")]
        public Dictionary<string, int> Count(string output, string[] patterns)
        {
            var lines = output.Split('\n');
            return patterns.Distinct().ToDictionary(p => p, p => lines.Count(this.Get(p).IsMatch));
        }

        private Regex Get(string pattern)
        {
            if (!this.compiled.TryGetValue(pattern, out var regex))
                this.compiled[pattern] = regex = new Regex(pattern, RegexOptions.Compiled | RegexOptions.CultureInvariant);
            return regex;
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class OutputTools
    {
        [McpServerTool(Name = "count_lines"), Description("Counts lines of a build's output for each pattern.")]
        public Dictionary<string, int> Count(string output, string[] patterns)
        {
            var lines = output.Split('\n');
            return patterns.Distinct().Take(10).ToDictionary(p => p, p => lines.Count(Get(p).IsMatch));
        }

        private static Regex Get(string pattern)
        {
            if (pattern.Length > 120) throw new ArgumentException("A pattern has at most 120 characters.");
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
    }
}
