using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToolGen.CodeFixes.Rules.Sql;

/// <summary>Reads a statement with holes as a database does: which of them are values, and so can be parameters.</summary>
internal static class ValueHoles
{
    private static readonly string[] BeforeValues = ["LIKE", "BETWEEN", "AND", "LIMIT", "OFFSET"];

    /// <summary>The same statement, whose holes are parameters that mean what the text meant; null where one of them is no value.</summary>
    public static InterpolatedStringExpressionSyntax? Parametrized(InterpolatedStringExpressionSyntax statement, SemanticModel model)
    {
        var contents = statement.Contents.ToArray();
        var before = "";
        HashSet<int> opening = [], closing = [];
        for (var index = 0; index < contents.Length; index++)
        {
            if (contents[index] is InterpolatedStringTextSyntax text)
            {
                before += text.TextToken.ValueText;
                if (text.TextToken.Text.Contains("{{") || text.TextToken.Text.Contains("}}")) return null;
                continue;
            }

            if (contents[index] is not InterpolationSyntax { AlignmentClause: null, FormatClause: null } hole || Quote(before) is not { } quote || !IsAtValue(before, quote == '\'')) return null;
            var type = model.GetTypeInfo(hole.Expression);
            if (quote == '\0')
            {
                if (type.Type?.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Int16 or SpecialType.System_Byte)) return null;
                before += "0";
            }
            else
            {
                // An empty text and no text are the same to a statement, not to a parameter.
                if (quote != '\'' || type.Type?.SpecialType != SpecialType.System_String || type.Nullability.FlowState == NullableFlowState.MaybeNull) return null;
                if (TextOf(contents, index - 1) is not { } left || TextOf(contents, index + 1) is not { } right) return null;
                if (!left.EndsWith("'") || left.EndsWith("\\'") || !right.StartsWith("'") || right.StartsWith("''")) return null;
                opening.Add(index - 1);
                closing.Add(index + 1);
            }
        }

        return Quote(before) == '\0' ? statement.WithContents(SyntaxFactory.List(contents.Select((one, index) => Bare(one, closing.Contains(index), opening.Contains(index))))) : null;
    }

    private static string? TextOf(InterpolatedStringContentSyntax[] contents, int index) => (contents.ElementAtOrDefault(index) as InterpolatedStringTextSyntax)?.TextToken.Text;

    private static InterpolatedStringContentSyntax Bare(InterpolatedStringContentSyntax content, bool cutsFirst, bool cutsLast)
    {
        if (content is not InterpolatedStringTextSyntax { TextToken: var old } text || !(cutsFirst || cutsLast)) return content;
        string Cut(string whole) => whole.Substring(cutsFirst ? 1 : 0, whole.Length - (cutsFirst ? 1 : 0) - (cutsLast ? 1 : 0));
        return text.WithTextToken(SyntaxFactory.Token(old.LeadingTrivia, SyntaxKind.InterpolatedStringTextToken, Cut(old.Text), Cut(old.ValueText), old.TrailingTrivia));
    }

    /// <summary>The quote that is open at the end of a statement's beginning; NUL: none. Null: comments, quotes of other kinds.</summary>
    private static char? Quote(string sql)
    {
        var open = '\0';
        for (var at = 0; at < sql.Length; at++)
        {
            var two = at + 1 < sql.Length ? sql.Substring(at, 2) : "";
            if (open == '\0' && two is "--" or "/*" or "$$" || sql[at] is '\\' or '`' or '#') return null;
            if (open == '\0' && sql[at] is '\'' or '"') open = sql[at];
            else if (open == sql[at]) open = '\0';
        }

        return open;
    }

    // Behind a name of a type, as in DATE '2026-01-01', stands a literal that no parameter can be.
    private static bool IsAtValue(string sql, bool isQuoted)
    {
        var before = (isQuoted ? sql.Substring(0, sql.Length - 1) : sql).TrimEnd();
        if (before.Length == 0 || sql.Length > 1 && isQuoted && char.IsLetterOrDigit(sql[sql.Length - 2])) return false;
        var word = new string([.. before.Reverse().TakeWhile(char.IsLetter).Reverse()]).ToUpperInvariant();
        // A number in a list may be that of a column, or part of a type.
        return before[before.Length - 1] is '=' or '<' or '>' || (isQuoted && before[before.Length - 1] is ',' or '(' or '|') || BeforeValues.Contains(word);
    }
}
