using System;
using System.Globalization;
using System.Linq;
using System.Text;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Generator.Tests.Types;

/// <summary>What is read into the types of SPEC §2 and written again is the same JSON, by value.</summary>
[TestClass]
public sealed class RoundTripTests
{
    private const string Properties = """
        "text": { "type": "string" }, "flag": { "type": "boolean" }, "small": { "type": "integer", "minimum": -2147483648, "maximum": 2147483647 }, "whole": { "type": "integer" },
        "big": { "type": "integer", "format": "big" }, "number": { "type": "number" }, "money": { "type": "number", "format": "decimal" },
        "day": { "type": "string", "format": "date" }, "span": { "type": "string", "format": "duration" }, "id": { "type": "string", "format": "uuid" }, "bytes": { "type": "string", "contentEncoding": "base64" },
        "list": { "type": "array", "items": { "type": ["integer", "null"] } }, "map": { "type": "object", "additionalProperties": { "type": "string" } },
        "pair": { "type": "array", "prefixItems": [{ "type": "integer" }, { "type": "string" }] }, "maybe": { "type": ["string", "null"] }, "any": { "anyOf": [{ "type": "string" }, { "type": "array" }] },
        "either": { "anyOf": [{ "type": "integer" }, { "type": "null" }] },
        "shape": { "oneOf": [
          { "type": "object", "properties": { "kind": { "type": "string", "const": "circle" }, "radius": { "type": "number" } }, "required": ["kind", "radius"] },
          { "type": "object", "properties": { "kind": { "type": "string", "const": "square" }, "side": { "type": "integer" } }, "required": ["kind"] } ] },
        "tree": { "type": "object", "properties": { "value": { "type": "integer" }, "kids": { "type": "array", "items": { "$ref": "#/properties/tree" } } }, "required": ["value"] }
        """;

    private static readonly string Body = string.Join(" ",
        "OutputTree? Copy(Tree? t) => t is null ? null : new OutputTree(t.Value, t.Kids?.Select(kid => Copy(kid)!).ToList());",
        "OutputShape? Turn(Shape? s) => s switch { Circle c => new OutputShapeCircle(c.Radius), Square q => new OutputShapeSquare(q.Side), _ => null };",
        "return new Output { Text = input.Text, Flag = input.Flag, Small = input.Small, Whole = input.Whole, Big = input.Big, Number = input.Number, Money = input.Money, Day = input.Day, Span = input.Span,",
        "Id = input.Id, Bytes = input.Bytes, List = input.List, Map = input.Map, Pair = input.Pair, Maybe = input.Maybe, Any = input.Any, Either = input.Either, Shape = Turn(input.Shape), Tree = Copy(input.Tree) };");

    private static readonly Gen<string> Text = Gen.Char[' ', '~'].Array[0, 9].Select(letters => System.Text.Json.JsonSerializer.Serialize(new string(letters) + (letters.Length % 3 == 0 ? "é\ud83d\ude00\n" : "")));

    private static readonly Gen<string>[] Members =
    [
        Member("text", Text), Member("flag", Gen.Bool.Select(flag => flag ? "true" : "false")), Member("small", Gen.Int.Select(Number)), Member("whole", Gen.Long.Select(Number)),
        Member("big", Gen.Select(Gen.ULong, Gen.ULong, (a, b) => $"-1{a}{b}")), Member("number", Gen.Double.Where(double.IsFinite).Select(value => value.ToString("R", CultureInfo.InvariantCulture))),
        Member("money", Gen.Decimal.Select(value => value.ToString(CultureInfo.InvariantCulture))), Member("day", Gen.Int[1, 3_000_000].Select(day => $"\"{DateOnly.FromDayNumber(day):yyyy-MM-dd}\"")),
        Member("span", Gen.Int[1, 59].Select(seconds => $"\"P1DT2H{seconds}M{seconds}S\"")), Member("id", Gen.Guid.Select(id => $"\"{id}\"")), Member("bytes", Gen.Byte.Array[0, 9].Select(bytes => $"\"{Convert.ToBase64String(bytes)}\"")),
        Member("list", Gen.OneOf(Gen.Long.Select(Number), Gen.Const("null")).List[0, 4].Select(items => $"[{string.Join(",", items)}]")),
        Member("map", Text.List[0, 3].Select(values => $"{{{string.Join(",", values.Select((value, i) => $"\"k/{i}\":{value}"))}}}")), Member("pair", Gen.Select(Gen.Long, Text, (number, text) => $"[{number},{text}]")),
        Member("maybe", Gen.OneOf(Text, Gen.Const("null"))), Member("any", Gen.OneOf(Text, Text.Select(text => $"[{text},1.50,{{\"a\":null}}]"))), Member("either", Gen.OneOf(Gen.Long.Select(Number), Gen.Const("null"))),
        Member("shape", Gen.OneOf(Gen.Const("""{"kind":"circle","radius":1.5}"""), Gen.Const("""{"side":3,"kind":"square"}"""), Gen.Const("""{"kind":"square"}"""))), Member("tree", Tree(3)),
    ];

    private static readonly Gen<string> Arguments = Members
        .Aggregate(Gen.Const(""), (all, one) => Gen.Select(all, one, Gen.Bool, (before, member, first) => member.Length == 0 ? before : before.Length == 0 ? member : first ? $"{member},{before}" : $"{before},{member}"))
        .Select(members => $"{{{members}}}");

    [TestMethod]
    public void Every_type_gives_back_what_it_took()
    {
        var tool = CompiledTool.Load(Specs.Code(Properties, Properties, Body));
        Arguments.Sample(arguments =>
        {
            var answer = tool.Answer(arguments).GetAwaiter().GetResult();
            Assert.IsTrue(answer.StartsWith('{'), $"{arguments}: {answer}");
            Assert.IsTrue(JsonEquality.Equals(Json(arguments), Json(answer)), $"{arguments}\n{answer}");
        }, iter: 2_000);
    }

    private static Gen<string> Tree(int depth) =>
        Gen.Select(Gen.Long, depth == 0 ? Gen.Const("") : Tree(depth - 1).List[0, 2].Select(kids => $",\"kids\":[{string.Join(",", kids)}]"), (value, kids) => $"{{\"value\":{Number(value)}{kids}}}");

    private static Gen<string> Member(string name, Gen<string> value) => Gen.OneOf(Gen.Const(""), value.Select(json => $"\"{name}\":{json}"));

    private static JsonNode Json(string json) => JsonReader.Read("value.json", Encoding.UTF8.GetBytes(json)).Root!;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
