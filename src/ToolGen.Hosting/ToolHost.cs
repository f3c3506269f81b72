using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Effects;
using ToolGen.Hosting.Counting;
using ToolGen.Hosting.Limits;
using ToolGen.Hosting.Places;
using ToolGen.Hosting.Recording;
using ToolGen.Hosting.Telemetry;
using ToolGen.Hosting.Versions;

namespace ToolGen.Hosting;

/// <summary>The host of an application: what <c>services.AddToolGen(…)</c> makes, and what can be made by hand.</summary>
public sealed class ToolHost : IToolHost, IAsyncDisposable
{
    private static readonly TimeSpan LongestClosing = TimeSpan.FromSeconds(5);

    private readonly IToolApproval? approval;
    private readonly CallCounters counters = new();
    private readonly ToolEffects effects;
    private readonly CallGate gate;
    private readonly Action<string>? log;
    private readonly IToolPlace[] places;
    private readonly IToolPolicy policy;
    private readonly ICallRecorder recorder;
    private readonly ToolShelf shelf = new();
    private readonly TimeProvider time;
    private readonly CallWatch watch;
    private volatile bool isClosing;
    private volatile string? lost;
    private int inside;

    /// <param name="grants">What the logical names of specs are bound to.</param>
    /// <param name="options">How tools are run; null: the defaults, but no file of records.</param>
    /// <param name="parts">What an application brings of its own; null: nothing.</param>
    public ToolHost(Grants grants, ToolHostOptions? options = null, ToolHostParts? parts = null)
    {
        ArgumentNullException.ThrowIfNull(grants);
        options ??= new() { Records = null };
        parts ??= new();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaximumCalls, 1);
        this.gate = new(options);
        this.watch = new(options.Grace);
        this.policy = parts.Policy ?? new RulePolicy(options.Rules);
        this.approval = parts.Approval;
        this.places = [.. parts.Places, new InProcess()];
        this.recorder = parts.Recorder ?? (options.Records is null ? new NoRecorder() : new JsonLinesRecorder(options.Records));
        this.log = parts.Log;
        var effectsOptions = parts.Effects ?? new();
        this.time = effectsOptions.Time;
        this.effects = new(grants, effectsOptions with { FindTool = effectsOptions.FindTool ?? this.shelf.Find });
    }

    /// <inheritdoc/>
    public IReadOnlyList<Tool> Tools => this.shelf.Newest;

    /// <inheritdoc/>
    public IReadOnlyList<ToolUsage> Usage => this.counters.Usage;

    /// <summary>Why the host cannot record, and so refuses calls; null: it can.</summary>
    internal string? RecordingFault => this.lost ?? this.recorder.Fault;

    /// <inheritdoc/>
    public void Add(ToolCatalog catalog) => this.shelf.Add(catalog);

    /// <inheritdoc/>
    public IToolbox For(ToolCaller caller) => new HostToolbox(this, caller);

    /// <inheritdoc/>
    public async ValueTask<ToolResult> CallAsync(string reference, ReadOnlyMemory<byte> arguments, ToolCaller caller, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(caller);
        Interlocked.Increment(ref this.inside);
        try
        {
            var call = new HostedCall(reference, arguments, caller, this.time.GetUtcNow());
            using var activity = HostTelemetry.Begin(reference);
            var result = await this.ResultAsync(call, cancellationToken).ConfigureAwait(false);
            var ticks = Stopwatch.GetTimestamp() - call.Start;
            var record = call.Record(result, Stopwatch.GetElapsedTime(0, ticks), this.recorder.Arguments);
            if (call.Tool is { } tool) this.counters.Count(tool, record.Fault, ticks);
            await this.RecordAsync(record).ConfigureAwait(false);
            HostTelemetry.End(activity, record);
            return result;
        }
        finally
        {
            Interlocked.Decrement(ref this.inside);
        }
    }

    /// <summary>Refuses new calls, waits for those that run, at most five seconds, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        this.isClosing = true;
        for (var start = Stopwatch.GetTimestamp(); Volatile.Read(ref this.inside) > 0 && Stopwatch.GetElapsedTime(start) < LongestClosing;)
            await Task.Delay(5).ConfigureAwait(false);
        await this.effects.DisposeAsync().ConfigureAwait(false);
        if (this.recorder is IAsyncDisposable closing) await closing.DisposeAsync().ConfigureAwait(false);
        this.gate.Dispose();
    }

    /// <summary>What there is to be seen of <see cref="Tools"/>; another object after each change.</summary>
    internal IReadOnlyList<ToolDescriptor> Descriptors => this.shelf.Descriptors;

    /// <summary>The highest version that a reference takes; null where there is none.</summary>
    internal Tool? Find(string reference) => this.shelf.Find(reference);

    /// <summary>What the policy says of a tool.</summary>
    internal PolicyDecision Decide(ToolDescriptor tool, ToolCaller caller) => this.policy.Decide(tool, caller);

    private async ValueTask<ToolResult> ResultAsync(HostedCall call, CancellationToken cancellationToken)
    {
        try
        {
            return await this.DecideAsync(call, cancellationToken).ConfigureAwait(false) ?? await this.RunAsync(call, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A policy, an approval or a place of the application that throws is a refusal; its text is for the log.
            this.log?.Invoke($"{call.Reference}: {e}");
            return call.Refuse(ToolErrorCodes.Internal, $"the host failed with {e.GetType().Name}");
        }
    }

    private async ValueTask RecordAsync(CallRecord record)
    {
        try
        {
            await this.recorder.RecordAsync(record).ConfigureAwait(false);

            // The refusals of a host that can't record are recorded, too: the first one that is lets calls in again.
            this.lost = null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // What this call did is done; no other is made until a record is kept again.
            this.lost = $"the recorder failed with {e.GetType().Name}";
            this.log?.Invoke($"{record.Reference}: {e}");
        }
    }

    /// <summary>Version, policy, place.</summary>
    /// <returns>The refusal; null: it goes on.</returns>
    private async ValueTask<ToolResult?> DecideAsync(HostedCall call, CancellationToken cancellationToken)
    {
        if (this.isClosing) return call.Refuse(ToolErrorCodes.Unavailable, "this host is closing");
        if (this.RecordingFault is { } fault) return call.Refuse(ToolErrorCodes.Unavailable, $"this host calls no tools while it cannot record: {fault}");
        if (this.shelf.Find(call.Reference) is not { } tool) return call.Refuse(ToolErrorCodes.NotFound, NotFound.Message(call.Reference, this.For(call.Caller).Tools));
        call.Tool = tool;
        var decision = this.policy.Decide(tool.Descriptor, call.Caller);
        if (decision.Verdict == PolicyVerdict.Deny) return call.Refuse(ToolErrorCodes.Denied, $"this host does not let {call.Caller.Name} call {tool.Descriptor.Name}: {decision.Reason}");
        if (decision.Verdict == PolicyVerdict.Ask)
        {
            if (this.approval is null) return call.Refuse(ToolErrorCodes.Denied, $"{tool.Descriptor.Name} wants a person's yes, and this host has nobody to ask: {decision.Reason}");
            if (!await this.approval.AskAsync(tool.Descriptor, call.Arguments, call.Caller, cancellationToken).ConfigureAwait(false))
                return call.Refuse(ToolErrorCodes.Denied, $"a person said no to this call of {tool.Descriptor.Name}");
        }

        call.Place = Array.Find(this.places, place => place.Takes(tool));
        return call.Place is null ? call.Refuse(ToolErrorCodes.Denied, Nowhere(tool)) : null;
    }

    /// <summary>Limits, call.</summary>
    private async ValueTask<ToolResult> RunAsync(HostedCall call, CancellationToken cancellationToken)
    {
        try
        {
            if (!await this.gate.EnterAsync(cancellationToken).ConfigureAwait(false)) return call.Refuse(ToolErrorCodes.Unavailable, "this host is busy: try again later");
        }
        catch (OperationCanceledException)
        {
            return call.Refuse(ToolErrorCodes.Canceled, "the call was canceled while it waited for its turn");
        }

        HostTelemetry.Enter();
        try
        {
            call.Context = this.effects.For(call.Tool!, this.log, this.FinderFor(call));
            return await this.watch.RunAsync(call, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // A run that was left holds its turn until it ends: otherwise a host fills up with what nobody counts.
            if (call.Left is null) this.Leave();
            else _ = call.Left.ContinueWith(static (_, host) => ((ToolHost)host!).Leave(), this, TaskScheduler.Default);
        }
    }

    private void Leave()
    {
        HostTelemetry.Leave();
        try
        {
            this.gate.Leave();
        }
        catch (ObjectDisposedException)
        {
            // The host closed before its last tool ended.
        }
    }

    private static string Nowhere(Tool tool) => $"{tool.Descriptor.Name} is not compiled into this application, and it has no other place to run it";

    /// <summary>What a tool calls, the policy decides too, by the caller of the whole.</summary>
    private Func<string, Tool?>? FinderFor(HostedCall call)
    {
        if (!call.Tool!.Descriptor.Capabilities.Any(static capability => capability.StartsWith("tool ", StringComparison.Ordinal))) return null;
        return reference =>
        {
            if (this.shelf.Find(reference) is not { } tool) return null;
            var decision = this.policy.Decide(tool.Descriptor, call.Caller);
            if (decision.Verdict != PolicyVerdict.Allow)
                throw new ToolException(ToolErrorCodes.Denied, $"this host does not let {call.Caller.Name} call {tool.Descriptor.Name} through another tool: {decision.Reason}");
            return Array.Find(this.places, place => place.Takes(tool)) switch
            {
                null => throw new ToolException(ToolErrorCodes.Denied, Nowhere(tool)),
                InProcess => tool,
                var place => new PlacedTool(tool, place),
            };
        };
    }
}
