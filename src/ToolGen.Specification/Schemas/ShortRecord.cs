using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <summary>The short form of a record's shape (SPEC §2): <c>{"id": "integer", "user?": {"login": "string"}, "tags": ["string"], "rates": {"*": "number"}}</c>.</summary>
public sealed class ShortRecord
{
    private static readonly IReadOnlyList<string> Words =
        ["string", "integer", "number", "boolean", "decimal", "big", "date", "time", "date-time", "duration", "uuid", "uri", "base64", "json"];

    private readonly FindingSink sink;

    private ShortRecord(FindingSink sink) => this.sink = sink;

    /// <summary>Reads a short record; the root is an object or a list of one. Never throws.</summary>
    /// <param name="record">The record.</param>
    /// <param name="sink">Takes every finding.</param>
    /// <param name="takesWord">Whether one word, such as <c>"string"</c>, is a shape too.</param>
    /// <returns>A plan whose objects ignore members they don't name; null where an error was found.</returns>
    public static SchemaPlan? Read(JsonNode record, FindingSink sink, bool takesWord = false)
    {
        var before = sink.Errors;
        var reader = new ShortRecord(sink);
        if (record is not (JsonObject or JsonArray) && !(takesWord && record is JsonString))
            sink.Add(FindingCatalog.NoRecord, record.Span, Excerpt.Of(record), "Write an object of names and types, or a list of one.");
        else if (reader.ReadType(record, "", null) is var root && sink.Errors == before)
            return new(root, new Dictionary<string, SchemaNode>());
        return null;
    }

    private SchemaNode ReadType(JsonNode node, string pointer, JsonMember? owner)
    {
        switch (node)
        {
            case JsonString word:
                return this.ReadWord(word, pointer, owner);
            case JsonArray { Items.Count: 1 } list:
                return new() { Node = node, Pointer = pointer, Types = SchemaTypes.Array, Items = this.ReadType(list.Items[0], pointer + "/items", null) };
            case JsonObject map:
                return this.ReadObject(map, pointer);
            default:
                this.sink.Add(FindingCatalog.NoRecord, node.Span, Excerpt.Of(node), node is JsonArray ? "A list names the one type of its elements: [\"string\"]." : "Write a type word, a list of one type, or an object.");
                return new() { Node = node, Pointer = pointer };
        }
    }

    private SchemaNode ReadObject(JsonObject map, string pointer)
    {
        var properties = new List<SchemaProperty>();
        var names = new HashSet<string>();
        SchemaNode? others = null;
        foreach (var member in map.Members)
        {
            if (member.Name == "*")
            {
                others = this.ReadType(member.Value, pointer + "/additionalProperties", null);
                continue;
            }

            var isOptional = member.Name.EndsWith("?", StringComparison.Ordinal);
            var name = isOptional ? member.Name.Substring(0, member.Name.Length - 1) : member.Name;
            if (name.Length == 0 || !names.Add(name))
                this.sink.Add(FindingCatalog.NoRecord, member.NameSpan, Excerpt.Quote(member.Name, Excerpt.Length), name.Length == 0 ? "Give it a name." : "Each name stands once, with or without \"?\".");
            var schema = this.ReadType(member.Value, JsonPath.Append(pointer + "/properties", name), member);
            properties.Add(new(name, !isOptional, isOptional ? Nullable(schema) : schema));
        }

        return new()
        {
            Node = map,
            Pointer = pointer,
            Types = SchemaTypes.Object,
            Properties = properties,
            Required = properties.Where(property => property.IsRequired).Select(property => property.Name).ToList(),
            AdditionalProperties = others,
        };
    }

    private SchemaNode ReadWord(JsonString word, string pointer, JsonMember? owner)
    {
        if (word.Value == "json") return new() { Node = word, Pointer = pointer };
        if (word.Value == "base64") return new() { Node = word, Pointer = pointer, Types = SchemaTypes.String, Base64 = true };
        if (TypeWords.Parse(word.Value) is var types and (SchemaTypes.String or SchemaTypes.Integer or SchemaTypes.Number or SchemaTypes.Boolean))
            return new() { Node = word, Pointer = pointer, Types = types };
        if (Words.Contains(word.Value))
        {
            var format = SchemaFormats.Find(word.Value)!;
            types = word.Value == "big" ? SchemaTypes.Integer : word.Value == "decimal" ? SchemaTypes.Number : SchemaTypes.String;
            return new() { Node = word, Pointer = pointer, Types = types, Format = format.Name, FormatAsserted = true };
        }

        var fix = RecordFix.For(word, owner);
        var near = NearMiss.Of(word.Value, Words);
        var remedy = fix is not null ? fix.Title + "." : near is not null ? $"Did you mean {JsonWriter.Quote(near)}?" : $"Types are {string.Join(", ", Words)}.";
        this.sink.Add(FindingCatalog.NoRecordWord, word.Span, fix, Excerpt.Of(word), remedy);
        return new() { Node = word, Pointer = pointer };
    }

    private static SchemaNode Nullable(SchemaNode schema) => new()
    {
        Node = schema.Node,
        Pointer = schema.Pointer,
        Types = schema.Types | SchemaTypes.Null,
        Format = schema.Format,
        FormatAsserted = schema.FormatAsserted,
        Base64 = schema.Base64,
        Items = schema.Items,
        Properties = schema.Properties,
        Required = schema.Required,
        AdditionalProperties = schema.AdditionalProperties,
    };
}
