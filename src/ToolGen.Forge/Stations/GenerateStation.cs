using System;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using ToolGen.Forge.Compilation;
using ToolGen.Generator;
using ToolGen.Generator.Emit;
using ToolGen.Specification.Json;

namespace ToolGen.Forge.Stations;

/// <summary>Generate: the same function that a build's generator calls, with the options that make the canonical source.</summary>
internal static class GenerateStation
{
    public static ForgedTool Run(ForgedTool tool, CancellationToken cancellationToken)
    {
        if (tool.Spec is null) return tool;
        var clock = Stopwatch.StartNew();
        var generated = ToolSource.Generate(tool.Spec, new GenerationOptions(), cancellationToken);
        return tool.With(Station.Generate, clock.Elapsed, generated.Findings) with
        {
            Generated = generated,
            SourceHash = generated.IsFallback ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(generated.Source))),
        };
    }

    /// <summary>What the compiler gets of a tool that was generated.</summary>
    public static ToolUnit Unit(ForgedTool tool)
    {
        var options = new GenerationOptions();
        var generated = tool.Generated!;
        var source = GeneratedFile.ForReview(generated.Stub is { } stub && tool.Input.Companion is null ? [generated.Source, stub] : [generated.Source]);
        return new ToolUnit(tool.Name, options.Namespace, generated.ClassName, source, tool.Document.Source, tool.Document.Root as JsonObject, tool.Input.Companion);
    }
}
