using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ToolGen.Analyzers.AllowList;
using ToolGen.Specification;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Members;
using TextSpan = ToolGen.Specification.Json.TextSpan;

namespace ToolGen.Forge.Compilation;

/// <summary>The gate's second look, at what the compiler bound: every name in the C# of a spec must mean something on the list of members (SPEC §1.6).</summary>
internal static class SemanticGate
{
    private const int Cap = 20;

    /// <summary>Findings of one unit in a compilation that has no errors; empty where it may run.</summary>
    public static EquatableArray<Finding> Check(ToolUnit unit, IEnumerable<SyntaxTree> trees, Microsoft.CodeAnalysis.Compilation compilation)
    {
        // All that is compiled here is of tools.
        var members = new SymbolMembers(
            MemberAllowList.Default.With(unit.Packages.Where(package => unit.Names(package)).Select(package => package.Members)), type => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly), unit.Capabilities is not null);
        return trees.SelectMany(tree => Names(unit, tree, compilation, members)).Take(Cap).Distinct().ToEquatableArray();
    }

    private static IEnumerable<Finding> Names(ToolUnit unit, SyntaxTree tree, Microsoft.CodeAnalysis.Compilation compilation, SymbolMembers members)
    {
        var companion = unit.Companion is { } source && source.Path == tree.FilePath ? source : null;
        var isOfSpec = SpecNodes.In(tree);
        var nodes = tree.GetRoot().DescendantNodes().Where(node => companion is not null || isOfSpec(node));
        foreach (var found in NamedMembers.Refused(nodes, compilation.GetSemanticModel(tree), members, default))
        {
            var place = companion is null
                ? SpecPlaces.Find(unit, found.Node.GetLocation()) ?? Place.Of(unit.Spec, default)
                : Place.Of(companion, new TextSpan(found.Node.SpanStart, found.Node.Span.Length));
            yield return new Finding(FindingCatalog.MemberNotListed, place, new(found.What, found.Remedy));
        }
    }
}
