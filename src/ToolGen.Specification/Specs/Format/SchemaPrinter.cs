using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs.Shapes;

namespace ToolGen.Specification.Specs.Format;

/// <summary>Prints shapes as JSON Schema 2020-12: records and named unions once each, in <c>$defs</c>.</summary>
internal sealed class SchemaPrinter
{
    private readonly List<JsonMember> definitions = [];
    private readonly HashSet<string> names = [];

    /// <summary>The whole schema of the format.</summary>
    public static JsonObject Print(RecordShape root, params JsonMember[] head)
    {
        var printer = new SchemaPrinter();
        var body = printer.Record(root).ToArray();
        var definitions = JsonMake.Member("$defs", JsonMake.Object(printer.definitions));
        return JsonMake.Object([.. head, .. body, definitions]);
    }

    private JsonObject Of(Shape shape) => shape switch
    {
        AnyShape => JsonMake.Object(),
        KindShape kinds => JsonMake.Object("type", JsonMake.Texts(kinds.Kinds.Select(Word))),
        SchemaShape => JsonMake.Object("type", JsonMake.Texts(["object", "boolean"])),
        BooleanShape => Type("boolean"),
        StringShape { Rule: null } => Type("string"),
        StringShape { Rule: { } rule } => Type("string", JsonMake.Member("pattern", JsonMake.Text(rule.Pattern))),
        WordShape words => Type("string", JsonMake.Member("enum", JsonMake.Texts(words.Words))),
        IntegerShape integer => Type("integer", JsonMake.Member("minimum", JsonMake.Number(integer.Minimum)), JsonMake.Member("maximum", JsonMake.Number(integer.Maximum))),
        AmountShape => Type("number", JsonMake.Member("minimum", JsonMake.Number(0))),
        TextShape => Any(Type("string"), Type("array", JsonMake.Member("items", Type("string", JsonMake.Member("pattern", JsonMake.Text("^[^\\r\\n]*$")))))),
        ListShape list => Type("array", [JsonMake.Member("items", this.Of(list.Item)), .. Bounds("Items", list.Minimum, list.Maximum)]),
        MapShape map => this.Map(map),
        UnionShape { Name: { } name } union => this.Defined(name, () => Any(union.Alternatives.Select(this.Of))),
        UnionShape union => Any(union.Alternatives.Select(this.Of)),
        RecordShape record => this.Defined(record.Name.Replace(' ', '_'), () => JsonMake.Object(this.Record(record))),
        OwnKindShape own => Own(own),
        _ => throw new InvalidOperationException("a shape without a schema: " + shape.GetType().Name),
    };

    private JsonObject Map(MapShape map)
    {
        var members = new List<JsonMember> { JsonMake.Member("additionalProperties", this.Of(map.Value)) };
        if (map.Names is { } names) members.Add(JsonMake.Member("propertyNames", JsonMake.Object("pattern", JsonMake.Text(names.Pattern))));
        if (map.Reserved is { } reserved) members.Add(JsonMake.Member("propertyNames", JsonMake.Object("not", JsonMake.Object("const", JsonMake.Text(reserved)))));
        return Type("object", [.. members, .. Bounds("Properties", map.Minimum, map.Maximum)]);
    }

    private IEnumerable<JsonMember> Record(RecordShape record)
    {
        yield return JsonMake.Member("type", JsonMake.Text("object"));
        yield return JsonMake.Member("properties", JsonMake.Object(record.Fields.Select(field => JsonMake.Member(field.Name, Described(this.Of(field.Shape), field.Description)))));
        if (record.KeepsExtensions) yield return JsonMake.Member("patternProperties", JsonMake.Object("^(_meta$|x-)", JsonMake.Object("description", JsonMake.Text("Kept, and read by nobody."))));
        if (record.Fields.Any(field => field.Required)) yield return JsonMake.Member("required", JsonMake.Texts(record.Fields.Where(field => field.Required).Select(field => field.Name)));
        yield return JsonMake.Member("additionalProperties", JsonMake.False);
        if (record.OneOf.Count > 0) yield return JsonMake.Member("oneOf", JsonMake.Array(record.OneOf.Select(key => JsonMake.Object("required", JsonMake.Texts([key])))));
        if (record.Needs is { } needs) yield return JsonMake.Member("dependentRequired", JsonMake.Object(needs.Key, JsonMake.Texts([needs.Needs])));
        if (record.Excludes.Count > 0) yield return JsonMake.Member("not", Together(record.Excludes));
    }

    // Two of the keys, whichever.
    private static JsonObject Together(IReadOnlyList<string> keys)
    {
        var pairs = keys.SelectMany((key, place) => keys.Skip(place + 1).Select(other => JsonMake.Object("required", JsonMake.Texts([key, other])))).ToArray();
        return pairs.Length == 1 ? pairs[0] : Any(pairs);
    }

    // The name is taken before the body is printed: a shape may hold itself.
    private JsonObject Defined(string name, Func<JsonObject> body)
    {
        if (this.names.Add(name))
        {
            var place = this.definitions.Count;
            this.definitions.Add(JsonMake.Member(name, JsonMake.Null));
            this.definitions[place] = JsonMake.Member(name, body());
        }

        return JsonMake.Object("$ref", JsonMake.Text("#/$defs/" + name));
    }

    private static JsonObject Own(OwnKindShape own) => Type(
        "object",
        JsonMake.Member("properties", JsonMake.Object("kind", Type("string", JsonMake.Member("pattern", JsonMake.Text(TextRules.KindName.Pattern)), JsonMake.Member("not", JsonMake.Object("enum", JsonMake.Texts(own.Known)))))),
        JsonMake.Member("required", JsonMake.Texts(["kind"])));

    private static JsonObject Described(JsonObject schema, string description) => JsonMake.Object([.. schema.Members, JsonMake.Member("description", JsonMake.Text(description))]);

    private static JsonObject Type(string type, params JsonMember[] more) => JsonMake.Object([JsonMake.Member("type", JsonMake.Text(type)), .. more]);

    private static JsonObject Any(params IEnumerable<JsonObject> alternatives) => JsonMake.Object("anyOf", JsonMake.Array(alternatives));

    private static IEnumerable<JsonMember> Bounds(string what, int minimum, int maximum)
    {
        if (minimum > 0) yield return JsonMake.Member("min" + what, JsonMake.Number(minimum));
        if (maximum < int.MaxValue) yield return JsonMake.Member("max" + what, JsonMake.Number(maximum));
    }

    private static string Word(JsonKind kind) => kind switch
    {
        JsonKind.Null => "null",
        JsonKind.Boolean => "boolean",
        JsonKind.Number => "number",
        JsonKind.String => "string",
        JsonKind.Array => "array",
        _ => "object",
    };
}
