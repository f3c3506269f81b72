using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace ToolGen.Registry.Tests.Changes;

/// <summary>Schemas with every kind of keyword, and small changes of them; the same for the same seed. Some are none that can be read.</summary>
internal sealed class RandomSchemas(Random random)
{
    private static readonly string[] Names = ["a", "b", "c", "d"];
    private static readonly string[] Patterns = ["^a", "[0-9]", "b$", "^[a-c]*$"];
    private static readonly string[] Formats = ["date", "email", "uuid", "ipv4"];

    /// <summary>An object, as inputs are.</summary>
    public JsonObject Root()
    {
        var root = this.Object(2);
        root["type"] = "object";
        root["$defs"] = new JsonObject { ["x"] = this.Leaf(), ["y"] = this.Any(1) };
        return root;
    }

    /// <summary>A change at one place or a few.</summary>
    public JsonObject Changed(JsonObject schema)
    {
        var copy = (JsonObject)schema.DeepClone();
        for (var i = this.Below(3); i >= 0; i--) this.Change(copy);
        copy["type"] = "object";
        return copy;
    }

    private void Change(JsonObject root)
    {
        var all = Inside(root).ToArray();
        var node = all[this.Below(all.Length)];
        switch (node)
        {
            case JsonObject members when members.Count > 0 && this.Chance(3):
                members.Remove(members.ElementAt(this.Below(members.Count)).Key);
                break;
            case JsonObject members when !IsNamed(members):
                foreach (var (name, value) in this.Any(1).Take(1 + this.Below(2)).ToArray()) members[name] = value?.DeepClone();
                break;
            case JsonObject named:
                named[this.Of(Names)] = named.GetPropertyName() == "dependentRequired" ? new JsonArray(this.Of(Names)) : this.Any(1);
                break;
            case JsonArray list when list.Count > 0 && this.Chance(2):
                list.RemoveAt(this.Below(list.Count));
                break;
            case JsonArray list:
                list.Add(list.Count > 0 && list[0] is JsonObject ? this.Any(1) : list.Count > 0 && list[0]!.GetValueKind() == System.Text.Json.JsonValueKind.String ? this.Of(Names) : this.Below(9));
                break;
            case JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.Number:
                value.ReplaceWith(value.GetValue<int>() + this.Below(5) - 2);
                break;
            case JsonValue value when value.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False:
                value.ReplaceWith(!value.GetValue<bool>());
                break;
            case JsonValue value when value.Parent is JsonObject:
                value.ReplaceWith(value.GetPropertyName() switch
                {
                    "type" => this.Of("integer", "number", "string", "object", "array", "null"),
                    "pattern" => this.Of(Patterns),
                    "format" => this.Of(Formats),
                    "$ref" => this.Of("#/$defs/x", "#/$defs/y"),
                    _ => this.Of(Names),
                });
                break;
            default:
                break;
        }
    }

    private static bool IsNamed(JsonObject members) => members.Parent is JsonObject && members.GetPropertyName() is "properties" or "patternProperties" or "dependentSchemas" or "dependentRequired" or "$defs";

    private static IEnumerable<JsonNode> Inside(JsonNode node)
    {
        yield return node;
        var inner = node switch { JsonObject members => members.Select(member => member.Value), JsonArray list => list, _ => Enumerable.Empty<JsonNode?>() };
        foreach (var one in inner.OfType<JsonNode>().SelectMany(Inside)) yield return one;
    }

    private JsonObject Any(int depth) => depth == 0 ? this.Leaf() : this.Below(8) switch
    {
        0 => this.Object(depth - 1),
        1 => this.List(depth - 1),
        2 => new() { ["anyOf"] = this.Several(depth - 1) },
        3 => new() { ["oneOf"] = this.Chance(2) ? this.Cases() : this.Several(depth - 1) },
        4 => this.Together(depth - 1),
        _ => this.Leaf(),
    };

    private JsonObject Leaf() => this.Below(9) switch
    {
        0 => this.Number("integer"),
        1 => this.Number("number"),
        2 or 3 => this.Text(),
        4 => new() { ["enum"] = new JsonArray(this.Below(4), 4 + this.Below(3), this.Of(Names)) },
        5 => new() { ["const"] = this.Below(5) },
        6 => new() { ["type"] = new JsonArray("integer", "null") },
        7 => new() { ["$ref"] = this.Of("#/$defs/x", "#/$defs/x", "#/$defs/y") },
        _ => new() { ["type"] = "boolean" },
    };

