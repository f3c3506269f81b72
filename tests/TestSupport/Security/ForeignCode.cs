using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection.PortableExecutable;
using System.Threading;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ToolGen.Analyzers.Taint;

namespace ToolGen.TestSupport.Security;

/// <summary>Compiles C# that others wrote against .NET and the libraries beside this program, and lets every rule of ToolGen read it.</summary>
internal static class ForeignCode
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> LazyReferences = new(FindReferences);

    public static ImmutableArray<MetadataReference> References => LazyReferences.Value;

    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(TaintAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    public static CSharpCompilation Compile(IEnumerable<(string Path, string Text)> files, params MetadataReference[] more) => CSharpCompilation.Create(
        "foreign",
        files.Select(file => CSharpSyntaxTree.ParseText(file.Text, new CSharpParseOptions(LanguageVersion.Latest), file.Path)),
        References.AddRange(more),
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            allowUnsafe: true,
            specificDiagnosticOptions: Analyzers.SelectMany(one => one.SupportedDiagnostics).Select(one => one.Id).Distinct().ToImmutableDictionary(id => id, _ => ReportDiagnostic.Warn)));

    /// <summary>What the rules find. A rule that throws throws here.</summary>
    public static ImmutableArray<Diagnostic> Findings(
        CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, IReadOnlyDictionary<string, string>? options = null, CancellationToken cancellation = default)
    {
        Exception? failure = null;
        var analysis = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], new GivenOptions(options ?? new Dictionary<string, string>())), (thrown, _, _) => failure = thrown, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var found = compilation.WithAnalyzers(analyzers, analysis).GetAnalyzerDiagnosticsAsync(cancellation).GetAwaiter().GetResult();
        return failure is null ? found : throw new InvalidOperationException("a rule failed: " + failure, failure);
    }

    private static ImmutableArray<MetadataReference> FindReferences()
    {
        var framework = Net100.References.All;
        var names = framework.Select(one => Path.GetFileNameWithoutExtension(one.FilePath ?? one.Display?.Split(' ')[0] ?? "")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var beside = Directory.GetFiles(AppContext.BaseDirectory, "*.dll").Where(path => IsLibrary(Path.GetFileNameWithoutExtension(path)) && !names.Contains(Path.GetFileNameWithoutExtension(path)) && IsManaged(path));
        return [.. framework, .. beside.Order(StringComparer.Ordinal).Select(path => MetadataReference.CreateFromFile(path))];
    }

    // Of ToolGen itself its contract alone is a library of tools; programs of tests are none.
    private static bool IsLibrary(string name) => name == "ToolGen" || !name.StartsWith("ToolGen.", StringComparison.Ordinal) && !name.StartsWith("Basic.Reference", StringComparison.Ordinal);

    private static bool IsManaged(string path)
    {
        try
        {
            using var file = new PEReader(File.OpenRead(path));
            return file.HasMetadata;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }

    private sealed class GivenOptions(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(values);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => this.GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => this.GlobalOptions;

        private sealed class Values(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
        }
    }
}
