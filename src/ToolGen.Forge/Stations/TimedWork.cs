using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Forge.Stations;

/// <summary>Work on one tool that has a time of its own, however many runs it is made of. The clock runs from the start.</summary>
internal sealed class TimedWork : IDisposable
{
    /// <summary>More than a timer takes is no bound.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40);

    private readonly CancellationToken asked;
    private readonly CancellationTokenSource late;
    private readonly TimeSpan time;

    /// <param name="time">What it may take; <see cref="Timeout.InfiniteTimeSpan"/>: as long as it does.</param>
    /// <param name="cancellationToken">Ends it early, with <see cref="OperationCanceledException"/>.</param>
    public TimedWork(TimeSpan time, CancellationToken cancellationToken)
    {
        (this.time, this.asked) = (time, cancellationToken);
        this.late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (time < Longest) this.late.CancelAfter(time == Timeout.InfiniteTimeSpan || time > TimeSpan.Zero ? time : TimeSpan.Zero);
    }

    /// <summary>The time in words.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{this.time.TotalSeconds:0.###} s");

    /// <summary>The time of so many.</summary>
    public static TimeSpan Times(TimeSpan time, int count) => time >= Longest || time == Timeout.InfiniteTimeSpan ? Timeout.InfiniteTimeSpan : time * count;

    /// <summary>Does a part of it.</summary>
    /// <returns>False where the time was over before its end.</returns>
    public async Task<bool> RunAsync(Func<CancellationToken, Task> part)
    {
        try
        {
            await part(this.late.Token);
            return true;
        }
        catch (OperationCanceledException) when (this.late.IsCancellationRequested && !this.asked.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => this.late.Dispose();
}
