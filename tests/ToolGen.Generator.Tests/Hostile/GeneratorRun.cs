using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ToolGen.Generator.Tests.Hostile;

/// <summary>The generator in the compiler's own driver, over files of one project.</summary>
internal static class GeneratorRun
{
    public static CSharpParseOptions Options { get; } = new(LanguageVersion.CSharp14, DocumentationMode.Parse);

    private static readonly CSharpCompilation Empty = CSharpCompilation.Create("project", options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    public static GeneratorDriverRunResult Of(params (string Path, string Text)[] files) =>
        CSharpGeneratorDriver
            .Create([new ToolGenerator().AsSourceGenerator()], files.Select(file => new Text(file.Path, file.Text)), Options)
            .RunGenerators(Empty).GetRunResult();

    public static ImmutableArray<SyntaxTree> Tools(this GeneratorDriverRunResult run) =>
        [.. run.GeneratedTrees.Where(tree => !tree.FilePath.EndsWith("ToolGen.Catalog.g.cs", System.StringComparison.Ordinal))];

    /// <summary>Whether the compiler lost the generator, or the generator itself says that it failed.</summary>
    public static string? Crash(this GeneratorDriverRunResult run) =>
        run.Results[0].Exception?.ToString() ?? run.Diagnostics.FirstOrDefault(d => d.Id.StartsWith("TG9", System.StringComparison.Ordinal) || d.Id.StartsWith("CS", System.StringComparison.Ordinal))?.ToString();

    private sealed class Text(string path, string text) : AdditionalText
    {
        private readonly SourceText source = SourceText.From(text, System.Text.Encoding.UTF8);

        public override string Path { get; } = path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => this.source;
    }
}
