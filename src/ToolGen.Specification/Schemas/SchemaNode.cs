using System.Collections.Generic;
using ToolGen.Checks;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <summary>One schema: independent assertions, all of which hold at once. Null or empty means that the keyword is absent.</summary>
public sealed partial class SchemaNode
{
    /// <summary>The schema as written (an object, or <c>true</c>/<c>false</c>); for a short record the word or object it was made from.</summary>
    public required JsonNode Node { get; init; }

    /// <summary>JSON Pointer from the file's root; behind the document's URI and <c>#</c> where it is another document.</summary>
    public required string Pointer { get; init; }

    /// <summary>The resource it belongs to; null in a short record, which has no references.</summary>
    public SchemaResource? Resource { get; init; }

    /// <summary><see cref="SchemaTypes.Any"/> where <c>type</c> is absent; <see cref="SchemaTypes.None"/> for <c>false</c>.</summary>
    public SchemaTypes Types { get; init; } = SchemaTypes.Any;

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

    /// <summary><see cref="Pattern"/>, made ready.</summary>
    internal TextPattern? Matcher { get; init; }

    /// <summary>An asserted format of SPEC §2, or an annotation (<see cref="FormatAsserted"/> false).</summary>
    public string? Format { get; init; }

    public bool FormatAsserted { get; init; }

    /// <summary><c>contentEncoding</c> is base64, and asserted.</summary>
    public bool Base64 { get; init; }

    /// <summary><c>contentMediaType</c> is JSON, and asserted.</summary>
    public bool JsonText { get; init; }

    /// <summary>What the JSON inside the string must fit; null unless <see cref="JsonText"/>.</summary>
    public SchemaNode? ContentSchema { get; init; }

    public IReadOnlyList<SchemaNode> PrefixItems { get; init; } = [];

    /// <summary>For elements behind <see cref="PrefixItems"/>.</summary>
    public SchemaNode? Items { get; internal set; }

    public long? MinItems { get; internal set; }

    public long? MaxItems { get; init; }

    public bool UniqueItems { get; init; }

    /// <summary>In written order.</summary>
    public IReadOnlyList<SchemaProperty> Properties { get; init; } = [];

    /// <summary>Every name of <c>required</c>, also ones that <see cref="Properties"/> lacks.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>For members that <see cref="Properties"/> and <see cref="PatternProperties"/> lack. Null: not written. A node of <see cref="SchemaTypes.None"/>: closed.</summary>
    public SchemaNode? AdditionalProperties { get; internal set; }

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

/// <summary>An entry of <c>patternProperties</c>.</summary>
public sealed record SchemaPattern
{
    internal SchemaPattern(TextPattern matcher, SchemaNode schema) => (this.Matcher, this.Schema) = (matcher, schema);

    /// <summary>ECMA-262 with <c>u</c>, unanchored; over the names.</summary>
    public string Pattern => this.Matcher.Source;

    /// <summary>The schema of every member whose name matches.</summary>
    public SchemaNode Schema { get; }

    internal TextPattern Matcher { get; }
}

/// <summary>An entry of <c>dependentRequired</c>.</summary>
/// <param name="Name">Where this property is there …</param>
/// <param name="Required">… these must be.</param>
public sealed record SchemaDependency(string Name, IReadOnlyList<string> Required);
