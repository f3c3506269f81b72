using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <summary>Mechanical remedies for members that are no keyword but whose meaning is certain.</summary>
internal static class KeywordFix
{
    /// <summary>Null where nothing is certain.</summary>
    public static FindingFix? For(SourceText source, JsonObject schema, JsonMember member)
    {
        if (Meant(member.Name) is { } keyword && schema.Member(keyword) is null)
            return new($"Rename it to {Excerpt.Quote(keyword)}", new(new TextEdit(member.NameSpan, Excerpt.Quote(keyword))));

        switch (member.Name)
        {
            // What is not in the parent's "required" is optional already; `optional: false` would have to change that list.
            case "optional" when member.Value is JsonBoolean { Value: true }:
            case "optional" when member.Value is JsonArray names && !names.Items.Intersect(Elements(schema["required"]), JsonEquality.Comparer).Any():
            case "nullable" when member.Value is JsonBoolean { Value: false }:
                return new($"Leave out {Excerpt.Quote(member.Name)}: it says nothing more", new(MemberEdits.Remove(schema, member)));
            case "nullable" when member.Value is JsonBoolean { Value: true } && schema["type"] is JsonString type && TypeWords.Parse(type.Value) is not (SchemaTypes.None or SchemaTypes.Null) && schema["enum"] is null:
                return new("Add \"null\" to \"type\"", new(new TextEdit(type.Span, $"[{Excerpt.Quote(type.Value)}, \"null\"]"), MemberEdits.Remove(schema, member)));
            case "example" when schema.Member("examples") is null:
                var value = source.Text.Substring(member.Value.Span.Start, member.Value.Span.Length);
                return new("Write a list \"examples\"", new(new TextEdit(member.NameSpan, "\"examples\""), new TextEdit(member.Value.Span, $"[{value}]")));
            default:
                return null;
        }
    }

    private static IEnumerable<JsonNode> Elements(JsonNode? list) => list is JsonArray array ? array.Items : [];

    private static string? Meant(string name)
    {
        switch (name)
        {
            case "definitions":
                return "$defs";
            case "desc" or "doc" or "summary":
                return "description";
            case "ref":
                return "$ref";
        }

        foreach (var keyword in SchemaKeywords.Known)
            if (TypeFix.IsSameWord(keyword, name)) return keyword;
        return null;
    }
}
