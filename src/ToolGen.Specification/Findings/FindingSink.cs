using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Findings;

/// <summary>Gathers the findings of one file while stations read it. Not thread-safe; one sink a file and a run.</summary>
public sealed class FindingSink(SourceText source)
{
    /// <summary>More than this of one file help nobody, and a hostile file can have millions.</summary>
    public const int Limit = 1_000;

    private readonly List<Finding> findings = [];

    /// <summary>The file that the spans point into.</summary>
    public SourceText Source { get; } = source;

    /// <summary>How many errors were added, those beyond <see cref="Limit"/> too.</summary>
    public int Errors { get; private set; }

    /// <summary>Whether findings were dropped because there were more than <see cref="Limit"/>.</summary>
    public bool IsFull => this.findings.Count == Limit;

    /// <summary>Adds a finding; arguments fill the holes of message and remedy.</summary>
    public void Add(FindingDescriptor descriptor, TextSpan span, params string[] arguments) => this.Add(descriptor, span, null, arguments);

    /// <summary>Adds a finding with a mechanical remedy.</summary>
    public void Add(FindingDescriptor descriptor, TextSpan span, FindingFix? fix, params string[] arguments)
    {
        if (descriptor.Severity == FindingSeverity.Error) this.Errors++;
        if (!this.IsFull) this.findings.Add(new(descriptor, Place.Of(this.Source, span), new(arguments), fix));
    }

    /// <summary>What was added, in the order of the places.</summary>
    public EquatableArray<Finding> ToArray() =>
        this.findings.OrderBy(finding => finding.Place.Span.Start).ToEquatableArray();
}
