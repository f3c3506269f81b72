using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using ToolGen.Registry;
using ToolGen.Server.Callers;
using ToolGen.Server.Listing;

namespace ToolGen.Server.Calling;

/// <summary>
/// What callers said that they need, and what they were answered with: where one of them then calls one of these tools and it answers, the need becomes a request that the tool is found by. A need teaches once, and a caller
/// teaches a tool no more than three, so that nobody fills a tool with words; who nobody knows apart from others teaches nothing.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="finder">Takes what is learned.</param>
/// <param name="log">Told where it can't be kept.</param>
internal sealed class HeardNeeds(TimeProvider time, IToolFinder finder, Action<string> log)
{
    /// <summary>A longer need is rather a list of words to be found by.</summary>
    public const int LongestNeed = 300;

    /// <summary>Requests that one caller teaches one tool.</summary>
    public const int MostOfOne = 3;

    private const int NeedsOfOne = 20, MostCallers = 1_000, MostTaught = 20_000, MostWaiting = 100;

    /// <summary>How long after an answer a call counts.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Caller> callers = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Caller, string Tool), int> taught = [];
    private readonly Channel<(string Id, string Need)> waiting = Channel.CreateBounded<(string, string)>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>Remembers a need for a while.</summary>
    public void Answered(ServerCaller caller, string need, IEnumerable<string> ids)
    {
        string[] found = [.. ids];
        if (!caller.MakesTools || need.Length > LongestNeed || found.Length == 0) return;
        lock (this.gate)
        {
            if (!this.callers.TryGetValue(caller.Name, out var known))
            {
                if (this.callers.Count >= MostCallers) this.callers.Remove(this.callers.MinBy(one => one.Value.At).Key);
                this.callers.Add(caller.Name, known = new());
            }

            known.At = time.GetTimestamp();
            if (known.Needs.Count >= NeedsOfOne) known.Needs.RemoveAt(0);
            known.Needs.Add(new(need, found, known.At));
        }
    }

    /// <summary>A caller called an approved version, and it answered.</summary>
    public void Called(ServerCaller caller, StoredVersion version)
    {
        if (version.State is not (ToolState.Approved or ToolState.Deprecated)) return;
        lock (this.gate)
        {
            if (!this.callers.TryGetValue(caller.Name, out var known)) return;
            known.Needs.RemoveAll(need => time.GetElapsedTime(need.At) > Lasts);
            var at = known.Needs.FindLastIndex(need => need.Found.Contains(version.Id, StringComparer.Ordinal));
            if (at >= 0 && this.MayTeach(caller.Name, version.Name))
            {
                this.waiting.Writer.TryWrite((version.Id, known.Needs[at].Text));
                known.Needs.RemoveAt(at);
            }

            if (known.Needs.Count == 0) this.callers.Remove(caller.Name);
        }
    }

    /// <summary>Hands on what is learned until it is ended; no call waits for it.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var (id, need) in this.waiting.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                await finder.LearnAsync(id, need, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
            {
                log($"a request can't be learned: {e.Message}");
            }
        }
    }

    private bool MayTeach(string caller, string tool)
    {
        // Its next version is the same tool.
        var key = (caller, tool.ToLowerInvariant());
        var count = this.taught.GetValueOrDefault(key);
        if (count >= MostOfOne || (count == 0 && this.taught.Count >= MostTaught)) return false;
        this.taught[key] = count + 1;
        return true;
    }

    private sealed class Caller
    {
        public List<Need> Needs { get; } = [];

        public long At { get; set; }
    }

    private sealed record Need(string Text, IReadOnlyList<string> Found, long At);
}
