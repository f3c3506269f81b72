using System.Collections.Generic;
using System.IO;
using ToolGen.Specification.Findings;

namespace ToolGen.Cli.Output;

/// <summary>Findings as compilers print them: <c>path(line,column): error TG0001: message remedy</c>.</summary>
internal static class FindingText
{
    public static void Write(TextWriter to, Finding finding, bool color)
    {
        var severity = finding.Severity.ToString().ToLowerInvariant();
        var (start, end) = !color ? ("", "") : finding.Severity == FindingSeverity.Error ? ("\e[31m", "\e[0m") : ("\e[33m", "\e[0m");
        to.WriteLine($"{Printable.Of(finding.Place.ToString())}: {start}{severity} {finding.Id}{end}: {Printable.Of(Sentence(finding.Message))}"
            + (finding.Remedy.Length == 0 ? "" : " " + Printable.Of(finding.Remedy)));
        // The way of a value, from where it comes in: what to mend may stand at any step.
        foreach (var step in finding.Steps) to.WriteLine($"  via {Printable.Of(step.Place.ToString())}: {Printable.Of(step.Text)}");
    }

    public static void Write(TextWriter to, IEnumerable<Finding> findings, bool color)
    {
        foreach (var finding in findings) Write(to, finding, color);
    }

    private static string Sentence(string text) => text.Length > 0 && text[^1] is not ('.' or '!' or '?') ? text + "." : text;
}
