using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Generator.Kinds.Declarative;
using ToolGen.Generator.Kinds.Transform;
using ToolGen.Generator.Templates;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;
using ToolGen.Specification.Specs.Reading;

namespace ToolGen.Generator.Kinds.File;

/// <summary>Paths with holes: the pattern of what is read, and the parts of what is written.</summary>
/// <param name="code">The tool.</param>
/// <param name="lets">The names of <c>let</c>.</param>
internal sealed class PathWriter(TransformCode code, IReadOnlyList<string> lets)
{
    private static readonly RowShape FileShape = RowShape.Of("path", "name", "stem", "extension", "folder");

    private readonly HoleResolver fixedHoles = new(code, [.. lets.Select(let => new HoleRoot(let))]);

    /// <summary>The parts of a pattern: only the spec's own text, and inputs that say so, hold glob signs.</summary>
    public string Pattern(HoleText path, ICollection<string> references)
    {
        var parts = new List<string>();
        foreach (var piece in path.Pieces)
        {
            if (piece.Reference is null) parts.Add($"new({CSharpText.Literal(piece.Literal)}, true)");
            else if (RootOf(piece) is "row" or "file") code.Findings.Add(FindingCatalog.RowInRead, SpanOf(path, piece), piece.Reference);
            else if (this.fixedHoles.Resolve(path, piece, references) is { } value) parts.Add($"new(global::ToolGen.Values.HoleText.Of({value.Expression}), {(this.IsGlob(path, piece) ? "true" : "false")})");
        }

        return string.Join(", ", parts);
    }

    /// <summary>The parts of a path that is written, and the statements that take the values which it waits for.</summary>
    public (string Parts, string Keys) Target(HoleText path, StepWriter steps, ICollection<string> references)
    {
        var parts = new List<string>();
        var keys = new List<string>();
        foreach (var piece in path.Pieces)
        {
            if (piece.Reference is null)
            {
                if (piece.Literal.IndexOfAny(['*', '?']) >= 0) code.Findings.Add(FindingCatalog.GlobInWrite, SpanOf(path, piece), piece.Literal);
                parts.Add($"new({CSharpText.Literal(piece.Literal)})");
            }
            else if (RootOf(piece) is "row" or "file")
            {
                var value = RootOf(piece) == "row" ? this.Row(path, piece, steps.Shape, references) : this.File(path, piece, steps);
                keys.Add($"__keys[{keys.Count.ToString(CultureInfo.InvariantCulture)}] = {value};");
                parts.Add($"new(null, {(RootOf(piece) == "file" ? "true" : "false")})");
            }
            else if (this.fixedHoles.Resolve(path, piece, references) is { } value)
            {
                parts.Add($"new(global::ToolGen.Values.HoleText.Of({value.Expression}))");
            }
        }

        return (string.Join(", ", parts), string.Join(" ", keys));
    }

    private static string RootOf(HolePiece piece) => piece.Reference!.Split('.', '[')[0];

    private static TextSpan SpanOf(HoleText path, HolePiece piece) => HoleReader.SpanOf(path.Text, piece.Span.Start, piece.Span.End);

    private string File(HoleText path, HolePiece piece, StepWriter steps)
    {
        steps.UseFile();
        if (steps.IsHeld) code.Findings.Add(FindingCatalog.FileBehindOrder, SpanOf(path, piece));
        var name = piece.Reference!.Length > 5 ? piece.Reference.Substring(5) : "";
        return FileShape[name] is { } field ? "file." + field.Name : this.Unknown(path, piece, name, FileShape.Fields.Select(known => known.JsonName).ToList());
    }

    private string Row(HoleText path, HolePiece piece, RowShape shape, ICollection<string> references)
    {
        var reference = piece.Reference!;
        if (reference.StartsWith("row[", StringComparison.Ordinal)) return this.Column(path, piece, reference.Substring(4).TrimEnd(']'), shape, references);
        if (reference.Length < 5) return this.Unknown(path, piece, "", shape.Fields.Select(field => field.JsonName).ToList());
        if (shape.Access == RowAccess.Indexer) return $"global::ToolGen.Transforms.RowFiles.Column(row, {CSharpText.Literal(reference.Substring(4))}, null)";
        return new HoleResolver(code, [new HoleRoot("row", null, shape)]).Resolve(path, piece, []) is { } value ? $"global::ToolGen.Values.HoleText.Of({value.Expression})" : "\"\"";
    }

    // {row[column]}: the column that an input or a let names.
    private string Column(HoleText path, HolePiece piece, string by, RowShape shape, ICollection<string> references)
    {
        var named = this.fixedHoles.Resolve(path, new(piece.Span, "", by), references);
        var name = named is null ? "\"\"" : $"global::ToolGen.Values.HoleText.Of({named.Expression})";
        var pointer = CSharpText.Literal("/" + by);
        if (shape.Access == RowAccess.Indexer) return $"global::ToolGen.Transforms.RowFiles.Column(row, {name}, {pointer})";
        if (!shape.IsKnown) code.Findings.Add(FindingCatalog.OutputUnknown, SpanOf(path, piece));
        var arms = shape.Fields.Where(field => field.Inner is null).Select(field => $"{CSharpText.Literal(field.JsonName)} => global::ToolGen.Values.HoleText.Of(row.{field.Name}), ");
        return $"{name} switch {{ {string.Concat(arms)}var __column => throw global::ToolGen.Transforms.RowFiles.NoColumn(__column, {pointer}, [{string.Join(", ", shape.Fields.Select(field => CSharpText.Literal(field.JsonName)))}]) }}";
    }

    // "format": "glob" makes an input a pattern. One whose default looks like a pattern was meant to be one.
    private bool IsGlob(HoleText path, HolePiece piece)
    {
        if (((code.Work.Spec.Root["inputSchema"] as JsonObject)?["properties"] as JsonObject)?[piece.Reference!] is not JsonObject schema) return false;
        if (schema["format"] is JsonString { Value: "glob" }) return true;
        if (schema["default"] is JsonString text && text.Value.IndexOfAny(['*', '?']) >= 0)
        {
            var fix = schema["format"] is null ? new FindingFix("Add \"format\": \"glob\"", new([new TextEdit(new(schema.Span.Start + 1, 0), "\"format\": \"glob\", ")])) : null;
            code.Findings.Add(FindingCatalog.GlobInput, SpanOf(path, piece), fix, piece.Reference!, text.Value);
        }

        return false;
    }

    private string Unknown(HoleText path, HolePiece piece, string name, IReadOnlyList<string> choices)
    {
        var near = NearMiss.Of(name, choices);
        code.Findings.Add(FindingCatalog.HoleUnknown, SpanOf(path, piece), piece.Reference!, near is null ? "" : $"Did you mean {{{RootOf(piece)}.{near}}}? ", choices.Count == 0 ? "nothing" : string.Join(", ", choices));
        return "\"\"";
    }
}
