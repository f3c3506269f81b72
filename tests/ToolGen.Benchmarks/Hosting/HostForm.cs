using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.IO;
using System.Threading.Tasks;
using ToolGen.Effects;
using ToolGen.Hosting;

namespace ToolGen.Benchmarks.Hosting;

/// <summary>A host as an application sets it up, from the least to the most that it notes.</summary>
internal sealed class HostForm : IAsyncDisposable
{
    // None of them fits the tools that are measured, and each is read before that is known.
    private static readonly PolicyRule[] Rules =
    [
        new(PolicyVerdict.Deny) { Tools = "delete_*" }, new(PolicyVerdict.Ask) { Capability = "write *" }, new(PolicyVerdict.Deny) { Callers = "guest*", Destructive = true },
    ];

    private readonly List<IDisposable> listeners = [];
    private readonly string? folder;

    private HostForm(string name, string? folder, ICallRecorder recorder, IEnumerable<Tool> tools)
    {
        this.Name = name;
        this.folder = folder;
        this.Host = new(Grants.None, new() { Records = null, Rules = Rules }, new() { Recorder = recorder });
        this.Host.Add(new ToolCatalog([.. tools]));
    }

    public string Name { get; }

    public ToolHost Host { get; }

    /// <summary>Policy and count.</summary>
    public static HostForm Plain(IEnumerable<Tool> tools) => new("policy, count", null, new Discarded(), tools);

    /// <summary>The same, each activity and figure taken by a listener.</summary>
    public static HostForm Told(IEnumerable<Tool> tools) => new HostForm("+ telemetry", null, new Discarded(), tools).Listened();

    /// <summary>The same without telemetry, the last records kept in memory.</summary>
    public static HostForm Kept(IEnumerable<Tool> tools) => new("+ record in memory", null, new RecentRecords(), tools);

    /// <summary>The same, records written to a file.</summary>
    public static HostForm Written(IEnumerable<Tool> tools)
    {
        var folder = Directory.CreateTempSubdirectory("toolgen-bench-").FullName;
        return new("+ record in JSON Lines", folder, new JsonLinesRecorder(Path.Combine(folder, "calls.jsonl")), tools);
    }

    /// <summary>All of it.</summary>
    public static HostForm All(IEnumerable<Tool> tools)
    {
        var folder = Directory.CreateTempSubdirectory("toolgen-bench-").FullName;
        return new HostForm("+ JSON Lines, telemetry", folder, new JsonLinesRecorder(Path.Combine(folder, "calls.jsonl")), tools).Listened();
    }

    /// <summary>Has the listeners listen: they are the process's, so that only the form that is timed has some.</summary>
    public void Open()
    {
        if (!this.IsListened) return;
        var activities = new ActivityListener { ShouldListenTo = source => source.Name == ToolGenTelemetry.Name, Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded };
        ActivitySource.AddActivityListener(activities);
        var figures = new MeterListener { InstrumentPublished = (instrument, listener) => { if (instrument.Meter.Name == ToolGenTelemetry.Name) listener.EnableMeasurementEvents(instrument); } };
        figures.SetMeasurementEventCallback<double>(static (_, _, _, _) => { });
        figures.SetMeasurementEventCallback<long>(static (_, _, _, _) => { });
        figures.Start();
        this.listeners.AddRange([activities, figures]);
    }

    public void Close()
    {
        foreach (var listener in this.listeners) listener.Dispose();
        this.listeners.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        this.Close();
        await this.Host.DisposeAsync();
        if (this.folder is not null) Directory.Delete(this.folder, recursive: true);
    }

    private bool IsListened { get; set; }

    private HostForm Listened()
    {
        this.IsListened = true;
        return this;
    }

    private sealed class Discarded : ICallRecorder
    {
        public string? Fault => null;

        public ValueTask RecordAsync(CallRecord record) => default;
    }

    private sealed class RecentRecords : ICallRecorder
    {
        private readonly CallRecord[] recent = new CallRecord[1_024];
        private int next;

        public string? Fault => null;

        public ValueTask RecordAsync(CallRecord record)
        {
            this.recent[(uint)System.Threading.Interlocked.Increment(ref this.next) % this.recent.Length] = record;
            return default;
        }
    }
}
