using System;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Hosting;

/// <summary>Where tools run. A host asks its places in order; the first that takes a tool runs it. None does: the call is refused.</summary>
public interface IToolPlace
{
    /// <summary>As records name it, such as <c>process</c>.</summary>
    string Name { get; }

    /// <summary>Whether it runs this tool.</summary>
    bool Takes(Tool tool);

    /// <summary>Runs a call.</summary>
    ValueTask<ToolResult> CallAsync(Tool tool, ReadOnlyMemory<byte> arguments, ToolContext context, CancellationToken cancellationToken);
}
