using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Specification;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using TextSpan = ToolGen.Specification.Json.TextSpan;

namespace ToolGen.Forge.Compilation;

/// <summary>
/// The gate's second look, at what the compiler bound: every name in the C# of a spec must mean something on the list of <see cref="PureMembers"/>
/// (SPEC §1.6). A name that can't be bound is refused too.
/// </summary>
internal static class SemanticGate
{
    private const int Cap = 20;

    /// <summary>Findings of one unit in a compilation that has no errors; empty where it may run.</summary>
    public static EquatableArray<Finding> Check(ToolUnit unit, IEnumerable<SyntaxTree> trees, Microsoft.CodeAnalysis.Compilation compilation)
    {
        var findings = new List<Finding>();
        foreach (var tree in trees)
        {
            var model = compilation.GetSemanticModel(tree);
            var companion = unit.Companion is { } source && source.Path == tree.FilePath ? source : null;
            var isOfSpec = SpecPlaces.OfSpec(tree);
            foreach (var node in tree.GetRoot().DescendantNodes())
            {
                if (findings.Count == Cap) break;
                if (node is not (SimpleNameSyntax or BaseObjectCreationExpressionSyntax or ElementAccessExpressionSyntax) || node.FirstAncestorOrSelf<UsingDirectiveSyntax>() is not null) continue;
                if (companion is null && !isOfSpec(node)) continue;
                if (Refused(node, model, compilation.Assembly, unit.Capabilities is not null) is not { } what) continue;
                var place = companion is null
                    ? SpecPlaces.Find(unit, node.GetLocation()) ?? Place.Of(unit.Spec, default)
                    : Place.Of(companion, new TextSpan(node.SpanStart, node.Span.Length));
                findings.Add(new Finding(FindingCatalog.ImpureMember, place, new(what)));
            }
        }

        return findings.Distinct().ToEquatableArray();
    }

    private static string? Refused(SyntaxNode node, SemanticModel model, IAssemblySymbol own, bool isCode)
    {
        var info = model.GetSymbolInfo(node);
        var symbols = info.Symbol is { } symbol ? [symbol] : info.CandidateSymbols;
        if (symbols.Length == 0)
            return IsUnbound(node, model) ? node.ToString() : null;
        return symbols.All(each => PureMembers.Allows(each, own, isCode)) ? null : symbols[0].ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
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
