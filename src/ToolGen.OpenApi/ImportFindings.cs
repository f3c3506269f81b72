using System.Collections.Generic;
using System.Linq;
using ToolGen.OpenApi.Documents;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.OpenApi;

/// <summary>Gathers what is found in the files of a document, each thing once; errors are never dropped, since each is an operation.</summary>
internal sealed class ImportFindings
{
    /// <summary>More findings of one kind than this help nobody.</summary>
    private const int MostOfOneKind = 500;

    private readonly List<Finding> all = [];
    private readonly HashSet<(string, string, int, string)> seen = [];
    private readonly Dictionary<string, int> counts = [];

    public void Add(FindingDescriptor descriptor, At at, params string[] arguments) => this.Add(descriptor, at.File.Source, at.Span, arguments);

    public void Add(FindingDescriptor descriptor, SourceText source, TextSpan span, params string[] arguments)
    {
        if (!this.seen.Add((descriptor.Id, source.Path, span.Start, string.Join('\n', arguments)))) return;
        var count = this.counts[descriptor.Id] = this.counts.GetValueOrDefault(descriptor.Id) + 1;
        if (count > MostOfOneKind && descriptor.Severity != FindingSeverity.Error) return;
        this.all.Add(new(descriptor, Place.Of(source, span), new(arguments)));
    }

    /// <summary>In the order of the places, file by file.</summary>
    public IReadOnlyList<Finding> ToList() => [.. this.all.GroupBy(finding => finding.Place.Path).SelectMany(file => file.OrderBy(finding => finding.Place.Span.Start))];
}
