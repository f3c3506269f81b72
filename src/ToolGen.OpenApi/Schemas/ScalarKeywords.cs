using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ToolGen.Checks;
using ToolGen.OpenApi.Documents;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.OpenApi.Schemas;

/// <summary>What a schema says of one text, number or boolean, and of how many there may be. What a spec cannot check is told in the description.</summary>
internal sealed class ScalarKeywords(SchemaScope scope, bool typesOnly)
{
    /// <summary>Formats that are checked, and whose C# type holds every value of theirs.</summary>
    private static readonly string[] Formats = ["date", "date-time", "uuid", "uri", "email", "hostname", "ipv4", "ipv6", "json-pointer", "regex"];

    /// <summary>Formats that say how a number is held, which JSON does not care for.</summary>
    private static readonly string[] Silent = ["int32", "int64", "float", "double", "password", "string", "integer", "number", "byte", "binary"];

    private const int LongestFact = 60;
    private const int MostChoices = 500;

    /// <summary>Adds keywords; what cannot be one joins the description.</summary>
    public string Add(SchemaParts parts, SchemaTypes types, List<JsonMember> members, string text)
    {
        var hasChoices = types.Words.Count > 0 && this.Choices(parts, types, members);
        if (types.Only == "string") text = this.Text(parts, members, text, hasChoices);
        else if (types.Only is "integer" or "number") this.Bounds(parts, members);
        if (Fact(parts["default"]) is { } preset) text = Prose.With(text, $"Default: {preset}.");
        return text;
    }

    /// <summary>Adds two counts, such as <c>minItems</c> and <c>maxItems</c>.</summary>
    public void Counts(SchemaParts parts, List<JsonMember> members, string least, string most)
    {
        if (typesOnly) return;
        long? from = null;
        foreach (var name in new[] { least, most })
        {
            if (this.Number(parts, name) is not { } number || !long.TryParse(number.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var count) || count is < 0 or > int.MaxValue) continue;
            if (name == most && from > count) continue;
            from ??= count;
            if (count > 0 || name == most) members.Add(JsonMake.Member(name, JsonMake.Number(count)));
        }
    }

    private bool Choices(SchemaParts parts, SchemaTypes types, List<JsonMember> members)
    {
        var written = parts["const"].IsThere ? [parts["const"].Node!] : (parts["enum"].Node as JsonArray)?.Items ?? [];
        if (written.Count is 0 or > MostChoices) return false;
        var choices = new List<JsonNode>();
        foreach (var choice in written)
        {
            if (choice is JsonNull) continue;
            if (Fitting(choice, types.Words) is not { } fitting)
            {
                scope.Findings.Add(FindingCatalog.KeywordDropped, parts["enum"].IsThere ? parts["enum"] : parts["const"], "enum", $"{JsonWriter.Compact(choice)} is no {string.Join(" or ", types.Words)}");
                return false;
            }

            if (fitting is JsonString { Value: var text } && text.EnumerateRunes().Any(rune => InvisibleCharacters.Contains(rune.Value))) return false;
            if (choices.All(known => JsonWriter.Canonical(known) != JsonWriter.Canonical(fitting))) choices.Add(fitting);
        }

        if (choices.Count == 0) return false;
        if (types.IsNullable) choices.Add(JsonMake.Null);
        members.Add(JsonMake.Member("enum", JsonMake.Array(choices)));
        return true;
    }

    // A value of another type stands for what it spells.
    private static JsonNode? Fitting(JsonNode choice, IReadOnlyList<string> types) => choice switch
    {
        JsonString text when types.Contains("string") => text,
        JsonString text when types.Contains("boolean") => Dirt.Word(text.Value) is { } flag ? flag ? JsonMake.True : JsonMake.False : null,
        JsonString text => Dirt.AsNumber(text.Value) is { } number && (types.Contains("number") || IsWhole(number)) ? number : null,
        JsonNumber number when types.Contains("number") || (types.Contains("integer") && IsWhole(number)) => number,
        JsonNumber number when types.Contains("string") => JsonMake.Text(number.Text),
        JsonBoolean flag when types.Contains("boolean") => flag,
        JsonBoolean flag when types.Contains("string") => JsonMake.Text(flag.Value ? "true" : "false"),
        _ => null,
    };

    private static bool IsWhole(JsonNumber number) => !number.Text.AsSpan().ContainsAny('.', 'e', 'E');

    private string Text(SchemaParts parts, List<JsonMember> members, string text, bool hasChoices)
    {
        var format = parts["format"].Text?.Trim();
        if (hasChoices) return text;
        if (format is "byte" || parts["contentEncoding"].Text == "base64")
        {
            members.Add(JsonMake.Member("contentEncoding", JsonMake.Text("base64")));
            return text;
        }

        if (format is not null && Formats.Contains(format) && !typesOnly) members.Add(JsonMake.Member("format", JsonMake.Text(format)));
        else if (format is not null && !Silent.Contains(format)) text = this.Tell(parts["format"], text, "format", Prose.Plain(format), "nothing checks it");
        if (parts["pattern"].Text is { } pattern)
        {
            // Some write it as in JavaScript, between slashes.
            if (pattern.Length > 2 && pattern[0] == '/' && pattern[^1] == '/') pattern = pattern[1..^1];
            if (!typesOnly && !parts["format"].IsThere && PatternFormat.IsRegex(pattern)) members.Add(JsonMake.Member("pattern", JsonMake.Text(pattern)));
            else text = this.Tell(parts["pattern"], text, "pattern", Prose.Plain(pattern), "the service checks it");
        }

        this.Counts(parts, members, "minLength", "maxLength");
        return text;
    }

    private string Tell(At at, string text, string keyword, string value, string why)
    {
        scope.Findings.Add(FindingCatalog.KeywordDropped, at, keyword, why);
        return value.Length is 0 or > LongestFact ? text : Prose.With(text, $"{char.ToUpperInvariant(keyword[0])}{keyword[1..]}: {value}.");
    }

    private void Bounds(SchemaParts parts, List<JsonMember> members)
    {
        if (typesOnly) return;
        foreach (var (name, exclusive) in new[] { ("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum") })
        {
            // OpenAPI 3.0 has a flag beside the bound, 3.1 a bound of its own.
            var isExclusive = parts[exclusive].IsThere && this.Flag(parts, exclusive);
            if (!isExclusive && this.Number(parts, exclusive) is { } bound) members.Add(JsonMake.Member(exclusive, bound));
            if (this.Number(parts, name) is { } number) members.Add(JsonMake.Member(isExclusive ? exclusive : name, number));
        }

        if (this.Number(parts, "multipleOf") is { } step && decimal.TryParse(step.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var size) && size > 0) members.Add(JsonMake.Member("multipleOf", step));
    }

    private bool Flag(SchemaParts parts, string name) => scope.Dirt.Flag(Owner(parts, name), name) == true;

    private JsonNumber? Number(SchemaParts parts, string name) => parts[name].IsThere ? scope.Dirt.Number(Owner(parts, name), name) is { } number ? new JsonNumber(number.Text, default) : null : null;

    private static At Owner(SchemaParts parts, string name) => new(parts[name].File, JsonMake.Object(name, parts[name].Node!));

    private static string? Fact(At at) => at.Node switch
    {
        JsonString { Value: var text } when Prose.Plain(text) is { Length: > 0 and <= LongestFact } plain => plain,
        JsonNumber or JsonBoolean => JsonWriter.Compact(at.Node),
        _ => null,
    };
}
