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
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ToolGen.CodeFixes.Rules.Capabilities;

/// <summary>Writes the line that a tool method needs, takes out the one that it does not: TG3150 and TG3151.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CapabilityLinesFix)), Shared]
public sealed class CapabilityLinesFix() : NodeFix("Write the capabilities that the code uses", FindingCatalog.MethodCapabilityMissing, FindingCatalog.MethodCapabilityUnused)
{
    private protected override (SyntaxNode Old, Func<SyntaxNode, SyntaxNode> New)? Mend(SyntaxNode node, SemanticModel model, IReadOnlyDictionary<string, string?> hints, CancellationToken cancellation)
    {
        // One attribute takes every line of its method: the edits of a whole file meet in it.
        var attribute = node.FirstAncestorOrSelf<AttributeSyntax>() ?? (node.FirstAncestorOrSelf<MethodDeclarationSyntax>(method => Mark(method) is not null) is { } marked ? Mark(marked) : null);
        if (attribute is null) return null;
        if (hints.TryGetValue(CapabilityHints.UnusedLine, out var unused)) return (attribute, now => Without((AttributeSyntax)now, unused!));
        return hints.TryGetValue(CapabilityHints.MissingLine, out var missing) ? (attribute, now => With((AttributeSyntax)now, missing!)) : null;
    }

    private static AttributeSyntax? Mark(MethodDeclarationSyntax method) => method.AttributeLists.SelectMany(list => list.Attributes).FirstOrDefault(one => one.Name.ToString().Split('.').Last() is "Tool" or "ToolAttribute");

    private static AttributeSyntax With(AttributeSyntax attribute, string line)
    {
        var text = LiteralExpression(SyntaxKind.StringLiteralExpression, Literal(line));
        if (Written(attribute) is { } list) return attribute.ReplaceNode(list, list.AddElements(ExpressionElement(text)));
        var added = AttributeArgument(NameEquals("Capabilities"), null, CollectionExpression(SingletonSeparatedList<CollectionElementSyntax>(ExpressionElement(text))));
        return attribute.AddArgumentListArguments(added);
    }

    private static AttributeSyntax Without(AttributeSyntax attribute, string line) =>
        Written(attribute) is { } list && list.Elements.FirstOrDefault(one => one is ExpressionElementSyntax { Expression: LiteralExpressionSyntax literal } && literal.Token.ValueText == line) is { } element
            ? attribute.ReplaceNode(list, list.WithElements(list.Elements.Remove(element)))
            : attribute;

    private static CollectionExpressionSyntax? Written(AttributeSyntax attribute) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(one => one.NameEquals?.Name.Identifier.ValueText == "Capabilities")?.Expression as CollectionExpressionSyntax;
}
