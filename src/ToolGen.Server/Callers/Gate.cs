using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Server.Callers;

/// <summary>What came of asking for a turn.</summary>
internal enum Turn
{
    /// <summary>It is the caller's; <see cref="Gate.Leave"/> ends it.</summary>
    Given,

    /// <summary>The caller has as much under way as one may.</summary>
    TooManyOfOne,

    /// <summary>All callers together have.</summary>
    Busy,
}

/// <summary>
/// So many at a time, so many that wait; more are told at once. Of one caller no more run and wait than its share, and turns go round among those who wait: who asks for much waits for itself, not the others.
/// </summary>
/// <param name="running">How many run at a time.</param>
/// <param name="waiting">How many wait.</param>
/// <param name="ofOne">How many of one caller run at a time.</param>
/// <param name="waitingOfOne">How many of one caller wait.</param>
internal sealed class Gate(int running, int waiting, int ofOne, int waitingOfOne)
{
    private const int MakesThatWait = 8;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Asker> askers = new(StringComparer.Ordinal);

    // Those who have something waiting and may run more, in the order of their turns.
    private readonly LinkedList<Asker> ready = new();
    private int now;
    private int waits;

    /// <summary>The gate of what compiles: the forge, and samples that are run on tools.</summary>
    public static Gate OfMakes(ToolServerOptions options, bool isLone) =>
        new(options.Makes, 16 * Environment.ProcessorCount, isLone ? options.Makes : options.MakesOfOne ?? Math.Max(1, options.Makes / 2), isLone ? int.MaxValue : MakesThatWait);

    /// <summary>The gate of calls.</summary>
    public static Gate OfCalls(ToolServerOptions options, bool isLone)
    {
        var ofOne = isLone ? options.Calls : options.CallsOfOne ?? Math.Max(1, options.Calls / 4);
        return new(options.Calls, options.Calls, ofOne, ofOne);
    }

    /// <summary>Waits for a turn.</summary>
    /// <param name="caller">Whose; the empty one is the server itself, which has no share.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public ValueTask<Turn> EnterAsync(string caller, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Waiter waiter;
        lock (this.gate)
        {
            if (!this.askers.TryGetValue(caller, out var asker)) this.askers.Add(caller, asker = new(caller, caller.Length == 0 ? running : Math.Min(ofOne, running), caller.Length == 0 ? waiting : waitingOfOne));
            if (this.now < running && asker.Now < asker.Most && asker.Waiting.Count == 0)
            {
                this.now++;
                asker.Now++;
                return new(Turn.Given);
            }

            if (asker.Waiting.Count >= asker.MostWaiting) return new(this.Forgotten(asker, Turn.TooManyOfOne));
            if (this.waits >= waiting) return new(this.Forgotten(asker, Turn.Busy));
            this.waits++;
            waiter = new();
            waiter.Place = asker.Waiting.AddLast(waiter);
            this.Order(asker);
        }

        return new(this.WaitAsync(waiter, caller, cancellationToken));
    }

    /// <summary>Ends a turn.</summary>
    public void Leave(string caller)
    {
        List<Waiter> next = [];
        lock (this.gate)
        {
            var asker = this.askers[caller];
            asker.Now--;
            this.now--;
            this.Order(asker);
            while (this.now < running && this.ready.First is { } first)
            {
                var other = first.Value;
                var waiter = other.Waiting.First!.Value;
                this.Take(other, waiter);
                this.now++;
                other.Now++;
                this.ready.Remove(first);
                other.IsReady = false;
                this.Order(other);
                next.Add(waiter);
            }

            this.Forgotten(asker, Turn.Given);
        }

        foreach (var waiter in next) waiter.Given.TrySetResult();
    }

    private async Task<Turn> WaitAsync(Waiter waiter, string caller, CancellationToken cancellationToken)
    {
        try
        {
            await waiter.Given.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            return Turn.Given;
        }
        catch (OperationCanceledException)
        {
            lock (this.gate)
            {
                if (waiter.Place is not null)
                {
                    var asker = this.askers[caller];
                    this.Take(asker, waiter);
                    this.Order(asker);
                    this.Forgotten(asker, Turn.Given);
                    throw;
                }
            }

            // It had its turn in that moment: somebody else has it now.
            this.Leave(caller);
            throw;
        }
    }

    private void Take(Asker asker, Waiter waiter)
    {
        asker.Waiting.Remove(waiter.Place!);
        waiter.Place = null;
        this.waits--;
    }

    // Whether it stands in the line: something waits, and more of it may run.
    private void Order(Asker asker)
    {
        var isReady = asker.Waiting.Count > 0 && asker.Now < asker.Most;
        if (isReady == asker.IsReady) return;
        asker.IsReady = isReady;
        if (isReady) this.ready.AddLast(asker);
        else this.ready.Remove(asker);
    }

    private Turn Forgotten(Asker asker, Turn turn)
    {
        if (asker is { Now: 0, Waiting.Count: 0 }) this.askers.Remove(asker.Caller);
        return turn;
    }

    private sealed class Asker(string caller, int most, int mostWaiting)
    {
        public string Caller => caller;

        public int Most => most;

        public int MostWaiting => mostWaiting;

        public int Now { get; set; }

        public bool IsReady { get; set; }

        public LinkedList<Waiter> Waiting { get; } = new();
    }

    private sealed class Waiter
    {
        public TaskCompletionSource Given { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public LinkedListNode<Waiter>? Place { get; set; }
    }
}
