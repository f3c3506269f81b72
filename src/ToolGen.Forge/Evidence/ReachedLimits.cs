using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ToolGen.Forge.Trial;
using ToolGen.Sandbox;

namespace ToolGen.Forge.Evidence;

/// <summary>Which limits a run came up against, by their names in a spec.</summary>
internal static partial class ReachedLimits
{
    private static readonly string[] Names = ["timeout", "memory", "output", "http", "sql", "tools", "rows", "groups"];

    public static IEnumerable<string> Of(RunResult run)
    {
        if (run.Outcome == RunOutcome.TimedOut || run.Errors.Any(error => error.Code == ToolErrorCodes.Timeout)) yield return run.Run?.End == SandboxEnd.Processor ? "processor" : "timeout";
        if (run.Run?.End == SandboxEnd.Memory) yield return "memory";

        // The messages of the host's guards name what to raise; a tool may word its own so, which only ever adds a word of this list.
        foreach (var error in run.Errors.Where(error => error.Code == ToolErrorCodes.Limit))
            yield return Names.FirstOrDefault(name => name == Raised().Match(error.Message).Groups[1].Value) ?? (run.Run?.End == SandboxEnd.Memory ? "memory" : "limit");
    }

    [GeneratedRegex(@"\blimits\.([a-z]+)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Raised();
}
