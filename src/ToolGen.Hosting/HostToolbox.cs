using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Hosting;

/// <summary>A host as one caller sees it.</summary>
internal sealed class HostToolbox(ToolHost host, ToolCaller caller) : IToolbox
{
    public IReadOnlyList<ToolDescriptor> Tools =>
        [.. host.Tools.Select(tool => tool.Descriptor).Where(tool => host.Decide(tool, caller).Verdict != PolicyVerdict.Deny)];

    public ValueTask<ToolResult> CallAsync(string tool, ReadOnlyMemory<byte> arguments, CancellationToken cancellationToken = default) =>
        host.CallAsync(tool, arguments, caller, cancellationToken);
}
