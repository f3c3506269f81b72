using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ToolGen.SpecFixes;

/// <summary>One remedy, or all of them, for every spec of a project or solution. (The editor's own provider knows C# documents only.)</summary>
internal sealed class SpecFixAllProvider : FixAllProvider
{
    public static readonly SpecFixAllProvider Instance = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var title = fixAllContext.CodeActionEquivalenceKey == SpecMending.WholeKey ? "Mend the specs as 'toolgen fix' does" : $"Mend every {string.Join(", ", fixAllContext.DiagnosticIds)} of the specs";
        return Task.FromResult<CodeAction?>(CodeAction.Create(title, _ => Fix(fixAllContext), fixAllContext.CodeActionEquivalenceKey));
    }

    private static async Task<Solution> Fix(FixAllContext context)
    {
        var solution = context.Solution;
        foreach (var project in context.Scope == FixAllScope.Project ? [context.Project] : context.Solution.Projects)
        {
            var found = (await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false)).ToLookup(diagnostic => diagnostic.Location.GetLineSpan().Path);
            foreach (var spec in project.AdditionalDocuments.Where(document => SpecMending.IsSpec(document) && found.Contains(document.FilePath!)))
            {
                // Two projects may share a file: what the first mended, the second finds mended.
                var document = solution.GetAdditionalDocument(spec.Id)!;
                var text = await document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
                if (context.CodeActionEquivalenceKey != SpecMending.WholeKey)
                    solution = SpecMending.Apply(document, text, SpecMending.Remedies(found[document.FilePath!], document, text).Select(one => one.Remedy));
                else if (SpecMending.MendWhole(document, text) is { } whole)
                    solution = SpecMending.With(document, whole);
            }
        }

        return solution;
    }
}
