using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ToolGen.Specification.Tests.Specs;

/// <summary>A second opinion on the format's schema: JSON Schema 2020-12 with just its keywords, over another parser; a keyword it doesn't know is an error.</summary>
internal sealed class PlainValidator(string schema)
{
    private static readonly Dictionary<string, Regex> Patterns = [];
    private readonly JsonElement root = JsonDocument.Parse(schema).RootElement;

    public bool Accepts(string json) => this.Accepts(this.root, JsonDocument.Parse(json, new() { MaxDepth = 1_000 }).RootElement);

    private bool Accepts(JsonElement schema, JsonElement value)
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False) return schema.ValueKind == JsonValueKind.True;
        return schema.EnumerateObject().All(keyword => this.Accepts(schema, keyword.Name, keyword.Value, value));
    }

    private bool Accepts(JsonElement schema, string keyword, JsonElement given, JsonElement value) => keyword switch
    {
        "$schema" or "$id" or "$defs" or "title" or "description" => true,
        "$ref" => this.Accepts(given.GetString()!.Split('/').Skip(1).Aggregate(this.root, (node, name) => node.GetProperty(name)), value),
        "type" => given.ValueKind == JsonValueKind.Array ? given.EnumerateArray().Any(type => Is(type.GetString()!, value)) : Is(given.GetString()!, value),
        "enum" => given.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)),
        "const" => JsonElement.DeepEquals(given, value),
        "anyOf" => given.EnumerateArray().Any(one => this.Accepts(one, value)),
        "oneOf" => given.EnumerateArray().Count(one => this.Accepts(one, value)) == 1,
        "not" => !this.Accepts(given, value),
        "pattern" => value.ValueKind != JsonValueKind.String || Pattern(given.GetString()!).IsMatch(value.GetString()!),
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= given.GetDouble(),
        "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= given.GetDouble(),
        "items" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().All(item => this.Accepts(given, item)),
        "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= given.GetInt32(),
        "maxItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= given.GetInt32(),
        _ => value.ValueKind != JsonValueKind.Object || this.AcceptsObject(schema, keyword, given, value),
    };

    private bool AcceptsObject(JsonElement schema, string keyword, JsonElement given, JsonElement value) => keyword switch
    {
        "properties" => value.EnumerateObject().All(member => !given.TryGetProperty(member.Name, out var property) || this.Accepts(property, member.Value)),
        "patternProperties" => value.EnumerateObject().All(member => given.EnumerateObject().All(one => !Pattern(one.Name).IsMatch(member.Name) || this.Accepts(one.Value, member.Value))),
        "additionalProperties" => value.EnumerateObject().All(member => IsNamed(schema, member.Name) || this.Accepts(given, member.Value)),
        "propertyNames" => value.EnumerateObject().All(member => this.Accepts(given, JsonDocument.Parse(JsonSerializer.Serialize(member.Name)).RootElement)),
        "required" => given.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
        "dependentRequired" => given.EnumerateObject().All(one => !value.TryGetProperty(one.Name, out _) || one.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _))),
        "minProperties" => value.EnumerateObject().Count() >= given.GetInt32(),
        "maxProperties" => value.EnumerateObject().Count() <= given.GetInt32(),
        _ => throw new InvalidOperationException("a keyword that the validator doesn't know: " + keyword),
    };

    private static bool IsNamed(JsonElement schema, string name) =>
        (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out _))
        || (schema.TryGetProperty("patternProperties", out var patterns) && patterns.EnumerateObject().Any(one => Pattern(one.Name).IsMatch(name)));

    private static bool Is(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && Math.Abs(value.GetDouble()) < 1e300 && value.GetDouble() % 1 == 0,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new InvalidOperationException("no type: " + type),
    };

    // ECMA-262's $ is the very end; .NET's also stands before a final line break.
    private static Regex Pattern(string pattern)
    {
        lock (Patterns)
        {
            if (!Patterns.TryGetValue(pattern, out var regex)) Patterns[pattern] = regex = new(Regex.Replace(pattern, @"\$(?=$|\||\))", @"\z"), RegexOptions.CultureInvariant);
            return regex;
        }
    }
}
