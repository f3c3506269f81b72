using System.Collections.Generic;

namespace ToolGen.Generator.Tests.Methods;

/// <summary>A method shape: its C#, a call, and what comes of it.</summary>
/// <param name="Name">Of the method and of the shape.</param>
/// <param name="Method">From its return type on.</param>
/// <param name="Arguments">JSON.</param>
/// <param name="Answer">JSON, or errors.</param>
/// <param name="Types">Further types.</param>
internal sealed record MethodShape(string Name, string Method, string Arguments, string Answer, string Types = "")
{
    /// <summary>The tool's name.</summary>
    public string ToolName => "shape_" + this.Name;

    public override string ToString() => this.Name;
}

/// <summary>Shapes that methods have in agent projects.</summary>
internal static class MethodShapes
{
    private const string Person = "public record Person(string Name, int Age = 18) { public string? Mail { get; init; } }";
    private const string Tree = "public sealed class Tree { public required string Name { get; set; } public List<Tree> Children { get; set; } = []; public Tree? Left { get; set; } }";
    private const string Color = "public enum Color { Red, DarkGreen, [JsonStringEnumMemberName(\"navy blue\")] Blue }";

    public static IReadOnlyList<MethodShape> All { get; } =
    [
        new("Nothing", "void Nothing() { }", "{}", "{}"),
        new("Text", "string Text(string v) => v + \"!\";", """{"v":"a"}""", """{"result":"a!"}"""),
        new("Flag", "bool Flag(bool v) => !v;", """{"v":true}""", """{"result":false}"""),
        new("Int", "int Int(int v) => v + 1;", """{"v":2147483646}""", """{"result":2147483647}"""),
        new("IntTooLarge", "int IntTooLarge(int v) => v;", """{"v":2147483648}""", "invalid_input /v"),
        new("Long", "long Long(long v) => v;", """{"v":9223372036854775807}""", """{"result":9223372036854775807}"""),
        new("Short", "short Short(short v) => v;", """{"v":-32768}""", """{"result":-32768}"""),
        new("Byte", "byte Byte(byte v) => v;", """{"v":256}""", "invalid_input /v"),
        new("SByte", "sbyte SByte(sbyte v) => v;", """{"v":-128}""", """{"result":-128}"""),
        new("UShort", "ushort UShort(ushort v) => v;", """{"v":65535}""", """{"result":65535}"""),
        new("UInt", "uint UInt(uint v) => v;", """{"v":4294967295}""", """{"result":4294967295}"""),
        new("ULong", "ulong ULong(ulong v) => v;", """{"v":18446744073709551615}""", """{"result":18446744073709551615}"""),
        new("BigInt", "BigInteger BigInt(BigInteger v) => v * v;", """{"v":10000000000000000000000}""", """{"result":100000000000000000000000000000000000000000000}"""),
        new("Wide", "Int128 Wide(Int128 v) => v;", """{"v":-170141183460469231731687303715884105728}""", """{"result":-170141183460469231731687303715884105728}"""),
        new("Single", "float Single(float v) => v * 2;", """{"v":1.5}""", """{"result":3}"""),
        new("Real", "double Real(double v) => v / 2;", """{"v":5}""", """{"result":2.5}"""),
        new("Money", "decimal Money(decimal v) => v + 0.01m;", """{"v":79228162514264.33}""", """{"result":79228162514264.34}"""),
        new("Letter", "char Letter(char v) => char.ToUpperInvariant(v);", """{"v":"x"}""", """{"result":"X"}"""),
        new("Id", "Guid Id(Guid v) => v;", """{"v":"0f8fad5b-d9cb-469f-a165-70867728950e"}""", """{"result":"0f8fad5b-d9cb-469f-a165-70867728950e"}"""),
        new("Instant", "DateTimeOffset Instant(DateTimeOffset v) => v.AddDays(1);", """{"v":"2026-03-01T00:00:00Z"}""", """{"result":"2026-03-02T00:00:00Z"}"""),
        new("Moment", "DateTime Moment(DateTime v) => v.AddHours(1);", """{"v":"2026-03-01T00:00:00+01:00"}""", """{"result":"2026-03-01T00:00:00Z"}"""),
        new("Day", "DateOnly Day(DateOnly v) => v.AddDays(1);", """{"v":"2026-02-28"}""", """{"result":"2026-03-01"}"""),
        new("Clock", "TimeOnly Clock(TimeOnly v) => v.AddHours(1);", """{"v":"10:30:00Z"}""", """{"result":"11:30:00Z"}"""),
        new("Span", "TimeSpan Span(TimeSpan v) => v * 2;", """{"v":"PT90M"}""", """{"result":"PT3H"}"""),
        new("Link", "Uri Link(Uri v) => new(v, \"b\");", """{"v":"https://a.example/"}""", """{"result":"https://a.example/b"}"""),
        new("Bytes", "byte[] Bytes(byte[] v) => [..v.Reverse()];", """{"v":"AQID"}""", """{"result":"AwIB"}"""),
        new("Memory", "ReadOnlyMemory<byte> Memory(ReadOnlyMemory<byte> v) => v[1..];", """{"v":"AQID"}""", """{"result":"AgM="}"""),
        new("Element", "JsonElement Element(JsonElement v) => v.GetProperty(\"a\").Clone();", """{"v":{"a":[1]}}""", """{"result":[1]}"""),
        new("Node", "JsonNode? Node(JsonNode v) => v[\"a\"]?.DeepClone();", """{"v":{"a":[1]}}""", """{"result":[1]}"""),
        new("Object", "int Object(JsonObject v) => v.Count;", """{"v":{"a":1,"b":2}}""", """{"result":2}"""),
        new("NullText", "string? NullText(string? v) => v;", """{"v":null}""", """{"result":null}"""),
        new("NullInt", "int? NullInt(int? v) => v + 1;", """{"v":1}""", """{"result":2}"""),
        new("NullTextRequired", "bool NullTextRequired(string? v) => v is null;", "{}", "invalid_input /v"),
        new("OptionalText", "bool OptionalText(string? v = null) => v is null;", "{}", """{"result":true}"""),
        new("OptionalTextNull", "bool OptionalTextNull(string? v = null) => v is null;", """{"v":null}""", """{"result":true}"""),
        new("DefaultInt", "int DefaultInt(int v = 3) => v;", "{}", """{"result":3}"""),
        new("DefaultText", "string DefaultText(string v = \"a\\\"b\") => v;", "{}", """{"result":"a\"b"}"""),
        new("DefaultDecimal", "decimal DefaultDecimal(decimal v = 1.50m) => v;", "{}", """{"result":1.50}"""),
        new("DefaultDate", "bool DefaultDate(DateOnly v = default) => v == default;", "{}", """{"result":true}"""),
        new("DefaultNullInt", "bool DefaultNullInt(int? v = null) => v is null;", "{}", """{"result":true}"""),
        new("DefaultEnum", "Color DefaultEnum(Color v = Color.DarkGreen) => v;", "{}", """{"result":"DarkGreen"}""", Color),
        new("Enum", "Color Enum(Color v) => v;", """{"v":"navy blue"}""", """{"result":"navy blue"}""", Color),
        new("EnumWrong", "Color EnumWrong(Color v) => v;", """{"v":"navy"}""", "invalid_input /v", Color),
        new("NullEnum", "Color? NullEnum(Color? v) => v;", """{"v":null}""", """{"result":null}""", Color),
        new("EnumOutside", "Color EnumOutside(int v) => (Color)v;", """{"v":77}""", "invalid_output", Color),
        new("Flags", "Days Flags(Days v) => v | Days.Sun;", """{"v":["Mon","Tue"]}""", """{"result":["Mon","Tue","Sun"]}""", "[Flags] public enum Days { Mon = 1, Tue = 2, Sun = 64 }"),
        new("Array", "int[] Array(int[] v) => [..v.Select(x => x * 2)];", """{"v":[1,2]}""", """{"result":[2,4]}"""),
        new("Params", "int Params(params int[] v) => v.Sum();", """{"v":[1,2]}""", """{"result":3}"""),
        new("ListOf", "List<string> ListOf(List<string> v) { v.Add(\"z\"); return v; }", """{"v":["a"]}""", """{"result":["a","z"]}"""),
        new("Sequence", "IEnumerable<int> Sequence(IEnumerable<int> v) => v.Where(x => x > 1);", """{"v":[1,2,3]}""", """{"result":[2,3]}"""),
        new("ReadOnlyList", "IReadOnlyList<double> ReadOnlyList(IReadOnlyList<double> v) => v;", """{"v":[1.5]}""", """{"result":[1.5]}"""),
        new("Immutable", "ImmutableArray<byte> Immutable(ImmutableArray<short> v) => [..v.Select(x => (byte)x)];", """{"v":[1,255]}""", """{"result":[1,255]}"""),
        new("Set", "int Set(HashSet<string> v) => v.Count;", """{"v":["a","a"]}""", "invalid_input /v"),
        new("Nested", "int[][] Nested(List<int[]> v) => [..v];", """{"v":[[1],[2,3]]}""", """{"result":[[1],[2,3]]}"""),
        new("NullItems", "int NullItems(string?[] v) => v.Count(x => x is null);", """{"v":["a",null]}""", """{"result":1}"""),
        new("Map", "Dictionary<string, int> Map(Dictionary<string, int> v) { v[\"z\"] = 1; return v; }", """{"v":{"a":2}}""", """{"result":{"a":2,"z":1}}"""),
        new("MapOfLists", "IReadOnlyDictionary<string, string[]> MapOfLists(IReadOnlyDictionary<string, List<string>> v) => v.ToDictionary(x => x.Key, x => x.Value.ToArray());", """{"v":{"a":["b"]}}""", """{"result":{"a":["b"]}}"""),
        new("Pair", "(string Name, int Count) Pair((int A, string B) v) => (v.B, v.A);", """{"v":[1,"x"]}""", """{"result":["x",1]}"""),
        new("Record", "Person Record(Person v) => v with { Age = v.Age + 1 };", """{"v":{"name":"Ada"}}""", """{"name":"Ada","age":19,"mail":null}""", Person),
        new("RecordMore", "string? RecordMore(Person v) => v.Mail;", """{"v":{"name":"Ada","mail":"a@b.example"}}""", """{"result":"a@b.example"}""", Person),
        new("RecordUnknown", "string RecordUnknown(Person v) => v.Name;", """{"v":{"name":"Ada","phone":"1"}}""", "invalid_input /v/phone", Person),
        new("Records", "List<Person> Records(Person[] v) => [..v];", """{"v":[{"name":"A"},{"name":"B","age":2}]}""", """{"result":[{"name":"A","age":18,"mail":null},{"name":"B","age":2,"mail":null}]}""", Person),
        new("NullRecord", "Person? NullRecord(Person? v = null) => v;", "{}", """{"result":null}""", Person),
        new("TwoOfOne", "string TwoOfOne(Person a, Person b) => a.Name + b.Name;", """{"a":{"name":"A"},"b":{"name":"B"}}""", """{"result":"AB"}""", Person),
        new("Class", "Box Class(Box v) => v;", """{"v":{"width":2}}""", """{"width":2,"height":7,"color":null}""", "public class Box { public int Width { get; set; } public int Height { get; set; } = 7; public string? Color { get; init; } [JsonIgnore] public object? Tag { get; set; } }"),
        new("Computed", "Square Computed(int v) => new() { Side = v };", """{"v":3}""", """{"side":3,"area":9}""", "public class Square { public int Side { get; set; } public int Area => Side * Side; }"),
        new("Named", "Wire Named(Wire v) => v;", """{"v":{"the-id":1}}""", """{"the-id":1}""", "public record Wire([property: JsonPropertyName(\"the-id\")] int Id);"),
        new("Struct", "Point Struct(Point v) => new(v.Y, v.X);", """{"v":{"x":1,"y":2}}""", """{"x":2,"y":1}""", "public readonly record struct Point(int X, int Y);"),
        new("Inherited", "Dog Inherited(Dog v) => v;", """{"v":{"name":"Rex","good":true}}""", """{"name":"Rex","good":true}""", "public abstract class Animal { public required string Name { get; init; } } public sealed class Dog : Animal { public bool Good { get; set; } }"),
        new("Recursive", "int Recursive(Tree v) => v.Children.Count + (v.Left is null ? 0 : 10);", """{"v":{"name":"a","children":[{"name":"b"}],"left":{"name":"c"}}}""", """{"result":11}""", Tree),
        new("RecursiveOut", "Tree RecursiveOut() => new() { Name = \"a\", Children = [new() { Name = \"b\" }] };", "{}", """{"name":"a","children":[{"name":"b","children":[],"left":null}],"left":null}""", Tree),
        new("Endless", "Tree Endless() { var t = new Tree { Name = \"a\" }; t.Left = t; return t; }", "{}", "internal", Tree),
        new("NullInside", "Person NullInside() => new(null!);", "{}", "invalid_output /name", Person),
        new("Deferred", "async Task<int> Deferred(int v) { await Task.Yield(); return v; }", """{"v":1}""", """{"result":1}"""),
        new("DeferredAsync", "async ValueTask<string> DeferredAsync(CancellationToken token) { await Task.Delay(1, token); return \"done\"; }", "{}", """{"result":"done"}"""),
        new("DeferredNothing", "Task DeferredNothing() => Task.CompletedTask;", "{}", "{}"),
        new("Stream", "async IAsyncEnumerable<int> Stream(int v) { for (var i = 0; i < v; i++) { await Task.Yield(); yield return i; } }", """{"v":3}""", """{"result":[0,1,2]}"""),
        new("Context", "string Context(ToolContext context, string v) { context.Log(v); return v; }", """{"v":"x"}""", """{"result":"x"}"""),
        new("Range", "int Range([Range(1, 10)] int v) => v;", """{"v":11}""", "invalid_input /v"),
        new("Length", "int Length([StringLength(3, MinimumLength = 2)] string v) => v.Length;", """{"v":"a"}""", "invalid_input /v"),
        new("Items", "int Items([MinLength(2)] int[] v) => v.Length;", """{"v":[1]}""", "invalid_input /v"),
        new("Pattern", "string Pattern([RegularExpression(\"[a-z]+\")] string v) => v;", """{"v":"ab1"}""", "invalid_input /v"),
        new("Mail", "string Mail([EmailAddress] string v) => v;", """{"v":"nobody"}""", "invalid_input /v"),
        new("Denied", "string Denied([DeniedValues(\"a\", \"b\")] string v) => v;", """{"v":"b"}""", "invalid_input /v"),
        new("NotDenied", "string NotDenied([DeniedValues(\"a\", \"b\")] string v) => v;", """{"v":"c"}""", """{"result":"c"}"""),
        new("Allowed", "string Allowed([AllowedValues(\"a\", \"b\")] string v) => v;", """{"v":"c"}""", "invalid_input /v"),
        new("InsideRange", "int InsideRange(Order v) => v.Count;", """{"v":{"count":0}}""", "invalid_input /v/count", "public record Order([Range(1, 9)] int Count);"),
        new("Labelled", "string Labelled(Label v) => v.Name;", """{"v":{"name":"a"}}""", """{"result":"a"}""", "public class Label { [DisplayName(\"Full name\")] public required string Name { get; init; } }"),
        new("Base64", "string Base64([Base64String] string v) => v;", """{"v":"AQID"}""", """{"result":"AQID"}"""),
        new("Address", "string Address([Url] string v) => v;", """{"v":"no address"}""", "invalid_input /v"),
        new("LongList", "int LongList([MaxLength(1)] List<int> v) => v.Count;", """{"v":[1,2]}""", "invalid_input /v"),
        new("LengthBetween", "int LengthBetween([Length(2, 3)] string v) => v.Length;", """{"v":"abcd"}""", "invalid_input /v"),
        new("OpenRange", "double OpenRange([Range(0.0, 1.0, MinimumIsExclusive = true)] double v) => v;", """{"v":0}""", "invalid_input /v"),
        new("OptionalRange", "int? OptionalRange([Range(1, 9)] int? v = null) => v;", "{}", """{"result":null}"""),
        new("Must", "string Must(Form v) => v.Name!;", """{"v":{}}""", "invalid_input /v/name", "public class Form { [Required] public string? Name { get; set; } }"),
        new("Described", "int Described([Description(\"How many.\")] int v) => v;", """{"v":4}""", """{"result":4}"""),
        new("ReadOnlyIn", "int ReadOnlyIn(in int v) => v;", """{"v":4}""", """{"result":4}"""),
        new("ParamsList", "int ParamsList(params IReadOnlyList<int> v) => v.Count;", """{"v":[4]}""", """{"result":1}"""),
        new("Own", "string Own(string input, string result, string r, string w, string v) => input + result + r + w + v;", """{"input":"a","result":"b","r":"c","w":"d","v":"e"}""", """{"result":"abcde"}"""),
        new("Generic", "Page<string> Generic(Page<int> v) => new([..v.Items.Select(x => x + \"!\")]);", """{"v":{"items":[1]}}""", """{"items":["1!"]}""", "public record Page<T>(IReadOnlyList<T> Items);"),
        new("Inner", "Outer.Part Inner(Outer.Part v) => v;", """{"v":{"n":1}}""", """{"n":1}""", "public static class Outer { public record Part(int N); }"),
        new("NullStruct", "Point? NullStruct(Point? v) => v;", """{"v":null}""", """{"result":null}""", "public record struct Point(int X, int Y);"),
        new("DeferredNull", "Task<string?> DeferredNull() => Task.FromResult<string?>(null);", "{}", """{"result":null}"""),
        new("MapOfNull", "IReadOnlyDictionary<string, int?> MapOfNull(IReadOnlyDictionary<string, int?> v) => v;", """{"v":{"a":null}}""", """{"result":{"a":null}}"""),
        new("EnumList", "List<Color> EnumList(HashSet<Color> v) => [..v.Order()];", """{"v":["DarkGreen","Red"]}""", """{"result":["Red","DarkGreen"]}""", Color),
        new("Keyword", "string Keyword(string @class, int @event = 1) => @class + @event;", """{"class":"a"}""", """{"result":"a1"}"""),
        new("Fails", "string Fails() => throw new ToolException(\"sold_out\", \"no seats left\");", "{}", "sold_out"),
        new("Crashes", "string Crashes() => throw new InvalidOperationException(\"secret\");", "{}", "internal"),
    ];
}
