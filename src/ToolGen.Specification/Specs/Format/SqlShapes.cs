using ToolGen.Specification.Fixes;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs.Shapes;
using static ToolGen.Specification.Specs.Format.ExpressionShapes;

namespace ToolGen.Specification.Specs.Format;

/// <summary>The kind <c>sql</c>.</summary>
internal static class SqlShapes
{
    private static readonly Field Page = new("page", Flag, "Whether this piece only orders or cuts the rows, and so is left out when they are counted.");

    private static readonly Shape Piece = new UnionShape(
        new StringShape(),
        new RecordShape(
            "sql if",
            new Field("if", new StringShape(TextRules.Identifier), "An input or let: the piece stands where it is not null (and, if boolean, true).", Required: true),
            new Field("sql", new TextShape(), "The piece.", Required: true),
            Page)
        { Marks = ["if"] },
        new RecordShape(
            "sql choose",
            new Field("choose", new StringShape(TextRules.Identifier), "An input or let whose value names the piece.", Required: true),
            new Field("sql", new MapShape(new TextShape(), minimum: 1), "A piece for each value.", Required: true),
            Page)
        { Marks = ["choose"] },
        new RecordShape("sql piece", new Field("sql", new TextShape(), "The piece.", Required: true), Page) { Marks = ["sql"] });

    public static readonly RecordShape Sql = new(
        "sql",
        Kind("sql"),
        new Field("database", new StringShape(TextRules.LogicalName with { Wanted = "the name of a database that the host grants" }), "A granted database's name.", Required: true),
        new Field("sql", new UnionShape(new StringShape(TextRules.NotBlank), new ListShape(Piece, minimum: 1)), "One statement: text, or pieces. A hole is a parameter; {x:contains} and {x:starts} escape wildcards.", Required: true),
        new Field("writes", Flag, "Whether the statement writes: it then runs in a transaction with affected in scope."),
        new Field("count", new StringShape(TextRules.Identifier), "The output property that takes the number of rows without ORDER and LIMIT."),
        new Field("record", new KindShape("a short record such as {\"id\": \"integer\", \"note?\": \"string\"}", JsonKind.Object), "Types of columns that differ from the output's or are extra, short."),
        new Field("recordSchema", new SchemaShape(), "Types of columns as JSON Schema."),
        Let,
        Fail,
        Result)
    { Marks = ["kind"], MarkWord = "sql", Aliases = Aliases.Implementation("sql"), Excludes = ["record", "recordSchema"] };
}
