using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.MSBuild;
using Microsoft.CodeAnalysis.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.EndToEnd.Editor;

/// <summary>
/// A real project, open in the workspace that editors of C# are made of: its analyzers and fixes are those of the restored package, loaded as an editor
/// loads them. Typing changes the workspace alone; nothing is saved and nothing is built.
/// </summary>
internal sealed class Editor : IDisposable
{
    private readonly MSBuildWorkspace workspace;
    private readonly ProjectId id;
    private Solution solution;

    private Editor(MSBuildWorkspace workspace, Project project)
    {
        this.workspace = workspace;
        this.id = project.Id;
        this.solution = project.Solution;
    }

    public Project Project => solution.GetProject(this.id)!;

    /// <summary>Restores and opens a project.</summary>
    public static async Task<Editor> Open(Consumer consumer, string project)
    {
        await consumer.Dotnet("restore", project);
        var workspace = MSBuildWorkspace.Create();
        var opened = await workspace.OpenProjectAsync(consumer.PathOf(project, project + ".csproj"));
        Assert.IsEmpty(workspace.Diagnostics.Where(one => one.Kind == WorkspaceDiagnosticKind.Failure), string.Join("\n", workspace.Diagnostics));
        return new(workspace, opened);
    }

    public async Task<string> TextOf(string file) => (await Document(file).GetTextAsync()).ToString();

    /// <summary>Replaces a stretch of a file, as typing does.</summary>
    public async Task Type(string file, string old, string @new)
    {
        var text = await Document(file).GetTextAsync();
        var at = text.ToString().IndexOf(old, StringComparison.Ordinal);
        Assert.IsGreaterThanOrEqualTo(0, at, $"no {old} in {file}");
        solution = solution.WithAdditionalDocumentText(Document(file).Id, text.WithChanges(new TextChange(new(at, old.Length), @new)));
    }

    /// <summary>What an editor asks while someone types: the analyzers, about this one file that is no C#.</summary>
    public async Task<ImmutableArray<Diagnostic>> Findings(string file)
    {
        var path = Document(file).FilePath!;
        var text = Project.AnalyzerOptions.AdditionalFiles.Single(one => one.Path == path);
        var result = await (await Analysis()).GetAnalysisResultAsync(text, CancellationToken.None);
        return [.. result.AdditionalFileDiagnostics.TryGetValue(text, out var found) ? found.Values.SelectMany(each => each) : []];
    }

    /// <summary>The fixes that are offered at a finding.</summary>
    public async Task<IReadOnlyList<CodeAction>> Fixes(string file, Diagnostic finding)
    {
        var offered = new List<CodeAction>();
        foreach (var provider in Providers().Where(one => one.FixableDiagnosticIds.Contains(finding.Id)))
            await provider.RegisterCodeFixesAsync(new CodeFixContext(Document(file), finding, (action, _) => offered.Add(action), CancellationToken.None));
        return offered;
    }

    public async Task Apply(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        solution = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
    }

    /// <summary>The fix that mends the same in all files of the project.</summary>
    public async Task<CodeAction> FixAll(string key, params string[] ids)
    {
        var provider = Providers().Single(one => ids.All(one.FixableDiagnosticIds.Contains) && one.GetFixAllProvider() is not null);
        var action = await provider.GetFixAllProvider()!.GetFixAsync(new(Project, provider, FixAllScope.Project, key, ids, new Found(this), CancellationToken.None));
        Assert.IsNotNull(action);
        return action;
    }

    public void Dispose() => this.workspace.Dispose();

    private TextDocument Document(string file) => Project.AdditionalDocuments.Single(one => Path.GetFileName(one.FilePath) == file);

    private async Task<CompilationWithAnalyzers> Analysis() =>
        new((await Project.GetCompilationAsync())!, [.. Project.AnalyzerReferences.SelectMany(one => one.GetAnalyzers(LanguageNames.CSharp))], Project.AnalyzerOptions);

    // As editors find the fixes that come with a package.
    private IEnumerable<CodeFixProvider> Providers() => Project.AnalyzerReferences.OfType<AnalyzerFileReference>()
        .Where(one => Path.GetFileName(one.FullPath).StartsWith("ToolGen.", StringComparison.Ordinal))
        .SelectMany(one => one.GetAssembly().GetTypes())
        .Where(type => type.GetCustomAttribute<ExportCodeFixProviderAttribute>() is { } export && export.DocumentKinds.Contains(nameof(TextDocumentKind.AdditionalDocument)))
        .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!);

    private sealed class Found(Editor editor) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await (await editor.Analysis()).GetAnalyzerDiagnosticsAsync(cancellationToken);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => this.GetAllDiagnosticsAsync(project, cancellationToken);
    }
}
