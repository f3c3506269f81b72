using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs.Shapes;

namespace ToolGen.Specification.Specs.Format;

/// <summary>A value of the format → its strict form. The value must have the shape.</summary>
internal static class StrictEncoder
{
    public static JsonNode Of(Shape shape, JsonNode node) => shape switch
    {
        AnyShape or KindShape => Json(node),
        SchemaShape => Schema(node),
        ListShape list => JsonMake.Array(((JsonArray)node).Items.Select(item => Of(list.Item, item))),
        MapShape map => JsonMake.Object(StrictForm.Entries, Entries(((JsonObject)node).Members, value => Of(map.Value, value))),
        UnionShape union => Of(union.Alternatives.First(alternative => alternative.Fits(node)), node),
        RecordShape record => Record(record, (JsonObject)node),
        OwnKindShape => throw new NotSupportedException("own kinds have no strict form"),
        _ => node,
    };

    public static JsonNode Json(JsonNode node) => node switch
    {
        JsonNull => JsonMake.Object(StrictForm.Null, JsonMake.True),
        JsonArray array => JsonMake.Array(array.Items.Select(Json)),
        JsonObject @object => JsonMake.Object(StrictForm.Members, Entries(@object.Members, Json)),
        _ => node,
    };

    private static JsonObject Record(RecordShape record, JsonObject node)
    {
        var members = record.Fields.Select(field => JsonMake.Member(field.Name, node[field.Name] is { } value ? Of(field.Shape, value) : JsonMake.Null)).ToList();
        if (record.KeepsExtensions)
        {
            var extensions = node.Members.Where(member => RecordShape.IsExtension(member.Name)).ToArray();
            members.Add(JsonMake.Member(StrictForm.Extensions, extensions.Length == 0 ? JsonMake.Null : Entries(extensions, Json)));
        }

        return JsonMake.Object(members);
    }

    // Keywords of the common forms have slots of their own; whatever else a schema holds goes to the list.
    private static JsonNode Schema(JsonNode node)
    {
        if (node is not JsonObject schema) return node;
        var slots = new Dictionary<string, JsonNode>();
        var rest = new List<JsonMember>();
        foreach (var member in schema.Members)
        {
            if (Slot(member) is { } value) slots[member.Name] = value;
            else rest.Add(member);
        }

        return JsonMake.Object(
        [
            .. StrictDecoder.SchemaSlots.Select(name => JsonMake.Member(name, slots.TryGetValue(name, out var value) ? value : JsonMake.Null)),
            JsonMake.Member(StrictForm.Keywords, rest.Count == 0 ? JsonMake.Null : Entries(rest, Json)),
        ]);
    }

    private static JsonNode? Slot(JsonMember member) => (member.Name, member.Value) switch
    {
        ("type", JsonString) => member.Value,
        ("type" or "required", JsonArray words) when words.Items.All(word => word is JsonString) => words,
        ("description", JsonString) => member.Value,
        ("properties", JsonObject map) when map.Members.All(property => property.Value is JsonObject or JsonBoolean) => Entries(map.Members, Schema),
        ("items", JsonObject or JsonBoolean) => Schema(member.Value),
        ("enum", JsonArray values) => JsonMake.Array(values.Items.Select(Json)),
        _ => null,
    };

    private static JsonNode Entries(IEnumerable<JsonMember> members, Func<JsonNode, JsonNode> value) => JsonMake.Array(
        members.Select(member => JsonMake.Object(JsonMake.Member(StrictForm.Name, JsonMake.Text(member.Name)), JsonMake.Member(StrictForm.Value, value(member.Value)))));
}
