using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Runtime.Loader;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Analyzers.Tests.Rules;

/// <summary>A file of C# open in a workspace: what rules say of it, what their fix makes of it, what it does when it runs.</summary>
internal sealed class RuleProject
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Text; global using System.Threading; global using System.Threading.Tasks;";

    private readonly Document document;
    private readonly ImmutableArray<DiagnosticAnalyzer> analyzers;

    private RuleProject(Document document, ImmutableArray<DiagnosticAnalyzer> analyzers) => (this.document, this.analyzers) = (document, analyzers);

    /// <param name="source">The file; it must compile.</param>
    /// <param name="analyzers">The rules.</param>
    public static RuleProject Of(string source, params DiagnosticAnalyzer[] analyzers) => OfFile("/src/File.cs", source, analyzers);

    /// <summary>A file at a path of its own.</summary>
    public static RuleProject OfFile(string path, string source, params DiagnosticAnalyzer[] analyzers)
    {
        var project = new AdhocWorkspace().AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "App", "App", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true),
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest), metadataReferences: Net100.References.All));
        project = project.AddDocument("Usings.cs", SourceText.From(Usings, Encoding.UTF8), filePath: "/src/Usings.cs").Project;
        return new(project.AddDocument("File.cs", SourceText.From(source, Encoding.UTF8), filePath: path), [.. analyzers]);
    }

    public string Text => this.document.GetTextAsync().Result.ToString();

    /// <summary>The ids, in the order of the text.</summary>
    public async Task<string[]> IdsAsync() => [.. (await this.FindingsAsync()).Select(one => one.Id)];

    public async Task<IReadOnlyList<Diagnostic>> FindingsAsync()
    {
        var compilation = (await this.document.Project.GetCompilationAsync())!;
        Assert.IsEmpty(compilation.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error), this.Text);
        var found = await compilation.WithAnalyzers(this.analyzers).GetAnalyzerDiagnosticsAsync();
        Assert.IsEmpty(found.Where(one => one.Id.StartsWith("AD", StringComparison.Ordinal)), string.Join("\n", found));
        return [.. found.OrderBy(one => one.Location.SourceSpan.Start)];
    }

    /// <summary>With all fixes of a kind, made at once.</summary>
    public async Task<RuleProject> FixAllAsync(CodeFixProvider fix)
    {
        var id = fix.FixableDiagnosticIds.Single();
        var context = new FixAllContext(this.document, fix, FixAllScope.Project, id, fix.FixableDiagnosticIds, new Found(this), CancellationToken.None);
        var action = await fix.GetFixAllProvider()!.GetFixAsync(context);
        Assert.IsNotNull(action, "nothing was offered for\n" + this.Text);
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        return new(operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(this.document.Id)!, this.analyzers);
    }

    /// <summary>What <c>Program.Run()</c> answers.</summary>
    public async Task<object?> RunAsync()
    {
        using var image = new MemoryStream();
        var result = (await this.document.Project.GetCompilationAsync())!.Emit(image);
        Assert.IsTrue(result.Success, string.Join("\n", result.Diagnostics) + "\n" + this.Text);
        var assembly = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(new MemoryStream(image.ToArray()));
        return assembly.GetType("Program")!.GetMethod("Run")!.Invoke(null, null);
    }

    private sealed class Found(RuleProject project) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project _, CancellationToken cancellationToken) => await project.FindingsAsync();

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            (await project.FindingsAsync()).Where(one => one.Location.SourceTree!.FilePath == document.FilePath);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project _, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
