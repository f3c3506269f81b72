using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ToolGen.Sandbox.Isolation;
using ToolGen.Sandbox.Tests.Tools;

namespace ToolGen.Sandbox.Tests;

/// <summary>Sandboxes of plain processes: what is tested is this side of the pipe.</summary>
internal static class Sandboxes
{
    /// <summary>This assembly, which holds the tools.</summary>
    public static byte[] Image { get; } = File.ReadAllBytes(typeof(Sandboxes).Assembly.Location);

    public static SandboxOptions Options { get; } = new() { Launcher = new PlainLauncher(WorkerProgram.Here()), Minimum = IsolationLevel.Process, Blank = 0 };

    /// <summary>A tool of this assembly.</summary>
    public static SandboxedTool Of(this Sandbox sandbox, Tool tool, TimeSpan? timeout = null, string caller = "tests", string version = "1", long output = 1 << 20, long? memory = null) =>
        sandbox.Tool(Image, tool.GetType().FullName!, tool.Descriptor, ToolLimits.Default with { Timeout = timeout ?? TimeSpan.FromSeconds(60), OutputBytes = output }, caller, version, memory);
}

/// <summary>How calls ended.</summary>
internal sealed class Runs
{
    private readonly ConcurrentQueue<SandboxRun> all = new();

    public IReadOnlyList<SandboxRun> All => [.. this.all];

    public SandboxRun Last => this.all.Last();

    public void Add(SandboxRun run) => this.all.Enqueue(run);
}
