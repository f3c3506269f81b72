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

namespace ToolGen.Analyzers.Tests.Rules;

/// <summary>A project with tools, open in a workspace: what one rule says of it, what its fix makes of it, and the program that it is.</summary>
internal sealed class ToolProject
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks; global using ToolGen; global using ModelContextProtocol.Server; global using Microsoft.Extensions.AI; global using Microsoft.SemanticKernel;";

    private static readonly MetadataReference[] Everything =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(path => !Path.GetFileName(path).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)).Select(path => MetadataReference.CreateFromFile(path))];

    private readonly Project project;
    private readonly DiagnosticAnalyzer rule;

    private ToolProject(Project project, DiagnosticAnalyzer rule)
    {
        this.project = project;
        this.rule = rule;
    }

    public string Text => this.project.Documents.Single(document => document.Name == "Tools.cs").GetTextAsync().Result.ToString();

    public static ToolProject Of(DiagnosticAnalyzer rule, string source)
    {
        var project = new AdhocWorkspace().AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "App", "App", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
            metadataReferences: Everything));
        project = project.AddDocument("Usings.cs", SourceText.From(Usings, Encoding.UTF8), filePath: "/src/Usings.cs").Project;
        return new(project.AddDocument("Tools.cs", SourceText.From(source, Encoding.UTF8), filePath: "/src/Tools.cs").Project, rule);
    }

    /// <summary>Each finding as <c>TG3110 said text</c>, in the order of the text.</summary>
    public async Task<IReadOnlyList<string>> FindingsAsync() => [.. (await this.DiagnosticsAsync()).Select(one => $"{one.Id} {one.GetMessage()}")];

    /// <summary>The ids alone, with the line that each is at.</summary>
    public async Task<string> IdsAsync() => string.Join(' ', (await this.DiagnosticsAsync()).Select(one => one.Id));

    public async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync()
    {
        var compilation = (await this.project.GetCompilationAsync())!;
        var errors = compilation.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error).ToArray();
        Assert.IsEmpty(errors, string.Join("\n", errors.AsEnumerable()) + "\n" + this.Text);
        var found = await compilation.WithAnalyzers([this.rule]).GetAnalyzerDiagnosticsAsync();
        Assert.IsEmpty(found.Where(one => one.Id.StartsWith("AD", StringComparison.Ordinal)), string.Join("\n", found));
        return [.. found.OrderBy(one => one.Location.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(one => one.Location.SourceSpan.Start)];
    }

    /// <summary>Every fix of the project at once, as <c>dotnet format</c> makes them.</summary>
    public async Task<ToolProject> FixAllAsync(CodeFixProvider fix)
    {
        var offered = new List<CodeAction>();
        foreach (var finding in (await this.DiagnosticsAsync()).Where(one => fix.FixableDiagnosticIds.Contains(one.Id)))
            await fix.RegisterCodeFixesAsync(new(this.project.GetDocument(finding.Location.SourceTree)!, finding, (action, _) => offered.Add(action), CancellationToken.None));
        if (offered.Count == 0) return this;
        var all = new FixAllContext(this.project.Documents.Last(), fix, FixAllScope.Project, offered[0].EquivalenceKey!, fix.FixableDiagnosticIds, new Found(this), CancellationToken.None);
        var operations = await (await fix.GetFixAllProvider()!.GetFixAsync(all))!.GetOperationsAsync(CancellationToken.None);
        return new(operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(this.project.Id)!, this.rule);
    }

    /// <summary>Calls a static method of the type <c>Tools</c>; a task's result is its answer.</summary>
    public async Task<object?> RunAsync(string method, params object?[] arguments)
    {
        using var image = new MemoryStream();
        var result = (await this.project.GetCompilationAsync())!.Emit(image);
        Assert.IsTrue(result.Success, string.Join("\n", result.Diagnostics) + "\n" + this.Text);
        var program = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(new MemoryStream(image.ToArray()));
        var answer = program.GetType("Tools", throwOnError: true)!.GetMethod(method, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)!.Invoke(null, arguments);
        if (answer is not Task task) return answer;
        await task;
        return answer.GetType().GetProperty("Result")?.GetValue(answer);
    }

    private sealed class Found(ToolProject project) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project _, CancellationToken cancellationToken) => await project.DiagnosticsAsync();

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            (await project.DiagnosticsAsync()).Where(one => one.Location.SourceTree!.FilePath == document.FilePath);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project _, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
