using System;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.TestSupport;

namespace ToolGen.Hosting.Tests;

/// <summary>A tool that does what the test says.</summary>
internal sealed class StubTool(string name, Func<ToolContext, CancellationToken, ValueTask<ToolResult>> run, string version = "1.0.0", params string[] capabilities) : Tool
{
    private int calls;

    public ToolLimits Caps { get; init; } = ToolLimits.Default;

    public bool Destroys { get; init; }

    public int Calls => this.calls;

    public override ToolLimits Limits => this.Caps;

    public override ToolDescriptor Descriptor => field ??= StubDescriptor.Of(name, version, capabilities: capabilities, annotations: new(false, this.Destroys, false, false));

    public static ToolResult Done { get; } = ToolResult.Success("{\"done\":true}"u8.ToArray());

    /// <summary>Answers at once.</summary>
    public static StubTool Of(string name, string version = "1.0.0", params string[] capabilities) => new(name, static (_, _) => new(Done), version, capabilities);

    /// <summary>Says that it may destroy.</summary>
    public static StubTool Wipe() => new("wipe", static (_, _) => new(Done)) { Destroys = true };

    /// <summary>Fails at once.</summary>
    public static StubTool Failing(string name, string code) => new(name, (_, _) => new(ToolResult.Failure(new ToolError(code, "the stub said so"))));

    public override ValueTask<ToolResult> CallAsync(ReadOnlyMemory<byte> arguments, ToolContext context, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref this.calls);
        return run(context, cancellationToken);
    }
}
