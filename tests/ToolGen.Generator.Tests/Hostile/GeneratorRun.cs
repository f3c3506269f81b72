using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ToolGen.Generator.Tests.Hostile;

/// <summary>One run of the real generator over files that exist only in memory.</summary>
internal static class GeneratorRun
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    private static readonly CSharpCompilation Empty = CSharpCompilation.Create("Agent", options: new(OutputKind.DynamicallyLinkedLibrary));

    public static GeneratorRunResult Of(params IEnumerable<(string Path, string Text)> files) =>
        Of(files.Select(file => (AdditionalText)new MemoryText(file.Path, SourceText.From(file.Text, Encoding.UTF8))).ToImmutableArray());

    public static GeneratorRunResult Of(ImmutableArray<AdditionalText> files) => CSharpGeneratorDriver
        .Create([new ToolGenerator().AsSourceGenerator()], files, ParseOptions)
        .RunGenerators(Empty).GetRunResult().Results.Single();

    internal sealed class MemoryText(string path, SourceText text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => text;
    }
}
