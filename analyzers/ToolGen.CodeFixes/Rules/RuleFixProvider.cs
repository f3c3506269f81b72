using System.Collections.Immutable;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace ToolGen.CodeFixes.Rules;

/// <summary>The mechanical remedy of one rule over C#: one node becomes another, or goes.</summary>
public abstract class RuleFixProvider(string id, string title) : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [id];

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model) return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (this.Mend(root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), model) is not { } mend) continue;
            var mended = mend.New is { } written ? root.ReplaceNode(mend.Old, written.WithTriviaFrom(mend.Old)) : root.RemoveNode(mend.Old, mend.Old is AttributeListSyntax ? SyntaxRemoveOptions.KeepExteriorTrivia : SyntaxRemoveOptions.KeepNoTrivia)!;
            context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(mended)), id), diagnostic);
        }
    }

    /// <summary>What stands at a finding, and what in its place; nothing in its place: it goes. Null: there is no mechanical remedy here.</summary>
    private protected abstract Mended? Mend(SyntaxNode node, SemanticModel model);

    /// <summary>A type or member by its full name, shortened where the file has the using.</summary>
    internal static ExpressionSyntax Name(string fullName) => SyntaxFactory.ParseExpression("global::" + fullName).WithAdditionalAnnotations(Simplifier.Annotation);

    private protected static ExpressionSyntax Cryptography(string name) => Name("System.Security.Cryptography." + name);

    private protected sealed record Mended(SyntaxNode Old, SyntaxNode? New);
}
