using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Sandbox.Isolation;

/// <summary>A worker that this process started, directly or within bubblewrap.</summary>
internal sealed class ProcessWorker : IWorkerProcess
{
    private readonly Process process;
    private readonly ErrorTail errors;
    private readonly IProcessBounds bounds;
    private readonly Lazy<int> id;
    private readonly Lock gate = new();
    private TimeSpan processor;

    /// <summary>Takes over a process that has just been started.</summary>
    /// <param name="process">What was started.</param>
    /// <param name="worker">Finds the worker itself, where another program started it.</param>
    /// <param name="bounds">What it is measured and limited with.</param>
    public ProcessWorker(Process process, Func<int, int> worker, IProcessBounds bounds)
    {
        this.process = process;
        this.bounds = bounds;
        this.id = new(() => worker(process.Id));
        this.errors = new(process.StandardError.BaseStream);
        this.Input = process.StandardInput.BaseStream;
        this.Output = process.StandardOutput.BaseStream;
        this.Exited = this.EndAsync();
    }

    public int Id => this.id.Value;

    public Stream Input { get; }

    public Stream Output { get; }

    public string Errors => this.errors.Text;

    public Task<int> Exited { get; }

    public TimeSpan Processor
    {
        get
        {
            if (this.Exited.IsCompleted || this.bounds.Processor(this.process, this.Id) is not { } now) return this.processor;
            lock (this.gate) return this.processor = now > this.processor ? now : this.processor;
        }
    }

    public void Limit(WorkerLimits limits) => this.bounds.Set(this.process, this.Id, limits, this.Kill);

    public void Kill()
    {
        try
        {
            _ = this.Processor;
            this.bounds.End(this.process);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended by itself, which is what was wanted.
        }
    }

    public void Dispose()
    {
        this.Kill();
        this.Input.Dispose();
        this.Output.Dispose();
    }

    private async Task<int> EndAsync()
    {
        await this.process.WaitForExitAsync().ConfigureAwait(false);
        this.bounds.Dispose();

        // What it said last is on its way; what it left behind and still holds the pipe does not count.
        await Task.WhenAny(this.errors.Ended, Task.Delay(100)).ConfigureAwait(false);
        var code = this.process.ExitCode;
        this.process.StandardError.Dispose();
        return code;
    }
}
