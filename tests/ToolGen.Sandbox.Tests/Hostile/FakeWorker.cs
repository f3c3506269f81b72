using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Pipelines;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Sandbox.Isolation;
using ToolGen.Sandbox.Protocol;

namespace ToolGen.Sandbox.Tests.Hostile;

/// <summary>A worker that says what its script says: the end of the pipe that an adversary holds.</summary>
internal sealed class FakeWorker : IWorkerProcess
{
    private static int ids;

    private readonly TaskCompletionSource<int> exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Pipe toHost = new();
    private readonly Pipe toWorker = new();

    public FakeWorker(Func<FakeWorker, Task> script)
    {
        this.Input = this.toWorker.Writer.AsStream();
        this.Output = this.toHost.Reader.AsStream();
        _ = Task.Run(() => script(this));
    }

    public int Id { get; } = -Interlocked.Increment(ref ids);

    public Stream Input { get; }

    public Stream Output { get; }

    public string Errors => "";

    public Task<int> Exited => this.exited.Task;

    public TimeSpan Processor => TimeSpan.Zero;

    public bool IsKilled { get; private set; }

    public void Limit(WorkerLimits limits)
    {
    }

    public void Kill()
    {
        this.IsKilled = true;
        this.Exit(137);
    }

    public void Dispose() => this.Kill();

    /// <summary>Ends as a process does.</summary>
    public void Exit(int code)
    {
        this.exited.TrySetResult(code);
        this.toWorker.Reader.Complete();
        this.toHost.Writer.Complete();
    }

    /// <summary>Any bytes.</summary>
    public async Task SendAsync(params byte[] bytes) => await this.toHost.Writer.WriteAsync(bytes);

    public async Task SendAsync(FrameWriter frame) => await this.toHost.Writer.WriteAsync(frame.End());

    /// <summary>The host's next frame.</summary>
    public async Task<(FrameKind Kind, byte[] Fields)> NextAsync()
    {
        var stream = this.toWorker.Reader.AsStream();
        var header = new byte[FrameWriter.Header];
        await stream.ReadExactlyAsync(header);
        var fields = new byte[BinaryPrimitives.ReadInt32LittleEndian(header) - 1];
        await stream.ReadExactlyAsync(fields);
        return ((FrameKind)header[4], fields);
    }

    /// <summary>What every worker says first, until it has its call.</summary>
    public async Task BeginAsync()
    {
        await this.SendAsync(new FrameWriter(FrameKind.Hello).Int(FrameLimits.Protocol));
        await this.NextAsync();
        await this.SendAsync(new FrameWriter(FrameKind.Bound).OptionalText(null));
        await this.NextAsync();
    }

    public Task AnswerAsync(int call, string json = "\"done\"") => this.SendAsync(new FrameWriter(FrameKind.Result).Int(call).Bool(false).Bytes(System.Text.Encoding.UTF8.GetBytes(json)));

    public Task AskAsync(int call, int number, EffectKind kind, Action<FrameWriter>? write = null)
    {
        var frame = new FrameWriter(FrameKind.Effect).Int(call).Int(number).Byte((byte)kind);
        write?.Invoke(frame);
        return this.SendAsync(frame);
    }
}

/// <summary>Starts workers of one script.</summary>
internal sealed class FakeLauncher(Func<FakeWorker, Task> script) : IWorkerLauncher
{
    private int started;

    public IsolationLevel Level => IsolationLevel.Process;

    public int Started => this.started;

    public FakeWorker? Last { get; private set; }

    public IWorkerProcess Start()
    {
        Interlocked.Increment(ref this.started);
        return this.Last = new(script);
    }
}
