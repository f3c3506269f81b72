using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Generator.Kinds.Declarative;
using ToolGen.Generator.Templates;
using ToolGen.Generator.Types;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;
using ToolGen.Specification.Specs.Reading;
using ToolGen.Specification.Sql;

namespace ToolGen.Generator.Kinds.Sql;

/// <summary>The pieces of a statement as C# that builds it: text as constants, holes as values.</summary>
internal sealed class PieceWriter(DeclarativeCode code, SqlImplementation implementation, HoleResolver holes, ICollection<string> references)
{
    // Of each hole: a statement that counts has the same again.
    private readonly Dictionary<(HoleText, HolePiece), string> written = [];

    /// <summary>The whole statement.</summary>
    /// <param name="target">The variable.</param>
    public IReadOnlyList<string> Write(string target) => this.Write(target, int.MaxValue, false);

    /// <summary>The statement that counts: the same rows, neither ordered nor cut.</summary>
    public IReadOnlyList<string> WriteCount(string target)
    {
        var template = SqlTemplate.Variants(implementation.Pieces)[0];
        var shape = new SqlShape(SqlReview.Of(template.Text, implementation.Writes).Tokens);
        return [$"{target}.Text(\"SELECT COUNT(*) FROM (\");", .. this.Write(target, shape.Page ?? shape.End, true), $"{target}.Text(\"\\n) AS counted\");"];
    }

    private List<string> Write(string target, int end, bool isCount)
    {
        var template = SqlTemplate.Variants(implementation.Pieces)[0];
        var lines = new List<string>();
        foreach (var piece in implementation.Pieces)
        {
            var lead = lines.Count > 0 ? "\n" : "";
            var start = SqlTemplate.TextsOf(piece).FirstOrDefault() is { Pieces: [var first, ..] } text ? template.StartOf(text, first) ?? 0 : 0;
            if (isCount && (piece.IsPage || start >= end)) continue;
            switch (piece)
            {
                case SqlTextPiece plain:
                    lines.Add(target + this.Text(plain.Text, lead, template, end) + ";");
                    break;
                case SqlIfPiece condition:
                    lines.Add($"if ({this.Condition(condition.Condition)}) {target}{this.Text(condition.Text, lead, template, end)};");
                    break;
                case SqlChoicePiece choice:
                    lines.Add(this.Choice(target, choice, lead));
                    break;
            }
        }

        return lines;
    }

    private string Text(HoleText text, string lead, SqlTemplate template, int end)
    {
        var calls = "";
        for (var i = 0; i < text.Pieces.Count; i++)
        {
            var part = text.Pieces[i];
            if (end != int.MaxValue && template.StartOf(text, part) is { } start)
            {
                if (start >= end) break;
                if (part.Reference is null && start + part.Literal.Length > end) part = part with { Literal = part.Literal.Substring(0, end - start) };
            }

            if (part.Reference is not null && lead.Length > 0) calls += $".Text({CSharpText.Literal(lead)})";
            calls += part.Reference is null ? $".Text({CSharpText.Literal(lead + part.Literal)})" : this.Once(text, part, i > 0 ? text.Pieces[i - 1].Literal : "");
            lead = "";
        }

        return calls.Length == 0 ? ".Text(\"\")" : calls;
    }

    private string Once(HoleText text, HolePiece hole, string before) => this.written.TryGetValue((text, hole), out var call) ? call : this.written[(text, hole)] = this.Hole(text, hole, before);

    private string Hole(HoleText text, HolePiece hole, string before)
    {
        if (holes.Resolve(text, hole, references) is not { } value) return ".Value(null)";
        var place = HoleReader.SpanOf(text.Text, hole.Span.Start, hole.Span.End);
        var word = hole.Reference!.IndexOf(':') is >= 0 and var colon ? hole.Reference.Substring(colon + 1) : "";
        if (word.Length > 0)
        {
            if (word is not ("contains" or "starts") || value.Use is { Type: not LeafType }) code.Findings.Add(FindingCatalog.SqlHoleWord, place, hole.Reference);
            var pattern = value.Use is null || value.Use.Type == LeafType.String ? value.Expression : $"global::ToolGen.Values.HoleText.Of({value.Expression})";
            return $".{(word == "starts" ? "Starts" : "Contains")}({code.At(place, pattern)})";
        }

        var isList = value.Use is { Type: ListType { Element.Type: LeafType } };
        var isAlone = IsBehindIn(before);
        if ((isList && !isAlone) || (value.Use is { Type: not LeafType } && !isList)) code.Findings.Add(FindingCatalog.SqlHoleList, place, hole.Reference, isList ? "a list" : "an object");
        return isList ? $".List({value.Expression})" : value.Use is null && isAlone ? $".Items({value.Expression})" : $".Value({value.Expression})";
    }

    private static bool IsBehindIn(string before)
    {
        var text = before.TrimEnd();
        if (!text.EndsWith("(", StringComparison.Ordinal)) return false;
        text = text.Substring(0, text.Length - 1).TrimEnd();
        return text.EndsWith("in", StringComparison.OrdinalIgnoreCase) && (text.Length == 2 || !(char.IsLetterOrDigit(text[text.Length - 3]) || text[text.Length - 3] == '_'));
    }

    private string Condition(JsonString name)
    {
        if (this.Named(name) is not { } value) return "false";
        return value.Use switch
        {
            null => $"global::ToolGen.Data.SqlPieces.Holds({value.Expression})",
            { Type: var type } when type == LeafType.Boolean => value.Expression + " == true",
            { IsNullable: true } => value.Expression + " is not null",
            _ => "true",
        };
    }

    private string Choice(string target, SqlChoicePiece piece, string lead)
    {
        if (this.Named(piece.Choice) is not { } value) return "";
        if (value.Use is { Type: not LeafType })
        {
            code.Findings.Add(FindingCatalog.SqlHoleList, piece.Choice.Span, piece.Choice.Value, value.Use.Type is ListType ? "a list" : "an object");
            return "";
        }

        var cases = piece.Choices.Select(choice => $"case {CSharpText.Literal(choice.Member.Name)}: {target}{this.Text(choice.Text, lead, SqlTemplate.Of(piece, choice.Text), int.MaxValue)}; break;");
        var choices = CSharpText.Literal(string.Join(", ", piece.Choices.Select(choice => choice.Member.Name)));
        var pointer = code.Input?.Properties.Any(property => property.JsonName == piece.Choice.Value) == true ? CSharpText.Literal("/" + piece.Choice.Value) : "null";
        var other = $"case var __other: throw global::ToolGen.Data.SqlPieces.NoChoice(__other, {choices}, {pointer});";
        var empty = value.Use is { IsNullable: false } ? "" : "case \"\": break; ";
        return $"switch (global::ToolGen.Values.HoleText.Of({code.At(piece.Choice.Span, value.Expression)})) {{ {string.Join(" ", cases)} {empty}{other} }}";
    }

    // An input or let, by its name alone.
    private HoleValue? Named(JsonString name)
    {
        var text = new SpecText(name, [name]);
        var piece = new HolePiece(new(0, name.Value.Length), "", name.Value);
        return holes.Resolve(new(text, [piece]), piece, references);
    }
}
