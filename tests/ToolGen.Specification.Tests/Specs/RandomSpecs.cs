using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs.Format;
using ToolGen.Specification.Specs.Shapes;

namespace ToolGen.Specification.Tests.Specs;

/// <summary>Random values of a shape, and values that are nearly of it. One seed gives one value.</summary>
internal sealed class RandomSpecs(int seed)
{
    private static readonly string[] Words = ["a", "total", "row.Total desc", "data/{folder}/x.csv", "clock", "https://a.example/{id}", "", "é😀", "\"quoted\"", "line\nbreak", "x-note", "each", "entries", "null", "1.2.3", "30s", "5MB"];

    private readonly Random random = new(seed);

    /// <summary>Seeds for properties.</summary>
    public static Gen<int> Seeds { get; } = Gen.Int[0, int.MaxValue];

    public JsonNode Spec() => this.Of(SpecShapes.Spec, 0);

    /// <summary>A copy with one place changed: another type, a missing, renamed, added or exchanged member.</summary>
    public JsonNode Mutated(JsonNode node)
    {
        var places = Places(node).ToArray();
        var target = places[this.random.Next(places.Length)];
        return Replace(node, target, this.Changed(target));
    }

    private JsonNode Of(Shape shape, int depth) => shape switch
    {
        AnyShape => this.Any(depth),
        KindShape kinds => this.Kind(kinds.Kinds[this.random.Next(kinds.Kinds.Length)], depth),
        SchemaShape => this.Schema(depth),
        BooleanShape => new JsonBoolean(this.random.Next(2) == 0, default),
        StringShape { Rule: null } => this.Text(),
        StringShape { Rule: { } rule } => new JsonString(rule.Example, default),
        WordShape words => new JsonString(words.Words[this.random.Next(words.Words.Count)], default),
        IntegerShape integer => new JsonNumber(this.random.NextInt64(integer.Minimum, integer.Maximum + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), default),
        AmountShape => new JsonNumber("0.25", default),
        TextShape => this.random.Next(2) == 0 ? this.Text() : new JsonArray([new JsonString("one", default), new JsonString("two", default)], default),
        ListShape list => new JsonArray(Enumerable.Range(0, Math.Max(list.Minimum, Math.Min(list.Maximum, this.random.Next(3)))).Select(_ => this.Of(list.Item, depth + 1)).ToArray(), default),
        MapShape map => this.Map(map, depth),
        UnionShape union => this.Of(depth > 12 ? union.Alternatives[0] : union.Alternatives[this.random.Next(union.Alternatives.Count)], depth + 1),
        RecordShape record => this.Record(record, depth),
        OwnKindShape => new JsonObject([new("kind", default, new JsonString("greeting", default)), new("words", default, this.Any(depth))], default),
        _ => throw new InvalidOperationException(shape.GetType().Name),
    };

    private JsonObject Record(RecordShape record, int depth)
    {
        var chosen = record.OneOf.Count == 0 ? null : record.OneOf[this.random.Next(record.OneOf.Count)];
        var members = record.Fields
            .Where(field => field.Required || field.Name == chosen || (!record.OneOf.Contains(field.Name) && this.random.Next(10) < (depth == 0 ? 6 : 4)))
            .Select(field => new JsonMember(field.Name, default, this.Of(field.Shape, depth + 1))).ToList();
        if (record.Needs is { } needs && members.Any(member => member.Name == needs.Key) && members.All(member => member.Name != needs.Needs))
            members.Add(new(needs.Needs, default, this.Of(record.Fields.First(field => field.Name == needs.Needs).Shape, depth + 1)));
        foreach (var key in record.Excludes.Where(key => members.Exists(member => member.Name == key)).Skip(1).ToArray()) members.RemoveAll(member => member.Name == key);
        if (record.KeepsExtensions && this.random.Next(2) == 0) members.Add(new("x-note", default, this.Any(depth)));
        return new(members.OrderBy(_ => this.random.Next()).ToArray(), default);
    }

    private JsonObject Map(MapShape map, int depth)
    {
        var count = Math.Max(map.Minimum, Math.Min(map.Maximum, this.random.Next(3)));
        var names = map.Names is { } rule ? new[] { rule.Example } : Words.Where(word => word != map.Reserved).OrderBy(_ => this.random.Next()).Take(count).ToArray();
        return new(names.Take(count).Select(name => new JsonMember(name, default, this.Of(map.Value, depth + 1))).ToArray(), default);
    }

    private JsonNode Schema(int depth) => this.random.Next(3) switch
    {
        0 => new JsonBoolean(true, default),
        1 => new JsonObject([new("type", default, new JsonString("object", default)), new("properties", default, new JsonObject([new("a", default, depth > 8 ? new JsonBoolean(true, default) : this.Schema(depth + 1))], default)), new("minProperties", default, this.Any(depth))], default),
        _ => new JsonObject([new("type", default, new JsonArray([new JsonString("null", default)], default)), new("enum", default, new JsonArray([this.Any(depth)], default)), new("items", default, new JsonBoolean(false, default)), new("description", default, new JsonArray([], default))], default),
    };

    private JsonString Text() => new(Words[this.random.Next(Words.Length)], default);

    private JsonNode Any(int depth) => this.Kind((JsonKind)this.random.Next(depth > 8 ? 4 : 6), depth);

    private JsonNode Kind(JsonKind kind, int depth) => kind switch
    {
        JsonKind.Null => new JsonNull(default),
        JsonKind.Boolean => new JsonBoolean(this.random.Next(2) == 0, default),
        JsonKind.Number => new JsonNumber(new[] { "0", "-1", "1.50", "1e3", "404", "123456789012345678901" }[this.random.Next(6)], default),
        JsonKind.String => this.Text(),
        JsonKind.Array => new JsonArray(Enumerable.Range(0, this.random.Next(3)).Select(_ => this.Any(depth + 1)).ToArray(), default),
        _ => new JsonObject(Words.OrderBy(_ => this.random.Next()).Take(this.random.Next(3)).Select(name => new JsonMember(name, default, this.Any(depth + 1))).ToArray(), default),
    };

    private JsonNode Changed(JsonNode node)
    {
        if (node is JsonObject { Members.Count: > 0 } @object && this.random.Next(3) > 0)
        {
            var members = @object.Members.ToList();
            var at = this.random.Next(members.Count);
            switch (this.random.Next(4))
            {
                case 0: members.RemoveAt(at); break;
                case 1: members[at] = new(members[at].Name + "s", default, members[at].Value); break;
                case 2: members.Add(new(members.Any(member => member.Name == "error") ? "output" : "error", default, this.Any(6))); break;
                default: members[at] = new(members[at].Name, default, members[this.random.Next(members.Count)].Value); break;
            }

            return new JsonObject(members.DistinctBy(member => member.Name).ToArray(), default);
        }

        return this.Any(6);
    }

    private static IEnumerable<JsonNode> Places(JsonNode node) => node switch
    {
        JsonArray array => [node, .. array.Items.SelectMany(Places)],
        JsonObject @object => [node, .. @object.Members.SelectMany(member => Places(member.Value))],
        _ => [node],
    };

    private static JsonNode Replace(JsonNode node, JsonNode target, JsonNode with) => ReferenceEquals(node, target) ? with : node switch
    {
        JsonArray array => new JsonArray(array.Items.Select(item => Replace(item, target, with)).ToArray(), default),
        JsonObject @object => new JsonObject(@object.Members.Select(member => new JsonMember(member.Name, default, Replace(member.Value, target, with))).ToArray(), default),
        _ => node,
    };
}
