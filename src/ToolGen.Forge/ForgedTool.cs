using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Forge.Compilation;
using ToolGen.Forge.Inputs;
using ToolGen.Forge.Packages;
using ToolGen.Forge.Specs;
using ToolGen.Forge.Trial;
using ToolGen.Forge.Worth;
using ToolGen.Generator;
using ToolGen.Specification;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Forge;

/// <summary>The stations that a spec passes, in this order.</summary>
public enum Station
{
    /// <summary>The text against the format: JSON, members, schemas, names.</summary>
    Read,

    /// <summary>The gate of its kind, then C# from a template.</summary>
    Generate,

    /// <summary>The C# of all tools of a set into one assembly.</summary>
    Compile,

    /// <summary>What the assembly refers to, held against the allow-list.</summary>
    Inspect,

    /// <summary>Its samples, and inputs made from its schema, in the sandbox.</summary>
    Try,

    /// <summary>Small changes of its code, which its samples should notice.</summary>
    Worth,
}

/// <summary>One spec and the evidence that the stations left. Each station answers a richer one; what it is worth is derived, never set.</summary>
/// <param name="Input">As it came in.</param>
public sealed record ForgedTool(SpecInput Input)
{
    /// <summary>The spec's text, with places.</summary>
    public required JsonDocument Document { get; init; }

    /// <summary>Null where an error stands after <see cref="Station.Read"/>.</summary>
    public ToolSpec? Spec { get; init; }

    /// <summary>As written; the file's name where the spec has none.</summary>
    public required string Name { get; init; }

    /// <summary>The held-out samples of <c>NAME.tests.json</c>, in order.</summary>
    public IReadOnlyList<Sample> HeldOut { get; init; } = [];

    /// <summary>What <c>NAME.tests.json</c> gives all of its samples; null where it gives nothing.</summary>
    internal Given? HeldOutGiven { get; init; }

    /// <summary>The text of <c>NAME.tests.json</c>; null where there is none.</summary>
    internal SourceText? TestsSource { get; init; }

    /// <summary>The packages that its C# calls, and all that these need; empty where it needs none, or its fallback was taken.</summary>
    public IReadOnlyList<TakenPackage> Packages { get; init; } = [];

    /// <summary>Null before <see cref="Station.Generate"/>.</summary>
    public GeneratedTool? Generated { get; init; }

    /// <summary>Of the generated C#: <c>Tools</c>, or what <c>NAME.tool.cs</c> says.</summary>
    public string Namespace { get; init; } = new GenerationOptions().Namespace;

    /// <summary>Null where nothing was compiled.</summary>
    public CompiledTool? Compiled { get; init; }

    /// <summary>One entry a sample that was run: those of the spec, then the held-out ones.</summary>
    public IReadOnlyList<TriedSample> Samples { get; init; } = [];

    /// <summary>What the samples are worth; null where nobody asked.</summary>
    public SampleWorth? Worth { get; init; }

    /// <summary>What inputs did that nobody wrote a sample for; null where none were tried.</summary>
    public TriedInputs? Inputs { get; init; }

    /// <summary>Everything found so far, in the order of the places.</summary>
    public EquatableArray<Finding> Findings { get; init; }

    /// <summary>SHA-256 over the canonical spec, lower-case hex; null where there is no spec.</summary>
    public string? SpecHash { get; init; }

    /// <summary>SHA-256 over the canonical source, lower-case hex; null where there is none.</summary>
    public string? SourceHash { get; init; }

    /// <summary>Wall time a station, apart from the evidence: it differs from run to run.</summary>
    public IReadOnlyDictionary<Station, TimeSpan> Times { get; init; } = new Dictionary<Station, TimeSpan>();

    /// <summary>Which template it fills, or <c>declared</c>; null where there is no spec.</summary>
    public string? Kind => this.Spec is null ? null : this.Spec.Implementation?.Kind ?? "declared";

    /// <summary>Whether an error finding stands.</summary>
    public bool HasErrors => this.Findings.Any(finding => finding.Severity == FindingSeverity.Error);

    /// <summary>Whether it is in the assembly, and so passed <see cref="Station.Inspect"/>.</summary>
    public bool IsCompiled => this.Compiled is { IsCompiled: true };

    /// <summary>Whether it can be run here: a declared tool's C# is its project's.</summary>
    public bool IsRunnable => this.IsCompiled && (this.Generated is { Stub: null } || this.Input.Companion is not null);

    /// <summary>Where findings of its code as a whole stand; for what has a spec.</summary>
    internal Place PlaceOfCode => Place.Of(this.Document.Source, this.Spec!.Root.Member("implementation")?.NameSpan ?? this.Spec.NameNode.Span);

    internal ForgedTool With(Station station, TimeSpan time, IEnumerable<Finding> more) => this.With(more) with
    {
        Times = new Dictionary<Station, TimeSpan>(this.Times) { [station] = time },
    };

    internal ForgedTool With(IEnumerable<Finding> more) => this with
    {
        Findings = this.Findings.Concat(more).Distinct()
            .OrderBy(finding => finding.Place.Path, StringComparer.Ordinal).ThenBy(finding => finding.Place.Span.Start).ToEquatableArray(),
    };
}

/// <summary>A sample and what came of it.</summary>
/// <param name="Sample">The sample.</param>
/// <param name="IsHeldOut">Whether it stands in <c>NAME.tests.json</c>.</param>
/// <param name="Index">Its index there, from 0.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Result">What came of it.</param>
public sealed record TriedSample(Sample Sample, bool IsHeldOut, int Index, Place Place, RunResult Result);
