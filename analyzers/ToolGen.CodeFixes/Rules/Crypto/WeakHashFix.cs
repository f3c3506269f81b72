using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Specification.Findings;

namespace ToolGen.CodeFixes.Rules.Crypto;

/// <summary>SHA-256 in the place of MD5 and SHA-1. A digest becomes longer: not where it is written into memory of a given length.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WeakHashFix)), Shared]
public sealed class WeakHashFix() : RuleFixProvider(FindingCatalog.WeakHash.Id, "Use SHA-256")
{
    private protected override Mended? Mend(SyntaxNode node, SemanticModel model)
    {
        if (node is InvocationExpressionSyntax { ArgumentList.Arguments: var arguments } && model.GetSymbolInfo(node).Symbol is IMethodSymbol method
            && (method.Name.StartsWith("Try", System.StringComparison.Ordinal) || method.Parameters.Any(one => one.Name == "destination") || (method.Name is "Create" or "CreateFromName" && arguments.Count > 0))) return null;
        var whole = node.FirstAncestorOrSelf<VariableDeclarationSyntax>() is { } declared && StrongOf(declared.Type.ToString()) is not null ? (SyntaxNode)declared : node;
        var weak = whole.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(one => StrongOf(one.Identifier.ValueText) is not null && (one.Span.IntersectsWith(node.Span) || one.Parent == whole)).ToArray();
        return weak.Length == 0 ? null : new(whole, whole.ReplaceNodes(weak, (one, _) => SyntaxFactory.IdentifierName(StrongOf(one.Identifier.ValueText)!).WithTriviaFrom(one)));
    }

    private static string? StrongOf(string name) => name switch
    {
        "MD5" or "SHA1" => "SHA256",
        "HMACMD5" or "HMACSHA1" => "HMACSHA256",
        _ => null,
    };
}
