using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.OpenApi.Documents;
using ToolGen.Specification.Json;

namespace ToolGen.OpenApi.Schemas;

/// <summary>
/// One schema with its references followed and its <c>allOf</c> laid together. Where two parts say something of the same, the outer and the
/// first one count: what is then too wide, the service refuses.
/// </summary>
internal sealed class SchemaParts
{
    private const int Deepest = 40;

    private readonly Dictionary<string, At> keywords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, At> properties = new(StringComparer.Ordinal);
    private readonly List<string> order = [];
    private readonly HashSet<JsonNode> visited = new(ReferenceEqualityComparer.Instance);

    private SchemaParts()
    {
    }

    /// <summary>The values that were laid together: the schema itself, what it refers to, its <c>allOf</c>.</summary>
    public IReadOnlyCollection<JsonNode> Visited => this.visited;

    /// <summary>The name of the outermost reference; null: none.</summary>
    public string? Reference { get; private set; }

    public IEnumerable<(string Name, At Schema)> Properties => this.order.Select(name => (name, this.properties[name]));

    public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

    /// <summary>The members of each <c>anyOf</c> and <c>oneOf</c>.</summary>
    public List<IReadOnlyList<At>> Alternatives { get; } = [];

    /// <summary>A keyword's value; nothing: it is not there.</summary>
    public At this[string keyword] => this.keywords.GetValueOrDefault(keyword);

    public static SchemaParts Of(DocumentSet document, At schema, IReadOnlySet<JsonNode>? outer = null)
    {
        var parts = new SchemaParts();
        parts.Gather(document, schema, outer, 0);
        return parts;
    }

    private void Gather(DocumentSet document, At at, IReadOnlySet<JsonNode>? outer, int depth)
    {
        if (depth > Deepest || !at.IsObject || !this.visited.Add(at.Node!)) return;
        if (at["$ref"].Node is JsonString)
        {
            // OpenAPI 3.1 lets further keywords stand beside a reference; they are nearer.
            this.Take(document, at, outer, depth);
            var target = document.Resolve(at, out var reference);
            if (depth == 0) this.Reference = reference;
            this.Gather(document, target, outer, depth + 1);
            return;
        }

        this.Take(document, at, outer, depth);
    }

    private void Take(DocumentSet document, At at, IReadOnlySet<JsonNode>? outer, int depth)
    {
        foreach (var (name, value) in at.Members)
        {
            switch (name)
            {
                case "$ref":
                case "allOf":
                    break;
                case "properties":
                    foreach (var property in value.Members)
                        if (this.properties.TryAdd(property.Name, property.Value)) this.order.Add(property.Name);
                    break;
                case "required" when value.Node is JsonArray:
                    this.Required.UnionWith(value.Items.Select(item => item.Text).OfType<string>());
                    break;
                case "anyOf" or "oneOf" when value.Node is JsonArray { Items.Count: > 0 }:
                    // The base of a family names its members, which name their base: from inside, only what it holds itself counts.
                    if (depth == 0 || outer?.Contains(at.Node!) != true) this.Alternatives.Add([.. value.Items]);
                    break;
                default:
                    this.keywords.TryAdd(name, value);
                    break;
            }
        }

        foreach (var part in at["allOf"].Items) this.Gather(document, part, outer, depth + 1);
    }
}
