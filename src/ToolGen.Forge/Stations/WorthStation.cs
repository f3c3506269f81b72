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

    public static async Task<ForgedSet> RunAsync(ForgedSet set, TrialSandbox sandbox, IForgeWatcher? watcher, CancellationToken cancellationToken)
    {
        var tools = set.Tools.Where(tool => tool.IsRunnable && !tool.HasErrors && tool.Samples.Any(sample => sample.Result.Outcome == RunOutcome.Passed)).ToArray();
        if (tools.Length == 0) return set;
        var compiling = Stopwatch.StartNew();
        var image = Inspected(tools, cancellationToken);
        var share = compiling.Elapsed / tools.Length;
        var trial = new MutantTrial(tools, image, sandbox);
        var weighed = new Dictionary<ForgedTool, ForgedTool>(ReferenceEqualityComparer.Instance);
        for (var index = 0; index < tools.Length; index++)
        {
            var clock = Stopwatch.StartNew();
            var (mutants, survivors) = await trial.RunAsync(index, cancellationToken);
            var worth = new SampleWorth(
                mutants,
                [.. survivors.Select(mutant => new Survivor(mutant.Place, mutant.Before, mutant.After))],
                StubTrial.Passing(tools[index]));
            weighed[tools[index]] = tools[index].With(Station.Worth, share + clock.Elapsed, Findings(tools[index], worth, image.Changeable.Contains(index))) with { Worth = worth };
            watcher?.Passed(Station.Worth, set.Tools.Index().First(one => ReferenceEquals(one.Item, tools[index])).Index, weighed[tools[index]]);
        }

        return set with { Tools = [.. set.Tools.Select(tool => weighed.GetValueOrDefault(tool, tool))] };
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
        var whole = Place.Of(tool.Document.Source, tool.Spec!.Examples.Count > 0 ? tool.Spec.Examples[0].Node.Span : default);
        if (worth.Stub is { } stub) yield return new(FindingCatalog.StubPasses, whole, new(stub.Length <= 200 ? stub : stub[..199] + "…"));
        if (worth.Mutants == 0 && isChangeable) yield return new(FindingCatalog.SamplesNotWeighed, whole, default);
        if (worth.Mutants >= LeastMutants && worth.Noticed < LeastNoticed)
            yield return new(FindingCatalog.SamplesProveLittle, whole, new(Text(worth.Mutants - worth.Survivors.Count), Text(worth.Mutants)));
        foreach (var survivor in worth.Survivors.Take(Named))
            yield return new(FindingCatalog.ChangeUnnoticed, survivor.Place, new(survivor.Before, survivor.After));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
