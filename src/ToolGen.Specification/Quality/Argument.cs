using System.Collections.Generic;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Specification.Quality;

/// <summary>A property of a tool's input, at the root or inside.</summary>
/// <param name="Parent">The schema whose property it is.</param>
/// <param name="Name">As in JSON.</param>
/// <param name="NameSpan">Where the name stands.</param>
/// <param name="IsRequired">Named by <c>required</c>.</param>
/// <param name="Schema">What its value must be.</param>
/// <param name="Node">The schema as written.</param>
internal sealed record Argument(SchemaNode Parent, string Name, TextSpan NameSpan, bool IsRequired, SchemaNode Schema, JsonObject Node)
{
    /// <summary>For messages.</summary>
    public string Shown => JsonWriter.Quote(this.Name);

    /// <summary>Whether more than the name and a bare type says what it is.</summary>
    public bool IsTold => this.Schema.Enum is not null || this.Schema.Const is not null || this.Schema.Format is not null || this.Schema.Title is not null
        || this.Schema.Reference is not null || this.Schema.Pattern is not null || this.Schema.NominalType is not null || this.Schema.Types == SchemaTypes.Boolean;

    public bool IsUntyped => IsHole(this.Schema)
        || (this.Schema.Types == SchemaTypes.Array && this.Schema.PrefixItems.Count == 0 && (this.Schema.Items is null || IsHole(this.Schema.Items)))
        || (this.IsMap && IsHole(this.Schema.AdditionalProperties!));

    /// <summary>An integer that says how many and can be any, or a list or map as long as one likes.</summary>
    public bool IsUnbounded => (this.Schema.Types & ~SchemaTypes.Null) switch
    {
        SchemaTypes.Integer => this.Schema is { Enum: null, Const: null, Minimum: null, Maximum: null, ExclusiveMinimum: null, ExclusiveMaximum: null, Format: null } && DescriptionText.SaysHowMany(this.Name, this.Schema.Description),
        SchemaTypes.Array => this.Schema is { MaxItems: null, PrefixItems.Count: 0, Enum: null, Const: null },
        SchemaTypes.Object => this.IsMap && this.Schema.MaxProperties is null,
        _ => false,
    };

    private bool IsMap => this.Schema is { Types: SchemaTypes.Object, Properties.Count: 0, PatternProperties.Count: 0, HasInPlace: false, AdditionalProperties.Types: not SchemaTypes.None };

    private static bool IsHole(SchemaNode schema) =>
        schema is { Types: SchemaTypes.Any, Enum: null, Const: null, Reference: null, DynamicReference: null, HasInPlace: false, Properties.Count: 0 };
}

/// <summary>Walks a plan to every argument: properties in properties and in elements of lists; what references lead to is met once.</summary>
internal static class ArgumentWalk
{
    private const int MaxArguments = 1_000;

    public static IReadOnlyList<Argument> Of(SchemaPlan plan)
    {
        var found = new List<Argument>();
        var seen = new HashSet<SchemaNode>();
        var open = new Queue<SchemaNode>([plan.Root]);
        foreach (var definition in plan.Definitions) if (definition.Key.StartsWith("/", System.StringComparison.Ordinal)) open.Enqueue(definition.Value);
        while (open.Count > 0 && found.Count < MaxArguments)
        {
            var schema = open.Dequeue();
            if (!seen.Add(schema) || schema.Node is not JsonObject written) continue;
            foreach (var property in schema.Properties)
            {
                if ((written["properties"] as JsonObject)?.Member(property.Name) is not { Value: JsonObject node } member) continue;
                found.Add(new(schema, property.Name, member.NameSpan, property.IsRequired, property.Schema, node));
                open.Enqueue(property.Schema);
            }

            if (schema.Items is { } items) open.Enqueue(items);
            foreach (var inner in schema.InPlace) open.Enqueue(inner);
        }

        return found;
    }
}
