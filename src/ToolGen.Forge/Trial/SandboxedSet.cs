using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Sandbox;

namespace ToolGen.Forge.Trial;

/// <summary>The tools of a set that can be run, as a sandbox runs them. They share one assembly, each in workers of its own; what they reach comes from the context of each call.</summary>
internal sealed class SandboxedSet
{
    /// <summary>Beyond a tool's own limit, before its process is killed: a first call compiles its code.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private readonly Dictionary<ForgedTool, SandboxedTool> tools = new(ReferenceEqualityComparer.Instance);

    /// <param name="set">What passed Inspect.</param>
    /// <param name="sandbox">Where it runs.</param>
    /// <param name="caller">Whom it is run for.</param>
    public SandboxedSet(ForgedSet set, Sandbox.Sandbox sandbox, string caller)
    {
        var runnable = set.Tools.Where(tool => tool.IsRunnable).ToArray();
        if (runnable.Length == 0) return;
        var version = set.Compiled.Hash();
        SandboxLibrary[] libraries = [.. set.Compiled.Libraries.Select(library => new SandboxLibrary(library.Name, library.Image.AsMemory()))];
        var memory = Memory(runnable);
        foreach (var tool in runnable)
        {
            var limits = DescribedTool.LimitsOf(tool.Spec!.Limits);
            this.tools[tool] = sandbox.Tool(
                set.Compiled.Image.AsMemory(), tool.Compiled!.Unit.TypeName, new DescribedTool(tool.Generated!).Descriptor, limits with { Timeout = limits.Timeout + Grace }, caller, version, memory, libraries: libraries);
        }
    }

    /// <summary>What a worker of these tools may use: what the hungriest asks for.</summary>
    public static long Memory(IEnumerable<ForgedTool> tools) => tools.Max(tool => tool.Spec!.Limits.MemoryBytes);

    /// <summary>The tool as it runs.</summary>
    public SandboxedTool this[ForgedTool tool] => this.tools[tool];

    /// <summary>A tool of the set; the range is checked where the call is made.</summary>
    public Tool? Find(string reference) => Named(this.tools.Keys, reference) is { } tool ? this.tools[tool] : null;

    /// <summary>The tool that a reference, <c>NAME</c> or <c>NAME@RANGE</c>, names.</summary>
    public static ForgedTool? Named(IEnumerable<ForgedTool> tools, string reference)
    {
        var name = reference.Split('@')[0];
        return tools.FirstOrDefault(tool => string.Equals(tool.Name, name, StringComparison.OrdinalIgnoreCase));
    }
}
