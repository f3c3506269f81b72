using System.Globalization;
using System.Linq;
using ToolGen.Cli.Output;
using ToolGen.Cli.Registries;

namespace ToolGen.Cli.Statistics;

/// <summary>Figures as tables.</summary>
internal static class StatsText
{
    private const int Shown = 20;

    public static void Write(Terminal terminal, RegistryStats stats)
    {
        terminal.Out.WriteLine("versions  " + string.Join(", ", stats.States.Where(state => state.Value > 0).Select(state => $"{state.Value} {Words.Of(state.Key)}").DefaultIfEmpty("none")));
        terminal.Out.WriteLine($"calls     {Words.Count(stats.Calls, "call")} of versions: {Words.Share(stats.Answered, stats.Calls)} answered, {Words.Share(stats.CallerFaults, stats.Calls)} wrong by the caller, "
            + $"{Words.Share(stats.ToolFaults, stats.Calls)} by the tool, {Words.Share(stats.EnvironmentFaults, stats.Calls)} by what it needs, {Words.Share(stats.Refused, stats.Calls)} refused; {stats.Strangers} of nothing that is here");
        terminal.Out.WriteLine($"reuse     {Words.Share(stats.Reuses, stats.Calls)} of calls went to a version that had been called before");
        if (stats.Usage.Count > 0)
        {
            terminal.Out.WriteLine("\nCalls");
            var table = new TextTable(terminal, "tool", "version", "calls", "answered", "by caller", "by tool", "by need", "refused", "callers", "shapes", "ms a call", "last");
            foreach (var one in stats.Usage.Take(Shown))
            {
                table.Add(one.Tool, one.Version, Number(one.Calls), Words.Share(one.Answered, one.Calls), Number(one.CallerFaults), Number(one.ToolFaults), Number(one.EnvironmentFaults), Number(one.Refused), Number(one.Callers), Number(one.Shapes),
                    one.Calls == 0 ? "–" : (one.Time.TotalMilliseconds / one.Calls).ToString("0.00", CultureInfo.InvariantCulture), one.LastCall is { } last ? Words.Day(last) : "–");
            }

            table.Write("  ");
            if (stats.Usage.Count > Shown) terminal.Out.WriteLine($"  … {stats.Usage.Count - Shown} more: --json");
        }

        terminal.Out.WriteLine("\nHealth");
        var health = new TextTable(terminal, "measure", "share", "of", "what");
        foreach (var measure in stats.Health.Measures) health.Add(measure.Name, Words.Share(measure.Part, measure.Whole), $"{measure.Part} of {measure.Whole}", measure.Meaning);
        health.Write("  ");
        if (stats.Advice.Count == 0) return;
        terminal.Out.WriteLine("\nAdvice");
        foreach (var advice in stats.Advice) terminal.Out.WriteLine(Printable.Of($"  {advice.Kind.ToString().ToLowerInvariant()} {advice.Tool} {advice.Version}: {advice.Why}"));
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
