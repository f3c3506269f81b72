using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Fixes;

/// <summary>Defaults of another type than their schema's: made right where only one value can be meant, else taken out.</summary>
internal static class DefaultMends
{
    public static void Schema(MendSink sink, JsonObject schema)
    {
        if (schema.Member("default") is not { } member || schema["type"] is not JsonString { Value: var word }) return;
        var type = Aliases.SchemaType(word) ?? word;
        if (Fits(type, member.Value) is not false) return;
        var given = JsonWriter.Compact(member.Value);
        if (Meant(schema, type, member.Value) is { } meant)
            sink.Replace(FindingCatalog.WrongDefault, member.Value, meant, given, type, $"Write {JsonWriter.Compact(meant)}");
        else
            sink.Add(FindingCatalog.WrongDefault, member.Value.Span, "leave the default out", [MendSink.Removing(schema, member)], given, type, "Leave it out");
    }

    // Null: the word is no type, so nothing can be said.
    private static bool? Fits(string type, JsonNode value) => type switch
    {
        "string" => value is JsonString,
        "boolean" => value is JsonBoolean,
        "number" or "integer" => value is JsonNumber,
        "array" => value is JsonArray,
        "object" => value is JsonObject,
        "null" => value is JsonNull,
        _ => null,
    };

    private static JsonNode? Meant(JsonObject schema, string type, JsonNode value)
    {
        if (type == "array") return value is not JsonNull && schema["items"] is JsonObject items && Accepts(items, value) ? new JsonArray([value], default) : null;
        var text = (value as JsonString)?.Value.Trim();
        return type switch
        {
            "boolean" when text?.ToLowerInvariant() is "true" or "false" => new JsonBoolean(text!.ToLowerInvariant() == "true", default),
            "number" or "integer" when text is not null && Number(text) is { } number && (type == "number" || IsWhole(number)) => number,
            "string" when value is JsonNumber or JsonBoolean => new JsonString(JsonWriter.Compact(value), default),
            _ => null,
        };
    }

    private static bool Accepts(JsonObject items, JsonNode value) =>
        items["type"] is JsonString { Value: var word }
        && Fits(Aliases.SchemaType(word) ?? word, value) is true
        && (items["enum"] is not JsonArray { Items: var allowed } || allowed.Any(item => JsonWriter.Canonical(item) == JsonWriter.Canonical(value)));

    private static JsonNumber? Number(string text)
    {
        var document = JsonReader.Read(new SourceText("", text));
        return document.Findings.Count == 0 ? document.Root as JsonNumber : null;
    }

    private static bool IsWhole(JsonNumber number) => number.Text.All(unit => unit is '-' or (>= '0' and <= '9'));
}
