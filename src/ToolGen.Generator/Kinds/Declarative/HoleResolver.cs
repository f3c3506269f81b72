using System.Collections.Generic;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Generator.Templates;
using ToolGen.Generator.Types;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.Declarative;

/// <summary>What the holes of a tool name (SPEC §1.1): <c>{min_total}</c> is an input, <c>{last}</c> a <c>let</c>, <c>{sales.totals}</c> a member by its name in JSON, <c>{settings.region}</c> a value of the host.</summary>
/// <param name="code">The tool.</param>
/// <param name="roots">The names beside the inputs.</param>
internal sealed class HoleResolver(DeclarativeCode code, IReadOnlyList<HoleRoot> roots)
{
    private const string Settings = "settings";

    /// <summary>The C# of a hole; null where it names nothing, and a finding says so.</summary>
    /// <param name="text">The text that has the hole.</param>
    /// <param name="piece">The hole.</param>
    /// <param name="references">Takes the name of the scope that it uses.</param>
    public HoleValue? Resolve(HoleText text, HolePiece piece, ICollection<string> references)
    {
        var path = piece.Reference!;
        if (path.IndexOf(':') is >= 0 and var colon) path = path.Substring(0, colon);
        var segments = path.Split('.');
        if (segments[0] == Settings && segments.Length == 2) return new($"context.Setting({CSharpText.Literal(segments[1])})", new(LeafType.String, false));
        if (roots.FirstOrDefault(root => root.Name == segments[0]) is { } root)
        {
            references.Add(root.Name);
            if (root.Use is { } use) return this.Members(text, piece, new(root.Name, use), segments, 1);
            if (root.Shape is not { IsKnown: true } shape || segments.Length == 1) return new(Untyped(root.Name, segments, 1), null);
            if (shape[segments[1]] is { } field) return new(Untyped($"{root.Name}.{field.Name}", segments, 2), null);
            return this.Unknown(text, piece, segments[1], shape.Fields.Select(known => known.JsonName).ToList());
        }

        if (code.Input?.Properties.FirstOrDefault(property => property.JsonName == segments[0]) is { } known)
        {
            references.Add("input");
            return this.Members(text, piece, Member("input", false, known), segments, 1);
        }

        return this.Unknown(text, piece, segments[0], roots.Select(one => one.Name).Concat(code.Input?.Properties.Select(property => property.JsonName) ?? []).ToList());
    }

    private HoleValue? Members(HoleText text, HolePiece piece, HoleValue value, string[] segments, int from)
    {
        for (var i = from; i < segments.Length; i++)
        {
            var record = code.RecordOf(value.Use!.Type);
            if (record?.Properties.FirstOrDefault(property => property.JsonName == segments[i]) is not { } next)
                return this.Unknown(text, piece, segments[i], record?.Properties.Select(property => property.JsonName).ToList() ?? []);
            value = Member(value.Expression, value.Use.IsNullable, next);
        }

        return Bare(value);
    }

    private static HoleValue Member(string owner, bool ownerIsNullable, PropertyModel property)
    {
        var isNullable = ownerIsNullable || property.Type.EndsWith("?", System.StringComparison.Ordinal) || property.IsOptional;
        var value = property.IsOptional ? property.Name + ".Value" : property.Name;
        return new($"{owner}{(ownerIsNullable ? "?" : "")}.{value}", property.Use with { IsNullable = isNullable });
    }

    // JSON and text have the value of a nominal type, not its name.
    private static HoleValue Bare(HoleValue value) => value.Use is { Type: NominalType nominal } use
        ? new($"{value.Expression}{(use.IsNullable ? "?" : "")}.Value", use with { Type = nominal.Base }) : value;

    private static string Untyped(string start, string[] segments, int from) =>
        string.Join("?.", new[] { start }.Concat(segments.Skip(from).Select(segment => CSharpNames.Member(segment, ""))));

    private HoleValue? Unknown(HoleText text, HolePiece piece, string name, IReadOnlyList<string> choices)
    {
        var near = NearMiss.Of(name, choices);
        var from = text.Text.OffsetOf(piece.Span.Start);
        var span = new TextSpan(from, text.Text.OffsetOf(piece.Span.End) - from);
        code.Findings.Add(FindingCatalog.HoleUnknown, span, piece.Reference!, near is null ? "" : $"Did you mean {{{near}}}? ", choices.Count == 0 ? "nothing" : string.Join(", ", choices));
        return null;
    }
}
