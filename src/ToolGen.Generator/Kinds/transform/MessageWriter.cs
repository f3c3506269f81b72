using System.Collections.Generic;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Generator.Templates;
using ToolGen.Generator.Types;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.Transform;

/// <summary>A string with holes (SPEC §1.1) as a C# expression: <c>{min_total}</c> is an input, a <c>let</c>, a saved figure, or <c>row.</c> and its property.</summary>
internal sealed class MessageWriter(TransformCode code, IReadOnlyList<string> names, RowShape row)
{
    /// <summary>The expression; names it uses are added to <paramref name="references"/>.</summary>
    public string Write(HoleText text, ICollection<string> references)
    {
        var parts = text.Pieces.Select(piece => piece.Reference is null
            ? CSharpText.Literal(piece.Literal)
            : $"global::ToolGen.Transforms.HoleText.Of({this.Resolve(text, piece, references)})").ToList();
        return parts.Count == 0 ? "\"\"" : string.Join(" + ", parts);
    }

    private string Resolve(HoleText text, HolePiece piece, ICollection<string> references)
    {
        var segments = piece.Reference!.Split('.');
        var first = segments[0];
        if (names.Contains(first))
        {
            references.Add(first);
            return string.Join("?.", new[] { first }.Concat(segments.Skip(1).Select(segment => CSharpNames.Member(segment, ""))));
        }

        if (first == "row" && segments.Length > 1 && row.IsKnown && row[segments[1]] is { } field)
        {
            references.Add("row");
            return string.Join("?.", new[] { $"row.{field.Name}" }.Concat(segments.Skip(2).Select(segment => CSharpNames.Member(segment, ""))));
        }

        var known = this.Input()?.Properties.FirstOrDefault(property => property.JsonName == first);
        if (known is not null)
        {
            references.Add("input");
            return string.Join("?.", new[] { "input." + known.Name }.Concat(segments.Skip(1).Select(segment => CSharpNames.Member(segment, ""))));
        }

        var choices = names.Concat(this.Input()?.Properties.Select(property => property.JsonName) ?? []).ToList();
        var near = NearMiss.Of(first, choices);
        var from = text.Text.OffsetOf(piece.Span.Start);
        var span = new TextSpan(from, text.Text.OffsetOf(piece.Span.End) - from);
        code.Findings.Add(FindingCatalog.HoleUnknown, span, piece.Reference, near is null ? "" : $"Did you mean {{{near}}}? ", string.Join(", ", choices));
        return "\"\"";
    }

    private RecordModel? Input() => code.Work.Input.Type is NamedType named ? code.Work.Types.Records.FirstOrDefault(record => record.Name == named.Name) : null;
}
