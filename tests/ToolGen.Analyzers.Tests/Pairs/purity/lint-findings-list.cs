// Checks a configuration and lists what is wrong; the static list still holds what earlier calls found.
using System;
using System.Collections.Generic;
using ToolGen;

namespace Vulnerable
{
    public static class LintTools
    {
        private static readonly List<string> Findings = new();

        /// <summary>What is wrong in a configuration.</summary>
        /// <param name="configuration">Lines of NAME=VALUE.</param>
        [Tool(ReadOnly = true, Idempotent = true, OpenWorld = false)]
        public static IReadOnlyList<string> LintConfiguration(string configuration)
        {
            foreach (var line in configuration.Split('\n'))
                if (line.Trim() is { Length: > 0 } text) Check(text);
            return Findings;
        }

        private static void Check(string line)
        {
            var at = line.IndexOf('=');
            if (at < 0) Findings.Add("no value: " + line);
            else if (line[..at] != line[..at].ToUpperInvariant()) Findings.Add("not in capitals: " + line[..at]);
        }
    }
}

namespace Fixed
{
    public static class LintTools
    {
        /// <summary>What is wrong in a configuration.</summary>
        /// <param name="configuration">Lines of NAME=VALUE.</param>
        [Tool(ReadOnly = true, Idempotent = true, OpenWorld = false)]
        public static IReadOnlyList<string> LintConfiguration(string configuration)
        {
            var findings = new List<string>();
            foreach (var line in configuration.Split('\n'))
                if (line.Trim() is { Length: > 0 } text) Check(text, findings);
            return findings;
        }

        private static void Check(string line, List<string> findings)
        {
            var at = line.IndexOf('=');
            if (at < 0) findings.Add("no value: " + line);
            else if (line[..at] != line[..at].ToUpperInvariant()) findings.Add("not in capitals: " + line[..at]);
        }
    }
}
