using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Sandbox.Isolation;
using ToolGen.Sandbox.Link;
using ToolGen.Sandbox.Pool;

namespace ToolGen.Sandbox;

/// <summary>A tool whose code runs in workers; what it may reach is served from the context of each call, on this side.</summary>
public sealed class SandboxedTool : Tool
{
    private readonly ReadOnlyMemory<byte> image;
    private readonly IReadOnlyList<SandboxLibrary> libraries;
    private readonly WorkerKey key;
    private readonly WorkerLimits workerLimits;
    private readonly string typeName;
    private readonly int variant;

    internal SandboxedTool(Sandbox sandbox, ReadOnlyMemory<byte> image, IReadOnlyList<SandboxLibrary> libraries, string typeName, ToolDescriptor descriptor, ToolLimits limits, WorkerKey key, WorkerLimits workerLimits, int variant)
    {
        this.Sandbox = sandbox;
        this.image = image;
        this.libraries = libraries;
        this.typeName = typeName;
        this.Descriptor = descriptor;
        this.Limits = limits;
        this.key = key;
        this.workerLimits = workerLimits;
        this.variant = variant;
    }

    /// <inheritdoc/>
    public override ToolDescriptor Descriptor { get; }

    /// <inheritdoc/>
    public override ToolLimits Limits { get; }

    /// <summary>Where it runs.</summary>
    internal Sandbox Sandbox { get; }

    /// <inheritdoc/>
    public override async ValueTask<ToolResult> CallAsync(ReadOnlyMemory<byte> arguments, ToolContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var isNested = CallDepth.IsBelow;
        PooledWorker rented;
        try
        {
            rented = await this.Sandbox.Pool.RentAsync(this.key, isNested, this.Limits.Timeout, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return this.Told(CallEnd.Failed(SandboxEnd.Canceled, ToolErrorCodes.Canceled, "the call was canceled"), default, default, context, true);
        }
        catch (WorkerFaultException fault)
        {
            return this.Told(fault.End, default, default, context, true);
        }
        catch (ObjectDisposedException)
        {
            return this.Told(CallEnd.Failed(SandboxEnd.NotStarted, ToolErrorCodes.Unavailable, "this sandbox is closed"), default, default, context, true);
        }

        var isFresh = rented.Worker.Calls == 0;
        var isGood = false;
        try
        {
            var (end, elapsed) = await this.RunAsync(rented, arguments, context, isFresh, cancellationToken).ConfigureAwait(false);
            isGood = end.End is SandboxEnd.Answered or SandboxEnd.Canceled;
            var before = rented.Processor;
            rented.Processor = rented.Worker.Processor;
            return this.Told(end, elapsed, rented.Processor - before, context, isFresh);
        }
        finally
        {
            this.Sandbox.Pool.Return(rented, isGood, isNested);
        }
    }

    private async Task<(CallEnd End, TimeSpan Elapsed)> RunAsync(
        PooledWorker rented, ReadOnlyMemory<byte> arguments, ToolContext context, bool isFresh, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            if (isFresh)
            {
                // What it takes to load a tool is not the tool's time.
                await rented.Worker.BindAsync(this.image, this.libraries, this.workerLimits, this.Sandbox.Options.Start, cancellationToken).ConfigureAwait(false);
                rented.Processor = rented.Worker.Processor;
            }

            start = Stopwatch.GetTimestamp();
            return (await rented.Worker.CallAsync(this.typeName, this.variant, arguments, this.Limits, OutputSchema.Of(this.Descriptor), context, cancellationToken).ConfigureAwait(false), Stopwatch.GetElapsedTime(start));
        }
        catch (OperationCanceledException)
        {
            return (CallEnd.Failed(SandboxEnd.Canceled, ToolErrorCodes.Canceled, "the call was canceled"), Stopwatch.GetElapsedTime(start));
        }
        catch (WorkerFaultException fault)
        {
            return (fault.End, Stopwatch.GetElapsedTime(start));
        }
    }

    private ToolResult Told(CallEnd end, TimeSpan elapsed, TimeSpan processor, ToolContext context, bool isFresh)
    {
        if (end is { End: not (SandboxEnd.Answered or SandboxEnd.Canceled), Reason: { } reason }) context.Log($"{this.Descriptor.Name}: {reason}");
        this.Sandbox.Options.Ran?.Invoke(new(this.Descriptor.Name, this.key.Version, this.key.Caller, this.Sandbox.Level, end.End, elapsed, processor, isFresh) { Reason = end.Reason });
        return end.Result;
    }
}
