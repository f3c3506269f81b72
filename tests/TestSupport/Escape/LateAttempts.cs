using System;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.TestSupport.Escape;

/// <summary>Code that waits for the end of its call, or of its process, to go on.</summary>
internal static class LateAttempts
{
    public const string Kind = "after the end";

    private static readonly TimeSpan Later = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    public static Attempt[] All { get; } =
    [
        Leaves("thread that has effects", world => new Thread(() => After(world)) { IsBackground = true }.Start()),
        Leaves("thread that keeps its process", world => new Thread(() => After(world)) { IsBackground = false }.Start()),
        Leaves("task that nobody waits for", world => _ = Task.Run(() => After(world), CancellationToken.None)),
        Leaves("timer", world =>
        {
            var timer = new Timer(_ => world.Context.Log(Late), null, Later, Later);
            GCHandle.Alloc(timer);
        }),
        Leaves("finalizer that has effects", world => Dropped(() => After(world))),
        Leaves("finalizer that makes itself again", world => _ = new Undying(world)),
        Leaves("finalizer that never ends", world => Dropped(static () => Thread.Sleep(Timeout.Infinite))),
        Leaves("end of its process, used", world => AppDomain.CurrentDomain.ProcessExit += (_, _) => After(world)),
        Leaves("signal to end, used", world => PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => After(world))),
        Leaves("fault that is not seen", world => TaskScheduler.UnobservedTaskException += (_, _) => After(world)),
        Leaves("load of another assembly, used", world => AppDomain.CurrentDomain.AssemblyLoad += (_, _) => world.Context.Log("loads")),
        Leaves("request that comes back late", world => _ = world.Context.Http.SendAsync(new("GET", "https://a.example/"), CancellationToken.None).AsTask()
            .ContinueWith(_ => After(world), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default)),
        Overruns("finalizer after its time", world =>
        {
            Dropped(() => After(world));
            GC.Collect();
            Thread.Sleep(Timeout.Infinite);
        }),
        Overruns("use of the token's end", world =>
        {
            world.Token.Register(() => After(world));
            Thread.Sleep(Timeout.Infinite);
        }),
        Overruns("block that runs at the end", world =>
        {
            try
            {
                Thread.Sleep(Timeout.Infinite);
            }
            finally
            {
                After(world);
            }
        }),
        Overruns("end of its process, held", world =>
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Thread.Sleep(Timeout.Infinite);
            Environment.Exit(0);
        }),
    ];

    /// <summary>What a line begins with that may not be noted.</summary>
    public const string Late = "late";

    private static Attempt Leaves(string name, Action<AttemptWorld> make) => new(Kind, name, world =>
    {
        make(world);
        GC.Collect();
    })
    { Sign = AttemptSign.Silent };

    private static Attempt Overruns(string name, Action<AttemptWorld> make) => new(Kind, name, make) { Sign = AttemptSign.Ended, Time = Short };

    /// <summary>Has effects for as long as it can, once its call is over.</summary>
    private static void After(AttemptWorld world)
    {
        Thread.Sleep(Later);
        while (true)
        {
            try
            {
                world.Context.Log(Late);
                _ = world.Context.Files.OpenRead("data/a.txt").ReadByte();
                world.Context.Log(Late);
            }
            catch (Exception e) when (e is ToolException or OperationCanceledException)
            {
                Thread.Yield();
            }
        }
    }

    private static void Dropped(Action last) => _ = new Last(last);

    private sealed class Last(Action last)
    {
        ~Last() => last();
    }

    private sealed class Undying(AttemptWorld world)
    {
        ~Undying()
        {
            world.Context.Log(Late + " again");
            GC.ReRegisterForFinalize(this);
        }
    }
}
