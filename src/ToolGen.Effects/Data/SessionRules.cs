using System;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Effects.Tools;

namespace ToolGen.Effects.Data;

/// <summary>What holds for one session, whatever its database: the caps of its call, and how long it may take.</summary>
/// <param name="limits">Of the call.</param>
/// <param name="database">The database's logical name.</param>
/// <param name="writes">Whether rows may be changed.</param>
/// <param name="count">Is told of each statement before it runs.</param>
/// <param name="closed">Is told once that the session ended.</param>
/// <param name="ended">Fires when the host has ended the call.</param>
internal sealed class SessionRules(ToolLimits limits, string database, bool writes, Action count, Action closed, CancellationToken ended = default)
{
    /// <summary>Bytes of one value, of a parameter too.</summary>
    public const int MaximumValue = 8 << 20;

    /// <summary>Bytes of all values of a session.</summary>
    private const long MaximumBytes = 64 << 20;

    /// <summary>Milliseconds that a statement has to notice that its time is over.</summary>
    private const int Grace = 50;

    private readonly long end = Environment.TickCount64 + (long)Math.Min(limits.Timeout.TotalMilliseconds, int.MaxValue);
    private Action? closed = closed;
    private Timer? timer;
    private CancellationTokenRegistration registration;
    private long bytes;

    public string Database { get; } = database;

    public bool Writes { get; } = writes;

    /// <summary>Milliseconds that are left, at least 1.</summary>
    public int Left => (int)Math.Max(1, this.end - Environment.TickCount64);

    /// <summary>Whether its time is over.</summary>
    public bool IsOver => Environment.TickCount64 >= this.end;

    public void CountStatement() => count();

    /// <summary>Refuses what a call that the host has ended still asks of its session: changes it made may not last.</summary>
    public void RequireOpen() => CallTree.RequireOpen(ended);

    /// <summary>Says that one row more is held.</summary>
    /// <param name="rows">Rows with it.</param>
    public void CountRow(int rows)
    {
        if (rows > limits.Rows) throw new ToolException(ToolErrorCodes.Limit, $"the statement gives more than {limits.Rows} rows; narrow it, add a LIMIT, or raise limits.rows");
    }

    /// <summary>Says that a value is about to be held.</summary>
    public void CountBytes(long count)
    {
        if (count > MaximumValue) throw new ToolException(ToolErrorCodes.Limit, $"a value has more than {MaximumValue >> 20} MiB");
        if (Interlocked.Add(ref this.bytes, count) > MaximumBytes) throw new ToolException(ToolErrorCodes.Limit, $"the values together have more than {MaximumBytes >> 20} MiB; select fewer columns or rows");
    }

    /// <summary>Ends the session when its time or its call is over and nobody did: a tool that forgets it keeps no lock, and no connection of the host.</summary>
    /// <param name="end">Rolls back.</param>
    public void EndWith(Func<ValueTask> end)
    {
        this.timer = new(
            async _ =>
            {
                try
                {
                    await end().ConfigureAwait(false);
                }
                catch (Exception e) when (e is not OutOfMemoryException)
                {
                    // A driver that fails on its way out, here where nobody listens, would else end the process.
                }
            },
            null,
            this.Left + (long)Grace,
            Timeout.Infinite);

        // On a thread of its own: a statement that is under way holds the session.
        this.registration = ended.UnsafeRegister(FireNow, this.timer);
    }

    private static void FireNow(object? timer)
    {
        try
        {
            ((Timer)timer!).Change(0, Timeout.Infinite);
        }
        catch (ObjectDisposedException)
        {
            // It closed at the same moment.
        }
    }

    public void Closed()
    {
        // Not waited for: it may be this very thread that ends the call.
        this.registration.Unregister();
        this.timer?.Dispose();
        Interlocked.Exchange(ref this.closed, null)?.Invoke();
    }

    /// <summary>What a statement in a session that has ended gets.</summary>
    public ToolException Ended() => this.IsOver
        ? new(ToolErrorCodes.Timeout, $"the session of the database {this.Database} was open longer than the call may take, and has ended")
        : new(ToolErrorCodes.Denied, "this session of the database has ended");

    public ToolException TimedOut() => new(ToolErrorCodes.Timeout, $"the statement ran longer than the {limits.Timeout.TotalSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture)} s of the call");
}
