// Tries a data rule on sample values; the pattern is only checked for being one, which costly patterns are as well.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Text.RegularExpressions;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class DataRules
    {
        [McpServerTool(Name = "try_rule"), Description("Says which values a rule accepts.")]
        public static Dictionary<string, bool> TryRule(string pattern, string[] values)
        {
            if (!TryParse(pattern, out var regex)) throw new ArgumentException("This is no regular expression.");
            return values.Distinct().ToDictionary(v => v, v => regex!.IsMatch(v));
        }

        private static bool TryParse(string pattern, out Regex? regex)
        {
            try
            {
                regex = new Regex(pattern);
                return true;
            }
            catch (ArgumentException)
            {
                regex = null;
                return false;
            }
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class DataRules
    {
        [McpServerTool(Name = "try_rule"), Description("Says which values a rule accepts.")]
        public static Dictionary<string, bool> TryRule(string pattern, string[] values)
        {
            if (!TryParse(pattern, out var regex)) throw new ArgumentException("This is no regular expression.");
            return values.Distinct().Take(100).ToDictionary(v => v, v => regex!.IsMatch(v));
        }

        private static bool TryParse(string pattern, out Regex? regex)
        {
            try
            {
                regex = new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(50));
                return true;
            }
            catch (ArgumentException)
            {
                regex = null;
                return false;
            }
        }
    }
}
