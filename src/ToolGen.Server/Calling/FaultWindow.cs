using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using ToolGen.Hosting;
using ToolGen.Server.Answers;

namespace ToolGen.Server.Calling;

/// <summary>The last calls of one version.</summary>
/// <param name="most">How many.</param>
internal sealed class FaultWindow(int most)
{
    private const int LongestCaller = 60, MostNamed = 10;

    private readonly Lock gate = new();
    private readonly Queue<Seen> calls = new();

    /// <summary>When a call was last added, as its owner counts.</summary>
    public long Used { get; set; }

    /// <summary>Calls that the tool got wrong.</summary>
    public int Faults
    {
        get
        {
            lock (this.gate) return this.calls.Count(call => call.IsFault);
        }
    }

    /// <summary>Adds a call; false where the same caller got the same fault with the same arguments, which counts once.</summary>
    public bool Add(CallRecord record)
    {
        var isFault = record.Fault == CallFault.Tool;
        lock (this.gate)
        {
            if (isFault && record.Input?.Sha256 is { } arguments && this.calls.Any(call => call.IsFault && call.Caller == record.Caller && call.Arguments == arguments)) return false;
            this.calls.Enqueue(new(record.Caller, isFault, record.Input?.Sha256, record.Id, record.At, record.Errors.Count > 0 && record.Errors[0] is ToolErrorCodes.Timeout or ToolErrorCodes.Limit));
            if (this.calls.Count > most) this.calls.Dequeue();
            return true;
        }
    }

    /// <summary>Why the version is to be quarantined; null: it is not.</summary>
    /// <param name="needed">So many faults.</param>
    /// <param name="callers">How many callers the version ever had, as far as somebody counted.</param>
    /// <param name="since">When a person last said yes to it: what was before counts no more; null: nobody did.</param>
    public string? Why(int needed, int callers, DateTimeOffset? since)
    {
        Seen[] seen;
        lock (this.gate) seen = [.. this.calls.Where(call => since is null || call.At >= since)];
        var isShared = callers > 1 || seen.Select(call => call.Caller).Distinct(StringComparer.Ordinal).Skip(1).Any();

        // Time and memory of this machine are shared, too: who takes them makes the calls of others fail.
        var faults = seen.Where(call => call.IsFault && !(isShared && call.IsOfMachine)).ToArray();
        var by = faults.GroupBy(call => call.Caller, StringComparer.Ordinal).OrderByDescending(one => one.Count()).ThenBy(one => one.Key, StringComparer.Ordinal).ToArray();

        // Of several callers none takes a tool from the others by itself.
        var counted = isShared ? by.Sum(one => Math.Min(one.Count(), (needed + 1) / 2)) : faults.Length;
        if (counted < needed || (isShared && by.Length < 2)) return null;
        var who = string.Join(", ", by.Take(MostNamed).Select(one => string.Create(CultureInfo.InvariantCulture, $"{ShortText.Of(one.Key, LongestCaller)} {one.Count()}")));
        var ids = string.Join(' ', faults.TakeLast(MostNamed).Select(call => call.Id.ToString("n")));
        return string.Create(CultureInfo.InvariantCulture, $"{faults.Length} of the last {seen.Length} calls that the server saw failed by the tool's own fault ({who}); calls {ids}");
    }

    private sealed record Seen(string Caller, bool IsFault, string? Arguments, Guid Id, DateTimeOffset At, bool IsOfMachine);
}
