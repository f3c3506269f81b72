using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ToolGen.Generator.Tests.Harness;

/// <summary>A project with specs, as the compiler's generator driver sees it; edits give a new one that remembers what ran.</summary>
internal sealed class Project
{
    private readonly ImmutableDictionary<string, SpecFile> files;
    private readonly GeneratorDriver driver;

    private Project(ImmutableDictionary<string, SpecFile> files, GeneratorDriver driver, Compilation compilation)
    {
        this.files = files;
        this.driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics);
        this.Output = output;
        this.Diagnostics = diagnostics;
        this.Input = compilation;
    }

    public Compilation Input { get; }

    /// <summary>With the generated files.</summary>
    public Compilation Output { get; }

    /// <summary>What the generator reported.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    public GeneratorRunResult Result => this.driver.GetRunResult().Results[0];

    public IReadOnlyList<string> Files => [.. this.Result.GeneratedSources.Select(source => source.HintName)];

    public static Project Of(IEnumerable<(string Path, string Text)> specs, IReadOnlyDictionary<string, string>? properties = null, params string[] sources) => Of(specs, properties, [], sources);

    /// <summary>The same with further references.</summary>
    public static Project Of(IEnumerable<(string Path, string Text)> specs, IReadOnlyDictionary<string, string>? properties, MetadataReference[] references, params string[] sources)
    {
        var files = specs.ToImmutableDictionary(spec => spec.Path, spec => new SpecFile(spec.Path, spec.Text));
        var compilation = CSharpCompilation.Create(
            "project",
            sources.Select((source, i) => CSharpSyntaxTree.ParseText(SourceText.From(source, Encoding.UTF8), path: $"/src/File{i}.cs")),
            [.. Basic.Reference.Assemblies.Net100.References.All, MetadataReference.CreateFromFile(typeof(Tool).Assembly.Location), .. references],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var driver = CSharpGeneratorDriver.Create(
            [new ToolGenerator().AsSourceGenerator()],
            files.Values,
            optionsProvider: new Options(properties ?? new Dictionary<string, string> { ["build_property.RootNamespace"] = "App" }),
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return new(files, driver, compilation);
    }

    /// <summary>The same after one spec got other text.</summary>
    public Project Edit(string path, string text) => this.Replace(path, new SpecFile(path, text));

    /// <summary>The same after a keystroke in C#.</summary>
    public Project EditSource(string source) =>
        new(this.files, this.driver, this.Input.AddSyntaxTrees(CSharpSyntaxTree.ParseText(SourceText.From(source, Encoding.UTF8), path: "/src/More.cs")));

    /// <summary>The same after the first C# file got other text.</summary>
    public Project ReplaceSource(string source)
    {
        var first = this.Input.SyntaxTrees.First();
        return new(this.files, this.driver, this.Input.ReplaceSyntaxTree(first, first.WithChangedText(SourceText.From(source, Encoding.UTF8))));
    }

    public Project Add(string path, string text)
    {
        var file = new SpecFile(path, text);
        return new(this.files.Add(path, file), this.driver.AddAdditionalTexts([file]), this.Input);
    }

    public Project Remove(string path) => new(this.files.Remove(path), this.driver.RemoveAdditionalTexts([this.files[path]]), this.Input);

    /// <summary>How often each reason was given in a step: <c>Modified 1, Unchanged 2</c>.</summary>
    public string Reasons(string step) => !this.Result.TrackedSteps.TryGetValue(step, out var runs) ? "" : string.Join(", ",
        runs.SelectMany(run => run.Outputs).GroupBy(output => output.Reason).OrderBy(group => group.Key).Select(group => $"{group.Key} {group.Count()}"));

    /// <summary>The reasons of what was written.</summary>
    public string OutputReasons() => string.Join(", ",
        this.Result.TrackedOutputSteps.Values.SelectMany(runs => runs).SelectMany(run => run.Outputs).GroupBy(output => output.Reason).OrderBy(group => group.Key).Select(group => $"{group.Key} {group.Count()}"));

    private Project Replace(string path, SpecFile file) =>
        new(this.files.SetItem(path, file), this.driver.ReplaceAdditionalText(this.files[path], file), this.Input);

    private sealed class SpecFile(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
    }

    private sealed class Options(IReadOnlyDictionary<string, string> properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Global(properties);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => this.GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => this.GlobalOptions;
    }

    private sealed class Global(IReadOnlyDictionary<string, string> properties) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => properties.TryGetValue(key, out value);
    }
}
