using System;
using System.Collections.Generic;

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

/// <summary>What a schema means, decided once: the generator prints it as C#, the interpreter walks it, and both refuse the same.</summary>
/// <param name="Root">The schema itself.</param>
/// <param name="Definitions">
/// The targets of references, and <c>$defs</c>: by JSON Pointer such as <c>/$defs/address</c> inside the file, by URI where another document, an
/// <c>$id</c> or an anchor is meant.
/// </param>
public sealed record SchemaPlan(SchemaNode Root, IReadOnlyDictionary<string, SchemaNode> Definitions);

/// <summary>A schema resource (JSON Schema Core §4.3.5): a document, or a schema with an <c>$id</c> of its own.</summary>
/// <param name="uri">Absolute where an <c>$id</c> says so; the file itself has none and is the empty string.</param>
public sealed class SchemaResource(string uri)
{
    /// <summary>Without fragment.</summary>
    public string Uri { get; } = uri;

    /// <summary>What <c>$dynamicRef</c> can mean while this resource is among those being evaluated: schemas by the names of <c>$dynamicAnchor</c>.</summary>
    public IReadOnlyDictionary<string, SchemaNode> DynamicAnchors => this.Dynamic;

    internal Dictionary<string, SchemaNode> Dynamic { get; } = [];
}

/// <summary>A <c>$dynamicRef</c>.</summary>
/// <param name="Target">A key of <see cref="SchemaPlan.Definitions"/>: where it leads as a plain reference.</param>
/// <param name="Anchor">The name that is sought among the resources being evaluated, outermost first; null where it is a plain reference.</param>
public sealed record SchemaDynamicReference(string Target, string? Anchor);
