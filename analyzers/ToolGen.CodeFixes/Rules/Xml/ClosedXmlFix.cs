using System;
using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Specification.Findings;

namespace ToolGen.CodeFixes.Rules.Xml;

/// <summary>Null in the place of the resolver that loads what a document points to: TG3015. Documents that point nowhere, with entities of their own or without, are read as before.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ClosedXmlFix)), Shared]
public sealed class ClosedXmlFix() : NodeFix("Load nothing from elsewhere", FindingCatalog.XmlFromInput)
{
    private static readonly string[] Readers = ["XmlReaderSettings", "XmlDocument", "XmlTextReader"];

    private protected override (SyntaxNode Old, Func<SyntaxNode, SyntaxNode> New)? Mend(SyntaxNode node, SemanticModel model, IReadOnlyDictionary<string, string?> hints, CancellationToken cancellation)
    {
        var settings = Objects(node).Select(one => (Written: one, model.GetSymbolInfo(one, cancellation).Symbol)).Where(one => Readers.Contains(model.GetTypeInfo(one.Written, cancellation).Type?.Name)).ToArray();
        var set = settings.SelectMany(one => Assignments(one.Written, one.Symbol, node, model, cancellation)).Distinct().ToArray();
        // Entities without an end stay one, whoever resolves them.
        if (set.Any(one => NameOf(one) == "MaxCharactersFromEntities")) return null;
        var resolvers = set.Where(one => NameOf(one) == "XmlResolver" && Follows(one.Right, model, cancellation)).ToArray();
        return resolvers.Length == 1 ? (resolvers[0].Right, _ => SyntaxFactory.LiteralExpression(SyntaxKind.NullLiteralExpression)) : null;
    }

    /// <summary>What stands at a finding and may hold settings: the object that is called or set, and what it is given.</summary>
    private static IEnumerable<ExpressionSyntax> Objects(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called, ArgumentList.Arguments: var given } => given.Select(one => one.Expression).Prepend(called.Expression),
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax set } => [set.Expression],
        MemberAccessExpressionSyntax set => [set.Expression],
        _ => [],
    };

    private static IEnumerable<AssignmentExpressionSyntax> Assignments(ExpressionSyntax written, ISymbol? held, SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (written is BaseObjectCreationExpressionSyntax creation) return Initial(creation);
        if (held is not (ILocalSymbol or IFieldSymbol { IsReadOnly: true }) || held.DeclaringSyntaxReferences is not [var declared] || declared.SyntaxTree != node.SyntaxTree) return [];
        var made = declared.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax first } ? Initial(first) : [];
        var scope = held is ILocalSymbol ? (SyntaxNode?)node.FirstAncestorOrSelf<MemberDeclarationSyntax>() : node.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        return made.Concat(scope?.DescendantNodes().OfType<AssignmentExpressionSyntax>().Where(one =>
            one.Left is MemberAccessExpressionSyntax { Expression: var target } && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(target, cancellation).Symbol, held)) ?? []);
    }

    private static IEnumerable<AssignmentExpressionSyntax> Initial(BaseObjectCreationExpressionSyntax creation) => creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>() ?? [];

    private static string? NameOf(AssignmentExpressionSyntax set) => set.Left switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };

    // A resolver of one's own may do more.
    private static bool Follows(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation) =>
        model.GetTypeInfo(value, cancellation).Type?.Name == "XmlUrlResolver" || model.GetSymbolInfo(value, cancellation).Symbol is IPropertySymbol { Name: "FileSystemResolver", ContainingType.Name: "XmlResolver" };
}
