using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Cli.Files;
using ToolGen.Cli.Output;
using ToolGen.Forge;
using ToolGen.Forge.Packages;
using ToolGen.Forge.Specs;
using ToolGen.Forge.Trial;
using ToolGen.Generator.Kinds.Own;
using ToolGen.Specification;
using ToolGen.Specification.Evidence;
using ToolGen.Specification.Findings;

namespace ToolGen.Cli.Commands;

/// <summary>One time through all stations, and what is printed and written of it.</summary>
/// <param name="parsed">What was asked for.</param>
/// <param name="terminal">Takes it.</param>
/// <param name="packages">Those that the grants allow.</param>
/// <param name="kinds">The project's own.</param>
internal sealed class ForgeRound(ParseResult parsed, Terminal terminal, PackageShelf packages, EquatableArray<OwnKindDefinition> kinds)
{
    private readonly bool weighs = !parsed.GetValue(ForgeOptions.NoWorth);
    private readonly Authors authors = new(parsed.GetValue(ForgeOptions.Author), parsed.GetValue(ForgeOptions.TestsAuthor));

    public async Task<int> RunAsync(SpecSet set, OpeningSandbox sandbox, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var before = EvidenceFiles.Read(parsed.GetValue(ForgeOptions.Since), parsed.GetValue(ForgeOptions.Evidence), terminal);
        var forge = (IForgeWatcher watcher) => new Forge.Forge(watcher) { Kinds = kinds, Packages = packages, Authors = this.authors, Before = before };
        return parsed.GetValue(ForgeOptions.Json)
            ? await this.JsonAsync(set, forge, sandbox, cancellationToken)
            : await this.ShowAsync(set, forge, sandbox, clock, cancellationToken);
    }

    /// <summary>The same without table and calls, for a round that follows another; prints findings, and how it went on one line.</summary>
    public async Task AgainAsync(SpecSet set, OpeningSandbox sandbox, int number, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var before = EvidenceFiles.Read(parsed.GetValue(ForgeOptions.Since), parsed.GetValue(ForgeOptions.Evidence), terminal);
        var forge = new Forge.Forge { Kinds = kinds, Packages = packages, Authors = this.authors, Before = before };
        var forged = await Route.GoAsync(forge, set.Inputs, sandbox, this.weighs, cancellationToken);
        var findings = set.Findings.Concat(forged.Tools.SelectMany(tool => tool.Findings)).ToArray();
        FindingText.Write(terminal.Out, findings, terminal.ColorOut);
        EvidenceFiles.Write(parsed.GetValue(ForgeOptions.Evidence), forge.EvidenceOf(forged), terminal, cancellationToken);
        var samples = forged.Tools.SelectMany(tool => tool.Samples).ToArray();
        var errors = findings.Count(finding => finding.Severity == FindingSeverity.Error);
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"round {number}: {Printable.Of(Names(forged.Tools))}: {errors} errors, {samples.Count(sample => sample.Result.Outcome == RunOutcome.Passed)} of {samples.Length} samples passed, {clock.Elapsed.TotalSeconds:0.0} s"));
    }

    private static string Names(IReadOnlyList<ForgedTool> tools) =>
        tools.Count <= 3 ? string.Join(", ", tools.Select(tool => tool.Name)) : string.Create(CultureInfo.InvariantCulture, $"{tools[0].Name} and {tools.Count - 1} more");

    private async Task<int> ShowAsync(SpecSet set, Func<IForgeWatcher, Forge.Forge> forge, OpeningSandbox sandbox, Stopwatch clock, CancellationToken cancellationToken)
    {
        Forge.Forge used = null!;
        var forged = await StationTable.ShowAsync(terminal, set.Inputs, watcher => Route.GoAsync(used = forge(watcher), set.Inputs, sandbox, this.weighs, cancellationToken), this.weighs);
        var findings = set.Findings.Concat(forged.Tools.SelectMany(tool => tool.Findings)).ToArray();
        if (findings.Length > 0) terminal.Out.WriteLine();
        FindingText.Write(terminal.Out, findings, terminal.ColorOut);
        EvidenceFiles.Write(parsed.GetValue(ForgeOptions.Evidence), used.EvidenceOf(forged), terminal, cancellationToken);

        var answers = await FirstCalls.ShowAsync(terminal, forged, this.Called(forged), await sandbox.ReadyAsync(), cancellationToken);
        terminal.Note(string.Create(CultureInfo.InvariantCulture,
            $"{forged.Tools.Count} specs, {forged.Tools.Count(tool => tool.IsCompiled)} compiled, {forged.Tools.Sum(tool => tool.Samples.Count)} samples, {answers} calls answered, {clock.Elapsed.TotalSeconds:0.0} s"));
        return Code(findings);
    }

    private async Task<int> JsonAsync(SpecSet set, Func<IForgeWatcher, Forge.Forge> make, OpeningSandbox sandbox, CancellationToken cancellationToken)
    {
        using var progress = new ForgeProgress(terminal, set.Inputs.Count);
        var forge = make(progress);
        var forged = await Route.GoAsync(forge, set.Inputs, sandbox, this.weighs, cancellationToken);
        var evidence = forge.EvidenceOf(forged);
        EvidenceFiles.Write(parsed.GetValue(ForgeOptions.Evidence), evidence, terminal, cancellationToken);
        var calls = this.Called(forged);
        var results = calls.Count == 0 ? [] : await Forge.Forge.CallAsync(forged, calls, await sandbox.ReadyAsync(), cancellationToken: cancellationToken);
        JsonOutput.Write(terminal.Out, json => ForgeJson.Write(json, forged.Tools, set.Findings, evidence, calls, results));
        return Code(set.Findings.Concat(forged.Tools.SelectMany(tool => tool.Findings)));
    }

    private IReadOnlyList<ToolCall> Called(ForgedSet set) => FirstCalls.Of(set.Tools.Where(tool => tool.IsRunnable && !tool.HasErrors), parsed.GetValue(ForgeOptions.Calls));

    private static int Code(IEnumerable<Finding> findings) => findings.Any(finding => finding.Severity == FindingSeverity.Error) ? ExitCode.Failed : ExitCode.Ok;
}
