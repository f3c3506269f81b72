using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Generator.Effects;
using ToolGen.Specification;
using ToolGen.Specification.Capabilities;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Fixes;
using ToolGen.Specification.Json;

namespace ToolGen.Forge.Compilation;

/// <summary>Holds the effects that the C# of a tool has against the capabilities that its spec writes: code has them written, all of them and no others.</summary>
internal static class EffectGate
{
    /// <summary>Findings of one unit in a compilation that has no errors.</summary>
    public static EquatableArray<Finding> Check(ToolUnit unit, IEnumerable<SyntaxTree> trees, Microsoft.CodeAnalysis.Compilation compilation, CancellationToken cancellationToken) =>
        Check(unit, trees, compilation, out _, cancellationToken);

    /// <summary>The same, with the effects that were found, as <see cref="CompiledTool.Effects"/> has them.</summary>
    public static EquatableArray<Finding> Check(
        ToolUnit unit, IEnumerable<SyntaxTree> trees, Microsoft.CodeAnalysis.Compilation compilation, out EquatableArray<string>? effects, CancellationToken cancellationToken)
    {
        effects = null;
        if (unit.Capabilities is not { } lines || unit.Root is not { } root) return [];
        var parts = trees.SelectMany(tree => tree.GetRoot(cancellationToken).DescendantNodes(node => node is not TypeDeclarationSyntax).OfType<TypeDeclarationSyntax>())
            .Where(type => type.Identifier.ValueText == unit.ClassName);
        var found = EffectFinder.Find(parts, tree => compilation.GetSemanticModel(tree), cancellationToken);
        effects = found.Select(effect => effect.Capability?.Text ?? effect.Word).ToEquatableArray();
        var written = CapabilitySet.Of(lines);
        var open = found.Where(effect => effect.Capability is null).Select(effect => effect.Word).ToHashSet();
        return Missing(unit, root, found, written).Concat(Unneeded(unit, root, found, open)).ToEquatableArray();
    }

    private static IEnumerable<Finding> Missing(ToolUnit unit, JsonObject root, IReadOnlyList<FoundEffect> found, CapabilitySet written)
    {
        var missing = found.Where(effect => effect.Capability is { } needed && !written.Allows(needed)).ToArray();
        var lines = new CapabilitySet(missing.Select(effect => effect.Capability!).ToArray()).Shortest().All.Select(one => one.Text).ToArray();
        foreach (var effect in missing)
            yield return new(FindingCatalog.CapabilityNotWritten, PlaceOf(unit, effect), new(effect.Capability!.Text, CapabilityEdits.Shown(lines)), CapabilityEdits.Add(unit.Spec, root, lines));

        // A written line of the same word is then all that the host lets through.
        foreach (var effect in found)
            if (effect.Capability is null && !written.All.Any(line => Word(line) == effect.Word))
                yield return new(FindingCatalog.CapabilityUntold, PlaceOf(unit, effect), new(effect.Word));
    }

    private static IEnumerable<Finding> Unneeded(ToolUnit unit, JsonObject root, IReadOnlyList<FoundEffect> found, HashSet<string> open)
    {
        if (root["capabilities"] is not JsonArray list || root["fallback"] is not null) yield break;
        foreach (var line in list.Items.OfType<JsonString>())
        {
            if (Capability.TryParse(line.Value) is { } capability && !open.Contains(Word(capability)) && !found.Any(effect => effect.Capability is { } needed && capability.Covers(needed)))
                yield return new(FindingCatalog.CapabilityUnneeded, Place.Of(unit.Spec, line.Span), new(capability.Text), CapabilityEdits.Remove(unit.Spec, list, line));
        }
    }

    private static string Word(Capability capability) => capability.Text.Split(' ')[0];

    private static Place PlaceOf(ToolUnit unit, FoundEffect effect) =>
        unit.Companion is { } companion && effect.Location.SourceTree?.FilePath == companion.Path
            ? Place.Of(companion, new(effect.Location.SourceSpan.Start, effect.Location.SourceSpan.Length))
            : SpecPlaces.Find(unit, effect.Location) ?? Place.Of(unit.Spec, default);
}
