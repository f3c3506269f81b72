using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ToolGen.Forge.Specs;
using ToolGen.Registry;
using ToolGen.Registry.Changes;
using ToolGen.Specification.Capabilities;
using ToolGen.Specification.Evidence;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Cli.Registries;

/// <summary>What a person looks at before saying yes: on one screen, or in depth. Texts of the spec stand in it as they are; whoever prints it escapes what would steer a terminal.</summary>
/// <param name="registry">Has the versions before, and those like it.</param>
/// <param name="version">The one.</param>
internal sealed class ReviewText(IToolRegistry registry, StoredVersion version)
{
    /// <summary>How many entries of a list one screen has.</summary>
    private const int Shown = 5;

    private const int Width = 110;

    private readonly ToolSpec? spec = SpecReader.Read(version.Name + SpecSet.Extension, Encoding.UTF8.GetBytes(version.Spec)).Spec;
    private readonly StringBuilder text = new();

    /// <summary>The version that people know: the newest approved one below, which what is new is shown against; null: there is none.</summary>
    public StoredVersion? Before { get; } = registry.History(version.Name).FirstOrDefault(other =>
        other.Id != version.Id && (other.Lapsed is not null || other.State is ToolState.Approved or ToolState.Deprecated) && VersionRange.Compare(other.Version, version.Version) < 0);

    /// <summary>What came of samples of that one, run with this one.</summary>
    public IReadOnlyList<SampleRun> Earlier { get; init; } = [];

    /// <summary>What changed since that one; null: there is none.</summary>
    public VersionChange? Change => this.Before is { } before ? VersionChange.Between(before, version, this.Earlier) : null;

    /// <summary>Which approved tools pass all samples of this one.</summary>
    public IReadOnlyList<ProvenAlike> Proven { get; init; } = [];

    private ToolEvidence Evidence => version.Evidence;

    /// <summary>What it is, what it does, what it may touch.</summary>
    public string Head()
    {
        this.Names();
        this.Purpose();
        this.Capabilities();
        return this.Take();
    }

    /// <summary>One screen.</summary>
    public string Screen()
    {
        this.Names();
        this.Purpose();
        this.Capabilities();
        this.Findings(Shown);
        this.Samples(Shown);
        this.Worth(Shown);
        this.Changes(Shown);
        this.Alike();
        return this.Take();
    }

    /// <summary>Everything: each finding, sample and change, the difference in text, the files.</summary>
    public string Full()
    {
        this.Names();
        this.text.Append(CultureInfo.InvariantCulture, $"  evidence {this.Evidence.Id}, by ToolGen {this.Evidence.ToolGen}, templates {this.Evidence.Identity.Templates}\n");
        this.Purpose();
        this.Capabilities();
        foreach (var (what, lines) in new[] { ("found in the code", this.Evidence.Capabilities.Found), ("done in the runs", this.Evidence.Capabilities.Observed), ("tried and refused", this.Evidence.Capabilities.Refused) })
            if (lines.Count > 0) this.text.Append(CultureInfo.InvariantCulture, $"  {what}: {string.Join("; ", lines)}\n");
        this.Findings(int.MaxValue);
        this.Samples(int.MaxValue);
        this.Worth(int.MaxValue);
        this.Changes(int.MaxValue);
        this.Alike();
        if (this.Before is { } before) this.text.Append('\n').Append(VersionDiff.Texts(before, version));
        this.File(version.Name + SpecSet.Extension, version.Spec);
        this.File(version.Name + ".tool.cs", version.Companion);
        this.File(version.Name + ".tests.json", version.Tests);
        return this.Take();
    }

    private void Names()
    {
        this.text.Append(CultureInfo.InvariantCulture, $"{version.Name} {version.Version}  {version.Kind}  {Words.Of(version.State)}{(version.Reason is { } reason ? $" ({ShownText.Cut(reason.Replace('\n', ' '), 300)})" : "")}\n");
        this.text.Append(CultureInfo.InvariantCulture, $"  {version.Id}, by {version.Maker}, {Words.Of(version.Created)}\n");
        if (version.Approval is { } approval)
            this.text.Append(CultureInfo.InvariantCulture, $"  approved {Words.Of(approval.At)} with the key {Words.Short(approval.Key)}{(approval.Expires is { } until ? $", until {Words.Of(until)}" : "")}\n");
    }

    private void Purpose()
    {
        if (this.spec is null) this.text.Append("\n  Its spec can't be read by this version of ToolGen.\n");
        else this.text.Append('\n').Append(Indented(Prompt(this.spec)));
    }

    private static string Prompt(ToolSpec spec)
    {
        try
        {
            return spec.ToPrompt();
        }
        catch (ArgumentException)
        {
            // Too much for few words.
            return spec.Name + ": " + ShownText.Cut(spec.Description.Value, 400);
        }
    }

