using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ToolGen.SpecFixes.Joining;

/// <summary>All methods of a document, project or solution at once. (One by one, edits of the same registration would be in each other's way.)</summary>
internal sealed class JoiningFixAllProvider : FixAllProvider
{
    public static readonly JoiningFixAllProvider Instance = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
        Task.FromResult<CodeAction?>(CodeAction.Create("Make them [Tool] methods of the catalog", _ => Fix(fixAllContext), fixAllContext.CodeActionEquivalenceKey));

    private static async Task<Solution> Fix(FixAllContext context)
    {
        var solution = context.Solution;
        foreach (var project in context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project])
        {
            var found = context is { Scope: FixAllScope.Document, Document: { } document }
                ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                : await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            var places = found.Where(one => one.Location.IsInSource).Select(one => one.Location).ToArray();
            if (places.Length > 0) solution = await ProjectJoining.ApplyAsync(solution.GetProject(project.Id)!, places, context.CancellationToken).ConfigureAwait(false);
        }

        return solution;
    }
}
