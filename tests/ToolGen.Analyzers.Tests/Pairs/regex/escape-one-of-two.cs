// Finds the text between two marks; the first is escaped, the second is not.
using System;
using System.ComponentModel;
using System.Text.RegularExpressions;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class BetweenTools
    {
        [McpServerTool(Name = "text_between", ReadOnly = true), Description("Returns what stands between two marks in a text.")]
        public static string? Between(string text, string start, string end)
        {
            var open = Regex.Escape(start);
            var close = end.Trim();
            var match = Regex.Match(text, open + "(.*?)" + close, RegexOptions.Singleline);
            return match.Success ? match.Groups[1].Value : null;
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class BetweenTools
    {
        [McpServerTool(Name = "text_between", ReadOnly = true), Description("Returns what stands between two marks in a text.")]
        public static string? Between(string text, string start, string end)
        {
            var open = Regex.Escape(start);
            var close = Regex.Escape(end.Trim());
            var match = Regex.Match(text, open + "(.*?)" + close, RegexOptions.Singleline | RegexOptions.NonBacktracking);
            return match.Success ? match.Groups[1].Value : null;
        }
    }
}
