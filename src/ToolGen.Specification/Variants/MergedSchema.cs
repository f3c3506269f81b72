using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Specification.Variants;

/// <summary>What always holds of a value: a schema with all schemas that <c>$ref</c> and <c>allOf</c> add to it. It may let more through than they do, never less.</summary>
internal sealed class MergedSchema
{
    private readonly IReadOnlyDictionary<string, SchemaNode> definitions;
    private readonly List<SchemaNode> conditional = [];

    private MergedSchema(SchemaNode node, IReadOnlyDictionary<string, SchemaNode> definitions)
    {
        this.definitions = definitions;
        this.Nodes = this.Always(node);
        this.Types = this.Nodes.Aggregate(SchemaTypes.Any, (types, one) => types & one.Types);
        this.Values = this.Nodes.Select(one => one.Enum ?? (one.Const is { } constant ? [constant] : null)).FirstOrDefault(values => values is not null);
        var structured = this.Nodes.Any(IsStructured);
        var unions = this.Nodes.Where(one => one.AnyOf.Count + one.OneOf.Count > 0).ToArray();
        if (!structured && unions.Length == 1 && this.Values is null && (unions[0].AnyOf.Count == 0 || unions[0].OneOf.Count == 0))
            this.Cases = unions[0].AnyOf.Count > 0 ? unions[0].AnyOf : unions[0].OneOf;
        else
            this.GatherConditional();

        var required = new HashSet<string>(this.Nodes.SelectMany(one => one.Required));
        this.Properties = this.Nodes.SelectMany(one => one.Properties).GroupBy(property => property.Name)
            .Select(same => new SchemaProperty(same.Key, required.Contains(same.Key), same.First().Schema)).ToArray();
        this.Array = this.Nodes.FirstOrDefault(one => one.PrefixItems.Count > 0) ?? this.Nodes.FirstOrDefault(one => one.Items is not null);
        (this.IsOpen, this.More) = this.Others();
    }

    /// <summary>The schema first.</summary>
    public IReadOnlyList<SchemaNode> Nodes { get; }

    public SchemaTypes Types { get; }

    /// <summary>Of <c>enum</c> or <c>const</c>; null: neither is written.</summary>
    public IReadOnlyList<JsonNode>? Values { get; }

    /// <summary>Of the one <c>anyOf</c> or <c>oneOf</c> that says what the value is; null where there is none, or where it only adds to what is said here.</summary>
    public IReadOnlyList<SchemaNode>? Cases { get; }

    public IReadOnlyList<SchemaProperty> Properties { get; }

    /// <summary>Whether there can be other properties.</summary>
    public bool IsOpen { get; }

    /// <summary>The schema of all others; null: they can be anything.</summary>
    public SchemaNode? More { get; }

    /// <summary>The schema that says what the elements are; null: none.</summary>
    public SchemaNode? Array { get; }

    /// <summary>Whether a <c>$dynamicRef</c> adds what is only known at the value.</summary>
    public bool IsDynamic => this.Nodes.Any(one => one.DynamicReference is not null);

    public static MergedSchema Of(SchemaNode node, IReadOnlyDictionary<string, SchemaNode> definitions) => new(node, definitions);

    private static bool IsStructured(SchemaNode node) =>
        node.Properties.Count > 0 || node.PatternProperties.Count > 0 || node.AdditionalProperties is not null || node.UnevaluatedProperties is not null
        || node.Items is not null || node.PrefixItems.Count > 0 || node.UnevaluatedItems is not null || node.If is not null || node.DependentSchemas.Count > 0;

    private List<SchemaNode> Always(SchemaNode node)
    {
        var seen = new HashSet<SchemaNode>();
        var all = new List<SchemaNode>();
        var open = new Stack<SchemaNode>([node]);
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (!seen.Add(next)) continue;
            all.Add(next);
            foreach (var inner in next.AllOf.Reverse()) open.Push(inner);
            if (next.Reference is { } key && this.definitions.TryGetValue(key, out var target)) open.Push(target);
        }

        return all;
    }

    private void GatherConditional()
    {
        var seen = new HashSet<SchemaNode>(this.Nodes);
        var open = new Stack<SchemaNode>(this.Nodes);
        while (open.Count > 0)
        {
            var next = open.Pop();
            IEnumerable<SchemaNode> inner = next.InPlace;
            if (next.Reference is { } key && this.definitions.TryGetValue(key, out var target)) inner = inner.Append(target);
            foreach (var one in inner.Where(one => one != next.Not))
            {
                if (!seen.Add(one)) continue;
                this.conditional.Add(one);
                open.Push(one);
            }
        }
    }

    private (bool IsOpen, SchemaNode? More) Others()
    {
        var open = this.Nodes.Where(one => one.AdditionalProperties is { Types: not SchemaTypes.None }).ToArray();
        var patterns = this.Nodes.SelectMany(one => one.PatternProperties).ToArray();
        if (this.Nodes.FirstOrDefault(one => one.AdditionalProperties is { Types: SchemaTypes.None }) is { } closed)
            return (closed.PatternProperties.Count > 0, patterns.Length == 1 && closed.PatternProperties.Count == 1 ? patterns[0].Schema : null);

        if (this.Nodes.Any(one => one.UnevaluatedProperties is { Types: SchemaTypes.None }))
        {
            var names = new HashSet<string>(this.Properties.Select(property => property.Name));
            var brings = this.conditional.Any(one => one.DynamicReference is not null || one.PatternProperties.Count > 0 || one.AdditionalProperties is { Types: not SchemaTypes.None }
                || one.UnevaluatedProperties is { Types: not SchemaTypes.None } || one.Properties.Any(property => !names.Contains(property.Name)));
            if (patterns.Length == 0 && open.Length == 0 && !brings) return (false, null);
            return (true, open.Length == 1 && patterns.Length == 0 && !brings ? open[0].AdditionalProperties : null);
        }

        return (true, open.Length == 1 && patterns.Length == 0 ? open[0].AdditionalProperties : null);
    }
}
