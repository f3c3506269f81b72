using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Specification.Fixes;

/// <summary>Near misses of JSON Schemas: type words, words that are no keywords, defaults of another type.</summary>
internal static class SchemaMends
{
    public static void Schema(MendSink sink, JsonNode? node)
    {
        if (node is not JsonObject schema) return;
        Type(sink, schema);
        Nullable(sink, schema);
        ItemsList(sink, schema);
        RequiredMends.Object(sink, schema);
        DefaultMends.Schema(sink, schema);
        foreach (var inner in SchemaKeywords.Inner(schema)) Schema(sink, inner);
    }

    private static void Type(MendSink sink, JsonObject schema)
    {
        if (schema.Member("type") is not { } member) return;
        if (member.Value is JsonArray list)
        {
            foreach (var item in list.Items.OfType<JsonString>())
                if (Counterpart(item.Value) is { } type) sink.Replace(FindingCatalog.TypeWord, item, new JsonString(type, default), item.Value, $"`\"{type}\"`");
            return;
        }

        if (member.Value is not JsonString { Value: var word } node) return;
        if (Counterpart(word) is { } known)
            sink.Replace(FindingCatalog.TypeWord, node, new JsonString(known, default), word, $"`\"{known}\"`");
        else if (Aliases.IsAny(word))
            sink.Add(FindingCatalog.TypeWord, node.Span, "leave `type` out", [MendSink.Removing(schema, member)], word, "no `type` at all");
        else if (word.ToLowerInvariant() is "date" or "datetime" or "date-time" or "time" or "uuid" && schema["format"] is null)
            Format(sink, schema, member, word.ToLowerInvariant() is "datetime" ? "date-time" : word.ToLowerInvariant());
    }

    private static void Format(MendSink sink, JsonObject schema, JsonMember member, string format) =>
        sink.Add(
            FindingCatalog.TypeWord, member.Value.Span, $"write a string with the format {format}",
            [new(member.Value.Span, $"\"string\", \"format\": \"{format}\"")], ((JsonString)member.Value).Value, $"`\"type\": \"string\", \"format\": \"{format}\"`");

    private static string? Counterpart(string word)
    {
        if (word is "object" or "number" or "integer" or "string" or "boolean" or "array" or "null") return null;
        var lower = word.ToLowerInvariant();
        return lower is "object" or "number" or "integer" or "string" or "boolean" or "array" or "null" ? lower : Aliases.SchemaType(lower);
    }

    // OpenAPI 3.0: "nullable": true
    private static void Nullable(MendSink sink, JsonObject schema)
    {
        if (schema.Member("nullable") is not { Value: JsonBoolean nullable } member) return;
        var edits = new List<TextEdit> { MendSink.Removing(schema, member) };
        if (nullable.Value)
        {
            if (schema["type"] is not JsonString type || Counterpart(type.Value) is not null) return;
            edits.Add(sink.Replacing(type, new JsonArray([type, new JsonString("null", default)], default)));
        }

        sink.Add(FindingCatalog.NoKeyword, member.NameSpan, "put null into `type`", edits, "nullable", "Add `\"null\"` to `type`");
    }

    // Before 2020-12 a tuple was a list in `items`.
    private static void ItemsList(MendSink sink, JsonObject schema)
    {
        if (schema.Member("items") is not { Value: JsonArray } member || schema["prefixItems"] is not null) return;
        sink.Add(
            FindingCatalog.NoKeyword, member.NameSpan, "write \"prefixItems\" for \"items\"", [MendSink.Renaming(member, "prefixItems")],
            "items", "A list of schemas, one a position, is `prefixItems`");
    }
}
