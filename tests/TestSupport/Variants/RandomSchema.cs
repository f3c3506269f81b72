using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ToolGen.TestSupport.Variants;

/// <summary>Schemas of every kind that a tool can have, with values that mostly fit.</summary>
internal sealed class RandomSchema
{
    private static readonly string[] Names = ["a", "b", "kind", "value", "name", "item_1", "additional_properties", "filter[x]", "größe", "a/b", new string('n', 70), "type"];

    private readonly Random random;
    private readonly List<(string Name, Shape Shape)> definitions = [];

    public RandomSchema(int seed)
    {
        this.random = new(seed);
        var tree = new Shape("""{ "$ref": "#/$defs/tree" }""", depth => $"{{\"value\":{this.random.Next(9)}{(depth > 3 ? "" : ",\"kids\":[" + this.TreeValue(depth + 1) + "]")}}}");
        this.definitions.Add(("tree", tree));
        this.definitions.Add(("scalar", this.Scalar()));
        this.definitions.Add(("record", this.Record(2)));
        var root = this.random.Next(12) switch { 0 => this.Composite(2), 1 => this.Union(2, "\"type\": \"object\", "), 2 => this.Map(2), _ => this.Record(3) };
        var text = root.Schema.TrimStart('{');
        var definitions = string.Join(", ", this.definitions.Skip(1).Select(one => $"\"{one.Name}\": {one.Shape.Schema}"));
        var type = text.Contains("\"type\": \"object\"", StringComparison.Ordinal) && text.TrimStart().StartsWith("\"type\": \"object\"", StringComparison.Ordinal) ? "" : "\"type\": \"object\", ";
        this.Schema = "{ " + type + "\"$defs\": { \"tree\": { \"type\": \"object\", \"properties\": { \"value\": { \"type\": \"integer\" }, \"kids\": { \"type\": \"array\", \"items\": { \"$ref\": \"#/$defs/tree\" } } }, \"required\": [\"value\"] }, " + definitions + " }, " + text;
        this.Root = root;
    }

    public string Schema { get; }

    private Shape Root { get; }

    public string Value() => this.Root.Value(0);

    private string TreeValue(int depth) => this.random.Next(2) == 0 ? "" : this.definitions[0].Shape.Value(depth);

    private Shape Any(int depth) => this.random.Next(depth <= 0 ? 4 : 14) switch
    {
        0 or 1 or 2 => this.Scalar(),
        3 => new("true", _ => this.AnyValue(2)),
        4 => this.List(depth - 1),
        5 => this.Tuple(depth - 1),
        6 or 7 => this.Record(depth - 1),
        8 => this.Map(depth - 1),
        9 or 10 => this.Union(depth - 1, ""),
        11 => this.Composite(depth - 1),
        12 when this.definitions.Count > 2 => this.definitions[this.random.Next(3)] is var (name, shape) ? new($$"""{ "$ref": "#/$defs/{{name}}", "description": "As {{name}}." }""", shape.Value) : null!,
        _ => this.definitions[0].Shape,
    };

    private Shape Scalar() => this.random.Next(12) switch
    {
        0 => new("""{ "type": "string", "minLength": 1, "maxLength": 5 }""", _ => Quote(new string('x', this.random.Next(7)))),
        1 => new("""{ "type": "string", "pattern": "^[a-c]{1,3}(-\\d+)?$" }""", _ => this.Pick("\"ab\"", "\"c-12\"", "\"d\"")),
        2 => new("""{ "type": "string", "pattern": "b\\b" }""", _ => this.Pick("\"ab\"", "\"b c\"", "\"d\"")),
        3 => new("""{ "type": "string", "format": "date" }""", _ => this.Pick("\"2026-02-28\"", "\"2026-02-30\"")),
        4 => new("""{ "type": "string", "enum": ["x", "y", "é"] }""", _ => this.Pick("\"x\"", "\"é\"", "\"z\"")),
        5 => new("""{ "type": ["string", "null"] }""", _ => this.Pick("\"\"", "null", "\"null\"")),
        6 => new("""{ "type": "integer", "minimum": 0, "maximum": 9, "multipleOf": 3 }""", _ => this.random.Next(11).ToString(CultureInfo.InvariantCulture)),
        7 => new("""{ "type": "number", "exclusiveMinimum": 0 }""", _ => this.Pick("0.5", "1e3", "0", "12345678901234567890.5")),
        8 => new("""{ "enum": ["a", 1, null, true, 1.5] }""", _ => this.Pick("\"a\"", "1", "null", "true", "1.5", "2")),
        9 => new("""{ "enum": [{ "a": 1 }, [2], "s"] }""", _ => this.Pick("{\"a\":1}", "[2]", "\"s\"")),
        10 => new("""{ "const": "only" }""", _ => "\"only\""),
        _ => new("""{ "type": ["integer", "string", "boolean", "null"], "maxLength": 3 }""", _ => this.Pick("1", "\"abc\"", "false", "null")),
    };

    private Shape List(int depth)
    {
        var item = this.Any(depth);
        return new($$"""{ "type": {{this.Pick("\"array\"", "[\"array\", \"null\"]")}}, "items": {{item.Schema}}{{this.Pick("", ", \"minItems\": 2", ", \"uniqueItems\": true, \"maxItems\": 4")}} }""", level => $"[{string.Join(",", Enumerable.Range(0, this.random.Next(4)).Select(_ => item.Value(level + 1)))}]");
    }

    private Shape Tuple(int depth)
    {
        var items = Enumerable.Range(0, 1 + this.random.Next(3)).Select(_ => this.Any(depth)).ToArray();
        return new($$"""{ "type": "array", "prefixItems": [{{string.Join(", ", items.Select(item => item.Schema))}}]{{this.Pick("", "", ", \"items\": { \"type\": \"string\" }")}} }""", level => $"[{string.Join(",", items.Select(item => item.Value(level + 1)))}]");
    }

    private Shape Map(int depth)
    {
        var value = this.Any(depth);
        var more = this.Pick($"\"additionalProperties\": {value.Schema}", $"\"additionalProperties\": {value.Schema}", $"\"patternProperties\": {{ \"^k\": {value.Schema} }}, \"additionalProperties\": false", "\"minProperties\": 1");
        return new($$"""{ "type": "object", {{more}} }""", level => $"{{{string.Join(",", Enumerable.Range(0, this.random.Next(4)).Select(i => $"\"k{i}é\":{value.Value(level + 1)}"))}}}");
    }

    private Shape Record(int depth, string? tag = null, string more = "")
    {
        var names = Names.OrderBy(_ => this.random.Next()).Take(this.random.Next(5)).Where(name => tag is null || name != "kind").ToArray();
        var properties = names.Select(name => (Name: name, Shape: this.Any(depth), IsRequired: this.random.Next(2) == 0)).ToList();
        if (tag is not null) properties.Insert(this.random.Next(properties.Count + 1), ("kind", new($$"""{ "type": "string", "const": "{{tag}}" }""", _ => Quote(tag)), true));
        var open = tag is null && more.Length == 0 && this.random.Next(5) == 0 ? ", \"additionalProperties\": " + this.Pick("true", "{ \"type\": \"integer\" }") : "";
        var dependent = properties.Count > 1 && this.random.Next(4) == 0 ? $", \"dependentRequired\": {{ {Quote(properties[0].Name)}: [{Quote(properties[1].Name)}] }}" : "";
        return new(
            $$"""{ "type": "object", "properties": { {{string.Join(", ", properties.Select(one => $"{Quote(one.Name)}: {one.Shape.Schema}"))}} }, "required": [{{string.Join(", ", properties.Where(one => one.IsRequired).Select(one => Quote(one.Name)))}}]{{open}}{{dependent}}{{more}} }""",
            level => $"{{{string.Join(",", properties.Where(one => one.IsRequired || (level < 6 && this.random.Next(2) == 0)).Select(one => $"{Quote(one.Name)}:{one.Shape.Value(level + 1)}").Concat(open.Length > 0 && this.random.Next(2) == 0 ? ["\"zz\":7"] : []))}}}");
    }

    private Shape Union(int depth, string start)
    {
        Shape[] cases = this.random.Next(3) switch
        {
            _ when start.Length > 0 => [this.Record(depth, this.Pick("p", "q")), this.Record(depth, "r")],
            0 => [this.Record(depth, "x"), this.Record(depth, "y"), this.Record(depth, "z")],
            1 => [this.Record(depth), this.Record(depth), this.Scalar()],
            _ => [this.Any(depth), this.Any(depth)],
        };
        return new($$"""{ {{start}}"{{this.Pick("anyOf", "oneOf")}}": [{{string.Join(", ", cases.Select(one => one.Schema))}}] }""", level => cases[this.random.Next(cases.Length)].Value(level + 1));
    }

    private Shape Composite(int depth)
    {
        var (first, second) = (this.Record(depth, "both"), this.Scalar());
        return this.random.Next(5) switch
        {
            0 => new($$"""{ "allOf": [{{first.Schema}}, { "properties": { "second": {{second.Schema}} } }], "unevaluatedProperties": false }""", level => Join(first.Value(level + 1), $"\"second\":{second.Value(level + 1)}")),
            1 => new($$"""{ "type": "object", "properties": { "s": {{second.Schema}} }, "if": { "required": ["s"] }, "then": { "properties": { "t": { "type": "integer" } }, "required": ["t"] } }""", level => this.Pick("{}", $"{{\"s\":{second.Value(level + 1)},\"t\":1}}")),
            2 => new($$"""{ "type": "object", "properties": { "s": {{second.Schema}}, "t": {} }, "anyOf": [{ "required": ["s"] }, { "required": ["t"] }], "not": { "required": ["u"] } }""", level => this.Pick($"{{\"s\":{second.Value(level + 1)}}}", "{\"t\":{\"x\":[null]}}", "{}")),
            3 => new($$"""{ "$ref": "#/$defs/record", "properties": { "extra": {{second.Schema}} } }""", level => level < 5 ? Join(this.definitions[2].Shape.Value(level + 1), $"\"extra\":{second.Value(level + 1)}") : "{}"),
            _ => new($$"""{ "type": "object", "properties": { "s": {{second.Schema}} }, "dependentSchemas": { "s": { "properties": { "w": { "type": "string" } } } }, "propertyNames": { "maxLength": 9 } }""", level => this.Pick("{}", $"{{\"s\":{second.Value(level + 1)},\"w\":\"\"}}")),
        };
    }

    private string AnyValue(int depth) => depth == 0 ? this.Pick("1", "null", "\"t\"") : this.Pick("null", "\"1\"", "\"\\\"q\\\"\"", "1.50", $"[{this.AnyValue(depth - 1)},{this.AnyValue(depth - 1)}]", $"{{\"name\":{this.AnyValue(depth - 1)},\"v\":{this.AnyValue(depth - 1)}}}");

    private string Pick(params string[] texts) => texts[this.random.Next(texts.Length)];

    private static string Join(string value, string member) => value == "{}" ? $"{{{member}}}" : $"{value[..^1]},{member}}}";

    private static string Quote(string text) => ToolGen.Specification.Json.JsonWriter.Quote(text);

    private sealed record Shape(string Schema, Func<int, string> Value);
}
