using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Forge.Inspection;
using ToolGen.Forge.Trial;
using ToolGen.Forge.Worth;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Forge.Stations;

/// <summary>Worth, after Try: what the samples that passed would notice. A stub must fail one of them, and most small changes of the tool's own code.</summary>
internal static class WorthStation
{
    /// <summary>Below it, samples prove too little.</summary>
    private const double LeastNoticed = 0.5;

    /// <summary>Fewer changes than these tell no share.</summary>
    private const int LeastMutants = 4;

    /// <summary>More survivors of one tool are counted, not named.</summary>
    private const int Named = 5;

    /// <param name="set">What was tried.</param>
    /// <param name="sandbox">Where its code runs.</param>
    /// <param name="time">What it may take for each tool.</param>
    /// <param name="watcher">Told of each tool.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static async Task<ForgedSet> RunAsync(ForgedSet set, TrialSandbox sandbox, TimeSpan time, IForgeWatcher? watcher, CancellationToken cancellationToken)
    {
        var tools = set.Tools.Where(tool => tool.IsRunnable && !tool.HasErrors && tool.Samples.Any(sample => sample.Result.Outcome == RunOutcome.Passed)).ToArray();
        if (tools.Length == 0) return set;
        var compiling = Stopwatch.StartNew();
        MutantImage? image = null;

        // All are compiled together, so they share the time for it.
        using (var work = new TimedWork(TimedWork.Times(time, tools.Length), cancellationToken))
            await work.RunAsync(late => Task.FromResult(image = Inspected(tools, late)));
        var share = compiling.Elapsed / tools.Length;
        var trial = image is null ? null : new MutantTrial(tools, image, sandbox);
        var weighed = new Dictionary<ForgedTool, ForgedTool>(ReferenceEqualityComparer.Instance);
        for (var index = 0; index < tools.Length; index++)
        {
            weighed[tools[index]] = await WeighedAsync(tools[index], trial, index, image?.Changeable.Contains(index) == true, share, time, cancellationToken);
            watcher?.Passed(Station.Worth, set.Tools.Index().First(one => ReferenceEquals(one.Item, tools[index])).Index, weighed[tools[index]]);
        }

        return set with { Tools = [.. set.Tools.Select(tool => weighed.GetValueOrDefault(tool, tool))] };
    }

    private static async Task<ForgedTool> WeighedAsync(ForgedTool tool, MutantTrial? trial, int index, bool isChangeable, TimeSpan share, TimeSpan time, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        using var work = new TimedWork(time, cancellationToken);
        (int Tried, IReadOnlyList<Mutant> Survivors) mutants = (0, []);
        if (trial is null || !await work.RunAsync(async late => mutants = await trial.RunAsync(index, late)))
            return tool.With(Station.Worth, share + clock.Elapsed, [new(FindingCatalog.WeighingTooLong, Whole(tool), new(work.Text))]);
        var worth = new SampleWorth(
            mutants.Tried,
            [.. mutants.Survivors.Select(mutant => new Survivor(mutant.Place, mutant.Before, mutant.After))],
            StubTrial.Passing(tool));
        return tool.With(Station.Worth, share + clock.Elapsed, Findings(tool, worth, isChangeable)) with { Worth = worth };
    }

    /// <summary>Mutants are code that nobody read: nothing of them is loaded that the gate refuses. A tool of which one is refused has none, and takes none from the others.</summary>
    private static MutantImage Inspected(ForgedTool[] tools, CancellationToken cancellationToken)
    {
        var words = tools.ToDictionary(tool => tool.Compiled!.Unit.TypeName, InspectStation.Words, StringComparer.Ordinal);
        var unchanged = new HashSet<int>();
        while (true)
        {
            var image = MutantCompiler.Compile([.. tools.Select(tool => tool.Compiled!.Unit)], unchanged, cancellationToken);
            if (image.Image.IsEmpty) return image;
            var refusals = AssemblyGate.Inspect(image.Image, words, InspectStation.Members(tools));
            if (refusals.Count == 0) return image;
            var before = unchanged.Count;
            unchanged.UnionWith(tools.Index().Where(one => refusals.Any(refusal => refusal.TypeName == one.Item.Compiled!.Unit.TypeName)).Select(one => one.Index));
            if (unchanged.Count == before || refusals.Any(refusal => refusal.TypeName is null)) return image with { Image = [], Mutants = [] };
        }
    }

    private static IEnumerable<Finding> Findings(ForgedTool tool, SampleWorth worth, bool isChangeable)
    {
        var whole = Whole(tool);
        if (worth.Stub is { } stub) yield return new(FindingCatalog.StubPasses, whole, new(ShownText.Cut(stub, 200)));
        if (worth.Mutants == 0) yield return isChangeable ? new(FindingCatalog.SamplesNotWeighed, whole, default) : new(FindingCatalog.NothingToChange, tool.PlaceOfCode, default);
        if (worth.Mutants >= LeastMutants && worth.Noticed < LeastNoticed)
            yield return new(FindingCatalog.SamplesProveLittle, whole, new(Text(worth.Mutants - worth.Survivors.Count), Text(worth.Mutants)));
        foreach (var survivor in worth.Survivors.Take(Named))
            yield return new(FindingCatalog.ChangeUnnoticed, survivor.Place, new(survivor.Before, survivor.After));
    }

    private static Place Whole(ForgedTool tool) => Place.Of(tool.Document.Source, tool.Spec!.Examples.Count > 0 ? tool.Spec.Examples[0].Node.Span : default);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
