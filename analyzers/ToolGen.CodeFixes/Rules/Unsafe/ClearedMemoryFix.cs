using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Specification.Findings;

namespace ToolGen.CodeFixes.Rules.Unsafe;

/// <summary><c>GC.AllocateArray</c> in the place of <c>AllocateUninitializedArray</c>; takes <c>[SkipLocalsInit]</c> out.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ClearedMemoryFix)), Shared]
public sealed class ClearedMemoryFix() : RuleFixProvider(FindingCatalog.UninitializedMemory.Id, "Let the memory be cleared")
{
    private protected override Mended? Mend(SyntaxNode node, SemanticModel model) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax { Identifier.ValueText: "AllocateUninitializedArray" } name } } => new(name, name.WithIdentifier(SyntaxFactory.Identifier("AllocateArray"))),
        _ => node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute ? new(attribute.Parent is AttributeListSyntax { Attributes.Count: 1 } list ? list : attribute, null) : null,
    };
}
