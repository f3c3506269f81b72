using System;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToolGen.Forge.Worth;

/// <summary>What a template wrote that says nothing of what the tool does: names for error messages, and steps that are done elsewhere. Changed, no sample of any kind could notice it.</summary>
internal static class TemplateLabels
{
    /// <summary>Whether a text only names something to people.</summary>
    public static bool IsLabel(LiteralExpressionSyntax text)
    {
        if (text.Parent is not ArgumentSyntax { Parent: BaseArgumentListSyntax list } argument) return IsThrown(text);
        var isFirst = list.Arguments.Count > 1 && list.Arguments[0] == argument;
        return list.Parent switch
        {
            // How a request is signed is the template's own word.
            ObjectCreationExpressionSyntax { Type: var type } when isFirst && type.ToString().EndsWith("ToolHttpAuth", StringComparison.Ordinal) => true,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } when isFirst => (member.Name.Identifier.ValueText, member.Expression.ToString()) switch
            {
                // A step, for the message of its failure.
                (_, "__run") => true,

                // A property whose path stands behind it.
                ("Find" or "List", _) => list.Arguments[1].Expression is IdentifierNameSyntax { Identifier.ValueText: var path } && path.StartsWith("__path", StringComparison.Ordinal),

                // A column, whose name the header has from elsewhere.
                ("Add", "__text") => WritesCsv(text),
                _ => IsThrown(text),
            },
            _ => IsThrown(text),
        };
    }

    /// <summary>Whether rows are taken that an order before has taken already.</summary>
    public static bool IsTakenBefore(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Take", Expression: IdentifierNameSyntax { Identifier.ValueText: var rows } }
        && call.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
        && method.DescendantNodes().OfType<VariableDeclaratorSyntax>().Any(one =>
            one.Identifier.ValueText == rows && one.Initializer?.Value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Top" } });

    private static bool IsThrown(LiteralExpressionSyntax text)
    {
        if (!text.Ancestors().Any(above => above is ThrowStatementSyntax or ThrowExpressionSyntax)) return false;

        // The code of a failure is what samples look at.
        return text.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Fail" } } list } } argument
            || list.ArgumentList.Arguments.IndexOf(argument) > 0;
    }

    private static bool WritesCsv(LiteralExpressionSyntax text) =>
        text.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
        && method.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(member => member.Name.Identifier.ValueText == "Csv" && member.Expression.ToString().EndsWith("OutputFormat", StringComparison.Ordinal));
}
