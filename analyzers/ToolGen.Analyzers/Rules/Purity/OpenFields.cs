using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ToolGen.Analyzers.Rules.Purity;

/// <summary>Static fields that are not readonly although nothing in their type changes them.</summary>
internal static class OpenFields
{
    /// <summary>Whether its own type writes a field, by name: what writes it is told as a change where a tool does it.</summary>
    public static bool IsWritten(IFieldSymbol field, IOperation use) =>
        IsWrite(use.Syntax) || field.GetAttributes().Any(one => one.AttributeClass?.Name == "ThreadStaticAttribute")
        || field.ContainingType.DeclaringSyntaxReferences.SelectMany(one => one.GetSyntax().DescendantNodes()).OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == field.Name && IsWrite(Whole(name)));

    private static SyntaxNode Whole(IdentifierNameSyntax name) => name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;

    private static bool IsWrite(SyntaxNode node) => node.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == node,
        PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression) || prefix.IsKind(SyntaxKind.AddressOfExpression),
        PostfixUnaryExpressionSyntax postfix => postfix.IsKind(SyntaxKind.PostIncrementExpression) || postfix.IsKind(SyntaxKind.PostDecrementExpression),
        ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent is TupleExpressionSyntax { Parent: AssignmentExpressionSyntax },
        RefExpressionSyntax => true,
        _ => false,
    };
}
