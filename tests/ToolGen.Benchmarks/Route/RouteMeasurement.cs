using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Forge;
using ToolGen.Forge.Specs;
using ToolGen.Forge.Trial;
using ToolGen.Sandbox.Isolation;
using ToolGen.Specification.Findings;

namespace ToolGen.Benchmarks.Route;

/// <summary>Every spec that there is through the whole route: what each station lets through, and how long it takes.</summary>
internal sealed class RouteMeasurement : IMeasurement
{
    /// <summary>Specs that are forged together; what is done for all of them at once is shared out. The groups whose tools call one another are smaller.</summary>
    private const int Together = 100;

    /// <summary>What weighing says of samples is no fault of the tool.</summary>
    private static readonly string[] OfWorth = [FindingCatalog.StubPasses.Id, FindingCatalog.SamplesProveLittle.Id, FindingCatalog.SamplesNotWeighed.Id];

    public string Name => "route";

    public string Title => "all specs that there are through Read, Generate, Compile, Inspect, Try and Worth: what passes, and how long it takes";

    public Verdict Run(TextWriter output, CancellationToken cancellationToken) => this.RunAsync(output, cancellationToken).GetAwaiter().GetResult();

    private async Task<Verdict> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await using var sandbox = new TrialSandbox(new() { Launcher = Launchers.Strongest(), Minimum = IsolationLevel.Process });
        var groups = RouteSpecs.Groups();
        var claims = new List<Claim>();
        var (total, passing, whole) = (0, 0, new StationTimes());
        await this.WarmAsync(groups[0].Specs, sandbox, cancellationToken);
        foreach (var group in groups)
        {
            if (group.Specs.Count == 0)
            {
                output.WriteLine($"{group.Name}: not here; needs {group.Needs}");
                continue;
            }

            var times = new StationTimes();
            var passed = 0;
            foreach (var batch in group.Specs.Chunk(Together))
            {
                foreach (var tool in await ForgeAsync(batch, sandbox, cancellationToken))
                {
                    times.Add(tool);
                    whole.Add(tool);
                    if (Passes(tool)) passed++;
                    else output.WriteLine($"{group.Name}: {tool.Name}: {string.Join("; ", Faults(tool))}");
                }
            }

            times.Print(output, Text($"{group.Name}, {group.Specs.Count} specs"));
            claims.Add(new($"every spec of {group.Name} passes", Text($"{passed} of {group.Specs.Count}"), passed == group.Specs.Count && passed == group.Count));
            (total, passing) = (total + group.Specs.Count, passing + passed);
        }

        whole.Print(output, Text($"all, {total} specs"));
        var missing = groups.Where(group => group.Specs.Count == 0).Select(group => group.Name).ToArray();
        return new(Text($"{passing} of {total} specs pass; {whole.Whole.Median:0} ms a spec, p95 {whole.Whole.P95:0} (n {total}){(missing.Length == 0 ? "" : "; not here: " + string.Join(", ", missing))}"), claims);
    }

    // The first compile of a process is another measurement's.
    private async Task WarmAsync(IReadOnlyList<SpecInput> specs, TrialSandbox sandbox, CancellationToken cancellationToken) => await ForgeAsync([.. specs.Take(4)], sandbox, cancellationToken);

    private static async Task<IReadOnlyList<ForgedTool>> ForgeAsync(IReadOnlyList<SpecInput> specs, TrialSandbox sandbox, CancellationToken cancellationToken)
    {
        var forge = new Forge.Forge();
        var tried = await forge.TryAsync(forge.Make(specs, cancellationToken), sandbox, cancellationToken);
        return (await new Forge.Forge().WeighAsync(tried, sandbox, cancellationToken)).Tools;
    }

    private static bool Passes(ForgedTool tool) => !Faults(tool).Any();

    private static IEnumerable<string> Faults(ForgedTool tool)
    {
        foreach (var finding in tool.Findings.Where(finding => finding.Severity == FindingSeverity.Error && !OfWorth.Contains(finding.Id))) yield return finding.ToString();
        if (!tool.IsCompiled) yield return "it does not compile";
        if (tool.IsRunnable && tool.Samples.Count == 0) yield return "no sample ran";
        foreach (var sample in tool.Samples.Where(sample => sample.Result.Outcome is not (RunOutcome.Passed or RunOutcome.Unconfirmed or RunOutcome.Unrecorded))) yield return $"a sample {sample.Result.Outcome}";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
