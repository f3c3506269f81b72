using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Hosting;
using ToolGen.Registry;

namespace ToolGen.Server.Calling;

/// <summary>
/// Hands records on, and takes back an approved version that keeps failing by its own fault: the host's act, in the log with the calls that it stands on. Counted from the first fault that this server sees; the same caller with the
/// same arguments counts once, and where several callers use a version one of them counts for half of what is needed.
/// </summary>
/// <param name="options">From how many faults on.</param>
/// <param name="registry">Where versions are marked.</param>
/// <param name="recorder">Takes the records first.</param>
/// <param name="isLone">Whether this server has one caller alone: another process that called a version is no other caller of it.</param>
/// <param name="log">Told what was done, and what could not be.</param>
internal sealed class FaultWatch(ToolServerOptions options, IToolRegistry registry, ICallRecorder recorder, bool isLone, Action<string> log) : ICallRecorder
{
    /// <summary>Who stands in the log for it.</summary>
    public const string By = "server";

    private const int MostWatched = 1_000, MostAtOnce = 3;

    /// <summary>More versions than <see cref="MostAtOnce"/> within this time: then it is rather the machine that fails.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private readonly Dictionary<string, FaultWindow> windows = new(StringComparer.Ordinal);
    private readonly Queue<long> taken = new();
    private long clock;

    /// <inheritdoc/>
    public string? Fault => recorder.Fault;

    /// <inheritdoc/>
    public ArgumentDetail Arguments => recorder.Arguments;

    /// <inheritdoc/>
    public async ValueTask RecordAsync(CallRecord record)
    {
        await recorder.RecordAsync(record).ConfigureAwait(false);
        if (options.QuarantineFaults <= 0 || record.VersionId is not { } id) return;
        try
        {
            if (this.Watched(id, record) is { } window && window.Why(options.QuarantineFaults, CallersOf(id, record.Tool), registry.Get(id)?.Approval?.At) is { } why) await this.QuarantineAsync(id, why).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The call has its record: what it answers is not changed by this.
            log($"{record.Tool} should be quarantined, and is not: {e.Message}");
        }

        int CallersOf(string version, string? tool) => tool is null || isLone ? 0 : registry.Usage(tool).FirstOrDefault(usage => usage.Id == version)?.Callers ?? 0;
    }

    /// <summary>The window of a version that has faults, with this call in it; null: nothing is to be judged.</summary>
    private FaultWindow? Watched(string id, CallRecord record)
    {
        var isFault = record.Fault == CallFault.Tool;
        lock (this.gate)
        {
            if (this.windows.TryGetValue(id, out var known)) return this.Noted(known, record);
        }

        // What is a session's is its maker's alone: nobody is to be kept from it.
        if (!isFault || registry.Get(id) is not { State: ToolState.Approved or ToolState.Deprecated }) return null;
        lock (this.gate)
        {
            if (!this.windows.TryGetValue(id, out var window))
            {
                if (this.windows.Count >= MostWatched) this.windows.Remove(this.windows.MinBy(one => one.Value.Used).Key);
                this.windows.Add(id, window = new(options.QuarantineCalls));
            }

            return this.Noted(window, record);
        }
    }

    private FaultWindow? Noted(FaultWindow window, CallRecord record)
    {
        window.Used = ++this.clock;
        return window.Add(record) && record.Fault == CallFault.Tool && window.Faults >= options.QuarantineFaults ? window : null;
    }

    private async Task QuarantineAsync(string id, string why)
    {
        lock (this.gate)
        {
            // One of several calls that end at the same time does it.
            if (!this.windows.Remove(id)) return;
            while (this.taken.TryPeek(out var then) && options.Time.GetElapsedTime(then) > AtOnce) this.taken.Dequeue();
            if (this.taken.Count >= MostAtOnce)
            {
                log($"{id[..12]} is not quarantined, since {MostAtOnce} others were within {AtOnce.TotalMinutes:0} minutes, and this machine may be at fault: {why}");
                return;
            }

            this.taken.Enqueue(options.Time.GetTimestamp());
        }

        var version = await registry.MarkAsync(id, ToolState.Quarantined, why, By).ConfigureAwait(false);
        log($"{version.Name} {version.Version} was quarantined: {why}");
    }
}
