using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs.Shapes;

namespace ToolGen.Specification.Specs.Reading;

/// <summary>The kind <c>sql</c>.</summary>
internal static class SqlReader
{
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
        var value = text.Value;
        var quote = '\0';
        var at = 0;
        foreach (var piece in holes.Pieces)
        {
            // Quotes between the last hole and this one; a doubled quote closes and opens again.
            for (; at < piece.Span.Start; at++)
            {
                if (quote == '\0' && value[at] is '\'' or '"') quote = value[at];
                else if (value[at] == quote) quote = '\0';
            }

            if (piece.Reference is null) continue;
            if (quote != '\0') sink.Add(FindingCatalog.HoleInSqlLiteral, HoleReader.SpanOf(text, piece.Span.Start, piece.Span.End), Shown.Text(piece.Reference));
            at = piece.Span.End;
        }

        return holes;
    }
}
