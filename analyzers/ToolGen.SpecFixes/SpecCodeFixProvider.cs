using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using ToolGen.Specification.Findings;

namespace ToolGen.SpecFixes;

/// <summary>Offers, at a finding in a <c>NAME.tool.json</c>, its mechanical remedy, and all that <c>toolgen fix</c> knows for that file.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SpecCodeFixProvider), DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)]), Shared]
public sealed class SpecCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = FindingCatalog.All.Select(finding => finding.Id).ToImmutableArray();

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => SpecFixAllProvider.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var spec = context.TextDocument;
        if (!SpecMending.IsSpec(spec)) return;
        var text = await spec.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var (diagnostic, remedy) in SpecMending.Remedies(context.Diagnostics, spec, text))
        {
            context.RegisterCodeFix(
                CodeAction.Create(remedy.Title, _ => Task.FromResult(SpecMending.Apply(spec, text, [remedy])), equivalenceKey: diagnostic.Id), diagnostic);
        }

        if (SpecMending.MendWhole(spec, text) is { } whole)
            context.RegisterCodeFix(CodeAction.Create(SpecMending.WholeTitle, _ => Task.FromResult(SpecMending.With(spec, whole)), SpecMending.WholeKey), context.Diagnostics);
    }
}
