using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using ToolGen.Effects;

namespace ToolGen.Hosting.Tests;

/// <summary>Keeps records where a test can read them.</summary>
internal sealed class MemoryRecorder : ICallRecorder
{
    private readonly ConcurrentQueue<CallRecord> records = new();

    public string? Fault { get; set; }

    public ArgumentDetail Arguments { get; set; }

    public IReadOnlyList<CallRecord> Records => [.. this.records];

    public CallRecord Last => this.records.Last();

    /// <summary>A host that records here.</summary>
    public ToolHost Host(ToolHostOptions? options = null, ToolHostParts? parts = null, params Tool[] tools)
    {
        var host = new ToolHost(Grants.None, options ?? new() { Records = null }, (parts ?? new()) with { Recorder = this });
        host.Add(new ToolCatalog(tools));
        return host;
    }

    public ValueTask RecordAsync(CallRecord record)
    {
        this.records.Enqueue(record);
        return default;
    }
}
