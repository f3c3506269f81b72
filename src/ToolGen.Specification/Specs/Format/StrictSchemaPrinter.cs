using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs.Shapes;

namespace ToolGen.Specification.Specs.Format;

/// <summary>
/// Prints shapes for providers' structured output, which know few keywords: every property required (null where absent), every object
/// closed, maps as lists of entries; only <c>type properties required additionalProperties items anyOf enum $ref $defs description</c>.
/// </summary>
internal sealed class StrictSchemaPrinter
{
    private readonly List<JsonMember> definitions = [];
    private readonly HashSet<string> names = [];

    public static JsonObject Print(RecordShape root)
    {
        var printer = new StrictSchemaPrinter();
        var body = printer.Record(root);
        return JsonMake.Object([.. body.Members, JsonMake.Member("$defs", JsonMake.Object(printer.definitions))]);
    }

    private JsonObject Of(Shape shape) => shape switch
    {
        AnyShape => this.Json(),
        KindShape kinds when kinds.Kinds.Contains(JsonKind.Object) || kinds.Kinds.Contains(JsonKind.Array) => this.Json(),
        KindShape kinds => Any(kinds.Kinds.Select(kind => kind == JsonKind.Null ? this.Null() : Type(kind == JsonKind.Boolean ? "boolean" : kind == JsonKind.Number ? "number" : "string"))),
        SchemaShape => this.Schema(),
        BooleanShape => Type("boolean"),
        StringShape => Type("string"),
        WordShape words => Type("string", JsonMake.Member("enum", JsonMake.Texts(words.Words))),
        IntegerShape => Type("integer"),
        AmountShape => Type("number"),
        TextShape => Any(Type("string"), List(Type("string"))),
        ListShape list => List(this.Of(list.Item)),
        MapShape map => Closed(JsonMake.Member(StrictForm.Entries, List(Entry(this.Of(map.Value))))),
        UnionShape { Name: { } name } union => this.Defined(name, () => this.Union(union)),
        UnionShape union => this.Union(union),
        RecordShape record => this.Defined(record.Name.Replace(' ', '_'), () => this.Record(record)),
        _ => throw new InvalidOperationException("a shape without a strict schema: " + shape.GetType().Name),
    };

    // Own kinds come from the project, never from a model.
    private JsonObject Union(UnionShape union) => Any(union.Alternatives.Where(shape => shape is not OwnKindShape).Select(this.Of));

    private JsonObject Record(RecordShape record)
    {
        var members = record.Fields.Select(field =>
        {
            var schema = this.Of(field.Shape);
            if (!field.Required) schema = Optional(schema);
            return JsonMake.Member(field.Name, JsonMake.Object([.. schema.Members, JsonMake.Member("description", JsonMake.Text(field.Description))]));
        }).ToList();
        if (record.KeepsExtensions) members.Add(JsonMake.Member(StrictForm.Extensions, Optional(List(Entry(this.Json())))));
        return Closed(members.ToArray());
    }

    private JsonObject Json() => this.Defined("json", () => Any(
        Type("string"), Type("number"), Type("boolean"), this.Null(), List(this.Json()), Closed(JsonMake.Member(StrictForm.Members, List(Entry(this.Json()))))));

    private JsonObject Null() => this.Defined("json_null", () => Closed(JsonMake.Member(StrictForm.Null, Type("boolean", JsonMake.Member("enum", JsonMake.Array([JsonMake.True]))))));

    private JsonObject Schema() => this.Defined("json_schema", () => Any(Type("boolean"), Closed(
        JsonMake.Member("type", Optional(Any(Type("string"), List(Type("string"))))),
        JsonMake.Member("description", Optional(Type("string"))),
        JsonMake.Member("properties", Optional(List(Entry(this.Schema())))),
        JsonMake.Member("required", Optional(List(Type("string")))),
        JsonMake.Member("items", Optional(this.Schema())),
        JsonMake.Member("enum", Optional(List(this.Json()))),
        JsonMake.Member(StrictForm.Keywords, Optional(List(Entry(this.Json())))))));

    private static JsonObject Entry(JsonObject value) => Closed(JsonMake.Member(StrictForm.Name, Type("string")), JsonMake.Member(StrictForm.Value, value));

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

    private static JsonObject Closed(params JsonMember[] members) => JsonMake.Object(
        JsonMake.Member("type", JsonMake.Text("object")),
        JsonMake.Member("properties", JsonMake.Object(members)),
        JsonMake.Member("required", JsonMake.Texts(members.Select(member => member.Name))),
        JsonMake.Member("additionalProperties", JsonMake.False));

    private static JsonObject Optional(JsonObject schema) => Any(schema, Type("null"));

    private static JsonObject List(JsonObject item) => Type("array", JsonMake.Member("items", item));

    private static JsonObject Type(string type, params JsonMember[] more) => JsonMake.Object([JsonMake.Member("type", JsonMake.Text(type)), .. more]);

    private static JsonObject Any(params IEnumerable<JsonObject> alternatives) => JsonMake.Object("anyOf", JsonMake.Array(alternatives));
}

/// <summary>The words of the strict form.</summary>
internal static class StrictForm
{
    public const string Entries = "entries";
    public const string Name = "name";
    public const string Value = "value";
    public const string Members = "members";
    public const string Null = "null";
    public const string Keywords = "keywords";
    public const string Extensions = "extensions";
}
