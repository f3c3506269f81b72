using System;
using System.Collections.Generic;
using System.Composition;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Specification.Findings;

namespace ToolGen.CodeFixes.Rules.Purity;

/// <summary>Makes a static field that nothing writes readonly: TG3165.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReadOnlyFieldFix)), Shared]
public sealed class ReadOnlyFieldFix() : NodeFix("Make it readonly", FindingCatalog.SharedStateOpen)
{
    private protected override (SyntaxNode Old, Func<SyntaxNode, SyntaxNode> New)? Mend(SyntaxNode node, SemanticModel model, IReadOnlyDictionary<string, string?> hints, CancellationToken cancellation)
    {
        // One declaration of several fields is readonly as a whole or not at all.
        if (!hints.ContainsKey("closed") || node.FirstAncestorOrSelf<FieldDeclarationSyntax>() is not { Declaration.Variables.Count: 1 } field) return null;
        return (field, now => ((FieldDeclarationSyntax)now).AddModifiers(SyntaxFactory.Token(SyntaxKind.ReadOnlyKeyword).WithTrailingTrivia(SyntaxFactory.Space)));
    }
}
