using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Sandbox.Isolation;
using ToolGen.TestSupport.Escape;

namespace ToolGen.Benchmarks.Escape;

/// <summary>Attempts to get out of a worker, at each level that this machine has; then a thousand hostile calls beside honest ones.</summary>
internal sealed class EscapeMeasurement : IMeasurement
{
    private const int Attempts = 100;

    public string Name => "escape";

    public string Title => "attempts to get out of the sandbox or to harm its host, at each level of isolation, and hostile calls beside honest ones";

    public Verdict Run(TextWriter output, CancellationToken cancellationToken) => RunAsync(output, cancellationToken).GetAwaiter().GetResult();

    private static async Task<Verdict> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        var levels = Enum.GetValues<IsolationLevel>().Where(level => IsolationProbe.Of(level).Works).ToArray();
        var top = levels.Max();
        if (top < IsolationLevel.Seccomp) return Verdict.Inconclusive("this machine isolates no process: " + IsolationProbe.Of(IsolationLevel.Seccomp).Reason);
        output.WriteLine($"levels: {string.Join(", ", levels)}; {IsolationProbe.Limits}");

        var tried = new Dictionary<IsolationLevel, IReadOnlyDictionary<string, AttemptOutcome>>();
        foreach (var level in levels) tried[level] = await AttemptRound.RunAsync(level, output, cancellationToken);
        Print(output, tried);

        // By limits alone, or by what the machine lacks: an attempt that failed for a reason of its own would prove nothing.
        foreach (var one in tried[levels.Min()].Values.Where(one => one is { IsContained: true, Attempt.Sign: AttemptSign.Refused })) output.WriteLine($"held by {levels.Min()}: {one.Attempt.Name}: {one.Said}");
        var ungrouped = await AttemptRound.RunUngroupedAsync(top, output, cancellationToken);
        var grown = ungrouped.Values.Where(one => !one.IsContained).ToArray();
        foreach (var one in grown) output.WriteLine($"without control groups: {one.Attempt.Name}: {one.Said}");
        var calls = new HostileCalls();
        await calls.RunAsync(top, output, cancellationToken);
        var ends = new EndTimes();
        await ends.RunAsync(levels, output, cancellationToken);

        var open = tried.ToDictionary(pair => pair.Key, pair => (IReadOnlyCollection<string>)pair.Value.Values.Where(one => !one.IsContained).Select(one => one.Attempt.Name).ToHashSet());
        var documented = LetThrough.Documented();
        var beyond = open.SelectMany(pair => pair.Value.Except(documented[pair.Key]).Select(name => $"{pair.Key}: {name}")).ToArray();
        var held = open.SelectMany(pair => LetThrough.Documented(always: true)[pair.Key].Except(pair.Value).Select(name => $"{pair.Key}: {name}")).ToArray();
        foreach (var one in beyond) output.WriteLine("not in SECURITY.md: " + one);
        foreach (var one in held) output.WriteLine("in SECURITY.md, and held here: " + one);
        if (beyond.Length + held.Length > 0)
            foreach (var row in LetThrough.Rows(open)) output.WriteLine(row);

        var count = Attempt.All.Count;
        return new(
            Text($"{count} attempts, {string.Join(", ", levels.Select(level => $"{level} holds {count - open[level].Count}"))}; {calls.Figures}; {ends.Figures}"),
            [
                new(Text($"every attempt is held at the top level, of at least {Attempts}"), Text($"{count - open[top].Count} of {count} at {top}"), open[top].Count == 0 && count >= Attempts),
                new("those that eat up the machine are, without control groups too", Text($"{ungrouped.Count - grown.Length} of {ungrouped.Count}"), grown.Length == 0),
                new("what a level lets through stands in SECURITY.md", Text($"{beyond.Length} that do not"), beyond.Length == 0),
                new("and nothing else does", Text($"{held.Length} that this machine holds"), held.Length == 0, IsAim: Environment.UserName != "root"),
                .. calls.Claims, .. ends.Claims,
            ]);
    }

    private static void Print(TextWriter output, Dictionary<IsolationLevel, IReadOnlyDictionary<string, AttemptOutcome>> tried)
    {
        var table = new Table(["kind", "attempt", .. tried.Keys.Select(level => level.ToString()), "at the top"]);
        foreach (var attempt in Attempt.All)
            table.Add([attempt.Kind, attempt.Name, .. tried.Values.Select(one => one[attempt.Name].IsContained ? "held" : "OPEN"), Short(tried[tried.Keys.Max()][attempt.Name].Said)]);
        table.Print(output);
    }

    private static string Short(string said) => said.Length > 90 ? said[..90] + "…" : said;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
