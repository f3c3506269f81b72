// Says whether names of classes follow the house's rule; the rule has nested repetitions and runs without end.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Text.RegularExpressions;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    internal static class HouseRules
    {
        public static Regex ClassName { get; } = new(@"^(([a-z])+.)+[A-Z]([a-z])+$", RegexOptions.CultureInvariant);
    }

    [McpServerToolType]
    public static class NamingTools
    {
        [McpServerTool(Name = "check_class_names", ReadOnly = true), Description("Lists qualified class names that break the rule.")]
        public static IEnumerable<string> Check(IEnumerable<string> names)
        {
            foreach (var name in names)
                if (!HouseRules.ClassName.IsMatch(name)) yield return name;
        }
    }
}

namespace Fixed
{
    internal static class HouseRules
    {
        public static Regex ClassName { get; } = new(@"^(([a-z])+\.)+[A-Z]([a-z])+$", RegexOptions.CultureInvariant, matchTimeout: TimeSpan.FromMilliseconds(100));
    }

    [McpServerToolType]
    public static class NamingTools
    {
        [McpServerTool(Name = "check_class_names", ReadOnly = true), Description("Lists qualified class names that break the rule.")]
        public static IEnumerable<string> Check(IEnumerable<string> names)
        {
            foreach (var name in names)
                if (!HouseRules.ClassName.IsMatch(name)) yield return name;
        }
    }
}
