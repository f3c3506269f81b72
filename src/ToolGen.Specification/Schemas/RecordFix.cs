using System;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <summary>Mechanical remedies for words in short records.</summary>
internal static class RecordFix
{
    /// <summary>Null where nothing is certain.</summary>
    /// <param name="word">The word that is no type.</param>
    /// <param name="owner">The member whose value it is; null in a list.</param>
    public static FindingFix? For(JsonString word, JsonMember? owner)
    {
        if (owner is not null && word.Value.EndsWith("?", StringComparison.Ordinal) && Meant(word.Value.Substring(0, word.Value.Length - 1)) is { } optional)
        {
            var name = JsonWriter.Quote(owner.Name.EndsWith("?", StringComparison.Ordinal) ? owner.Name : owner.Name + "?");
            return new($"Write {name}: {optional}", new(new TextEdit(owner.NameSpan, name), new TextEdit(word.Span, optional)));
        }

        var text = word.Value.EndsWith("[]", StringComparison.Ordinal) && Meant(word.Value.Substring(0, word.Value.Length - 2)) is { } element ? $"[{element}]" : Meant(word.Value);
        return text is null ? null : new($"Write {text}", new(new TextEdit(word.Span, text)));
    }

    private static string? Meant(string word)
    {
        if (TypeWords.IsAnything(word)) return "\"json\"";
        var type = TypeWords.MeantBy(word);
        return type switch
        {
            "object" => "{ \"*\": \"json\" }",
            "array" => "[\"json\"]",
            "null" => "\"json\"",
            not null => JsonWriter.Quote(type),
            _ => TypeFix.FormatOf(word) is { } format ? JsonWriter.Quote(format.Name is "date" or "time" or "date-time" or "duration" or "uuid" or "uri" or "decimal" or "big" ? format.Name : "string") : null,
        };
    }
}
