// Routes mails by rules; the rules of the caller have a subject that is meant as a pattern.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ToolGen;

namespace Vulnerable
{
    /// <summary>A rule.</summary>
    public sealed record RoutingRule(string Subject, string Folder);

    public static class RoutingTools
    {
        /// <summary>The folder for each subject.</summary>
        /// <param name="subjects">Subjects of mails.</param>
        /// <param name="rules">The first that fits decides.</param>
        [Tool(ReadOnly = true, OpenWorld = false)]
        public static Dictionary<string, string> RouteMails(IReadOnlyList<string> subjects, IReadOnlyList<RoutingRule> rules)
        {
            var compiled = rules.Select(r => (Regex: new Regex(r.Subject), r.Folder)).ToArray();
            return subjects.Distinct().ToDictionary(
                subject => subject,
                subject => compiled.FirstOrDefault(c => c.Regex.IsMatch(subject)).Folder ?? "Inbox");
        }
    }
}

namespace Fixed
{
    /// <summary>How a rule compares.</summary>
    public enum RuleKind { Contains, Starts, Word }

    /// <summary>A rule.</summary>
    public sealed record RoutingRule(RuleKind Kind, string Subject, string Folder);

    public static class RoutingTools
    {
        /// <summary>The folder for each subject.</summary>
        /// <param name="subjects">Subjects of mails.</param>
        /// <param name="rules">The first that fits decides.</param>
        [Tool(ReadOnly = true, OpenWorld = false)]
        public static Dictionary<string, string> RouteMails(IReadOnlyList<string> subjects, IReadOnlyList<RoutingRule> rules) =>
            subjects.Distinct().ToDictionary(
                subject => subject,
                subject => rules.FirstOrDefault(rule => Fits(rule, subject))?.Folder ?? "Inbox");

        private static bool Fits(RoutingRule rule, string subject) => rule.Kind switch
        {
            RuleKind.Starts => subject.StartsWith(rule.Subject, StringComparison.OrdinalIgnoreCase),
            RuleKind.Word => Regex.IsMatch(subject, @"\b" + Regex.Escape(rule.Subject) + @"\b"),
            _ => subject.Contains(rule.Subject, StringComparison.OrdinalIgnoreCase),
        };
    }
}
