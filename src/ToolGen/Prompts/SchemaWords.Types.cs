using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace ToolGen.Prompts;

/// <summary>Types and their bounds.</summary>
internal sealed partial class SchemaWords
{
    // Said as "more rules": they are checked, and their errors say what to do.
    private static readonly string[] Unsaid = ["not", "if", "dependentRequired", "dependentSchemas", "patternProperties", "propertyNames", "contains", "minProperties", "maxProperties", "$dynamicRef"];

    private static bool HasMore(JsonElement schema) => Array.Exists(Unsaid, keyword => schema.TryGetProperty(keyword, out _));

    private string Types(JsonElement schema)
    {
        if (schema.TryGetProperty("type", out var type))
        {
            var words = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.ToString()) : [type.ToString()];
            return string.Join("|", words.Select(word => this.Typed(schema, word)));
        }

        if (schema.TryGetProperty("properties", out _)) return this.Object(schema);
        return schema.TryGetProperty("items", out _) || schema.TryGetProperty("prefixItems", out _) ? this.Array_(schema) : Text_(schema, "");
    }

    private string Typed(JsonElement schema, string type) => type switch
    {
        "string" => Text_(schema, "string"),
        "integer" or "number" => type + Range(schema, "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "") + (Raw(schema, "multipleOf") is { } step ? " in steps of " + step : ""),
        "array" => this.Array_(schema),
        "object" => this.Object(schema),
        _ => type,
    };

    private string Object(JsonElement schema)
    {
        var required = Required(schema);
        var members = new List<(string Words, bool IsRequired)>();
        if (schema.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object)
            foreach (var property in properties.EnumerateObject())
            {
                var isRequired = required.Remove(property.Name);
                members.Add(($"{Name(property.Name)}{(isRequired ? "" : "?")}: {this.Of(property.Value)}", isRequired));
            }

        members.AddRange(required.Select(name => ($"{Name(name)}: any", true)));
        if (schema.TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.Object) members.Add(($"[name]: {this.Of(more)}", false));
        return members.Count == 0 ? "object" : $"{{{string.Join(", ", members.OrderByDescending(member => member.IsRequired).Select(member => member.Words))}}}";
    }

    private string Array_(JsonElement schema)
    {
        var hasItems = schema.TryGetProperty("items", out var items) && items.ValueKind != JsonValueKind.False;
        string words;
        if (schema.TryGetProperty("prefixItems", out var first) && first.ValueKind == JsonValueKind.Array)
            words = $"[{string.Join(", ", first.EnumerateArray().Select(this.Of).Concat(hasItems ? [$"...{this.Item(items)}[]"] : Enumerable.Empty<string>()))}]";
        else words = (hasItems ? this.Item(items) : "any") + "[]";
        return words + Range(schema, "minItems", "maxItems", null, null, " items") + (schema.TryGetProperty("uniqueItems", out var unique) && unique.ValueKind == JsonValueKind.True ? " unique" : "");
    }

    private string Item(JsonElement items) => this.Of(items) is var words && (words[0] is '{' or '(' or '[' ? words[^1] is '}' or ')' or ']' : words.All(char.IsLetterOrDigit)) ? words : $"({words})";

    private static string Text_(JsonElement schema, string word)
    {
        var words = word + Range(schema, "minLength", "maxLength", null, null, " chars");
        if (Text(schema, "format") is { } format) words += " " + Line(format);
        if (Text(schema, "pattern") is { } pattern) words += $" /{Exact(pattern)}/";
        return words.Trim();
    }

    /// <summary>Such as <c> 1..80 chars</c>, <c> &gt;=0</c>, <c> &lt;10</c>; empty where nothing is bound.</summary>
    private static string Range(JsonElement schema, string least, string most, string? above, string? below, string unit)
    {
        var (low, high) = (Raw(schema, least), Raw(schema, most));
        if (low == "0" && unit.Length > 0) low = null;
        if (low is not null && high is not null) return low == high ? $" {low}{unit}" : $" {low}..{high}{unit}";
        var words = low is null ? "" : $" >={low}{unit}";
        if (high is not null) words += $" <={high}{unit}";
        if (above is not null && Raw(schema, above) is { } over) words += $" >{over}";
        if (below is not null && Raw(schema, below) is { } under) words += $" <{under}";
        return words;
    }

    private static string? Raw(JsonElement schema, string keyword) => schema.TryGetProperty(keyword, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetRawText() : null;
}
