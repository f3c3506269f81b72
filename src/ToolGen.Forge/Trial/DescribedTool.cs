using System;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Generator;
using ToolGen.Specification.Specs;

namespace ToolGen.Forge.Trial;

/// <summary>What a tool says of itself, read from what the generator wrote: none of its code is loaded here.</summary>
internal sealed class DescribedTool(GeneratedTool generated) : Tool
{
    /// <inheritdoc/>
    public override ToolDescriptor Descriptor => this.DescriptorOf(Encoding.UTF8.GetBytes(generated.Published!.Data));

    /// <summary>A spec's caps, as the contract has them.</summary>
    public static ToolLimits LimitsOf(Limits limits) => new(TimeSpan.FromMilliseconds(limits.TimeoutMilliseconds), limits.OutputBytes)
    {
        Http = limits.Http,
        Sql = limits.Sql,
        Tools = limits.Tools,
        Rows = limits.Rows,
        Groups = limits.Groups,
    };

    /// <inheritdoc/>
    public override ValueTask<ToolResult> CallAsync(ReadOnlyMemory<byte> arguments, ToolContext context, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("its code runs in the sandbox alone");
}
