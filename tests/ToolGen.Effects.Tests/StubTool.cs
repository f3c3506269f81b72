using System;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.TestSupport;

namespace ToolGen.Effects.Tests;

/// <summary>A tool that is nothing but capabilities and limits: what a context is made for.</summary>
internal sealed class StubTool(params string[] capabilities) : Tool
{
    public ToolLimits Caps { get; init; } = ToolLimits.Default;

    public override ToolLimits Limits => this.Caps;

    public override ToolDescriptor Descriptor { get; } = StubDescriptor.Of("stub", capabilities: capabilities);

    public override ValueTask<ToolResult> CallAsync(ReadOnlyMemory<byte> arguments, ToolContext context, CancellationToken cancellationToken = default) =>
        new(ToolResult.Success("{}"u8.ToArray()));
}
