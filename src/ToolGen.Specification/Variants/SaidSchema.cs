using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Specification.Variants;

/// <summary>A schema for a provider, and how values are said in it.</summary>
/// <param name="Members">Its keywords but <c>description</c>.</param>
/// <param name="Form">How values are said.</param>
/// <param name="Types">The JSON types that it lets through.</param>
/// <param name="Levels">Objects and lists inside each other, at most.</param>
internal sealed record SaidSchema(IReadOnlyList<JsonMember> Members, VariantForm Form, SchemaTypes Types, int Levels)
{
    public static readonly SaidSchema Null = Scalar("null", SchemaTypes.Null);

    public string? Description { get; init; }

    /// <summary>The name of an object's first property; null where it is no object, has none, or is not yet known.</summary>
    public string? FirstKey { get; init; }

    /// <summary>Whether it can be an object whose first property is not yet known.</summary>
    public bool HidesFirstKey { get; init; }

    public static SaidSchema Scalar(string type, SchemaTypes types, params JsonMember[] more) =>
        new([JsonMake.Member("type", JsonMake.Text(type)), .. more], VariantForm.Same, types, 0);

    /// <summary>A closed object.</summary>
    /// <param name="properties">In order.</param>
    /// <param name="required">Whether <c>required</c> names it.</param>
    /// <param name="form">How values are said.</param>
    public static SaidSchema Object(IReadOnlyList<(string Name, SaidSchema Value)> properties, System.Func<int, bool> required, VariantForm form) => new(
        [
            JsonMake.Member("type", JsonMake.Text("object")),
            JsonMake.Member("properties", JsonMake.Object(properties.Select(one => JsonMake.Member(one.Name, one.Value.ToNode())))),
            JsonMake.Member("required", JsonMake.Texts(properties.Where((_, index) => required(index)).Select(one => one.Name))),
            JsonMake.Member("additionalProperties", JsonMake.False),
        ],
        form, SchemaTypes.Object, 1 + properties.Select(one => one.Value.Levels).DefaultIfEmpty().Max())
    {
        FirstKey = properties.Count > 0 ? properties[0].Name : null,
    };

    public static SaidSchema Array(SaidSchema items, VariantForm form, params JsonMember[] more) => new(
        [JsonMake.Member("type", JsonMake.Text("array")), JsonMake.Member("items", items.ToNode()), .. more], form, SchemaTypes.Array, 1 + items.Levels);

    /// <summary>An object of one property.</summary>
    public static SaidSchema Around(string name, SaidSchema value, VariantForm form) => Object([(name, value)], _ => true, form);

    /// <summary>Lets null through too.</summary>
    public SaidSchema OrNull() => this with
    {
        Members = [JsonMake.Member("anyOf", JsonMake.Array([.. this.Alternatives(), Null.ToNode()]))],
        Types = this.Types | SchemaTypes.Null,
    };

    /// <summary>The schemas of its <c>anyOf</c>, or itself.</summary>
    public IEnumerable<JsonNode> Alternatives() =>
        this.Members is [{ Name: "anyOf", Value: JsonArray cases }] ? cases.Items : [JsonMake.Object(this.Members)];

    public JsonObject ToNode() => this.Description is not { Length: > 0 } text ? JsonMake.Object(this.Members)
        : this.Members is [{ Name: "$ref" }] ? JsonMake.Object(JsonMake.Member("anyOf", JsonMake.Array([JsonMake.Object(this.Members)])), Describe(text))
        : JsonMake.Object([.. this.Members, Describe(text)]);

    private static JsonMember Describe(string text) => JsonMake.Member("description", JsonMake.Text(text));
}
