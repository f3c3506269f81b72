using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Hosting;

/// <summary>A host as one caller sees it. What it sees is decided once for each set of tools; every call is decided anew.</summary>
internal sealed class HostToolbox(ToolHost host, ToolCaller caller) : IToolbox
{
    private View? view;

    public IReadOnlyList<ToolDescriptor> Tools
    {
        get
        {
            var (all, seen) = (host.Descriptors, this.view);
            if (seen is null || !ReferenceEquals(seen.All, all))
                this.view = seen = new(all, [.. all.Where(tool => host.Decide(tool, caller).Verdict != PolicyVerdict.Deny)]);
            return seen.Seen;
        }
    }

    public ValueTask<ToolResult> CallAsync(string tool, ReadOnlyMemory<byte> arguments, CancellationToken cancellationToken = default) =>
        host.CallAsync(tool, arguments, caller, cancellationToken);

    public ToolVariant? Strict(string tool, StrictProvider provider) =>
        host.Find(tool) is { } found && host.Decide(found.Descriptor, caller).Verdict != PolicyVerdict.Deny
            ? found.Strict(provider)
            : null;

    private sealed record View(IReadOnlyList<ToolDescriptor> All, IReadOnlyList<ToolDescriptor> Seen);
}
