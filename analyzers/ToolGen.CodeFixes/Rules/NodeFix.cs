using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using ToolGen.Specification.Findings;

namespace ToolGen.CodeFixes.Rules;

/// <summary>A remedy that puts one node in the place of another.</summary>
public abstract class NodeFix : CodeFixProvider
{
    private readonly string title;

    private protected NodeFix(string title, params FindingDescriptor[] findings)
    {
        this.title = title;
        this.FixableDiagnosticIds = [.. System.Linq.Enumerable.Select(findings, one => one.Id)];
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, findings) => await this.MendAsync(document, findings, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
            if ((await this.MendsAsync(context.Document, [diagnostic], context.CancellationToken).ConfigureAwait(false)).Count > 0)
                context.RegisterCodeFix(CodeAction.Create(this.title, async stop => await this.MendAsync(context.Document, [diagnostic], stop).ConfigureAwait(false) ?? context.Document, this.title), diagnostic);
    }

    private async Task<Document?> MendAsync(Document document, ImmutableArray<Diagnostic> findings, CancellationToken cancellation)
    {
        var mends = await this.MendsAsync(document, findings, cancellation).ConfigureAwait(false);
        if (mends.Count == 0 || await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root) return null;
        return document.WithSyntaxRoot(root.ReplaceNodes(mends.Keys, (old, now) => mends[old](now).WithTriviaFrom(old).WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation)));
    }

    private async Task<Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>>> MendsAsync(Document document, ImmutableArray<Diagnostic> findings, CancellationToken cancellation)
    {
        var mends = new Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>>();
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model) return mends;
        foreach (var finding in findings)
            if (this.Mend(root.FindNode(finding.Location.SourceSpan, getInnermostNodeForTie: true), model, finding.Properties, cancellation) is var (old, mend)) mends[old] = mends.TryGetValue(old, out var before) ? now => mend(before(now)) : mend;
        return mends;
    }

    /// <summary>What goes, and what comes made of what it is by then; null: there is no mechanical remedy here.</summary>
    private protected abstract (SyntaxNode Old, Func<SyntaxNode, SyntaxNode> New)? Mend(SyntaxNode node, SemanticModel model, IReadOnlyDictionary<string, string?> hints, CancellationToken cancellation);

    private protected static ExpressionSyntax InParentheses(ExpressionSyntax expression) => SyntaxFactory.ParenthesizedExpression(expression).WithAdditionalAnnotations(Simplifier.Annotation);
}
