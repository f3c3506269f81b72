using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.Specification.Findings;

namespace ToolGen.Generator.Gate;

/// <summary>Where gated C# was written into generated source.</summary>
/// <param name="Start">Offset of the first unit of <see cref="GatedCode.Source"/> in the generated source.</param>
/// <param name="Code">What was gated.</param>
/// <param name="Parents">The kinds that may hold the node there, as the template intends; none given: any.</param>
public sealed record FilledHole(int Start, GatedCode Code, params SyntaxKind[] Parents)
{
    /// <summary>The units that it takes there; more than the code has where <c>#line</c> directives stand between the lines of a body.</summary>
    public int Length { get; init; } = Code.Source.Length;
}

/// <summary>
/// The gate's second half (SPEC §6): after a template is filled, the node in each hole must be the one that was gated, and the whole must
/// parse. Text that is safe alone and not in its place ends here.
/// </summary>
public static class HoleVerifier
{
    /// <summary>Parses generated source and checks its holes.</summary>
    /// <param name="source">The generated source, whole.</param>
    /// <param name="holes">Every hole that was filled.</param>
    /// <param name="findings">Where findings go when false is returned; each points into the spec.</param>
    public static bool Verify(string source, IReadOnlyList<FilledHole> holes, FindingSink findings) =>
        Verify(CSharpSyntaxTree.ParseText(source, CodeParsing.Options), holes, findings);

    /// <summary>The same for a tree that was parsed already.</summary>
    public static bool Verify(SyntaxTree tree, IReadOnlyList<FilledHole> holes, FindingSink findings)
    {
        var root = tree.GetRoot();
        var faults = holes.Select(hole => (Hole: hole, Fault: Fault(root, hole))).Where(one => one.Fault is not null).ToList();

        // Where a project's template puts a field into quotes, what stands behind it moves too, and says nothing of its own.
        var own = faults.Where(one => one.Hole.Code is PrintedCode).ToList();
        foreach (var (hole, fault) in own.Count > 0 ? own : faults) Report(hole, fault!, findings);
        if (faults.Count > 0 || !root.ContainsDiagnostics) return faults.Count == 0;

        // The spec's text is innocent where every hole is as it was gated: the template itself is broken, and the first hole is as good a place as any.
        var first = tree.GetDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        if (first is null) return true;
        if (holes.Count > 0) Report(holes[0], first.GetMessage(System.Globalization.CultureInfo.InvariantCulture), findings);
        return false;
    }

    private static string? Fault(SyntaxNode root, FilledHole hole)
    {
        if (hole.Start < 0 || hole.Start + hole.Length > root.FullSpan.End) return "outside the source";
        return hole.Code is GatedBody body ? BodyFault(root, hole, body) : ExpressionFault(root, hole);
    }

    private static string? ExpressionFault(SyntaxNode root, FilledHole hole)
    {
        var gated = hole.Code.Node;
        var start = hole.Start + gated.SpanStart;
        var node = Outermost(root, start, gated.Span.Length, node => node is ExpressionSyntax or BlockSyntax);
        if (node is null) return "no node has its bounds";
        if (!SyntaxFactory.AreEquivalent(node, gated, topLevel: false)) return "another node stands there";
        if (node.ToString() != gated.ToString()) return "other text stands there";
        return hole.Parents.Length == 0 || (node.Parent is { } parent && hole.Parents.Contains(parent.Kind())) ? null : $"it stands in {node.Parent?.Kind()}";
    }

    // The statements of the block, in the block that the template opened right before the text and closes right behind it.
    private static string? BodyFault(SyntaxNode root, FilledHole hole, GatedBody body)
    {
        var block = body.Block;
        if (block.Statements.Count == 0) return null;
        var offset = hole.Start - (block.OpenBraceToken.SpanStart + 2);
        var first = block.Statements[0];
        var start = first.SpanStart + offset;
        var found = root.FindToken(start).Parent?.AncestorsAndSelf().TakeWhile(node => node.SpanStart >= start).OfType<StatementSyntax>().LastOrDefault();
        if (found?.Parent is not BlockSyntax holder) return "its first statement stands in no block";
        var end = hole.Start + hole.Length;
        if (holder.OpenBraceToken.SpanStart >= hole.Start || holder.CloseBraceToken.SpanStart < end) return "a brace of the block is not the template's";
        var inside = holder.Statements.Where(statement => statement.SpanStart >= hole.Start && statement.Span.End <= end).ToList();
        if (inside.Count != block.Statements.Count) return "other statements stand there";
        for (var i = 0; i < inside.Count; i++)
            if (!SyntaxFactory.AreEquivalent(inside[i], block.Statements[i], topLevel: false)) return "another statement stands there";
        return hole.Parents.Length == 0 || (holder.Parent is { } parent && hole.Parents.Contains(parent.Kind())) ? null : $"it stands in {holder.Parent?.Kind()}";
    }

    private static SyntaxNode? Outermost(SyntaxNode root, int start, int length, System.Func<SyntaxNode, bool> fits)
    {
        SyntaxNode? best = null;
        for (var node = root.FindToken(start).Parent; node is not null && node.SpanStart >= start; node = node.Parent)
            if (node.SpanStart == start && node.Span.Length == length && fits(node)) best = node;
        return best;
    }

    private static void Report(FilledHole hole, string fault, FindingSink findings)
    {
        if (hole.Code is PrintedCode printed)
        {
            findings.Add(FindingCatalog.OwnKindTemplate, printed.Text.Node.Span, printed.Kind, $"what it prints of `{printed.Field}` does not stand by itself ({fault}); print a field where an expression can stand, not inside quotes, comments or words");
            return;
        }

        var code = new CodeText(hole.Code.Text, hole.Code.Source.Length, findings);
        code.Report(FindingCatalog.HoleMoved, 0, System.Math.Min(hole.Code.Source.Length, 1), fault);
    }
}
