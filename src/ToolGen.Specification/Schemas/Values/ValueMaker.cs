using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas.Values;

/// <summary>Makes one value of a schema. What it makes mostly fits; whether it does, the interpreter says.</summary>
internal sealed partial class ValueMaker(SchemaPlan plan, ValueRandom random, ValueEdge edge)
{
    private const int MaximumDepth = 16;
    private const int MaximumNodes = 1_000;

    /// <summary>Below this, what can be left out is: a tree ends.</summary>
    private const int RichDepth = 5;

    private static readonly SchemaTypes[] Single = [SchemaTypes.Object, SchemaTypes.Array, SchemaTypes.String, SchemaTypes.Number, SchemaTypes.Boolean, SchemaTypes.Null];

    /// <summary>Text that the schema gives whole: it can stand in a list many times.</summary>
    private const int MaximumCharacters = 1 << 20;

    /// <summary>A check of one part can take as long as that of a whole value.</summary>
    private const int MaximumChecks = 20;

    private int nodes;
    private int characters;
    private int checks;

    private bool IsLeast => edge is ValueEdge.Least or ValueEdge.LeastOfAll;

    /// <summary>Null where nothing could be made.</summary>
    public JsonNode? Make(SchemaNode schema) => this.Make(schema, 0);

    private JsonNode? Make(SchemaNode schema, int depth)
    {
        if (depth > MaximumDepth || ++this.nodes > MaximumNodes || schema.Types == SchemaTypes.None) return null;
        if (schema.Const is { } constant) return this.Whole(constant);
        if (schema.Enum is { Count: > 0 } words) return this.Whole(this.Pick(words));
        if (edge == ValueEdge.None && random.Chance(5) && (schema.Examples.Count > 0 ? random.Of(schema.Examples) : schema.Default) is { } told) return this.Whole(told);
        var layers = this.Layers(schema).ToArray();
        return layers.Length == 0 ? this.Plain(schema, depth) : this.Joined(schema, layers, depth);
    }

    /// <summary>A value that the schema gives; null where there is too much of such already.</summary>
    private JsonNode? Whole(JsonNode value) => (this.characters += Math.Max(1, value.Span.Length)) > MaximumCharacters ? null : value;

    /// <summary>The schemas that hold for the same value.</summary>
    private IEnumerable<SchemaNode> Layers(SchemaNode schema)
    {
        if ((schema.Reference ?? schema.DynamicReference?.Target) is { } target && plan.Definitions.TryGetValue(target, out var node)) yield return node;
        foreach (var part in schema.AllOf) yield return part;
        if (schema.AnyOf.Count > 0) yield return this.Pick(schema.AnyOf);
        if (schema.OneOf.Count > 0) yield return this.Pick(schema.OneOf);
        if (schema.If is { } condition && schema.Then is { } then && random.Chance(2))
        {
            yield return condition;
            yield return then;
        }
        else if (schema.Else is { } otherwise)
        {
            yield return otherwise;
        }
    }

    private JsonNode? Joined(SchemaNode schema, IReadOnlyList<SchemaNode> layers, int depth)
    {
        var parts = layers.Select(layer => this.Make(layer, depth + 1)).OfType<JsonNode>().ToList();
        if (schema.Types != SchemaTypes.Any || schema.Properties.Count > 0 || schema.Required.Count > 0)
            if (this.Plain(schema, depth) is { } own) parts.Add(own);
        if (parts.Count < 2) return parts.FirstOrDefault();
        if (parts.All(part => part is JsonObject))
            return JsonMake.Object(parts.Cast<JsonObject>().SelectMany(part => part.Members).GroupBy(member => member.Name, StringComparer.Ordinal).Select(same => same.First()));
        if (++this.checks > MaximumChecks) return parts[0];
        return parts.FirstOrDefault(part => SchemaInterpreter.Check(plan, schema, part).Count == 0) ?? parts[0];
    }

    private JsonNode? Plain(SchemaNode schema, int depth) => this.TypeOf(schema) switch
    {
        SchemaTypes.Object => this.Object(schema, depth),
        SchemaTypes.Array => this.Array(schema, depth),
        SchemaTypes.String => this.Text(schema, depth),
        SchemaTypes.Number => this.Number(schema),
        SchemaTypes.Boolean => edge == ValueEdge.Most || (!this.IsLeast && random.Chance(2)) ? JsonMake.True : JsonMake.False,
        _ => JsonMake.Null,
    };

    private SchemaTypes TypeOf(SchemaNode schema)
    {
        if (schema.Types == SchemaTypes.Any)
        {
            // What is said of a type speaks for it.
            if (schema.Properties.Count > 0 || schema.Required.Count > 0 || schema.AdditionalProperties is not null || schema.PatternProperties.Count > 0) return SchemaTypes.Object;
            if (schema.Items is not null || schema.PrefixItems.Count > 0 || schema.Contains is not null) return SchemaTypes.Array;
            if (schema.Pattern is not null || schema.MaxLength is not null || schema.MinLength is not null) return SchemaTypes.String;
            if (schema.Minimum is not null || schema.Maximum is not null || schema.MultipleOf is not null) return SchemaTypes.Number;
        }

        var allowed = Single.Where(type => (schema.Types & type) != 0).ToArray();
        return edge switch
        {
            ValueEdge.Least or ValueEdge.LeastOfAll => allowed[allowed.Length - 1],
            ValueEdge.Most => allowed[0],
            _ => random.Of(allowed),
        };
    }

    private T Pick<T>(IReadOnlyList<T> items) => edge switch
    {
        ValueEdge.Least or ValueEdge.LeastOfAll => items[0],
        ValueEdge.Most => items[items.Count - 1],
        _ => random.Of(items),
    };

    /// <summary>How many, between bounds of which the upper one may be missing.</summary>
    private int Count(long? least, long? most, int usual)
    {
        var from = (int)Math.Min(least ?? 0, MaximumNodes);
        var to = (int)Math.Min(most ?? from + usual, Math.Max(from, from + (most is null ? usual : 10 * usual)));
        return this.IsLeast || to <= from ? from : edge == ValueEdge.Most ? to : from + random.Below(Math.Min(to - from, usual) + 1);
    }
}
