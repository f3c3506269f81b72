using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Forge;
using ToolGen.Forge.Trial;
using ToolGen.Hosting;

namespace ToolGen.Server.Calling;

/// <summary>The stands that are in use, and the compiled sets of approved versions behind them; what was not called for longest makes room.</summary>
internal sealed class Stands(ToolServerOptions options, TrialSandbox sandbox, ICallRecorder recorder) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Key, string Caller), Stand> stands = [];
    private readonly Dictionary<string, (Task<ForgedSet> Set, long Used)> sets = new(StringComparer.Ordinal);
    private long clock;
    private bool isClosed;

    /// <summary>The stand of a version for a caller; made where there is none.</summary>
    /// <param name="key">The version's id, or the hash of a handle.</param>
    /// <param name="id">The version's id.</param>
    /// <param name="caller">Whom it is called for.</param>
    /// <param name="set">What the forge made.</param>
    public Stand Of(string key, string id, string caller, ForgedSet set)
    {
        Stand? gone = null;
        try
        {
            lock (this.gate)
            {
                ObjectDisposedException.ThrowIf(this.isClosed, this);
                if (!this.stands.TryGetValue((key, caller), out var stand))
                {
                    if (this.stands.Count >= options.Compiled * 2 && this.stands.MinBy(one => one.Value.Used) is var (oldest, old))
                    {
                        this.stands.Remove(oldest);
                        gone = old;
                    }

                    this.stands.Add((key, caller), stand = new(set, id, caller, options, sandbox, recorder));
                }

                stand.Used = ++this.clock;
                return stand;
            }
        }
        finally
        {
            // Calls under way end first; nobody waits for that here.
            if (gone is not null) _ = gone.DisposeAsync().AsTask();
        }
    }

    /// <summary>The compiled set of a version; forged where there is none, once however many ask.</summary>
    public Task<ForgedSet> SetOf(string id, Func<Task<ForgedSet>> forge)
    {
        lock (this.gate)
        {
            if (this.sets.TryGetValue(id, out var known) && !known.Set.IsFaulted && !known.Set.IsCanceled)
            {
                this.sets[id] = known with { Used = ++this.clock };
                return known.Set;
            }

            if (!this.sets.ContainsKey(id) && this.sets.Count >= options.Compiled) this.sets.Remove(this.sets.MinBy(one => one.Value.Used).Key);
            var set = Task.Run(forge);
            this.sets[id] = (set, ++this.clock);
            return set;
        }
    }

    /// <summary>Ends the stands of what is not to be called any more.</summary>
    public void End(IReadOnlyCollection<string> keys)
    {
        if (keys.Count == 0) return;
        Stand[] gone;
        lock (this.gate)
        {
            var ended = this.stands.Where(one => keys.Contains(one.Key.Key)).ToArray();
            foreach (var (key, _) in ended) this.stands.Remove(key);
            foreach (var key in keys) this.sets.Remove(key);
            gone = [.. ended.Select(one => one.Value)];
        }

        foreach (var stand in gone) _ = stand.DisposeAsync().AsTask();
    }

    public async ValueTask DisposeAsync()
    {
        Stand[] all;
        lock (this.gate)
        {
            this.isClosed = true;
            all = [.. this.stands.Values];
            this.stands.Clear();
            this.sets.Clear();
        }

        await Task.WhenAll(all.Select(stand => stand.DisposeAsync().AsTask())).ConfigureAwait(false);
    }
}
