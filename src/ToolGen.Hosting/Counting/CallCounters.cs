using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;

namespace ToolGen.Hosting.Counting;

/// <summary>Counts every call of every version.</summary>
internal sealed class CallCounters
{
    private readonly ConcurrentDictionary<Tool, Counts> byTool = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<ToolUsage> Usage =>
        [.. this.byTool.Select(pair => pair.Value.Usage(pair.Key.Descriptor)).OrderBy(usage => usage.Tool, StringComparer.Ordinal).ThenBy(usage => usage.Version, StringComparer.Ordinal)];

    public void Count(Tool tool, CallFault fault, long ticks) => this.byTool.GetOrAdd(tool, static _ => new()).Count(fault, ticks);

    private sealed class Counts
    {
        private readonly long[] calls = new long[5];
        private long ticks;

        public void Count(CallFault fault, long ticks)
        {
            Interlocked.Increment(ref this.calls[(int)fault]);
            Interlocked.Add(ref this.ticks, ticks);
        }

        public ToolUsage Usage(ToolDescriptor tool) => new(
            tool.Name, tool.Version, this.Of(CallFault.None), this.Of(CallFault.Caller), this.Of(CallFault.Tool), this.Of(CallFault.Environment), this.Of(CallFault.Host),
            Stopwatch.GetElapsedTime(0, Interlocked.Read(ref this.ticks)));

        private long Of(CallFault fault) => Interlocked.Read(ref this.calls[(int)fault]);
    }
}
