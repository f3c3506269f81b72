using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace ToolGen.TestSupport.AllowList;

/// <summary>A piece of C# that is compiled alone, against all of .NET, as no tool is: what the gate over the compiled assembly says of it is the gate's own word.</summary>
/// <param name="Set">The file that it stands in.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Code">Statements of a method that may close it and go on; a whole file where <paramref name="IsFile"/>.</param>
/// <param name="IsFile">Whether it is a whole file.</param>
/// <param name="IsUnsafe">Whether unsafe code is on.</param>
internal sealed record MemberSnippet(string Set, string Name, string Code, bool IsFile, bool IsUnsafe)
{
    private static readonly Lazy<MetadataReference[]> References = new(() => [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(Tool).Assembly.Location)]);

    /// <summary>The snippets of <c>tests/AllowList/FOLDER/*.txt</c>: <c>== NAME [file] [unsafe]</c>, then the code.</summary>
    public static IReadOnlyList<MemberSnippet> Read(string folder) =>
        Directory.GetFiles(Path.Combine(Repository.Root, "tests", "AllowList", folder), "*.txt").Order(StringComparer.Ordinal).SelectMany(Parse).ToArray();

    /// <summary>Compiles it; throws where it does not compile, since then nothing was measured.</summary>
    public ImmutableArray<byte> Compile(OutputKind kind = OutputKind.DynamicallyLinkedLibrary)
    {
        var usings = "using System; using System.Linq;\n";
        var source = this.IsFile ? usings + this.Code : $"{usings}public static class Escape {{ public static object? Run() {{ {this.Code} }} }}";
        var compilation = CSharpCompilation.Create(
            "Escape", [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp14))], References.Value,
            new CSharpCompilationOptions(
                kind, optimizationLevel: OptimizationLevel.Release, checkOverflow: true, allowUnsafe: this.IsUnsafe, deterministic: true,
                nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded));
        if (!emitted.Success)
            throw new InvalidOperationException($"{this.Set}/{this.Name} does not compile: {emitted.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)}");
        return [.. image.ToArray()];
    }

    private static IEnumerable<MemberSnippet> Parse(string path)
    {
        var set = Path.GetFileNameWithoutExtension(path);
        string[] header = [];
        var code = new StringBuilder();
        foreach (var line in File.ReadLines(path).Append("=="))
        {
            if (!line.StartsWith("==", StringComparison.Ordinal))
            {
                code.AppendLine(line);
                continue;
            }

            if (header.Length > 0) yield return new(set, header[0], code.ToString(), header.Contains("file"), header.Contains("unsafe"));
            header = line[2..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            code.Clear();
        }
    }
}
