using System;
using System.IO;
using System.Linq;
using System.Runtime.Loader;
using System.Text;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using ToolGen.Generator.Emit;
using ToolGen.Generator.Signatures;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Tests.Harness;

/// <summary>One spec, generated, compiled and loaded, as a project would have it.</summary>
internal static class CompiledTool
{
    private static readonly MetadataReference Contract = MetadataReference.CreateFromFile(typeof(Tool).Assembly.Location);

    /// <summary>The tool, or an exception that lists what the compiler said.</summary>
    public static Tool Load(string spec) => Load(TestSpec.Read(spec));

    /// <inheritdoc cref="Load(string)"/>
    public static Tool Load(ToolSpec spec, ToolSignatures? tools = null)
    {
        return Load(ToolSource.Generate(spec, new GenerationOptions { Tools = tools ?? ToolSignatures.None }));
    }

    /// <inheritdoc cref="Load(string)"/>
    public static Tool Load(GeneratedTool generated)
    {
        if (generated.IsFallback) throw new InvalidOperationException(string.Join("\n", generated.Findings));
        using var image = new MemoryStream();
        var result = Compile(generated).Emit(image, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded));
        var said = result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning).ToArray();
        if (said.Length > 0) throw new InvalidOperationException(string.Join("\n", said.Select(d => d.ToString())) + "\n" + generated.Source);
        var assembly = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(new MemoryStream(image.ToArray()));
        return (Tool)assembly.GetType("Tools." + generated.ClassName, throwOnError: true)!.GetProperty("Instance")!.GetValue(null)!;
    }

    public static CSharpCompilation Compile(GeneratedTool generated, params string[] others)
    {
        string[] blocks = generated.Stub is null ? [generated.Source] : [generated.Source, generated.Stub];
        string[] files = [GeneratedFile.Of(blocks), .. NominalFile.Of(generated.Nominals, "Tools") is { } nominals ? [GeneratedFile.Of([nominals])] : System.Array.Empty<string>(), .. others];
        return CSharpCompilation.Create(
            "generated",
            files.Select((text, i) => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.Diagnose), $"{generated.ClassName}{i}.g.cs")),
            [.. Basic.Reference.Assemblies.Net100.References.All, Contract],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, deterministic: true, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>Calls, and gives the output or the errors as one line.</summary>
    public static async Task<string> Answer(this Tool tool, string arguments, ToolContext? context = null)
    {
        var result = await tool.CallAsync(Encoding.UTF8.GetBytes(arguments), context ?? new SystemToolContext());
        return result.IsError
            ? string.Join("; ", result.Errors.Select(e => $"{e.Code} {e.Pointer}".TrimEnd()))
            : Encoding.UTF8.GetString(result.Output.Span);
    }
}
