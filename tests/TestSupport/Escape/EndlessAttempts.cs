using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.TestSupport.Escape;

/// <summary>Code that never ends, and code that ends its process.</summary>
internal static class EndlessAttempts
{
    private const string Endless = "endless", Stack = "stack", Fast = "fail-fast";
    private const int Stop = 19, Kill = 9;
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);
    private static readonly (int X64, int Arm64) ThreadKill = (234, 131), Self = (39, 172), Thread1 = (186, 178), ExitGroup = (231, 94), Mask = (14, 135);

    public static Attempt[] All { get; } =
    [
        Never("loop", world =>
        {
            for (var i = 0L; ; i++)
                if (i < 0) return;
        }),
        Never("loop on all processors", world => Parallel.For(0, 64, static _ => Spin())),
        Never("wait", world => Thread.Sleep(Timeout.Infinite)),
        Never("wait that looks at no token", world => new ManualResetEventSlim().Wait()),
        Never("task that nobody ends", world => new TaskCompletionSource().Task.Wait(CancellationToken.None)),
        Never("expression that looks back", world => _ = new Regex("^(a+)+$").IsMatch(new string('a', 64) + "!")),
        Never("expression that was compiled", world => _ = new Regex("^(([a-z])+.)+[A-Z]([a-z])+$", RegexOptions.Compiled).IsMatch(new string('a', 64))),
        Never("query without end", world => _ = Enumerable.Repeat(1, int.MaxValue).Sum(one => Enumerable.Range(0, int.MaxValue).Count(two => two < one))),
        Never("query of queries", world => _ = Enumerable.Range(0, 5_000).SelectMany(_ => Enumerable.Range(0, 5_000)).SelectMany(_ => Enumerable.Range(0, 5_000)).Count(one => one > 0)),
        Never("sequence that makes itself", world => _ = Self1().Count()),
        Never("deadlock", world =>
        {
            var (one, two) = (new object(), new object());
            using var both = new Barrier(2);
            var other = new Thread(() => Cross(two, one, both)) { IsBackground = true };
            other.Start();
            Cross(one, two, both);
        }),
        Never("deadlock with itself", world =>
        {
            using var only = new SemaphoreSlim(1);
            only.Wait(CancellationToken.None);
            only.Wait(CancellationToken.None);
        }),
        Never("big numbers", world => _ = System.Numerics.BigInteger.Pow(7, 100_000_000).IsEven),
        Never("text of numbers", world => _ = System.Numerics.BigInteger.Pow(10, 2_000_000).ToString(System.Globalization.CultureInfo.InvariantCulture).Length),
        Never("sort that never agrees", world => new SortedSet<int>(Enumerable.Range(0, 1_000), Comparer<int>.Create((_, _) =>
        {
            Spin();
            return 0;
        })).Clear()),
        Never("type that never is made", world => Made.Value++),
        Never("handler that swallows its end", world =>
        {
            while (true)
            {
                try
                {
                    world.Token.ThrowIfCancellationRequested();
                }
                catch (OperationCanceledException)
                {
                    // Goes on.
                }
            }
        }),
        Never("stop itself", world =>
        {
            Signal(Stop);
            Thread.Sleep(Timeout.Infinite);
        }),
        Never("block all signals", world =>
        {
            unsafe
            {
                var all = ulong.MaxValue;
                _ = Kernel.Call(Mask, 2, (long)&all, 0, 8);
            }

            Spin();
        }),
        Ends(Stack, "calls itself", world => Deeper(0)),
        Ends(Stack, "calls itself on another thread", world =>
        {
            var thread = new Thread(() => Deeper(0), 256 << 10);
            thread.Start();
            thread.Join();
        }),
        Ends(Stack, "fills its stack at once", world => Fill(64 << 20)),
        Ends(Stack, "compares itself", world => new Loop().Equals(new Loop())),
        Ends(Fast, "fails fast", world => Environment.FailFast("as asked")),
        Ends(Fast, "exits", world => Environment.Exit(0)),
        Ends(Fast, "ends by the kernel", world => Kernel.Call(ExitGroup, 0)),
        Ends(Fast, "ends itself by a signal", world =>
        {
            Signal(Kill);
            Thread.Sleep(Timeout.Infinite);
        }),
        Ends(Fast, "writes where nothing is", world => Marshal.WriteByte(1, 1)),
        Ends(Fast, "throws on another thread", world =>
        {
            var thread = new Thread(() => throw new InvalidOperationException("as asked"));
            thread.Start();
            thread.Join();
            Thread.Sleep(Timeout.Infinite);
        }),
        Ends(Fast, "closes its pipes", world =>
        {
            for (var file = 0; file < 3; file++) _ = Kernel.Call((3, 57), file);
            Thread.Sleep(Timeout.Infinite);
        }),
    ];

    private static Attempt Never(string name, Action<AttemptWorld> make) => new(Endless, name, make) { Sign = AttemptSign.Ended, Time = Short };

    private static Attempt Ends(string kind, string name, Action<AttemptWorld> make) => new(kind, name, make) { Sign = AttemptSign.Ended, Time = TimeSpan.FromSeconds(5) };

    private static void Spin()
    {
        while (true) Thread.SpinWait(1_000);
    }

    private static IEnumerable<int> Self1() => Enumerable.Range(0, int.MaxValue).SelectMany(_ => Self1().Take(int.MaxValue));

    private static void Cross(object first, object second, Barrier both)
    {
        lock (first)
        {
            both.SignalAndWait();
            lock (second) both.SignalAndWait();
        }
    }

    private static void Signal(int signal) => _ = Kernel.Call(ThreadKill, Kernel.Call(Self), Kernel.Call(Thread1), signal);

    private static long Deeper(long depth) => depth < 0 ? depth : Deeper(depth + 1) + Deeper(depth + 2);

    private static unsafe void Fill(int count)
    {
        var filled = stackalloc byte[count];
        new Span<byte>(filled, count).Fill(1);
    }

    private sealed class Loop
    {
        public override bool Equals(object? obj) => obj is Loop other && other.Equals(this);

        public override int GetHashCode() => 0;
    }

    private static class Made
    {
        public static int Value = Endless1();

        private static int Endless1()
        {
            Spin();
            return 0;
        }
    }
}
