using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToolGen.Forge.Worth;

/// <summary>What small mistakes an expression could hold: each answer stands for one that people and models make.</summary>
internal static class Mutations
{
    private static readonly Dictionary<SyntaxKind, SyntaxKind[]> Operators = new()
    {
        [SyntaxKind.AddExpression] = [SyntaxKind.SubtractExpression],
        [SyntaxKind.SubtractExpression] = [SyntaxKind.AddExpression],
        [SyntaxKind.MultiplyExpression] = [SyntaxKind.DivideExpression],
        [SyntaxKind.DivideExpression] = [SyntaxKind.MultiplyExpression],
        [SyntaxKind.ModuloExpression] = [SyntaxKind.MultiplyExpression],
        [SyntaxKind.LessThanExpression] = [SyntaxKind.LessThanOrEqualExpression, SyntaxKind.GreaterThanOrEqualExpression],
        [SyntaxKind.LessThanOrEqualExpression] = [SyntaxKind.LessThanExpression, SyntaxKind.GreaterThanExpression],
        [SyntaxKind.GreaterThanExpression] = [SyntaxKind.GreaterThanOrEqualExpression, SyntaxKind.LessThanOrEqualExpression],
        [SyntaxKind.GreaterThanOrEqualExpression] = [SyntaxKind.GreaterThanExpression, SyntaxKind.LessThanExpression],
        [SyntaxKind.EqualsExpression] = [SyntaxKind.NotEqualsExpression],
        [SyntaxKind.NotEqualsExpression] = [SyntaxKind.EqualsExpression],
        [SyntaxKind.LogicalAndExpression] = [SyntaxKind.LogicalOrExpression],
        [SyntaxKind.LogicalOrExpression] = [SyntaxKind.LogicalAndExpression],
    };

    private static readonly Dictionary<string, string> Names = Both(
        ("First", "Last"), ("FirstOrDefault", "LastOrDefault"), ("Min", "Max"), ("MinBy", "MaxBy"), ("OrderBy", "OrderByDescending"), ("ThenBy", "ThenByDescending"), ("Any", "All"),
        ("Take", "Skip"), ("TakeWhile", "SkipWhile"), ("ToUpperInvariant", "ToLowerInvariant"), ("TrimStart", "TrimEnd"), ("StartsWith", "EndsWith"), ("Floor", "Ceiling"), ("AddDays", "AddMonths"),
        ("Union", "Intersect"), ("IndexOf", "LastIndexOf"), ("Prepend", "Append"), ("Sum", "Count"));

    // Calls on a value that give one of the same type: left out, the value stays.
    private static readonly HashSet<string> Removable = new(StringComparer.Ordinal) { "Where", "Distinct", "Reverse", "Trim", "TrimStart", "TrimEnd", "Take", "Skip", "OrderBy", "OrderByDescending", "Abs" };

    // Calls that answer yes or no.
    private static readonly HashSet<string> Questions = new(StringComparer.Ordinal)
    {
        "Contains", "ContainsKey", "StartsWith", "EndsWith", "Any", "All", "Equals", "SequenceEqual", "IsMatch", "IsNullOrEmpty", "IsNullOrWhiteSpace", "IsDigit", "IsLetter", "IsLetterOrDigit", "IsWhiteSpace",
    };

    /// <summary>The changes of a person's expression.</summary>
    public static IEnumerable<ExpressionSyntax> Of(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case BinaryExpressionSyntax binary when Operators.TryGetValue(binary.Kind(), out var others):
                // The first only moves the bound.
                return (IsOrder(binary) && EquivalentChanges.Picks(binary) ? others.Skip(1) : others).Select(kind => (ExpressionSyntax)SyntaxFactory.BinaryExpression(kind, binary.Left, binary.Right));
            case PrefixUnaryExpressionSyntax unary when unary.Kind() is SyntaxKind.LogicalNotExpression or SyntaxKind.UnaryMinusExpression:
                return [unary.Operand];
            case ConditionalExpressionSyntax choice:
                return [SyntaxFactory.ConditionalExpression(choice.Condition, choice.WhenFalse, choice.WhenTrue)];
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call:
                return Calls(call, member);
            case LiteralExpressionSyntax literal:
                return Literals(literal);
            default:
                return [];
        }
    }

    /// <summary>The changes of what a template wrote for words of a spec: names and texts, the direction of an order; never numbers, which are caps.</summary>
    public static IEnumerable<ExpressionSyntax> OfTemplate(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } text when Statement(text) is { } statement => SqlMutations.Of(statement).Select(Text),
        // A JSON Pointer only says where an error stands.
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } text => text.Token.ValueText.StartsWith('/') || TemplateLabels.IsLabel(text) ? [] : [Text(text.Token.ValueText + "~")],
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Where" or "Take" or "Skip" or "Distinct", Expression: var rows } } call => TemplateLabels.IsTakenBefore(call) ? [] : [rows],
        LiteralExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "By" } } } } order => Literals(order),
        _ => [],
    };

    private static bool IsOrder(BinaryExpressionSyntax binary) =>
        binary.Kind() is SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression;

    private static IEnumerable<ExpressionSyntax> Calls(InvocationExpressionSyntax call, MemberAccessExpressionSyntax member)
    {
        var name = member.Name.Identifier.ValueText;
        if (Names.TryGetValue(name, out var other) && member.Name is IdentifierNameSyntax && !EquivalentChanges.FindsOnce(call, member)) yield return call.WithExpression(member.WithName(SyntaxFactory.IdentifierName(other)));
        if (Questions.Contains(name)) yield return SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, call);
        if (!Removable.Contains(name)) yield break;

        // `Math.Abs(x)` is called on a type: there the value is the argument.
        if (name == "Abs")
        {
            if (call.ArgumentList.Arguments is [var only]) yield return only.Expression;
        }
        else
        {
            yield return member.Expression;
        }
    }

    private static IEnumerable<ExpressionSyntax> Literals(LiteralExpressionSyntax literal) => literal.Kind() switch
    {
        SyntaxKind.TrueLiteralExpression => [SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression)],
        SyntaxKind.FalseLiteralExpression => [SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression)],
        SyntaxKind.StringLiteralExpression => [Text(literal.Token.ValueText.Length == 0 ? "~" : "")],
        SyntaxKind.NumericLiteralExpression => Number(literal.Token.Value) is { } number ? [SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, number)] : [],
        _ => [],
    };

    private static Microsoft.CodeAnalysis.SyntaxToken? Number(object? value) => value switch
    {
        int number when number < int.MaxValue => SyntaxFactory.Literal(number + 1),
        long number when number < long.MaxValue => SyntaxFactory.Literal(number + 1),
        double number => SyntaxFactory.Literal(number + 1),
        decimal number when number < decimal.MaxValue - 1 => SyntaxFactory.Literal(number + 1),
        _ => null,
    };

    private static ExpressionSyntax Text(string text) => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text));

    private static string? Statement(LiteralExpressionSyntax text) =>
        text.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Text" } } } ? text.Token.ValueText : null;

    private static Dictionary<string, string> Both(params ReadOnlySpan<(string One, string Other)> pairs)
    {
        var both = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (one, other) in pairs) (both[one], both[other]) = (other, one);
        both.Remove("Count");
        return both;
    }
}
