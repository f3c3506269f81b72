using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Specification.Findings;

namespace ToolGen.CodeFixes.Rules.Crypto;

/// <summary>Leaves the protocol to the system, in the place of a list with old ones; turns encryption on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SystemProtocolFix)), Shared]
public sealed class SystemProtocolFix() : RuleFixProvider(FindingCatalog.OldProtocol.Id, "Leave the protocol to the system")
{
    private protected override Mended? Mend(SyntaxNode node, SemanticModel model)
    {
        if (node is AssignmentExpressionSyntax { Right: LiteralExpressionSyntax off }) return new(off, SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression));
        if (node is not ExpressionSyntax expression || node is LiteralExpressionSyntax) return null;
        while (expression.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.BitwiseOrExpression } or ParenthesizedExpressionSyntax) expression = (ExpressionSyntax)expression.Parent;
        return model.GetTypeInfo(node).Type?.Name switch
        {
            "SslProtocols" => new(expression, Name("System.Security.Authentication.SslProtocols.None")),
            "SecurityProtocolType" => new(expression, Name("System.Net.SecurityProtocolType.SystemDefault")),
            "EncryptionPolicy" => new(expression, Name("System.Net.Security.EncryptionPolicy.RequireEncryption")),
            _ => null,
        };
    }
}