    private void Capabilities()
    {
        this.text.Append("\nMay\n");
        if (version.Capabilities.Count == 0) this.text.Append("  do nothing but compute\n");
        foreach (var line in version.Capabilities) this.text.Append("  ").Append(Capability.TryParse(line)?.Words ?? line).Append('\n');
        foreach (var step in this.Evidence.Identity.Steps) this.text.Append(CultureInfo.InvariantCulture, $"  through {step.Tool}: {Through(step)}\n");
        foreach (var package in this.Evidence.Identity.Packages) this.text.Append(CultureInfo.InvariantCulture, $"  run the code of the package {package.Package} {package.Version}\n");
    }

    private string Through(ToolStep step) => step.Id is null || registry.Get(step.Id) is not { } called
        ? "a version that is not in this registry"
        : $"{called.Version}, {Words.Of(called.State)}: {(called.Capabilities.Count == 0 ? "nothing but compute" : string.Join("; ", called.Capabilities.Select(line => Capability.TryParse(line)?.Words ?? line)))}";

    private void Findings(int most)
    {
        var findings = this.Evidence.Findings;
        this.text.Append(CultureInfo.InvariantCulture, $"\nFindings  {Words.Count(findings.Count(one => one.Severity == "error"), "error")}, {Words.Count(findings.Count(one => one.Severity == "warning"), "warning")}, {Words.Count(findings.Count(one => one.Severity == "info"), "note")}\n");
        foreach (var finding in findings.OrderBy(one => Array.IndexOf(["error", "warning", "info"], one.Severity)).Take(most))
            this.Line($"  {finding.Severity} {finding.Id} {Place(finding.Place)}: {finding.Message}", most);
        this.Rest(findings.Count, most);
        foreach (var hidden in Suppressions.In(version.Companion)) this.Line($"  the code asks to hide at line {hidden.Line}: {hidden.Text}; it is shown here all the same", most);
    }

    private void Samples(int most)
    {
        var samples = this.Evidence.Samples;
        var inputs = this.Evidence.Inputs is { } tried ? $"; {tried.Tried} other inputs, {tried.Failed} failed" : "";
        this.text.Append(CultureInfo.InvariantCulture, $"\nSamples  {samples.Count(one => one.Outcome == "passed")} of {samples.Count} passed ({this.Evidence.Isolation ?? "not run"}){inputs}\n");
        foreach (var sample in samples.OrderBy(one => one.Outcome == "passed").Take(most)) this.Line($"  {sample.Outcome} {SampleLines.Of(this.spec, version.Tests, sample)}", most);
        this.Rest(samples.Count, most);
    }

    private void Worth(int most)
    {
        if (this.Evidence.Worth is not { } worth)
        {
            this.text.Append("\nWorth  not weighed\n");
            return;
        }

        var noticed = worth.Changes == 0
            ? "no change of the code could be tried: what the samples would notice is not known"
            : string.Create(CultureInfo.InvariantCulture, $"the samples notice {worth.Changes - worth.Unnoticed.Count} of {worth.Changes} small changes of the code");
        this.text.Append(CultureInfo.InvariantCulture, $"\nWorth  {noticed}{(worth.Stub is null ? "" : "; a stub passes them all")}\n");
        foreach (var change in worth.Unnoticed.Take(most)) this.Line($"  unnoticed at {Place(change.Place)}: {change.Before} → {change.After}", most);
        this.Rest(worth.Unnoticed.Count, most);
    }

    private void Changes(int most)
    {
        if (this.Before is not { } before || this.Change is not { } change)
        {
            this.text.Append("\nNew  no version of it was approved before\n");
            return;
        }

        this.text.Append(CultureInfo.InvariantCulture, $"\nSince {before.Version}  {VersionDiff.Step(change)}\n");
        foreach (var one in change.Changes.Take(most)) this.Line($"  {one}", most);
        this.Rest(change.Changes.Count, most);
    }

    private void Alike()
    {
        var alike = SimilarTools.Of(registry, version, Shown, this.Proven);
        if (alike.Count == 0) return;
        this.text.Append("\nAlike\n");
        foreach (var (other, why) in alike) this.Line($"  {other.Name} {other.Version} {Words.Of(other.State)}{why}: {VersionChoice.Purpose(other)}", Shown);
    }

    private void File(string name, string? content)
    {
        if (content is not null) this.text.Append(CultureInfo.InvariantCulture, $"\n--- {name}\n{content.TrimEnd('\n')}\n");
    }

    private void Line(string line, int most) => this.text.Append(most == int.MaxValue ? line : ShownText.Cut(line.Replace('\n', ' '), Width)).Append('\n');

    private void Rest(int count, int most)
    {
        if (count > most) this.text.Append(CultureInfo.InvariantCulture, $"  … {count - most} more: --full\n");
    }

    private string Take()
    {
        var taken = this.text.ToString();
        this.text.Clear();
        return taken;
    }

    private static string Place(SeenPlace place) => string.Create(CultureInfo.InvariantCulture, $"{place.In}({place.Line},{place.Column})");

    private static string Indented(string lines) => string.Concat(lines.TrimEnd('\n').Split('\n').Select(line => "  " + line + "\n"));
}