    private JsonObject Number(string type)
    {
        var schema = new JsonObject { ["type"] = type };
        if (this.Chance(2)) schema[this.Of("minimum", "exclusiveMinimum")] = this.Below(6) - 3;
        if (this.Chance(2)) schema[this.Of("maximum", "exclusiveMaximum")] = 5 + this.Below(20);
        if (this.Chance(4)) schema["multipleOf"] = 1 + this.Below(4);
        if (this.Chance(6)) schema["default"] = 4;
        return schema;
    }

    private JsonObject Text()
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (this.Chance(3)) schema["minLength"] = this.Below(3);
        if (this.Chance(3)) schema["maxLength"] = 3 + this.Below(5);
        if (this.Chance(4)) schema["pattern"] = this.Of(Patterns);
        if (this.Chance(6)) schema["format"] = this.Of(Formats);
        if (this.Chance(5)) schema["description"] = this.Of(Names);
        return schema;
    }

    private JsonObject List(int depth)
    {
        var schema = new JsonObject { ["type"] = "array" };
        if (this.Chance(2)) schema["items"] = this.Any(depth);
        if (this.Chance(4)) schema["prefixItems"] = this.Several(depth);
        if (this.Chance(3)) schema["minItems"] = this.Below(3);
        if (this.Chance(3)) schema["maxItems"] = 2 + this.Below(4);
        if (this.Chance(5)) schema["uniqueItems"] = true;
        if (this.Chance(5)) schema["contains"] = this.Leaf();
        if (schema["contains"] is not null && this.Chance(2)) schema["minContains"] = this.Below(3);
        if (schema["contains"] is not null && this.Chance(3)) schema["maxContains"] = 2 + this.Below(2);
        if (this.Chance(12)) schema["unevaluatedItems"] = false;
        return schema;
    }

    private JsonObject Object(int depth)
    {
        var schema = new JsonObject { ["type"] = "object" };
        var properties = new JsonObject();
        foreach (var name in Names.Where(_ => this.Chance(2))) properties[name] = this.Any(depth);
        if (!this.Chance(8)) schema["properties"] = properties;
        if (this.Chance(2)) schema["required"] = new JsonArray([.. Names.Where(name => this.Chance(3)).Select(name => (JsonNode)name)]);
        if (this.Chance(3)) schema["additionalProperties"] = this.Chance(2) ? this.Leaf() : JsonValue.Create(this.Chance(2));
        if (this.Chance(6)) schema["patternProperties"] = new JsonObject { [this.Of(Patterns)] = this.Leaf() };
        if (this.Chance(8)) schema["propertyNames"] = new JsonObject { ["maxLength"] = 1 + this.Below(3) };
        if (this.Chance(8)) schema["minProperties"] = this.Below(2);
        if (this.Chance(8)) schema["maxProperties"] = 2 + this.Below(3);
        if (this.Chance(8)) schema["dependentRequired"] = new JsonObject { [this.Of(Names)] = new JsonArray(this.Of(Names)) };
        if (this.Chance(10)) schema["dependentSchemas"] = new JsonObject { [this.Of(Names)] = new JsonObject { ["minProperties"] = 1 + this.Below(2) } };
        if (this.Chance(12)) schema["unevaluatedProperties"] = false;
        return schema;
    }

    private JsonObject Together(int depth)
    {
        var schema = this.Leaf();
        if (schema["$ref"] is not null && this.Chance(2)) schema["type"] = "integer";
        if (this.Chance(2)) schema["allOf"] = this.Several(depth);
        if (this.Chance(4)) schema["not"] = this.Leaf();
        if (!this.Chance(4)) return schema;
        schema["if"] = this.Leaf();
        schema["then"] = this.Leaf();
        if (this.Chance(2)) schema["else"] = this.Leaf();
        return schema;
    }

    private JsonArray Several(int depth) => [.. Enumerable.Range(0, 1 + this.Below(3)).Select(_ => (JsonNode)this.Any(depth))];

    private JsonArray Cases() =>
    [
        .. Names.Where(_ => !this.Chance(3)).DefaultIfEmpty("a").Select(name => (JsonNode)new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["kind"] = new JsonObject { ["type"] = "string", ["const"] = name }, ["size"] = this.Leaf() },
            ["required"] = new JsonArray("kind"),
        }),
    ];

    private bool Chance(int of) => random.Next(of) == 0;

    private int Below(int count) => random.Next(count);

    private string Of(params string[] texts) => texts[random.Next(texts.Length)];
}
