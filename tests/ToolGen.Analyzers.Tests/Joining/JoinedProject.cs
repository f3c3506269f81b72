using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.SpecFixes.Joining;
using ToolGen.Generator;
using ToolGen.Generator.Joining;

namespace ToolGen.Analyzers.Tests.Joining;

/// <summary>A project of another stack, open in a workspace: what the analyzer says of it, what the fixes make of it, and the program that it is.</summary>
internal sealed class JoinedProject
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly MetadataReference[] Everything =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(IsAnApplications).Select(path => MetadataReference.CreateFromFile(path))];

    private JoinedProject(Project project) => this.Project = project;

    public Project Project { get; }

    /// <param name="sources">Files <c>File0.cs</c> …</param>
    public static JoinedProject Of(params string[] sources) => Of(_ => true, sources);

    /// <param name="has">Which assemblies are referenced, by their simple names.</param>
    /// <param name="sources">See the other.</param>
    public static JoinedProject Of(Func<string, bool> has, params string[] sources)
    {
        var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "App", "App", LanguageNames.CSharp, "/src/App.csproj",
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
            metadataReferences: Everything.Where(one => has(Path.GetFileNameWithoutExtension(one.Display!)))));
        project = project.AddAnalyzerConfigDocument(".globalconfig", SourceText.From("is_global = true\nbuild_property.RootNamespace = App\n", Encoding.UTF8), filePath: "/src/.globalconfig").Project;
        project = project.AddDocument("Usings.cs", SourceText.From(Usings, Encoding.UTF8), filePath: "/src/Usings.cs").Project;
        project = project.AddAnalyzerReference(new GeneratorReference());
        for (var i = 0; i < sources.Length; i++)
            project = project.AddDocument($"File{i}.cs", SourceText.From(sources[i], Encoding.UTF8), filePath: $"/src/File{i}.cs").Project;
        return new(project);
    }

    public string Text(int file = 0) => this.Project.Documents.Single(document => document.Name == $"File{file}.cs").GetTextAsync().Result.ToString();

    /// <summary>Each finding as <c>TG2343 said text</c>, in the order of the text.</summary>
    public async Task<IReadOnlyList<string>> FindingsAsync() => [.. (await this.DiagnosticsAsync()).Select(one => $"{one.Id} {one.GetMessage()}")];

    public async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync()
    {
        var found = await (await this.Project.GetCompilationAsync())!.WithAnalyzers([new JoiningAnalyzer()], this.Project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync();
        Assert.IsEmpty(found.Where(one => one.Id.StartsWith("AD", StringComparison.Ordinal)), string.Join("\n", found));
        return [.. found.OrderBy(one => one.Location.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(one => one.Location.SourceSpan.Start)];
    }

    /// <summary>Every fix of the project, as an editor or <c>dotnet format</c> makes them.</summary>
    public async Task<JoinedProject> FixAllAsync(params string[] ids)
    {
        var provider = new JoiningCodeFixProvider();
        var all = ids.Length > 0 ? ids : provider.FixableDiagnosticIds.AsEnumerable();
        var action = await provider.GetFixAllProvider().GetFixAsync(new(this.Project, provider, FixAllScope.Project, JoiningCodeFixProvider.Key, all, new Found(this), CancellationToken.None));
        return await this.ApplyAsync(action!);
    }

    /// <summary>The fix at one finding.</summary>
    public async Task<JoinedProject> FixAsync(Diagnostic finding)
    {
        CodeAction? offered = null;
        var document = this.Project.Documents.Single(one => one.FilePath == finding.Location.SourceTree!.FilePath);
        await new JoiningCodeFixProvider().RegisterCodeFixesAsync(new(document, finding, (action, _) => offered = action, CancellationToken.None));
        return await this.ApplyAsync(offered!);
    }

    /// <summary>With what the generator writes; no error of C# and none of the generator.</summary>
    public async Task<Compilation> GenerateAsync()
    {
        var driver = CSharpGeneratorDriver.Create([new ToolGenerator().AsSourceGenerator()], optionsProvider: this.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider, parseOptions: (CSharpParseOptions)this.Project.ParseOptions!);
        var opened = (await this.Project.GetCompilationAsync())!;
        var written = await Task.WhenAll(this.Project.Documents.Select(document => document.GetSyntaxTreeAsync()));
        driver.RunGeneratorsAndUpdateCompilation(opened.RemoveSyntaxTrees(opened.SyntaxTrees.Except(written!)!), out var output, out var said);
        var errors = output.GetDiagnostics().Concat(said).Where(one => one.Severity == DiagnosticSeverity.Error).ToArray();
        Assert.IsEmpty(errors, string.Join("\n", errors.Select(one => one.ToString())) + "\n" + string.Join("\n----\n", this.Project.Documents.Select(one => one.GetTextAsync().Result.ToString())));
        return output;
    }

    /// <summary>The program.</summary>
    public async Task<Assembly> LoadAsync()
    {
        using var image = new MemoryStream();
        var result = (await this.GenerateAsync()).Emit(image);
        Assert.IsTrue(result.Success, string.Join("\n", result.Diagnostics));
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(new MemoryStream(image.ToArray()));
    }

    // Nothing of the compiler's own: an application references ToolGen and its adapters.
    private static bool IsAnApplications(string path) => Path.GetFileNameWithoutExtension(path) is var name
        && !name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && name is not ("ToolGen.Generator" or "ToolGen.CodeFixes" or "ToolGen.SpecFixes" or "ToolGen.Analyzers" or "ToolGen.Specification" or "ToolGen.Analyzers.Tests" or "Scriban.Signed");

    private async Task<JoinedProject> ApplyAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        return new(operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(this.Project.Id)!);
    }

    // A fix sees what the generator wrote, as it does in an editor.
    private sealed class GeneratorReference : AnalyzerReference
    {
        private static readonly System.Collections.Immutable.ImmutableArray<ISourceGenerator> Generators = [new ToolGenerator().AsSourceGenerator()];

        public override string? FullPath => null;

        public override object Id => nameof(GeneratorReference);

        public override System.Collections.Immutable.ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

        public override System.Collections.Immutable.ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

        public override System.Collections.Immutable.ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => Generators;

        public override System.Collections.Immutable.ImmutableArray<ISourceGenerator> GetGenerators(string language) => Generators;
    }

    private sealed class Found(JoinedProject project) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project _, CancellationToken cancellationToken) => await project.DiagnosticsAsync();

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            (await project.DiagnosticsAsync()).Where(one => one.Location.SourceTree!.FilePath == document.FilePath);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project _, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
