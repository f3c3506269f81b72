using System;
using System.Collections.Generic;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <summary>The JSON types a schema allows; <see cref="Integer"/> is a number of integral value (1.0 too).</summary>
[Flags]
public enum SchemaTypes
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Integer = 4,
    Number = 8 | Integer,
    String = 16,
    Array = 32,
    Object = 64,
    Any = Null | Boolean | Number | String | Array | Object,
}

/// <summary>What a schema means, decided once: the generator prints it as C#, the interpreter walks it (DESIGN §4).</summary>
/// <param name="Root">The schema itself.</param>
/// <param name="Definitions">The targets of <c>$ref</c>: <c>$defs</c> entries and other places inside the file, by JSON Pointer such as <c>/$defs/address</c>.</param>
public sealed record SchemaPlan(SchemaNode Root, IReadOnlyDictionary<string, SchemaNode> Definitions);

/// <summary>One schema: independent assertions, all of which hold at once. Null or empty means that the keyword is absent.</summary>
public sealed class SchemaNode
{
    /// <summary>The schema as written (an object, or <c>true</c>/<c>false</c>); for a short record the word or object it was made from.</summary>
    public required JsonNode Node { get; init; }

    /// <summary>JSON Pointer from the schema's root.</summary>
    public required string Pointer { get; init; }

    /// <summary><see cref="SchemaTypes.Any"/> where <c>type</c> is absent; <see cref="SchemaTypes.None"/> for <c>false</c>.</summary>
    public SchemaTypes Types { get; init; } = SchemaTypes.Any;

    /// <summary>A key of <see cref="SchemaPlan.Definitions"/>.</summary>
    public string? Reference { get; init; }

    public IReadOnlyList<JsonNode>? Enum { get; init; }

    public JsonNode? Const { get; init; }

    /// <summary>Bounds as written, compared exactly (never through double).</summary>
    public JsonNumber? Minimum { get; init; }

    public JsonNumber? Maximum { get; init; }

    public JsonNumber? ExclusiveMinimum { get; init; }

    public JsonNumber? ExclusiveMaximum { get; init; }

    public JsonNumber? MultipleOf { get; init; }

    /// <summary>In Unicode code points.</summary>
    public long? MinLength { get; init; }

    public long? MaxLength { get; init; }

    /// <summary>ECMA-262 with <c>u</c>, unanchored.</summary>
    public JsonString? Pattern { get; init; }

    /// <summary>An asserted format of SPEC §2, or an annotation (<see cref="FormatAsserted"/> false).</summary>
    public string? Format { get; init; }

    public bool FormatAsserted { get; init; }

    public bool Base64 { get; init; }

    public IReadOnlyList<SchemaNode> PrefixItems { get; init; } = [];

    /// <summary>For elements behind <see cref="PrefixItems"/>.</summary>
    public SchemaNode? Items { get; init; }

    public long? MinItems { get; init; }

    public long? MaxItems { get; init; }

    public bool UniqueItems { get; init; }

    /// <summary>In written order.</summary>
    public IReadOnlyList<SchemaProperty> Properties { get; init; } = [];

    /// <summary>Every name of <c>required</c>, also ones that <see cref="Properties"/> lacks.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>For members that <see cref="Properties"/> lacks. Null: not written. A node of <see cref="SchemaTypes.None"/>: closed.</summary>
    public SchemaNode? AdditionalProperties { get; init; }

    public long? MinProperties { get; init; }

    public long? MaxProperties { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public JsonNode? Default { get; init; }

    public IReadOnlyList<JsonNode> Examples { get; init; } = [];

    /// <summary><c>x-type</c>: a nominal type's name.</summary>
    public string? NominalType { get; init; }
}

/// <summary>An entry of <c>properties</c>.</summary>
/// <param name="Name">As in JSON.</param>
/// <param name="IsRequired">Named by <c>required</c> of the same schema.</param>
/// <param name="Schema">Its value's schema.</param>
public sealed record SchemaProperty(string Name, bool IsRequired, SchemaNode Schema);
