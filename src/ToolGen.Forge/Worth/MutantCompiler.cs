using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Forge.Compilation;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Forge.Worth;

/// <summary>Many mutants of many tools in one assembly, behind a switch: one compile, one process.</summary>
internal static class MutantCompiler
{
    /// <summary>More of one tool say nothing new; which are taken is spread over its code.</summary>
    public const int MostOfTool = 40;

    private const int Rounds = 12;

    // What may be null was judged in the tool as it is, and no warning of a mutant is read: a third of the compiler's time.
    private static readonly CSharpParseOptions Unjudged = ToolCompiler.ParseOptions.WithFeatures([new("run-nullable-analysis", "never")]);

    private const int Shown = 60;

    /// <summary>Compiles; a mutant that the compiler refuses is left out.</summary>
    /// <param name="units">Tools that compiled.</param>
    /// <param name="unchanged">Indices of units that stay as they are.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static MutantImage Compile(IReadOnlyList<ToolUnit> units, IReadOnlySet<int> unchanged, CancellationToken cancellationToken)
    {
        var trees = units.Select(unit => ToolCompiler.Trees(unit, cancellationToken, Unjudged)).ToArray();
        var plain = ToolCompiler.Compilation("ToolGen.Mutants", ToolCompiler.Nominals(units, Unjudged), ToolReferences.Libraries(units));
        var check = new MutantCheck(plain.AddSyntaxTrees(trees.SelectMany(all => all)));
        var mutants = new List<Mutant>();
        var changes = new Dictionary<ExpressionSyntax, List<(int Number, ExpressionSyntax Changed)>>();
        for (var index = 0; index < units.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var (expression, changed) in Chosen(units[index], trees[index], check))
            {
                var place = Place(units[index], expression);
                mutants.Add(new(mutants.Count + 1, index, place, Text(expression), Text(changed)));
                if (!changes.TryGetValue(expression, out var list)) changes[expression] = list = [];
                list.Add((mutants.Count, changed));
            }
        }

        var changeable = mutants.Select(mutant => mutant.Unit).ToHashSet();
        var left = mutants.Where(mutant => !unchanged.Contains(mutant.Unit)).Select(mutant => mutant.Number).ToHashSet();
        plain = plain.AddSyntaxTrees(CSharpSyntaxTree.ParseText(MutantSwitch.Source, Unjudged, path: "mutants.g.cs", cancellationToken: cancellationToken));
        for (var round = 0; round < Rounds && left.Count > 0; round++)
        {
            var writer = new MutantWriter(changes.Select(pair => (pair.Key, Value: pair.Value.Where(one => left.Contains(one.Number)).ToArray())).Where(pair => pair.Value.Length > 0)
                .ToDictionary(pair => pair.Key, pair => (IReadOnlyList<(int, ExpressionSyntax)>)pair.Value));
            var compilation = plain.AddSyntaxTrees(trees.SelectMany(all => all).Select(tree => tree.WithRootAndOptions(writer.Visit(tree.GetRoot(cancellationToken))!, tree.Options)));
            using var image = new MemoryStream();
            var emitted = compilation.Emit(image, cancellationToken: cancellationToken);
            if (emitted.Success) return new(ImmutableArray.Create(image.ToArray()), [.. mutants.Where(mutant => left.Contains(mutant.Number))], changeable) { Libraries = ToolReferences.Libraries(units) };
            var guilty = emitted.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).SelectMany(Guilty).ToArray();
            if (guilty.Length == 0) break;
            left.ExceptWith(guilty);
        }

        return new([], [], changeable);
    }

    private static IEnumerable<(ExpressionSyntax Expression, ExpressionSyntax Changed)> Chosen(ToolUnit unit, SyntaxTree[] trees, MutantCheck check)
    {
        var all = trees.SelectMany(tree => All(tree, tree.FilePath == unit.Companion?.Path)).Where(one => check.Fits(one.Expression, one.Changed)).ToArray();
        return all.Length <= MostOfTool ? all : Enumerable.Range(0, MostOfTool).Select(index => all[index * all.Length / MostOfTool]);
    }

    private static IEnumerable<(ExpressionSyntax Expression, ExpressionSyntax Changed)> All(SyntaxTree tree, bool isCompanion)
    {
        var scope = MutationScope.Of(tree, isCompanion);
        foreach (var expression in tree.GetRoot().DescendantNodes().OfType<ExpressionSyntax>())
        {
            var isAuthors = scope.IsAuthors(expression);
            if (!isAuthors && !MutationScope.IsTemplates(expression)) continue;
            var changed = isAuthors ? Mutations.Of(expression) : Mutations.OfTemplate(expression);
            if (!changed.Any() || MutationScope.IsClosed(expression)) continue;
            foreach (var one in changed) yield return (expression, one);
        }
    }

    private static IEnumerable<int> Guilty(Diagnostic error)
    {
        if (error.Location.SourceTree is not { } tree) return [];

        // A refused change can make the type of what stands around it wrong: then the innermost around is to blame, else those inside.
        var node = tree.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        var around = node.AncestorsAndSelf().SelectMany(Numbers).Take(1).ToArray();
        if (around.Length > 0) return around;
        var inside = node.DescendantNodes().SelectMany(Numbers).ToArray();
        if (inside.Length > 0) return inside;

        // What flows through a method can make a place wrong where nothing was changed: then all of the method is to blame, at last all of the tool.
        var method = node.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member => member is BaseMethodDeclarationSyntax)?.DescendantNodes().SelectMany(Numbers).ToArray() ?? [];
        return method.Length > 0 ? method : tree.GetRoot().DescendantNodes().SelectMany(Numbers);
    }

    private static IEnumerable<int> Numbers(SyntaxNode node) => node.GetAnnotations(MutantWriter.Annotation).Select(annotation => int.Parse(annotation.Data!, CultureInfo.InvariantCulture));

    private static Place Place(ToolUnit unit, ExpressionSyntax expression) =>
        unit.Companion is { } companion && expression.SyntaxTree.FilePath == companion.Path
            ? Specification.Findings.Place.Of(companion, new(expression.SpanStart, expression.Span.Length))
            : SpecPlaces.Find(unit, expression.GetLocation()) ?? Specification.Findings.Place.Of(unit.Spec, default);

    private static string Text(ExpressionSyntax expression)
    {
        // Generated C# has directives between its tokens.
        return ShownText.Cut(expression.ReplaceTokens(expression.DescendantTokens(), (token, _) => token.WithoutTrivia()).NormalizeWhitespace().ToString(), Shown);
    }
}
