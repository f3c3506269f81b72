using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;
using ToolGen.Specification.Specs.Reading;
using ToolGen.Specification.Sql;

namespace ToolGen.Generator.Kinds.Sql;

/// <summary>Pieces of a statement put together, holes as <see cref="SqlLexer.Hole"/>, and where each character stands in the spec.</summary>
internal sealed class SqlTemplate
{
    private readonly StringBuilder text = new();
    private readonly List<Segment> segments = [];

    private SqlTemplate(IEnumerable<(SqlPiece Piece, HoleText Text)> texts)
    {
        foreach (var (piece, holes) in texts)
        {
            if (this.text.Length > 0) this.text.Append('\n');
            foreach (var part in holes.Pieces)
            {
                this.segments.Add(new(this.text.Length, piece, holes, part));
                if (part.Reference is null) this.text.Append(part.Literal);
                else this.text.Append(SqlLexer.Hole);
            }
        }
    }

    public string Text => this.text.ToString();

    /// <summary>A piece alone.</summary>
    public static SqlTemplate Of(SqlPiece piece, HoleText text) => new([(piece, text)]);

    /// <summary>The statement with all that can stand in it, as often as every text of a <c>choose</c> comes up once.</summary>
    public static IReadOnlyList<SqlTemplate> Variants(IReadOnlyList<SqlPiece> pieces)
    {
        var count = Math.Max(1, pieces.OfType<SqlChoicePiece>().Select(piece => piece.Choices.Count).DefaultIfEmpty(1).Max());
        return Enumerable.Range(0, count).Select(i => new SqlTemplate(pieces.SelectMany(piece => TextOf(piece, i) is { } text ? new[] { (piece, text) } : []))).ToArray();
    }

    /// <summary>The texts that a piece can be.</summary>
    public static IEnumerable<HoleText> TextsOf(SqlPiece piece) => piece switch
    {
        SqlTextPiece plain => [plain.Text],
        SqlIfPiece condition => [condition.Text],
        SqlChoicePiece choice => choice.Choices.Select(one => one.Text),
        _ => [],
    };

    /// <summary>The place in the spec of a stretch of <see cref="Text"/>.</summary>
    public TextSpan PlaceOf(int start, int end)
    {
        var segment = this.segments.LastOrDefault(one => one.Start <= start) ?? this.segments.FirstOrDefault();
        if (segment is null) return default;
        if (segment.Part.Reference is not null) return HoleReader.SpanOf(segment.Text.Text, segment.Part.Span.Start, segment.Part.Span.End);
        var from = Math.Min(segment.Part.Span.Start + start - segment.Start, segment.Part.Span.End);
        return HoleReader.SpanOf(segment.Text.Text, from, Math.Max(from, Math.Min(segment.Part.Span.Start + end - segment.Start, segment.Part.Span.End)));
    }

    /// <summary>The hole that stands at a place of <see cref="Text"/>.</summary>
    public (HoleText Text, HolePiece Hole) HoleAt(int start) => this.segments.First(one => one.Start == start && one.Part.Reference is not null) is var segment ? (segment.Text, segment.Part) : default;

    /// <summary>Where a part of a piece begins in <see cref="Text"/>; null where this variant has it not.</summary>
    public int? StartOf(HoleText text, HolePiece part) => this.segments.FirstOrDefault(one => ReferenceEquals(one.Text, text) && ReferenceEquals(one.Part, part))?.Start;

    /// <summary>The piece that stands at a place of <see cref="Text"/>.</summary>
    public SqlPiece? PieceAt(int start) => this.segments.LastOrDefault(one => one.Start <= start)?.Piece;

    private static HoleText? TextOf(SqlPiece piece, int choice) => TextsOf(piece).ElementAtOrDefault(piece is SqlChoicePiece { Choices.Count: var count } ? Math.Min(choice, count - 1) : 0);

    private sealed record Segment(int Start, SqlPiece Piece, HoleText Text, HolePiece Part);
}
