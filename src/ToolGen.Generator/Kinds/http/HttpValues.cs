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

namespace ToolGen.Generator.Kinds.Http;

/// <summary>Values with holes where only text can stand: address, query, form, headers. What is wrong with a value is said at its argument.</summary>
internal sealed class HttpValues(DeclarativeCode code, HoleResolver holes, IReadOnlyList<string> roots)
{
    private const string NoPointer = "null";

    /// <summary>The names of the scope that were used.</summary>
    public HashSet<string> References { get; } = new(StringComparer.Ordinal) { "input" };

    /// <summary>A text with holes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">Where it stands, for findings.</param>
    /// <param name="function">A function of the contract that each value passes, with the argument it comes from; null: none.</param>
    /// <param name="body">What <c>{body}</c> stands for where no input or <c>let</c> is called so; null: nothing.</param>
    public string Text(HoleText text, string place, string? function = null, string? body = null)
    {
        var parts = text.Pieces.Select(piece => piece.Reference is null ? CSharpText.Literal(piece.Literal)
            : body is not null && this.IsBody(piece) ? body
            : function is null ? this.TextOf(text, piece, place) : $"{function}({this.TextOf(text, piece, place)}, {this.PointerOf(piece)})").ToList();
        return parts.Count == 0 ? "\"\"" : string.Join(" + ", parts);
    }

    /// <summary>Whether a hole is <c>{body}</c> and no input or <c>let</c> is called so.</summary>
    public bool IsBody(HolePiece piece) => piece.Reference == "body" && !roots.Contains("body") && code.Input?.Properties.Any(property => property.JsonName == "body") != true;

    /// <summary>The text of one hole.</summary>
    public string TextOf(HoleText text, HolePiece piece, string place)
    {
        if (holes.Resolve(text, piece, this.References) is not { } value) return "\"\"";
        if (value.Use is { Type: not LeafType } use) return this.Refuse(SpanOf(text, piece), piece.Reference!, use.Type, place);

        // What a `let` is, only the compiler knows.
        return $"global::ToolGen.Values.HoleText.Of({(value.Use is null ? code.At(SpanOf(text, piece), value.Expression) : value.Expression)})";
    }

    /// <summary>A value as the last two arguments of a call: itself, its type kept where it is one hole alone, and the argument it comes from. Null: there is nothing to send.</summary>
    public string? Argument(JsonNode node, string place, bool takesList)
    {
        switch (node)
        {
            case JsonNull:
                return null;
            case JsonNumber number:
                return CSharpText.Literal(number.Text);
            case JsonBoolean flag:
                return flag.Value ? "\"true\"" : "\"false\"";
            case JsonString text when JsonHoleWriter.Holes(text) is var whole:
                return whole.Pieces is [{ Reference: not null } alone] ? this.Alone(whole, alone, place, takesList)
                    : $"{this.Text(whole, place)}{(whole.Pieces.FirstOrDefault(piece => piece.Reference is not null) is { } first ? ", " + this.PointerOf(first) : "")}";
            default:
                code.Findings.Add(FindingCatalog.HttpValueShape, node.Span, "this value", node is JsonArray ? "a list" : "an object", place);
                return null;
        }
    }

    /// <summary>The JSON Pointer of the argument that a hole names, as a C# literal; <c>null</c> where it names none.</summary>
    public string PointerOf(HolePiece piece)
    {
        var path = piece.Reference!.Split(':')[0].Split('.');
        if (path[0] == "settings" || roots.Contains(path[0])) return NoPointer;
        return CSharpText.Literal(string.Concat(path.Select(segment => "/" + segment.Replace("~", "~0").Replace("/", "~1"))));
    }

    /// <summary>The place in the spec of a hole.</summary>
    public static TextSpan SpanOf(HoleText text, HolePiece piece) => HoleReader.SpanOf(text.Text, piece.Span.Start, piece.Span.End);

    private string Alone(HoleText text, HolePiece piece, string place, bool takesList)
    {
        if (holes.Resolve(text, piece, this.References) is not { } value) return "null";
        var isText = value.Use is null or { Type: LeafType } || (takesList && value.Use.Type is ListType { Element.Type: LeafType });
        var written = isText ? value.Expression : this.Refuse(SpanOf(text, piece), piece.Reference!, value.Use!.Type, place);
        return $"{written}, {this.PointerOf(piece)}";
    }

    private string Refuse(TextSpan span, string name, CSharpType type, string place)
    {
        code.Findings.Add(FindingCatalog.HttpValueShape, span, name, type is ListType ? "a list" : "an object", place);
        return "\"\"";
    }
}
