using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Effects;
using ToolGen.Forge;
using ToolGen.Forge.Trial;
using ToolGen.Hosting;
using ToolGen.Sandbox;

namespace ToolGen.Server.Calling;

/// <summary>One version as one caller calls it: a host that has it and the tools that it calls, all of them in the sandbox, in workers that serve nobody else.</summary>
internal sealed class Stand : IAsyncDisposable
{
    private readonly ToolHost host;

    public Stand(ForgedSet set, string id, string caller, ToolServerOptions options, TrialSandbox sandbox, ICallRecorder recorder)
    {
        this.Tool = set.Tools[0].Name;
        var parts = new ToolHostParts { Places = [new SandboxPlace(sandbox.Sandbox)], Recorder = new SharedRecorder(recorder, (this.Tool, id)), Log = options.Log, Effects = new() { Time = options.Time } };
        this.host = new(options.Grants, new() { Records = null, Rules = options.Rules }, parts);
        this.host.Add(new ToolCatalog(Forge.Forge.ToolsIn(set, sandbox.Sandbox, caller)));
        this.Descriptor = Find(this.host.Tools, this.Tool);
    }

    public string Tool { get; }

    public ToolDescriptor Descriptor { get; }

    /// <summary>When it was last called, as the store counts.</summary>
    public long Used { get; set; }

    public ValueTask<ToolResult> CallAsync(ReadOnlyMemory<byte> arguments, ToolCaller caller, CancellationToken cancellationToken) => this.host.CallAsync(this.Tool, arguments, caller, cancellationToken);

    public ValueTask DisposeAsync() => this.host.DisposeAsync();

    private static ToolDescriptor Find(IReadOnlyList<Tool> tools, string name)
    {
        foreach (var tool in tools)
            if (string.Equals(tool.Descriptor.Name, name, StringComparison.OrdinalIgnoreCase)) return tool.Descriptor;
        throw new InvalidOperationException($"{name} is not among what was forged");
    }
}
