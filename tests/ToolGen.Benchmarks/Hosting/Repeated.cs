using System;
using System.Diagnostics;
using System.Threading.Tasks;

namespace ToolGen.Benchmarks.Hosting;

/// <summary>One call, many times one after another; each has to succeed.</summary>
internal sealed class Repeated(Func<ValueTask<ToolResult>> call)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(1_000);

    // Code is compiled again, faster, beside the work and by the clock.
    public async Task WarmAsync()
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmUp;) await this.RunAsync(200);
    }

    /// <summary>How many take so many milliseconds.</summary>
    public async Task<int> CountAsync(double milliseconds)
    {
        var least = double.MaxValue;
        for (var i = 0; i < 5; i++) least = Math.Min(least, await this.NanosecondsAsync(500));
        return Math.Max(50, (int)(milliseconds * 1_000_000 / Math.Max(least, 1)));
    }

    /// <summary>Of the processor, a call: what else runs on the machine stays out of it, threads of this process do not.</summary>
    public async Task<double> NanosecondsAsync(int times)
    {
        var start = Environment.CpuUsage.TotalTime;
        await this.RunAsync(times);
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds * 1_000_000 / times;
    }

    /// <summary>Bytes that a call takes from the heap.</summary>
    public async Task<double> BytesAsync()
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await this.RunAsync(1_000);
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / 1_000d;
    }

    private async Task RunAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            var result = await call();
            if (result.IsError) throw new InvalidOperationException(result.Errors[0].Message);
        }
    }
}
