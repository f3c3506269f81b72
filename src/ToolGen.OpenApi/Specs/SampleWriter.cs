using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.OpenApi.Specs;

/// <summary>
/// The first example of a spec: arguments that its schema accepts, of what the document shows and what the types say. Its output is for the
/// trial to find (<c>"?"</c>).
/// </summary>
/// <param name="input">The spec's <c>inputSchema</c>.</param>
internal sealed class SampleWriter(JsonObject input)
{
    private const int Deepest = 8;
    private const int Widest = 20;

    // Values of the whole sample, long texts counted as several; what has no room left fits nothing, and the reader of specs says so.
    private int room = 2_000;

    /// <summary>The arguments; whether they fit is for the reader of specs to say.</summary>
    public JsonObject Write(IReadOnlyDictionary<string, JsonNode> shown)
    {
        var required = Names(input);
        var members = new List<JsonMember>();
        foreach (var property in (input["properties"] as JsonObject)?.Members ?? [])
        {
            if (shown.TryGetValue(property.Name, out var value) && this.Shown(property.Value, value) is { } fitting) members.Add(JsonMake.Member(property.Name, fitting));
            else if (required.Contains(property.Name)) members.Add(JsonMake.Member(property.Name, this.Of((JsonObject)property.Value, 0)));
        }

        return JsonMake.Object(members);
    }

    // Documents show values that their own schemas refuse, and texts where numbers are meant.
    private JsonNode? Shown(JsonNode schema, JsonNode value)
    {
        var whole = JsonMake.Object(((JsonObject)schema).Members.Concat(input.Members.Where(member => member.Name == "$defs")));
        if (SchemaReader.Read(whole, new FindingSink(new("", "")), SchemaUse.Input) is not { } plan) return null;
        foreach (var candidate in new[] { value, Documents.Dirt.AsNumber((value as JsonString)?.Value ?? "") })
            if (candidate is not null && IsVisible(candidate) && SchemaInterpreter.Check(plan, candidate).Count == 0) return candidate;
        return null;
    }

    private static bool IsVisible(JsonNode node) => !JsonWriter.Compact(node).Contains("\\u", StringComparison.Ordinal);

    private JsonNode Of(JsonObject schema, int depth)
    {
        if (--this.room < 0) return JsonMake.Object();
        if (schema["$ref"] is JsonString reference && input["$defs"] is JsonObject definitions && definitions[reference.Value["#/$defs/".Length..]] is JsonObject target)
            return depth > Deepest ? JsonMake.Object() : this.Of(target, depth + 1);
        if (schema["enum"] is JsonArray { Items: [var first, ..] }) return this.Weighed(first);
        if (schema["anyOf"] is JsonArray { Items: [JsonObject choice, ..] }) return this.Of(choice, depth + 1);
        return (schema["type"] is JsonArray { Items: [var type, ..] } ? type : schema["type"]) switch
        {
            JsonString { Value: "object" } => this.Object(schema, depth),
            JsonString { Value: "array" } => this.Array(schema, depth),
            JsonString { Value: "integer" } => Number(schema, isWhole: true),
            JsonString { Value: "number" } => Number(schema, isWhole: false),
            JsonString { Value: "boolean" } => JsonMake.True,
            JsonString { Value: "string" } => this.Weighed(JsonMake.Text(Text(schema))),
            _ => JsonMake.Text("text"),
        };
    }

    private JsonNode Weighed(JsonNode leaf)
    {
        if (leaf is JsonString { Value.Length: var length }) this.room -= length / 100;
        return leaf;
    }

    private JsonNode Array(JsonObject schema, int depth)
    {
        var items = schema["items"] as JsonObject ?? JsonMake.Object();
        var count = Math.Clamp(Count(schema, "minItems") ?? (depth > Deepest ? 0 : 1), 0, Widest);
        return JsonMake.Array(Enumerable.Range(0, (int)count).Select(_ => this.Of(items, depth + 1)));
    }

    private JsonObject Object(JsonObject schema, int depth)
    {
        if (depth > Deepest) return JsonMake.Object();
        var required = Names(schema);
        var properties = (schema["properties"] as JsonObject)?.Members ?? [];
        var least = Count(schema, "minProperties") ?? 0;
        var members = properties.Where(property => required.Contains(property.Name)).ToList();
        members.AddRange(properties.Where(property => !required.Contains(property.Name)).Take((int)Math.Clamp(least - members.Count, 0, Widest)));
        return JsonMake.Object(members.Select(property => JsonMake.Member(property.Name, this.Of((JsonObject)property.Value, depth + 1))));
    }

    private static JsonNode Number(JsonObject schema, bool isWhole)
    {
        try
        {
            return new JsonNumber(Least(schema, isWhole).ToString("0.############################", CultureInfo.InvariantCulture), default);
        }
        catch (OverflowException)
        {
            return JsonMake.Number(1);
        }
    }

    // A number beyond what a decimal holds is none.
    private static decimal Least(JsonObject schema, bool isWhole)
    {
        var step = Bound(schema, "multipleOf") is > 0 and var size ? size : 1;
        var low = Bound(schema, "minimum") ?? Bound(schema, "exclusiveMinimum") + step;
        var high = Bound(schema, "maximum") ?? Bound(schema, "exclusiveMaximum") - step;
        var value = low ?? (high < 1 ? high.Value : 1);
        if (value % step != 0) value += step - (value % step);
        return isWhole ? Math.Ceiling(value) : value;
    }

    private static string Text(JsonObject schema)
    {
        if (schema["contentEncoding"] is not null) return "dGV4dA==";
        if (schema["format"] is JsonString format)
        {
            return format.Value switch
            {
                "date" => "2026-01-31",
                "date-time" => "2026-01-31T09:30:00Z",
                "uuid" => "123e4567-e89b-12d3-a456-426614174000",
                "uri" => "https://example.com/a",
                "email" => "ann@example.com",
                "hostname" => "www.example.com",
                "ipv4" => "192.0.2.1",
                "ipv6" => "2001:db8::1",
                "json-pointer" => "/a",
                _ => "a",
            };
        }

        var text = schema["pattern"] is JsonString pattern ? PatternSample.Of(pattern.Value) ?? "text" : "text";
        var least = Count(schema, "minLength") ?? 0;
        var most = Count(schema, "maxLength") ?? long.MaxValue;
        if (text.Length < least && least <= 10_000 && schema["pattern"] is null) text = text.PadRight((int)least, 'x');
        return text.Length > most && schema["pattern"] is null ? text[..(int)most] : text;
    }

    private static HashSet<string> Names(JsonObject schema) => [.. (schema["required"] as JsonArray)?.Items.OfType<JsonString>().Select(name => name.Value) ?? []];

    private static long? Count(JsonObject schema, string name) => schema[name] is JsonNumber number && long.TryParse(number.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var count) ? count : null;

    private static decimal? Bound(JsonObject schema, string name) => schema[name] is JsonNumber number && decimal.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var bound) ? bound : null;
}
