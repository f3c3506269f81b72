using System.Threading;
using ToolGen.Effects.Files;

namespace ToolGen.Effects.Tools;

/// <summary>
/// What all calls share that come of one call of a host: a tool that calls tools that call tools stays within one count, however often each of
/// them begins its own limits anew. Thread-safe.
/// </summary>
internal sealed class CallTree
{
    private readonly ToolEffectsOptions options;
    private CancellationTokenSource? source;
    private int isEnded;
    private long calls, requests, statements, outputs;

    public CallTree(ToolEffectsOptions options)
    {
        this.options = options;
        this.Read = new(options.MaximumReadBytes, "are read", nameof(ToolEffectsOptions.MaximumReadBytes), this);
        this.Written = new(options.MaximumWrittenBytes, "are written", nameof(ToolEffectsOptions.MaximumWrittenBytes), this);
    }

    /// <summary>How deep tools may call tools; the tool that the host calls stands at 0.</summary>
    public const int MaximumDepth = 8;

    /// <summary>Bytes read from files.</summary>
    public ByteBudget Read { get; }

    /// <summary>Bytes written to files.</summary>
    public ByteBudget Written { get; }

    /// <summary>Fires when the host has ended the call: what is under way stops, and nothing more begins. Made for who waits; most calls have nothing under way.</summary>
    public CancellationToken Ended
    {
        get
        {
            var source = this.source ?? this.Make();

            // An end that came before there was a source found nothing to fire.
            if (Volatile.Read(ref this.isEnded) != 0) _ = source.CancelAsync();
            return source.Token;
        }
    }

    /// <summary>Ends all effects of the call, once and for good. What waits for it goes on elsewhere: the code of a tool must not hold the one who ends it.</summary>
    public void End()
    {
        Interlocked.Exchange(ref this.isEnded, 1);
        if (Volatile.Read(ref this.source) is { } source) _ = source.CancelAsync();
    }

    /// <summary>Refuses effects of a call that has ended: its code may still run.</summary>
    /// <exception cref="ToolException"><c>canceled</c>.</exception>
    public void RequireOpen() => RequireOpen(Volatile.Read(ref this.isEnded) != 0);

    /// <inheritdoc cref="RequireOpen()"/>
    public static void RequireOpen(CancellationToken ended) => RequireOpen(ended.IsCancellationRequested);

    /// <summary>Counts a call of a tool by a tool.</summary>
    /// <exception cref="ToolException"><c>limit</c>: there are more than the host allows.</exception>
    public void Count() => Count(ref this.calls, this.options.MaximumCalls, "calls of tools", nameof(ToolEffectsOptions.MaximumCalls));

    /// <summary>Counts an HTTP message.</summary>
    public void CountRequest() => Count(ref this.requests, this.options.MaximumRequests, "requests", nameof(ToolEffectsOptions.MaximumRequests));

    /// <summary>Counts a statement.</summary>
    public void CountStatement() => Count(ref this.statements, this.options.MaximumStatements, "statements", nameof(ToolEffectsOptions.MaximumStatements));

    /// <summary>Counts a file that is written.</summary>
    public void CountOutput() => Count(ref this.outputs, this.options.MaximumOutputs, "output files", nameof(ToolEffectsOptions.MaximumOutputs));

    private static void RequireOpen(bool isEnded)
    {
        if (isEnded) throw new ToolException(ToolErrorCodes.Canceled, "the host has ended this call: it has no more effects");
    }

    private CancellationTokenSource Make()
    {
        var made = new CancellationTokenSource();
        return Interlocked.CompareExchange(ref this.source, made, null) ?? made;
    }

    private static void Count(ref long count, int maximum, string what, string option)
    {
        if (Interlocked.Increment(ref count) > maximum)
            throw new ToolException(ToolErrorCodes.Limit, $"more than {maximum} {what} came of one call; ask for less, or let the host raise {option}");
    }
}
