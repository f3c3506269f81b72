using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Fixes;

/// <summary>Near misses of short records (SPEC §2): words of programming languages for the words of the format.</summary>
internal static class ShortRecordMends
{
    private static readonly string[] Words =
        ["string", "integer", "number", "boolean", "decimal", "big", "date", "time", "date-time", "duration", "uuid", "uri", "base64", "json"];

    public static void Record(MendSink sink, JsonNode? record)
    {
        if (record is JsonString { Value: "any" }) return;
        Shape(sink, record);
    }

    private static void Shape(MendSink sink, JsonNode? node)
    {
        switch (node)
        {
            case JsonString word: Word(sink, word); break;
            case JsonArray list:
                foreach (var item in list.Items) Shape(sink, item);
                break;
            case JsonObject @object:
                foreach (var member in @object.Members)
                    if (!OptionalWord(sink, @object, member)) Shape(sink, member.Value);
                break;
        }
    }

    private static void Word(MendSink sink, JsonString node)
    {
        if (Words.Contains(node.Value) || Counterpart(node.Value) is not { } mended) return;
        sink.Replace(FindingCatalog.TypeWord, node, mended, node.Value, "`" + JsonWriter.Compact(mended) + "`");
    }

    // {"name": "string?"} for {"name?": "string"}
    private static bool OptionalWord(MendSink sink, JsonObject parent, JsonMember member)
    {
        if (member.Value is not JsonString { Value: { Length: > 1 } word } || word[word.Length - 1] != '?') return false;
        var name = member.Name.EndsWith("?", System.StringComparison.Ordinal) ? member.Name : member.Name + "?";
        if (name != member.Name && parent.Member(name) is not null) return false;
        var edit = sink.Replacing(member, name, new JsonString(word.Substring(0, word.Length - 1), default));
        sink.Add(FindingCatalog.TypeWord, member.Value.Span, "put the question mark behind the name", [edit], word, $"`\"{name}\": \"{word.TrimEnd('?')}\"`");
        return true;
    }

    private static JsonNode? Counterpart(string word)
    {
        var lower = word.ToLowerInvariant();
        if (Words.Contains(lower)) return new JsonString(lower, default);
        if (Aliases.IsAny(lower)) return new JsonString("json", default);
        return lower switch
        {
            "datetime" or "timestamp" or "date_time" => new JsonString("date-time", default),
            "guid" => new JsonString("uuid", default),
            "url" => new JsonString("uri", default),
            "money" => new JsonString("decimal", default),
            "bigint" or "biginteger" => new JsonString("big", default),
            "object" => new JsonString("json", default),
            "array" => new JsonArray([new JsonString("json", default)], default),
            _ => Aliases.SchemaType(lower) switch
            {
                null or "null" => null,
                "object" => new JsonString("json", default),
                "array" => new JsonArray([new JsonString("json", default)], default),
                { } type => new JsonString(type, default),
            },
        };
    }
}
