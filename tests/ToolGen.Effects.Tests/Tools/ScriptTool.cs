using System;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.TestSupport;

namespace ToolGen.Effects.Tests.Tools;

/// <summary>A tool whose body a test writes.</summary>
internal sealed class ScriptTool(string name, string version, params string[] capabilities) : Tool
{
    private static readonly byte[] Nothing = "{}"u8.ToArray();

    public Func<ToolContext, CancellationToken, ValueTask<ToolResult>>? Body { get; init; }

    public Exception? Throws { get; init; }

    public ToolLimits Caps { get; init; } = ToolLimits.Default;

    public int Calls { get; private set; }

    public override ToolLimits Limits => this.Caps;

    public override ToolDescriptor Descriptor { get; } = StubDescriptor.Of(name, version, capabilities: capabilities);

    /// <summary>Effects that find tools and grant nothing.</summary>
    public static ToolEffects Effects(params Tool[] tools) => new(Grants.None, new() { FindTool = ToolEffectsOptions.ToolsOf(new ToolCatalog(tools)) });

    /// <summary>Calls one that may call others.</summary>
    public static async Task<ToolResult> CallAsync(Tool caller, params Tool[] others)
    {
        await using var effects = Effects(others);
        return await caller.CallAsync(Nothing, effects.For(caller));
    }

    public override async ValueTask<ToolResult> CallAsync(ReadOnlyMemory<byte> arguments, ToolContext context, CancellationToken cancellationToken = default)
    {
        this.Calls++;
        if (this.Throws is { } thrown) throw thrown;
        try
        {
            return this.Body is null ? ToolResult.Success(Nothing) : await this.Body(context, cancellationToken);
        }
        catch (ToolException e)
        {
            return ToolResult.Failure(new ToolError(e.Code, e.Message));
        }
    }
}
