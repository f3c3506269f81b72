using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Fixes;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs.Shapes;
using static ToolGen.Specification.Specs.Format.ExpressionShapes;

namespace ToolGen.Specification.Specs.Format;

/// <summary>The kinds <c>transform</c> and <c>file</c>.</summary>
internal static class TransformShapes
{
    public static readonly string[] Formats = ["json", "jsonl", "csv", "xml", "lines", "text"];

    private static readonly Shape OrderKeys = new UnionShape(Code, new ListShape(Code, minimum: 1));

    private static readonly Shape Count = new UnionShape(Code, new IntegerShape(0, int.MaxValue));

    private static readonly Shape ShortRecord = new KindShape("a short record such as {\"id\": \"integer\", \"note?\": \"string\"}", JsonKind.Object, JsonKind.Array, JsonKind.String);

    /// <summary>How records are read: flat beside <c>parse</c>, or inside it.</summary>
    private static readonly Field[] ParseOptions =
    [
        new("bad", new WordShape("skip", "fail"), "What a bad record does: fail (the default) ends with bad_data, skip counts it in run.Skipped."),
        new("match", new StringShape(TextRules.Identifier), "A pattern's name: each of its matches is a row with Value, Index and Groups."),
        new("records", new StringShape(TextRules.NotBlank), "Where the records are: a JSON Pointer (json) or XPath steps (xml)."),
        new("namespaces", new MapShape(new StringShape(TextRules.NotBlank), TextRules.Identifier), "xml: prefix to namespace URI."),
        new("paths", new MapShape(new StringShape(TextRules.NotBlank)), "xml: record property to XPath steps; a dotted key is relative to its parent."),
        new("delimiter", new StringShape(TextRules.OneCharacter), "csv: what stands between columns; a comma unless given."),
        new("escape", new StringShape(TextRules.OneCharacter), "csv: what escapes a quote inside quotes; a second quote unless given."),
    ];

    private static readonly Shape Step = new UnionShape(
        One("where", Code, "C#: keeps the rows for which it is true."),
        One("set", SomeResults, "Adds or replaces properties of the row."),
        One("select", SomeResults, "The row becomes what is listed."),
        One("match", new StringShape(TextRules.Identifier), "A pattern's name: one row for each match.", new Field("source", Code, "C#: the text to search; the line or text unless given.")),
        One("distinct", OrderKeys, "C#, one or a list: one row for each key.", new Field("keep", OrderKeys, "Which row stays: first (the default), last, or the first in an order such as row.Updated desc.")),
        One("flatten", new UnionShape(Code, new MapShape(Code, TextRules.Identifier, minimum: 1, maximum: 1)), "C#: a sequence whose elements become the rows; or {name: sequence}, where the row is kept and gets each element under that name."),
        One("group", new MapShape(Code, TextRules.Identifier), "The keys of a group, each C#.", new Field("aggregate", new MapShape(Code, TextRules.Identifier), "What a group yields, each C# such as count() or sum(row.Amount).")),
        One("save", new MapShape(Code, TextRules.Identifier, minimum: 1), "Figures of the rows at this point, kept for result."),
        One("order", OrderKeys, "C#, one or a list, each with an optional last word asc or desc."),
        One("skip", Count, "How many rows to leave out: a number or C#."),
        One("take", Count, "How many rows to keep: a number or C#."))
    { Name = "step" };

    public static readonly RecordShape Transform = new("transform", [Kind("transform"), .. Reading, .. Working]) { Marks = ["kind"], MarkWord = "transform", Aliases = Aliases.Implementation("transform"), Excludes = ["record", "recordSchema"] };

    public static readonly RecordShape File = new(
        "file",
        [
            Kind("file"),
            new Field("read", new StringShape(TextRules.NotBlank), "Which files: a granted folder, then a path with holes and glob signs, such as data/{folder}/*.csv.", Required: true),
            .. Reading,
            new Field("write", new UnionShape(new StringShape(TextRules.NotBlank), Write), "Where the rows go: a path with holes, or an object."),
            .. Working,
        ])
    { Marks = ["kind"], MarkWord = "file", Aliases = Aliases.Implementation("file"), Excludes = ["record", "recordSchema"] };

    private static IEnumerable<Field> Reading =>
    [
        new("parse", new UnionShape(new WordShape(Formats), new RecordShape("parse", [new Field("format", new WordShape(Formats), "How the text is cut into records.", Required: true), .. ParseOptions]) { Aliases = Aliases.Parse }), "How the text is cut into records.", Required: true),
        new("source", Code, "C#: the text to parse; unless given, the only required string input."),
        .. ParseOptions,
        new("record", ShortRecord, "The shape of one record, short; \"any\" keeps every column as text."),
        new("recordSchema", new SchemaShape(), "The shape of one record as JSON Schema."),
        new("patterns", new MapShape(new StringShape(), TextRules.Identifier), "Named regular expressions (ECMA-262 with u, unanchored)."),
    ];

    private static IEnumerable<Field> Working => [Let, new("steps", new ListShape(Step), "What happens to the rows, in order."), Fail, Result];

    private static RecordShape Write => new(
        "write",
        new Field("path", new StringShape(TextRules.NotBlank), "A granted folder, then a path with holes.", Required: true),
        new Field("format", new WordShape("csv", "json", "jsonl", "lines", "text"), "How rows are written; unless given, by the extension."),
        new Field("value", ExpressionShapes.ResultValue, "What is written for a row; the row unless given."),
        new Field("exists", new WordShape("replace", "fail"), "What happens to a file that is there: replace (the default) or fail."),
        new Field("maxFiles", new IntegerShape(1, 100_000), "How many files may be written; 1 unless given."));

    private static RecordShape One(string word, Shape shape, string description, params Field[] more) =>
        new(word + " step", [new Field(word, shape, description, Required: true), .. more]) { Marks = [word], Aliases = Aliases.Step };
}
