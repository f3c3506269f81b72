using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs.Shapes;
using ToolGen.Specification.Sql;

namespace ToolGen.Specification.Specs.Reading;

/// <summary>The kind <c>sql</c>.</summary>
internal static class SqlReader
{
    // Each costs a reading of the statement.
    private const int MostTold = 16;

    public static Implementation? Read(JsonObject node, FindingSink sink)
    {
        new Names("sql", sink).Variables(node["let"]);
        var fail = ImplementationReader.Fail(node["fail"], sink);
        var record = ImplementationReader.Shape(node, "record", sink);
        var parts = node["sql"] is JsonArray list ? list.Items : node["sql"] is { } one ? [one] : [];
        var pieces = parts.Select(part => Piece(part, sink)).OfType<SqlPiece>().ToArray();
        if (node["database"] is not JsonString database || pieces.Length == 0) return null;
        return new SqlImplementation(node)
        {
            Let = Texts.NamedOf(node["let"]),
            Fail = fail,
            Result = ResultReader.Object(node["result"]),
            Database = database,
            Pieces = pieces,
            Writes = Texts.Flag(node["writes"]),
            Count = node["count"] as JsonString,
            Record = record,
        };
    }

    private static SqlPiece? Piece(JsonNode node, FindingSink sink)
    {
        if (node is JsonString) return new SqlTextPiece(node, Statement(node, sink)!);
        if (node is not JsonObject piece) return null;
        var isPage = Texts.Flag(piece["page"]);
        if (piece["choose"] is JsonString choice && piece["sql"] is JsonObject map)
        {
            var choices = new List<SqlChoice>();
            foreach (var member in map.Members)
                if (Statement(member.Value, sink) is { } text) choices.Add(new(member, text));
            return new SqlChoicePiece(piece, choice, choices) { IsPage = isPage };
        }

        if (Statement(piece["sql"], sink) is not { } statement) return null;
        return piece["if"] is JsonString condition
            ? new SqlIfPiece(piece, condition, statement) { IsPage = isPage }
            : new SqlTextPiece(piece, statement) { IsPage = isPage };
    }

    private static HoleText? Statement(JsonNode? node, FindingSink sink)
    {
        if (Texts.Of(node) is not { } text) return null;
        var holes = HoleReader.Read(text, sink);
        var statement = string.Concat(holes.Pieces.Select(piece => piece.Reference is null ? piece.Literal : SqlLexer.Hole.ToString()));

        // A reading ends at its first fault: a hole that was told of is read as a letter from then on.
        var slots = holes.Pieces.Where(piece => piece.Reference is not null).ToList();
        var places = Enumerable.Range(0, statement.Length).Where(i => statement[i] == SqlLexer.Hole).ToList();
        for (var told = 0; told < MostTold && HoleInQuotes(statement) is { } at && places.IndexOf(at) is var index && index < slots.Count; told++)
        {
            sink.Add(FindingCatalog.HoleInSqlLiteral, HoleReader.SpanOf(text, slots[index].Span.Start, slots[index].Span.End), Shown.Text(slots[index].Reference!));
            statement = statement.Substring(0, at) + 'x' + statement.Substring(at + 1);
        }

        return holes;
    }

    // Whose dialect it is isn't known: what one of them reads is no fault.
    private static int? HoleInQuotes(string statement) =>
        HoleInQuotes(statement, SqlDialect.Sqlite) is { } at && HoleInQuotes(statement, SqlDialect.PostgreSql) is not null ? at : null;

    private static int? HoleInQuotes(string statement, SqlDialect dialect) =>
        SqlLexer.Read(statement, dialect).LastOrDefault() is { Kind: SqlTokenKind.Bad } bad && bad.End > 0 && statement[bad.End - 1] == SqlLexer.Hole ? bad.End - 1 : null;
}
