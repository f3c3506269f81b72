using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Sandbox.Broker;
using ToolGen.Sandbox.Isolation;
using ToolGen.Sandbox.Protocol;

namespace ToolGen.Sandbox.Link;

/// <summary>
/// One worker as the host holds it: blank, then bound to one assembly, running one call at a time. Whatever it says that no worker
/// says ends it; it is never used after that.
/// </summary>
internal sealed partial class SandboxWorker : IDisposable
{
    /// <summary>What a call may take to end itself when it has to.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(15);

    /// <summary>Threads that a runtime starts while it runs calls: of its pool, at most eight of them as many as processors, and a few that compile, wait and collect.</summary>
    private static readonly int MostThreads = Math.Min(Environment.ProcessorCount, 8) + 4;

    /// <summary>Frames of calls that ended: a few may have been on their way.</summary>
    private const int MaximumStrays = 256;

    private readonly TaskCompletionSource bound = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly object gate = new();
    private readonly TaskCompletionSource hello = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly FrameInput input;
    private readonly Outbox outbox;
    private readonly IWorkerProcess process;
    private WorkerCall? call;
    private CallEnd? dead;
    private int next, strays;
    private int? threads;
    private bool isBinding;
    private TimeSpan processor = TimeSpan.MaxValue;

    public SandboxWorker(IWorkerProcess process, IsolationLevel level)
    {
        this.process = process;
        this.Level = level;
        this.outbox = new(process.Input);
        this.input = new(process.Output, kind => FrameLimits.FromWorker(kind, Volatile.Read(ref this.call)?.Limits.OutputBytes ?? 0));

        // A worker serves many; none of their flows is its own.
        using (ExecutionContext.SuppressFlow()) _ = Task.Run(this.ReadAsync);
    }

    public int Id => this.process.Id;

    public IsolationLevel Level { get; }

    /// <summary>Calls so far.</summary>
    public int Calls => this.next;

    public TimeSpan Processor => this.process.Processor;

    /// <summary>Whether it has more threads than a runtime needs: calls left some behind.</summary>
    public bool HasMoreThreads => this.threads is { } before && ProcessStatus.ThreadsOf(this.Id) is { } now && now > before + MostThreads;

    public bool IsAlive
    {
        get { lock (this.gate) return this.dead is null; }
    }

    /// <summary>Ends with the process.</summary>
    public Task Exited => this.process.Exited;

    /// <summary>Ends when it is confined and waits.</summary>
    /// <exception cref="WorkerFaultException">It is gone.</exception>
    public Task ReadyAsync(TimeSpan limit) => this.WithinAsync(this.hello.Task, limit, "did not start", CancellationToken.None);

    /// <summary>Loads its only assembly of tools, and what that refers to.</summary>
    /// <exception cref="WorkerFaultException">It is gone, or could not.</exception>
    /// <exception cref="OperationCanceledException">The caller gives it up; it is of no use to others.</exception>
    public async Task BindAsync(ReadOnlyMemory<byte> image, IReadOnlyList<SandboxLibrary> libraries, WorkerLimits limits, TimeSpan limit, CancellationToken cancellationToken)
    {
        this.process.Limit(limits);
        this.processor = limits.Processor;
        this.isBinding = true;
        var frame = new FrameWriter(FrameKind.Bind, image.Length + 8 + libraries.Sum(library => library.Image.Length + (3 * library.Name.Length) + 8)).Bytes(image.Span).Int(libraries.Count);
        foreach (var library in libraries) frame.Text(library.Name).Bytes(library.Image.Span);
        this.outbox.Send(frame.End());
        await this.WithinAsync(this.bound.Task, limit, "did not load its tool", cancellationToken).ConfigureAwait(false);
        this.threads = ProcessStatus.ThreadsOf(this.Id);
    }

