using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.OpenApi.Documents;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.OpenApi.Schemas;

/// <summary>The types of a schema's values.</summary>
/// <param name="Words">Of JSON Schema, without <c>null</c>; empty: any.</param>
/// <param name="IsNullable">Whether null is one.</param>
internal sealed record SchemaTypes(IReadOnlyList<string> Words, bool IsNullable)
{
    /// <summary>The only type; null: there are several, or any.</summary>
    public string? Only => this.Words is [var one] ? one : null;

    /// <summary>What a schema says, what words of other languages mean, and what its keywords show where it says nothing.</summary>
    public static SchemaTypes Of(SchemaParts parts, Dirt dirt, ImportFindings findings)
    {
        var type = parts["type"];
        var written = type.Node is JsonArray ? type.Items.Select(item => item.Text).OfType<string>().ToList() : type.Text is { } one ? [one] : [];
        var words = new List<string>();
        var isNullable = parts["nullable"].IsThere && dirt.Flag(new(parts["nullable"].File, JsonMake.Object("nullable", parts["nullable"].Node!)), "nullable") == true;
        foreach (var word in written)
        {
            var meant = Meant(word);
            if (meant != word && type.IsThere) findings.Add(FindingCatalog.ValueMended, type, "type", $"`{word}`", meant.Length == 0 ? "any value" : $"`{meant}`");
            if (meant == "null") isNullable = true;
            else if (meant.Length > 0 && !words.Contains(meant)) words.Add(meant);
        }

        if (words.Count == 0 && parts.Alternatives.Count == 0 && Shown(parts) is { } shown) words.Add(shown);
        if (words.Contains("number")) words.Remove("integer");
        return new(words, isNullable);
    }

    private static string Meant(string word) => word.Trim().ToLowerInvariant() switch
    {
        "string" or "number" or "integer" or "boolean" or "array" or "object" or "null" => word.Trim().ToLowerInvariant(),
        "str" or "text" or "file" or "date" or "datetime" or "date-time" or "uuid" or "uri" or "url" or "email" or "byte" or "binary" or "char" or "password" or "enum" or "time" => "string",
        "int" or "int32" or "int64" or "long" or "short" or "timestamp" => "integer",
        "float" or "double" or "decimal" or "numeric" => "number",
        "bool" => "boolean",
        "list" or "set" => "array",
        "dict" or "map" or "hash" or "json" => "object",
        _ => "",
    };

    private static string? Shown(SchemaParts parts)
    {
        if (parts.Properties.Any() || parts["additionalProperties"].IsThere) return "object";
        if (parts["items"].IsThere) return "array";
        if (parts["enum"].Node is JsonArray { Items: [var first, ..] } list && list.Items.All(item => item.Kind == first.Kind || item is JsonNull))
            return first switch { JsonString => "string", JsonBoolean => "boolean", JsonNumber number => number.Text.AsSpan().ContainsAny('.', 'e', 'E') ? "number" : "integer", _ => null };
        return parts["pattern"].IsThere || parts["minLength"].IsThere || parts["maxLength"].IsThere || parts["format"].Text is "date" or "date-time" or "uuid" or "uri" or "email" or "binary" or "byte" ? "string" : null;
    }
}
