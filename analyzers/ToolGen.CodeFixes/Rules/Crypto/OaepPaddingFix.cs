using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Specification.Findings;

namespace ToolGen.CodeFixes.Rules.Crypto;

/// <summary><c>RSAEncryptionPadding.OaepSHA256</c> in the place of <c>Pkcs1</c>. Other modes want a format of their own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OaepPaddingFix)), Shared]
public sealed class OaepPaddingFix() : RuleFixProvider(FindingCatalog.WeakMode.Id, "Use OAEP with SHA-256")
{
    private protected override Mended? Mend(SyntaxNode node, SemanticModel model) =>
        node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Pkcs1" } padding ? new(padding, padding.WithName(SyntaxFactory.IdentifierName("OaepSHA256"))) : null;
}
