using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Specs;
using ToolGen.Testing.Comparison;

namespace ToolGen.Testing;

/// <summary>How a sample ended.</summary>
public enum SampleOutcome
{
    /// <summary>The tool gave what the sample says.</summary>
    Passed,

    /// <summary>It gave something else.</summary>
    Failed,

    /// <summary><c>"output": "?"</c>: there is an output, and nobody confirmed it yet. Counts for nothing.</summary>
    Unconfirmed,

    /// <summary>The sample needs an effect that its <c>given</c> says nothing of. Neither pass nor crash.</summary>
    Unrecorded,
}

/// <summary>What came of one sample.</summary>
/// <param name="Sample">The sample.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Differences">Where output and sample differ; empty unless failed.</param>
/// <param name="Reason">A sentence for what is no difference of outputs: an error that came or did not come, an effect without recording; else null.</param>
/// <param name="Output">The output as JSON; null where there is none.</param>
/// <param name="Errors">The errors of the call.</param>
/// <param name="Used">The capabilities that the tool used.</param>
/// <param name="Log">What the tool noted.</param>
/// <param name="Elapsed">Of the call.</param>
public sealed record SampleResult(
    Sample Sample,
    SampleOutcome Outcome,
    IReadOnlyList<SampleDifference> Differences,
    string? Reason,
    string? Output,
    IReadOnlyList<ToolError> Errors,
    IReadOnlyList<string> Used,
    IReadOnlyList<string> Log,
    TimeSpan Elapsed)
{
    /// <summary>What of <c>expect</c> was not seen; empty unless failed.</summary>
    public IReadOnlyList<SampleNote> Notes { get; init; } = [];

    /// <summary>The effects that the tool tried and no capability of it allows, in ordinal order.</summary>
    public IReadOnlyList<string> Refused { get; init; } = [];

    /// <summary>Parts of the sample's own <c>given</c> that nothing asked for, as JSON Pointers into the sample; empty where it failed.</summary>
    public IReadOnlyList<string> Unused { get; init; } = [];

    /// <summary>Where in the sample that stands which did not come, as a JSON Pointer into it; null where no part of it is more to blame than another.</summary>
    public string? DifferenceAt => this.Differences.Count > 0 ? "/output" + this.Differences[0].Pointer : this.Reason is null && this.Notes.Count > 0 ? this.Notes[0].Pointer : null;

    /// <summary>What is wrong in one paragraph; empty for a pass.</summary>
    public string Describe() =>
        string.Join("; ", this.Differences.Select(one => one.ToString()).Concat(this.Differences.Count == 0 && this.Reason is not null ? [this.Reason] : []).Concat(this.Notes.Select(note => note.Text)));
}
