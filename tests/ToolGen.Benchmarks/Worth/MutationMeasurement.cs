using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using ToolGen.Benchmarks.Forging;
using ToolGen.Forge;
using ToolGen.Forge.Specs;
using ToolGen.Forge.Trial;
using ToolGen.Forge.Worth;
using ToolGen.Sandbox.Isolation;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Specs;
using ToolGen.TestSupport;

namespace ToolGen.Benchmarks.Worth;

/// <summary>What samples are worth: small changes of tools that good samples notice, and samples that show nothing.</summary>
internal sealed class MutationMeasurement : IMeasurement
{
    private const int GoodTools = 50;
    private const int VacuousTools = 20;
    private const double Noticed = 0.9;
    private const double MostMilliseconds = 250;

    /// <summary>How often all tools are weighed before any is measured: a forge that stays has compiled its compiler, and here that took as long as the gate.</summary>
    private const int Warmed = 2;

    public string Name => "mutation";

    public string Title => "small changes of tools that their samples notice, samples that show nothing, and the time that it takes";

    public Verdict Run(TextWriter output, CancellationToken cancellationToken)
    {
        // The worker that a user has is compiled ahead, and comes with the command.
        using var command = ColdCommand.Install(out var why);
        if (command?.Worker is not { } worker) return Verdict.Inconclusive(why);
        using var sandbox = new OpenSandbox(new(new() { Launcher = Launchers.Strongest(WorkerProgram.Here() with { Assembly = worker }), Minimum = IsolationLevel.Process }));
        var inputs = Inputs().ToArray();
        foreach (var input in Enumerable.Repeat(inputs, Warmed).SelectMany(all => all))
            if (Tried(input, inputs, sandbox.Value, cancellationToken) is { } tried) _ = new Forge.Forge().WeighAsync(tried, sandbox.Value, cancellationToken).GetAwaiter().GetResult();

        var table = new Table("tool", "changes", "noticed", "told", "ms", "processor");
        var unnoticed = new List<string>();
        int mutants = 0, survivors = 0, tools = 0, refused = 0, refusedVacuous = 0, vacuous = 0;
        Series times = new(), processor = new();
        foreach (var input in inputs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sandbox.Rest(cancellationToken);
            if (Tried(input, inputs, sandbox.Value, cancellationToken) is not { } tried) continue;
            var (clock, busy) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            var set = new Forge.Forge().WeighAsync(tried, sandbox.Value, cancellationToken).GetAwaiter().GetResult();
            var took = clock.Elapsed.TotalMilliseconds / set.Tools.Count;
            var spent = (Environment.CpuUsage.TotalTime - busy).TotalMilliseconds / set.Tools.Count;
            var weighed = set.Tools[0];
            Console.Error.WriteLine(Text($"{weighed.Name}: {took:0} ms, {spent:0} ms of the processor"));
            if (weighed.Worth is not { } worth) continue;
            times.Add(took);
            processor.Add(spent);
            tools++;
            mutants += worth.Mutants;
            survivors += worth.Survivors.Count;
            if (weighed.HasErrors) refused++;
            unnoticed.AddRange(worth.Survivors.Select(one => $"{one.Place}: {one.Before} could be {one.After}"));
            table.Add(weighed.Name, Text($"{worth.Mutants}"), Text($"{worth.Noticed:P0}"), string.Join(' ', weighed.Findings.Where(one => one.Severity == FindingSeverity.Error).Select(one => one.Id)), Text($"{took:0}"), Text($"{spent:0}"));

            if (VacuousSpec.Of(input, tools % VacuousSpec.Ways) is not { } bare || Tried(bare, inputs, sandbox.Value, cancellationToken) is not { } shown) continue;
            vacuous++;
            if (new Forge.Forge().WeighAsync(shown, sandbox.Value, cancellationToken).GetAwaiter().GetResult().Tools[0].HasErrors) refusedVacuous++;
            else output.WriteLine($"{weighed.Name}: samples that show one answer are not refused");
        }

        table.Print(output);
        foreach (var line in unnoticed) output.WriteLine(line);
        var share = mutants == 0 ? 0 : 1 - ((double)survivors / mutants);
        return new(
            Text($"{mutants - survivors} of {mutants} changes of {tools} tools noticed ({share:P1}), {refused} refused; {refusedVacuous} of {vacuous} with one answer refused; {times.Median:0} ms a tool (n {times.Count}, p95 {times.At(0.95):0}, {times.Least:0} to {times.Most:0}), {processor.Median:0} ms of this process's processor time"),
            [
                new(Text($"at least {Noticed:P0} of the changes are noticed"), Text($"{share:P1}"), share >= Noticed),
                new(Text($"no tool of at least {GoodTools} is refused"), Text($"{refused} of {tools}"), refused == 0 && tools >= GoodTools),
                new(Text($"every tool with vacuous samples is refused, of at least {VacuousTools}"), Text($"{refusedVacuous} of {vacuous}"), refusedVacuous == vacuous && vacuous >= VacuousTools),
                new(Text($"at most {MostMilliseconds} ms a tool, median"), Text($"{times.Median:0} ms"), times.Median <= MostMilliseconds),
            ]);
    }

    /// <summary>A tool, behind it those that it calls, where every sample of it passes.</summary>
    private static ForgedSet? Tried(SpecInput input, SpecInput[] all, TrialSandbox sandbox, CancellationToken cancellationToken)
    {
        var forge = new Forge.Forge();
        var inputs = new List<SpecInput> { input };
        for (var index = 0; index < inputs.Count; index++)
        {
            if (forge.Read([inputs[index]], cancellationToken)[0].Spec?.Implementation is not ComposeImplementation compose) continue;
            var called = compose.Steps.Select(step => step.Tool.Value.Split('@')[0]).ToHashSet(StringComparer.Ordinal);
            inputs.AddRange(all.Where(one => called.Contains(NameOf(one)) && !inputs.Exists(known => NameOf(known) == NameOf(one))));
        }

        var set = forge.TryAsync(forge.Make(inputs, cancellationToken), sandbox, cancellationToken).GetAwaiter().GetResult();
        return set.Tools.All(tool => tool.IsRunnable && !tool.HasErrors && tool.Samples.Count > 0 && tool.Samples.All(sample => sample.Result.Outcome == RunOutcome.Passed)) ? set : null;
    }

    private static string NameOf(SpecInput input) => Path.GetFileName(input.Path)[..^SpecSet.Extension.Length];

    private static IEnumerable<SpecInput> Inputs()
    {
        string[] folders = [Path.Combine(Repository.Root, "tests", "Specs"), Path.Combine(Repository.Root, "..", "shared", "specs")];
        return SpecSet.Find(folders.Where(Directory.Exists)).Inputs.GroupBy(input => Path.GetFileName(input.Path)).Select(same => same.First());
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
