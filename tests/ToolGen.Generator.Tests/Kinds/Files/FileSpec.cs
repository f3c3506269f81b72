using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Effects;
using ToolGen.Generator.Tests.Harness;

namespace ToolGen.Generator.Tests.Kinds.Files;

/// <summary>A spec of the kind around one implementation, and the folders <c>data</c> and <c>out</c> that it is run over.</summary>
internal sealed class FileSpec : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("toolgen-kind-").FullName;

    public FileSpec()
    {
        Directory.CreateDirectory(this.At("data"));
        Directory.CreateDirectory(this.At("out"));
    }

    private const string Result = ", \"result\": {\"files\": \"run.FilesRead\", \"read\": \"run.RowsRead\", \"written\": \"run.RowsWritten\", \"paths\": \"run.Written.Select(one => one.Path)\"}";

    public static string Text(string implementation, string more = "")
    {
        var whole = implementation.Contains("\"result\"", StringComparison.Ordinal) ? implementation : implementation + Result;
        return $$$$$"""
            {"name": "sample", "description": "A sample.",
            "inputSchema": {"type": "object", "properties": {"name": {"type": "string", "default": "a"}, "column": {"type": "string", "default": "k"}, "any": {"type": "string", "default": "*.csv"}, "glob": {"type": "string", "format": "glob", "default": "**"}}},
            "outputSchema": {"type": "object", "properties": {"files": {"type": "integer"}, "read": {"type": "integer"}, "written": {"type": "integer"}, "paths": {"type": "array", "items": {"type": "string"}}}},
            "implementation":
            {"kind": "file", {{{{{whole}}}}} },
            {{{{{more}}}}}"examples": [{"input": {}, "output": "?"}]}
            """;
    }

    /// <summary>The ids of what the generator finds, each with the text of the spec that it stands at.</summary>
    public static string Findings(string implementation, string more = "")
    {
        var spec = TestSpec.Read(Text(implementation, more));
        var generated = ToolSource.Generate(spec, new GenerationOptions());
        Assert.IsTrue(generated.IsFallback, generated.Source);
        return string.Join("; ", generated.Findings.Select(finding => $"{finding.Id} {spec.Source.Text.Substring(finding.Place.Span.Start, finding.Place.Span.Length)}"));
    }

    public static IReadOnlyList<string> Capabilities(string implementation) => CompiledTool.Load(Text(implementation)).Descriptor.Capabilities;

    public string At(string path) => Path.Combine([this.root, .. path.Split('/')]);

    public FileSpec Given(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this.At(path))!);
        File.WriteAllText(this.At(path), text);
        return this;
    }

    /// <summary>What the folder <c>out</c> holds: <c>path: text</c>, line ends shown.</summary>
    public string Written => string.Join("; ", Directory.EnumerateFiles(this.At("out"), "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
        .Select(path => $"{Path.GetRelativePath(this.At("out"), path).Replace('\\', '/')}: {File.ReadAllText(path).Replace("\n", "↵", StringComparison.Ordinal)}").Order(StringComparer.Ordinal));

    /// <summary>Calls, and gives the output or the errors as one line.</summary>
    public Task<string> Call(string implementation, string arguments = "{}") => this.Call(CompiledTool.Load(Text(implementation)), arguments);

    /// <summary>Calls with <c>data</c> granted at a folder of its own.</summary>
    public async Task<string> Call(Tool tool, string arguments, string? data = null)
    {
        var grants = new Grants { Folders = new Dictionary<string, FolderGrant> { ["data"] = new(data ?? this.At("data")), ["out"] = new(this.At("out"), GrantAccess.ReadWrite) } };
        var result = await tool.CallAsync(Encoding.UTF8.GetBytes(arguments), new ToolEffects(grants).For(tool));
        return result.IsError
            ? string.Join("; ", result.Errors.Select(e => $"{e.Code} {e.Pointer} {e.Message}"))
            : Encoding.UTF8.GetString(result.Output.Span);
    }

    public void Dispose() => Directory.Delete(this.root, recursive: true);
}
