using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;
using ToolGen.Registry;
using ToolGen.Server.Fixed;

namespace ToolGen.Server.Listing;

/// <summary>
/// The list of tools, the same for every client: the fixed ones, then approved ones within the budget, those that reach furthest first (<see cref="Worth.Reach"/>). It follows the
/// registry; a change is told to the clients that asked for it.
/// </summary>
internal sealed class ServedList(ToolServer server, IToolRegistry registry, ToolServerOptions options)
{
    private readonly Lock gate = new();
    private long? generation;

    /// <summary>What every session of the protocol serves; the fixed tools are there from the start.</summary>
    public McpServerPrimitiveCollection<McpServerTool> Tools { get; } = [.. FixedTools.Of(server)];

    /// <summary>Looks whether the registry changed, and follows it.</summary>
    public void Refresh()
    {
        lock (this.gate)
        {
            var now = registry.Generation;
            if (this.generation == now) return;
            this.Follow();
            this.generation = now;
        }
    }

    /// <summary>Follows the registry until it is ended.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(options.ListInterval, options.Time);
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                this.Refresh();
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // The list stays as it is: the next look may find the registry again.
                server.Log($"the list of tools can't be read: {e.Message}");
            }
        }
    }

    private void Follow()
    {
        var wanted = this.Wanted();
        PromotedTool[] there = [.. this.Tools.OfType<PromotedTool>()];
        if (there.Select(tool => tool.Id).SequenceEqual(wanted.Select(tool => tool.Id), StringComparer.Ordinal)) return;
        using (this.Tools.DeferChangedEvents())
        {
            foreach (var tool in there) this.Tools.Remove(tool);
            foreach (var tool in wanted) this.Tools.TryAdd(tool);
        }
    }

    private List<PromotedTool> Wanted()
    {
        var wanted = new List<PromotedTool>();
        if (options.Promote <= 0) return wanted;
        var taken = new HashSet<string>(this.Tools.OfType<FixedTool>().Select(tool => tool.ProtocolTool.Name), StringComparer.OrdinalIgnoreCase);
        var used = registry.Usage().GroupBy(usage => usage.Tool, StringComparer.OrdinalIgnoreCase).Select(group => (group.Key, Reach: Worth.Reach(group))).OrderByDescending(tool => tool.Reach).ThenBy(tool => tool.Key, StringComparer.Ordinal).Select(tool => tool.Key);

        // Those that were never called fill up what is left; of a large registry no more is read than that.
        foreach (var name in used.Concat(registry.List(ToolState.Approved).Select(version => version.Name)))
        {
            if (wanted.Count == options.Promote) break;
            if (taken.Add(name) && registry.Find(name) is { State: ToolState.Approved } version && PromotedTool.Of(server, version) is { } tool) wanted.Add(tool);
        }

        return wanted;
    }
}
