using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs.Shapes;

namespace ToolGen.Specification.Specs.Format;

/// <summary>The strict form → a value of the format; null where it is not of that form.</summary>
internal static class StrictDecoder
{
    /// <summary>Keywords of a schema that have slots of their own.</summary>
    public static readonly string[] SchemaSlots = ["type", "description", "properties", "required", "items", "enum"];

    public static JsonNode? Of(Shape shape, JsonNode node) => shape switch
    {
        AnyShape or KindShape => Json(node),
        SchemaShape => Schema(node),
        ListShape list => List(node, item => Of(list.Item, item)),
        MapShape map => node is JsonObject entries ? Map(entries[StrictForm.Entries], value => Of(map.Value, value)) : null,
        UnionShape union => union.Alternatives.FirstOrDefault(alternative => IsMeant(alternative, node)) is { } meant ? Of(meant, node) : null,
        RecordShape record => node is JsonObject @object ? Record(record, @object) : null,
        OwnKindShape => null,
        _ => shape.Fits(node) ? node : null,
    };

    private static bool IsMeant(Shape shape, JsonNode node) => shape switch
    {
        AnyShape => true,
        KindShape kinds => Json(node) is { } value && kinds.Fits(value),
        SchemaShape => node is JsonObject or JsonBoolean,
        MapShape => node is JsonObject map && map.Member(StrictForm.Entries) is not null,
        RecordShape { Marks.Count: 0 } record => node is JsonObject @object && @object.Member(record.Fields[0].Name) is not null,
        RecordShape { MarkWord: { } word } record => node is JsonObject @object && @object[record.Marks[0]] is JsonString given && given.Value == word,
        RecordShape record => node is JsonObject @object && record.Marks.Any(mark => @object[mark] is not null and not JsonNull),
        UnionShape union => union.Alternatives.Any(alternative => IsMeant(alternative, node)),
        OwnKindShape => false,
        _ => shape.Fits(node),
    };

    private static JsonNode? Json(JsonNode node) => node switch
    {
        JsonNull => null,
        JsonArray => List(node, Json),
        JsonObject @object when @object.Member(StrictForm.Null) is not null => JsonMake.Null,
        JsonObject @object => Map(@object[StrictForm.Members], Json),
        _ => node,
    };

    private static JsonObject? Record(RecordShape record, JsonObject node)
    {
        var members = new List<JsonMember>();
        foreach (var field in record.Fields)
        {
            if (node[field.Name] is null or JsonNull) continue;
            if (Of(field.Shape, node[field.Name]!) is not { } value) return null;
            members.Add(JsonMake.Member(field.Name, value));
        }

        if (record.KeepsExtensions && node[StrictForm.Extensions] is not (null or JsonNull))
        {
            if (Map(node[StrictForm.Extensions], Json) is not { } extensions) return null;
            members.AddRange(extensions.Members.Where(member => RecordShape.IsExtension(member.Name)));
        }

        return JsonMake.Object(members);
    }

    private static JsonNode? Schema(JsonNode node)
    {
        if (node is JsonBoolean) return node;
        if (node is not JsonObject schema) return null;
        var members = new List<JsonMember>();
        foreach (var slot in SchemaSlots)
        {
            if (schema[slot] is not { } given || given is JsonNull) continue;
            var value = slot switch
            {
                "properties" => Map(given, Schema),
                "items" => Schema(given),
                "enum" => List(given, Json),
                _ => given,
            };
            if (value is null) return null;
            members.Add(JsonMake.Member(slot, value));
        }

        if (schema[StrictForm.Keywords] is { } keywords and not JsonNull)
        {
            if (Map(keywords, Json) is not { } rest) return null;
            if (rest.Members.Any(member => members.Any(other => other.Name == member.Name))) return null;
            members.AddRange(rest.Members);
        }

        return JsonMake.Object(members);
    }

    private static JsonArray? List(JsonNode node, Func<JsonNode, JsonNode?> item)
    {
        if (node is not JsonArray array) return null;
        var items = new List<JsonNode>();
        foreach (var element in array.Items)
        {
            if (item(element) is not { } value) return null;
            items.Add(value);
        }

        return new(items, default);
    }

    // A name given twice would lose one of the values: no form.
    private static JsonObject? Map(JsonNode? node, Func<JsonNode, JsonNode?> item)
    {
        if (node is not JsonArray entries) return null;
        var members = new List<JsonMember>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries.Items)
        {
            if (entry is not JsonObject pair || pair[StrictForm.Name] is not JsonString name || pair[StrictForm.Value] is not { } given) return null;
            if (item(given) is not { } value || !names.Add(name.Value)) return null;
            members.Add(JsonMake.Member(name.Value, value));
        }

        return JsonMake.Object(members);
    }
}
