using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToolGen.Analyzers.AllowList;

/// <summary>A name in C# of a tool that means something outside of the list.</summary>
/// <param name="Node">Where.</param>
/// <param name="What">What it means, for a reader; as written where it means nothing.</param>
/// <param name="Remedy">What to write instead.</param>
internal sealed record NamedMember(SyntaxNode Node, string What, string Remedy);

/// <summary>Every name of some C#, against the list; a name that can't be bound is refused too (SPEC §1.6).</summary>
internal static class NamedMembers
{
    /// <param name="nodes">The nodes to look at.</param>
    /// <param name="model">Of their tree.</param>
    /// <param name="members">Reads the list.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static IEnumerable<NamedMember> Refused(IEnumerable<SyntaxNode> nodes, SemanticModel model, SymbolMembers members, CancellationToken cancellationToken)
    {
        foreach (var node in nodes)
        {
            if (node is not (SimpleNameSyntax or BaseObjectCreationExpressionSyntax or ElementAccessExpressionSyntax) || node.FirstAncestorOrSelf<UsingDirectiveSyntax>() is not null) continue;
            var info = model.GetSymbolInfo(node, cancellationToken);
            var symbols = info.Symbol is { } symbol ? [symbol] : info.CandidateSymbols;
            if (symbols.Length == 0)
            {
                if (IsUnbound(node, model)) yield return new(node, node.ToString(), "Take what it would give as an input.");
            }
            else if (symbols.Select(each => members.Remedy(each, node)).FirstOrDefault(remedy => remedy is not null) is { } remedy)
            {
                yield return new(node, symbols[0].ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), remedy);
            }
        }
    }

    /// <summary>Names that bind to nothing by their nature: <c>var</c>, <c>_</c>, <c>nameof</c>, labels of tuples, indexers of arrays.</summary>
    private static bool IsUnbound(SyntaxNode node, SemanticModel model) => node switch
    {
        ElementAccessExpressionSyntax => false,
        BaseObjectCreationExpressionSyntax creation => model.GetTypeInfo(creation).Type is not { TypeKind: not TypeKind.Error },
        SimpleNameSyntax { Parent: NameColonSyntax or NameEqualsSyntax } => false,
        SimpleNameSyntax { Identifier.ValueText: "var" or "_" or "nameof" } => false,
        SimpleNameSyntax name => model.GetMemberGroup(name).Length == 0 && model.GetTypeInfo(name).Type is not { TypeKind: not TypeKind.Error },
        _ => true,
    };
}
