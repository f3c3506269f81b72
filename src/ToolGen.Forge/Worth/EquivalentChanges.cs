using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToolGen.Forge.Worth;

/// <summary>Changes of a person's code that leave what it does as it is: no sample could notice them.</summary>
internal static class EquivalentChanges
{
    /// <summary>Whether a comparison picks one of the two values that it compares (<c>a > b ? a : b</c>, <c>if (a > b) b = a;</c>): where they are equal, either will do.</summary>
    public static bool Picks(BinaryExpressionSyntax comparison) => comparison.Parent switch
    {
        ConditionalExpressionSyntax choice when choice.Condition == comparison => AreThose(comparison, choice.WhenTrue, choice.WhenFalse),
        IfStatementSyntax { Else: null } check when check.Condition == comparison => Only(check.Statement) is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } set && AreThose(comparison, set.Left, set.Right),
        _ => false,
    };

    /// <summary>Whether something is looked for in a constant text in which no character stands twice: the first is the last.</summary>
    public static bool FindsOnce(InvocationExpressionSyntax call, MemberAccessExpressionSyntax member)
    {
        if (member.Name.Identifier.ValueText is not ("IndexOf" or "LastIndexOf") || call.ArgumentList.Arguments is not [{ Expression: var sought }]) return false;
        if (sought is LiteralExpressionSyntax { Token.Value: "" }) return false;
        var text = member.Expression switch
        {
            LiteralExpressionSyntax { Token.Value: string value } => value,
            IdentifierNameSyntax { Identifier.ValueText: var name } => Constant(call, name),
            _ => null,
        };
        return text is not null && text.Distinct().Count() == text.Length;
    }

    private static string? Constant(ExpressionSyntax at, string name)
    {
        var named = at.SyntaxTree.GetRoot().DescendantNodes().OfType<VariableDeclaratorSyntax>().Where(one => one.Identifier.ValueText == name).ToArray();
        if (named is not [{ Initializer.Value: LiteralExpressionSyntax { Token.Value: string value }, Parent.Parent: var declaration }]) return null;
        return declaration is LocalDeclarationStatementSyntax { IsConst: true } || (declaration is FieldDeclarationSyntax field && field.Modifiers.Any(SyntaxKind.ConstKeyword)) ? value : null;
    }

    private static bool AreThose(BinaryExpressionSyntax comparison, ExpressionSyntax one, ExpressionSyntax other) =>
        (SyntaxFactory.AreEquivalent(comparison.Left, one) && SyntaxFactory.AreEquivalent(comparison.Right, other))
        || (SyntaxFactory.AreEquivalent(comparison.Left, other) && SyntaxFactory.AreEquivalent(comparison.Right, one));

    private static ExpressionSyntax? Only(StatementSyntax statement) => statement switch
    {
        ExpressionStatementSyntax { Expression: var expression } => expression,
        BlockSyntax { Statements: [ExpressionStatementSyntax { Expression: var expression }] } => expression,
        _ => null,
    };
}
