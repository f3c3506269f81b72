using System;
using Microsoft.CodeAnalysis;
using ToolGen.Forge.Inspection;
using ToolGen.Forge.Specs;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using TextSpan = ToolGen.Specification.Json.TextSpan;

namespace ToolGen.Forge.Compilation;

/// <summary>Finds where in a spec the compiler means: <c>#line</c> gives the line and, up to the first JSON escape, the column; the JSON gives the rest.</summary>
internal static class SpecPlaces
{
    /// <summary>The place of a location in generated C#, or null where none of its text came from the spec.</summary>
    public static Place? Find(ToolUnit unit, Location location)
    {
        if (Mapped(location) is { } direct) return At(unit, direct);

        // An error of a whole statement or lambda stands on generated text around a hole: the first token inside that came from the spec tells which.
        if (location.SourceTree is not { } tree) return null;
        foreach (var token in tree.GetRoot().DescendantTokens(location.SourceSpan))
            if (location.SourceSpan.Contains(token.Span) && Mapped(token.GetLocation()) is { } inside) return At(unit, inside);
        return null;
    }

    /// <summary>The place of a line that debug information tells, or null where it is of neither the spec nor the file beside it.</summary>
    public static Place? Find(ToolUnit unit, SourceSite site)
    {
        var start = new Microsoft.CodeAnalysis.Text.LinePosition(Math.Max(0, site.Line - 1), Math.Max(0, site.Column - 1));
        var end = new Microsoft.CodeAnalysis.Text.LinePosition(Math.Max(0, site.EndLine - 1), Math.Max(0, site.EndColumn - 1));
        if (unit.Companion is { } companion && site.Document == companion.Path)
        {
            var from = companion.OffsetOf(new TextPosition(start.Line, start.Character));
            return Place.Of(companion, new TextSpan(from, Math.Max(0, companion.OffsetOf(new TextPosition(end.Line, end.Character)) - from)));
        }

        return end >= start && site.Document.EndsWith(SpecSet.Extension, StringComparison.OrdinalIgnoreCase) ? At(unit, new FileLinePositionSpan(site.Document, start, end)) : null;
    }

    private static FileLinePositionSpan? Mapped(Location location)
    {
        var span = location.GetMappedLineSpan();
        return span.HasMappedPath && span.IsValid ? span : null;
    }

    private static Place At(ToolUnit unit, FileLinePositionSpan span)
    {
        var start = Exact(unit, Offset(unit, span.StartLinePosition));
        var end = Exact(unit, Offset(unit, span.EndLinePosition));
        return Place.Of(unit.Spec, new TextSpan(start, end > start ? end - start : 0));
    }

    private static int Offset(ToolUnit unit, Microsoft.CodeAnalysis.Text.LinePosition position) =>
        unit.Spec.OffsetOf(new TextPosition(position.Line, position.Character));

    /// <summary>Undoes the slip behind escapes: the compiler counted decoded units from the opening quote.</summary>
    private static int Exact(ToolUnit unit, int offset)
    {
        if (unit.Root is null || StringAround(unit.Root, offset) is not { } text) return offset;
        var decoded = offset - text.Span.Start - 1;
        return decoded >= 0 && decoded <= text.Value.Length ? text.OffsetOf(decoded) : offset;
    }

    private static JsonString? StringAround(JsonNode node, int offset)
    {
        while (true)
        {
            if (node is JsonString text) return text;
            JsonNode? inner = null;
            if (node is JsonObject @object)
            {
                foreach (var member in @object.Members)
                    if (Holds(member.Value, offset)) inner = member.Value;
            }
            else if (node is JsonArray array)
            {
                foreach (var item in array.Items)
                    if (Holds(item, offset)) inner = item;
            }

            if (inner is null) return null;
            node = inner;
        }
    }

    private static bool Holds(JsonNode node, int offset) => node.Span.Start <= offset && offset < node.Span.End;
}
