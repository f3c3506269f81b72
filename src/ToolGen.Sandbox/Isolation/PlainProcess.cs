using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Sandbox.Isolation;

/// <summary>A worker that is a plain process.</summary>
internal sealed class PlainProcess : IWorkerProcess
{
    private readonly ErrorTail errors;
    private readonly Process process;
    private int isKilled;
    private TimeSpan processor;

    public PlainProcess(ProcessStartInfo info)
    {
        this.process = Process.Start(info)!;
        this.Id = this.process.Id;
        this.Input = this.process.StandardInput.BaseStream;
        this.Output = this.process.StandardOutput.BaseStream;
        this.errors = new(this.process.StandardError.BaseStream);
        this.Exited = this.ExitedAsync();
    }

    public int Id { get; }

    public Stream Input { get; }

    public Stream Output { get; }

    public string Errors => this.errors.Text;

    public Task<int> Exited { get; }

    public TimeSpan Processor
    {
        get
        {
            try
            {
                if (!this.Exited.IsCompleted) this.processor = this.process.TotalProcessorTime;
            }
            catch (Exception e) when (e is InvalidOperationException or Win32Exception)
            {
                // It ended meanwhile: what was read last is what is known.
            }

            return this.processor;
        }
    }

    /// <summary>A plain process is held by its heap's ceiling and its deadline alone.</summary>
    public void Limit(WorkerLimits limits)
    {
    }

    public void Kill()
    {
        if (Interlocked.Exchange(ref this.isKilled, 1) != 0) return;
        try
        {
            _ = this.Processor;
            this.process.Kill(entireProcessTree: true);
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

    private async Task<int> ExitedAsync()
    {
        await this.process.WaitForExitAsync().ConfigureAwait(false);

        // What it said last is on its way; what it left behind and still holds the pipe does not count.
        await Task.WhenAny(this.errors.Ended, Task.Delay(100)).ConfigureAwait(false);
        var code = this.process.ExitCode;
        this.process.Dispose();
        return code;
    }
}
