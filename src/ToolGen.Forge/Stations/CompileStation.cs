using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ToolGen.Forge.Compilation;
using ToolGen.Specification.Json;

namespace ToolGen.Forge.Stations;

/// <summary>Compile: every tool that has no error so far, into one assembly.</summary>
internal static class CompileStation
{
    public static ForgedSet Run(IReadOnlyList<ForgedTool> tools, CancellationToken cancellationToken)
    {
        var ready = tools.Select((tool, index) => (tool, index)).Where(entry => entry.tool is { Generated.IsFallback: false, HasErrors: false }).ToArray();
        var compiled = ToolCompiler.Compile(ready.Select(entry => GenerateStation.Unit(entry.tool)).ToArray(), cancellationToken);

        // The compiler works on all of them at once: each gets its share of the time.
        var share = ready.Length == 0 ? TimeSpan.Zero : compiled.Elapsed / ready.Length;
        var result = tools.ToArray();
        for (var i = 0; i < ready.Length; i++)
            result[ready[i].index] = ready[i].tool.With(Station.Compile, share, compiled.Tools[i].Findings) with { Compiled = compiled.Tools[i] };
        return new ForgedSet(result, compiled);
    }
}
