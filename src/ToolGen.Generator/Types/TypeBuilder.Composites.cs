using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Generator.Types;

/// <summary>Schemas to which others are applied: where all of them together say one type, the value has it, and is checked by the whole.</summary>
public sealed partial class TypeBuilder
{
    private const int MaxSources = 100;

    private TypeUse Composite(SchemaNode node, string name, string parent)
    {
        if (this.Union(node, name, parent) is { } union) return union;
        var types = this.TypesOf(node, 0);
        var isNullable = (types & SchemaTypes.Null) != 0 && types != SchemaTypes.Any;
        switch (types & ~SchemaTypes.Null)
        {
            case SchemaTypes.String or SchemaTypes.Boolean or SchemaTypes.Integer or SchemaTypes.Number:
                var use = this.BuildOwn(this.Scalar(node, types), name, parent);
                return use.Type == LeafType.Element ? this.Untyped(node, isSaid: true) : use with { IsNullable = isNullable, Whole = this.WholeRule(node) };
            case SchemaTypes.Object when this.Merged(node, types) is { Properties.Count: > 0 and <= MaxProperties } merged:
                return this.Record(merged, name, parent, this.WholeRule(node), node);
            default:
                return this.Untyped(node, isSaid: true);
        }
    }

    /// <summary>
    /// Whether what a <c>$dynamicRef</c> below means depends on this schema's resource: then the whole value is checked by rules, which know through
    /// which resources they came.
    /// </summary>
    private bool IsDynamic(SchemaNode node)
    {
        if (node.Resource is not { DynamicAnchors.Count: > 0 }) return false;
        var seen = new HashSet<SchemaNode>();
        var open = new Stack<SchemaNode>([node]);
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (!seen.Add(next)) continue;
            if (next.DynamicReference is { Anchor: not null }) return true;
            if (next.Reference is { } key && this.plan.Definitions.TryGetValue(key, out var target)) open.Push(target);
            foreach (var inner in next.Inner) open.Push(inner);
        }

        return false;
    }

    /// <summary>The types that all schemas of the value leave.</summary>
    private SchemaTypes TypesOf(SchemaNode node, int depth)
    {
        if (depth > 32) return SchemaTypes.Any;
        var types = node.Types;
        if (node.Reference is { } key && this.plan.Definitions.TryGetValue(key, out var target)) types &= this.TypesOf(target, depth + 1);
        foreach (var part in node.AllOf) types &= this.TypesOf(part, depth + 1);
        foreach (var alternatives in new[] { node.AnyOf, node.OneOf })
            if (alternatives.Count > 0) types &= alternatives.Aggregate(SchemaTypes.None, (sum, one) => sum | this.TypesOf(one, depth + 1));
        return types;
    }

    /// <summary>It, and what holds for the same value in any case: behind <c>$ref</c> and <c>allOf</c>.</summary>
    private List<SchemaNode> Sources(SchemaNode node)
    {
        var sources = new List<SchemaNode>();
        var open = new Queue<SchemaNode>([node]);
        while (open.Count > 0 && sources.Count < MaxSources)
        {
            var next = open.Dequeue();
            if (sources.Contains(next)) continue;
            sources.Add(next);
            if (next.Reference is { } key && this.plan.Definitions.TryGetValue(key, out var target)) open.Enqueue(target);
            foreach (var part in next.AllOf) open.Enqueue(part);
        }

        return sources;
    }

    /// <summary>One schema with the properties of all sources; null where not all of them can be had so.</summary>
    private SchemaNode? Merged(SchemaNode node, SchemaTypes types)
    {
        var sources = this.Sources(node);
        if (sources.Count >= MaxSources) return null;
        var required = new HashSet<string>(sources.SelectMany(source => source.Required));
        var properties = new List<SchemaProperty>();
        foreach (var property in sources.SelectMany(source => source.Properties))
        {
            var known = properties.FindIndex(one => one.Name == property.Name);
            var merged = new SchemaProperty(property.Name, required.Contains(property.Name), property.Schema);
            if (known < 0) properties.Add(merged);
            else if (this.TypesOf(properties[known].Schema, 0) == SchemaTypes.Any) properties[known] = merged;
        }

        // Members that only an alternative names are kept as they are.
        var isClosed = sources.Any(source => (source.AdditionalProperties ?? source.UnevaluatedProperties) is { Types: SchemaTypes.None })
            && sources.All(source => source.PatternProperties.Count == 0 && !source.AnyOf.Concat(source.OneOf).Concat(source.DependentSchemas.Select(one => one.Schema)).Append(source.If).Append(source.Then).Append(source.Else).Any(Names));
        return new()
        {
            Node = node.Node,
            Pointer = node.Pointer,
            Types = types,
            Properties = properties,
            Required = required.ToList(),
            Title = node.Title,
            Description = node.Description,
            AdditionalProperties = new() { Node = new JsonBoolean(!isClosed, node.Node.Span), Pointer = node.Pointer, Types = isClosed ? SchemaTypes.None : SchemaTypes.Any },
        };
    }

    // References are not followed: what is behind one may name anything.
    private static bool Names(SchemaNode? node) =>
        node is not null && (node.Properties.Count > 0 || node.PatternProperties.Count > 0 || node.Reference is not null || node.DynamicReference is not null || node.AdditionalProperties is not null || node.InPlace.Any(Names));

    /// <summary>One schema of a scalar type, with what decides which C# type holds it.</summary>
    private SchemaNode Scalar(SchemaNode node, SchemaTypes types)
    {
        var sources = this.Sources(node);
        var format = sources.FirstOrDefault(source => source.FormatAsserted);
        var bounded = sources.FirstOrDefault(source => (source.Minimum ?? source.ExclusiveMinimum) is not null && (source.Maximum ?? source.ExclusiveMaximum) is not null);
        return new()
        {
            Node = node.Node,
            Pointer = node.Pointer,
            Types = types,
            Format = format?.Format,
            FormatAsserted = format is not null,
            Base64 = sources.Any(source => source.Base64),
            Minimum = bounded?.Minimum,
            Maximum = bounded?.Maximum,
            ExclusiveMinimum = bounded?.ExclusiveMinimum,
            ExclusiveMaximum = bounded?.ExclusiveMaximum,
            Description = node.Description,
            NominalType = node.NominalType,
        };
    }
}
