using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ToolGen.Benchmarks;

/// <summary>The compile of an agent's project in this process; its root namespace is <c>Agent</c>.</summary>
internal static class AgentBuild
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    /// <summary>The project without its specs.</summary>
    public static CSharpCompilation Empty(CancellationToken cancellationToken) => CSharpCompilation.Create(
        "Agent",
        [CSharpSyntaxTree.ParseText("class Program { static void Main() { } }", ParseOptions, cancellationToken: cancellationToken)],
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(Tool).Assembly.Location)],
        new(OutputKind.ConsoleApplication, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));

    public static GeneratorDriver Driver(IIncrementalGenerator generator, ImmutableArray<AdditionalText> texts) => CSharpGeneratorDriver.Create(
        [generator.AsSourceGenerator()], texts, ParseOptions, new Options(), new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: false));

    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    public static bool Emit(Compilation compilation, Stream output, CancellationToken cancellationToken)
    {
        var emitted = compilation.Emit(output, cancellationToken: cancellationToken);
        return emitted.Success ? true : throw new InvalidOperationException(
            "the corpus does not compile: " + emitted.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error));
    }

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Global();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => this.GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => this.GlobalOptions;

        private sealed class Global : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, out string value)
            {
                value = key == "build_property.RootNamespace" ? "Agent" : "";
                return value.Length > 0;
            }
        }
    }
}
