using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Generator.Types;

namespace ToolGen.Generator.Kinds.Compose;

/// <summary>What schemas say of the values that holes and plain expressions name.</summary>
/// <param name="types">Of the composite.</param>
/// <param name="input">Its arguments.</param>
/// <param name="steps">What steps answer, by name; a list where the step has <c>each</c>.</param>
/// <param name="lets">Names whose types C# infers; they hide inputs of the same name.</param>
internal sealed class HoleSchemas(ToolTypes types, SchemaValue input, IReadOnlyDictionary<string, SchemaValue> steps, IReadOnlyCollection<string> lets)
{
    /// <summary>The element of an <c>each</c>, where a schema types it.</summary>
    public SchemaValue? Item { get; init; }

    /// <summary>With an element.</summary>
    public HoleSchemas With(SchemaValue? item) => new(types, input, steps, lets) { Item = item };

    /// <summary>The value of a hole; null where C# infers its type.</summary>
    public SchemaValue? Of(string reference)
    {
        var segments = reference.Split('.');
        if (lets.Contains(segments[0])) return null;
        var value = segments[0] == "item" ? this.Item : steps.TryGetValue(segments[0], out var step) ? step : input.Member(segments[0], types);
        foreach (var segment in segments.Skip(1)) value = value?.Member(segment, types);
        return value;
    }

    /// <summary>The value of an expression that only names members: <c>input.Cities</c>, <c>sales.Rows</c>.</summary>
    public SchemaValue? Of(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax { Identifier.ValueText: "input" } => input,
        IdentifierNameSyntax name => steps.TryGetValue(name.Identifier.ValueText, out var step) ? step : null,
        MemberAccessExpressionSyntax access => this.Of(access.Expression)?.MemberInCode(access.Name.Identifier.ValueText, types),
        PostfixUnaryExpressionSyntax certain => this.Of(certain.Operand) is { } value ? value with { MayBeNull = false } : null,
        ParenthesizedExpressionSyntax inner => this.Of(inner.Expression),
        _ => null,
    };

    /// <summary>The reference that a plain text was probably meant to be: <c>stats.sum</c>, <c>$stats.sum</c>, <c>steps.stats.sum</c>; null where it is just text.</summary>
    public string? LooksLikeReference(string text)
    {
        if (text.Length is 0 or > 200) return null;
        var path = text.Trim('$', '{', '}', ' ');
        var isMarked = path.Length < text.Length;
        foreach (var prefix in new[] { "steps.", "inputs.", "input." })
        {
            if (!path.StartsWith(prefix, System.StringComparison.Ordinal)) continue;
            path = path.Substring(prefix.Length);
            isMarked = true;
        }

        var segments = path.Split('.');
        if (segments.Length == 1 && !isMarked) return null;
        return this.Of(path) is not null || (segments.Length == 1 && lets.Contains(path)) ? path : null;
    }
}
