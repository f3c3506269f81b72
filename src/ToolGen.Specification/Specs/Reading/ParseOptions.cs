using System;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs.Format;

namespace ToolGen.Specification.Specs.Reading;

/// <summary>How records are cut: <c>parse</c> as a word with its options beside it, or as an object that holds them.</summary>
internal sealed class ParseOptions
{
    private readonly JsonObject flat;
    private readonly JsonObject? nested;

    public ParseOptions(JsonObject node, FindingSink sink)
    {
        this.flat = node;
        this.nested = node["parse"] as JsonObject;
        var word = (this.nested is null ? node["parse"] : this.nested["format"]) as JsonString;
        var index = word is null ? -1 : Array.IndexOf(TransformShapes.Formats, word.Value);
        this.Format = index < 0 ? null : (ParseFormat)index;
        if (this.nested is null) return;
        foreach (var member in this.nested.Members)
            if (node.Member(member.Name) is not null) sink.Add(FindingCatalog.Excluded, member.NameSpan, "parse." + Shapes.Shown.Text(member.Name), Shapes.Shown.Text(member.Name));
    }

    /// <summary>Null where it can't be read; then a finding stands.</summary>
    public ParseFormat? Format { get; }

    public JsonNode? this[string name] => this.nested?[name] ?? this.flat[name];
}