    /// <summary>Runs a call.</summary>
    /// <param name="typeName">The tool's class.</param>
    /// <param name="variant">Which of the variants that the assembly holds; 0: the tool itself.</param>
    /// <param name="arguments">JSON; the tool checks it.</param>
    /// <param name="limits">The tool's.</param>
    /// <param name="output">What its output is held to.</param>
    /// <param name="context">What its effects are served from.</param>
    /// <param name="cancellationToken">The caller gives it up.</param>
    public async Task<CallEnd> CallAsync(string typeName, int variant, ReadOnlyMemory<byte> arguments, ToolLimits limits, OutputSchema output, ToolContext context, CancellationToken cancellationToken)
    {
        var call = new WorkerCall(++this.next, limits, output, new EffectBroker(context, this.outbox));
        lock (this.gate)
        {
            if (this.dead is { } end) return end;
            this.call = call;
        }

        this.outbox.Send(new FrameWriter(FrameKind.Call, arguments.Length + typeName.Length + 20).Int(call.Id).Text(typeName).Int(variant).Bytes(arguments.Span).End());
        using (var late = new Timer(static state => ((Late)state!).End(), new Late(this, call), Wait(limits.Timeout), Timeout.InfiniteTimeSpan))
        using (cancellationToken.UnsafeRegister(static state => ((Late)state!).Cancel(), new Late(this, call)))
        {
            var end = await call.Ended.ConfigureAwait(false);
            await call.Effects.EndAsync().ConfigureAwait(false);
            return end;
        }
    }

    public void Dispose() => this.Fail(CallEnd.Failed(SandboxEnd.Canceled, ToolErrorCodes.Canceled, "the sandbox was closed"));

    /// <summary>Ends it for good, and its call with it.</summary>
    private void Fail(CallEnd end)
    {
        WorkerCall? running;
        lock (this.gate)
        {
            if (this.dead is not null) return;
            this.dead = end;
            running = this.call;
        }

        this.process.Kill();
        this.outbox.Close();
        var fault = new WorkerFaultException(end);
        this.hello.TrySetException(fault);
        this.bound.TrySetException(fault);
        _ = this.hello.Task.Exception;
        _ = this.bound.Task.Exception;
        running?.End(end);
        this.process.Dispose();
    }

    private async Task WithinAsync(Task task, TimeSpan limit, string what, CancellationToken cancellationToken)
    {
        try
        {
            await task.WaitAsync(limit, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            this.Dispose();
            throw;
        }
        catch (TimeoutException)
        {
            this.Fail(CallEnd.Failed(SandboxEnd.NotStarted, ToolErrorCodes.Unavailable, $"a worker {what} within {limit.TotalSeconds:0.#} s"));
            await task.ConfigureAwait(false);
        }
    }

    private static CallEnd TimedOut(WorkerCall call) =>
        CallEnd.Failed(SandboxEnd.TimedOut, ToolErrorCodes.Timeout, string.Create(CultureInfo.InvariantCulture, $"the tool ran longer than {call.Limits.Timeout.TotalSeconds} s"));

    private static TimeSpan Wait(TimeSpan limit) => limit.TotalMilliseconds is < 0 or > uint.MaxValue - 2 ? Timeout.InfiniteTimeSpan : limit;

    /// <summary>Asks a call to end, and sees to it that it does.</summary>
    private sealed class Late(SandboxWorker worker, WorkerCall call)
    {
        public void End()
        {
            call.IsLate = true;
            _ = this.EndAsync(TimedOut(call));
        }

        public void Cancel()
        {
            call.IsCanceled = true;
            _ = this.EndAsync(CallEnd.Failed(SandboxEnd.Canceled, ToolErrorCodes.Canceled, "the call was canceled"));
        }

        private async Task EndAsync(CallEnd end)
        {
            worker.outbox.Send(new FrameWriter(FrameKind.Cancel, 4).Int(call.Id).End());
            call.Effects.Stop();
            await Task.WhenAny(call.Ended, Task.Delay(Grace)).ConfigureAwait(false);
            if (!call.HasEnded) worker.Fail(end);
        }
    }
}

/// <summary>A worker is gone.</summary>
internal sealed class WorkerFaultException(CallEnd end) : Exception(end.Reason)
{
    public CallEnd End => end;
}
