using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using ToolGen.Forge.Compilation;
using ToolGen.Generator;
using ToolGen.Generator.Emit;
using ToolGen.Generator.Fixes;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Forge.Stations;

/// <summary>Generate: the same function that a build's generator calls, with the options that make the canonical source.</summary>
internal static class GenerateStation
{
    /// <param name="tool">What was read.</param>
    /// <param name="others">The canonical options, with what it must know of the other tools.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static ForgedTool Run(ForgedTool tool, GenerationOptions others, CancellationToken cancellationToken)
    {
        if (tool.Spec is null) return tool;
        var clock = Stopwatch.StartNew();
        var generated = ToolSource.Generate(tool.Spec, others, cancellationToken);

        // Near misses that `fix` mends are told before the compiler speaks of them in its own words; some of them would even compile.
        var next = tool.With(Station.Generate, clock.Elapsed, generated.Findings.Concat(CodeMends.Find(tool.Document))) with
        {
            Generated = generated,
            SourceHash = generated.IsFallback ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(generated.Source))),
        };
        return tool.Input.Companion is not { } companion || generated is not { IsFallback: false, Stub: not null } ? next : Join(next, companion, others, cancellationToken);
    }

    /// <summary><c>NAME.tool.cs</c> says in which namespace the two parts of the class meet; the hash stays that of the canonical source.</summary>
    private static ForgedTool Join(ForgedTool tool, SourceText companion, GenerationOptions others, CancellationToken cancellationToken)
    {
        var findings = new FindingSink(companion);
        if (CompanionGate.Check(companion, tool.Generated!.ClassName, findings) is not { } nameSpace)
            return tool.With(Station.Generate, tool.Times[Station.Generate], findings.ToArray());
        return tool with { Generated = ToolSource.Generate(tool.Spec!, others with { Namespace = nameSpace }, cancellationToken), Namespace = nameSpace };
    }

    /// <summary>The lines that C# of the spec, or beside it, must keep to; null where all the C# is of a kind that derives them, or elsewhere.</summary>
    public static IReadOnlyList<string>? WrittenCapabilities(ToolSpec spec, SourceText? companion) =>
        spec.Implementation is CodeImplementation { Body: not null } || companion is not null ? spec.Capabilities.Select(line => line.Value).ToArray() : null;

    /// <summary>What the compiler gets of a tool that was generated.</summary>
    public static ToolUnit Unit(ForgedTool tool)
    {
        var generated = tool.Generated!;

        // A companion beside a spec that has its own C# is the project's affair: it is not compiled here.
        var companion = generated.Stub is null ? null : tool.Input.Companion;
        var source = GeneratedFile.ForReview(generated.Stub is { } stub && companion is null ? [generated.Source, stub] : [generated.Source]);
        return new ToolUnit(tool.Name, tool.Namespace, generated.ClassName, source, tool.Document.Source, tool.Document.Root as JsonObject, companion, WrittenCapabilities(tool.Spec!, companion)) { Nominals = generated.Nominals, Packages = tool.Packages, Dependencies = tool.Spec!.Dependencies.Select(one => one.Package).ToArray() };
    }
}
