using System;
using System.Buffers;
using System.Globalization;
using System.IO;
using System.Runtime.Loader;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.TestSupport.Escape;

/// <summary>What is left for whoever has the process, or the pool, next.</summary>
internal static class PoolAttempts
{
    private const string Kind = "next user";
    private const string Mark = "left by the one before";

    private static string? field;
    private static Thread? thread;

    [ThreadStatic]
    private static string? ofThread;

    public static Attempt[] All { get; } =
    [
        Leaves("field of a class", world => field = Mark, () => field is not null),
        Leaves("field of a thread", world => ofThread = Mark, () => ofThread is not null),
        Leaves("variable of its process", world => Environment.SetEnvironmentVariable("TOOLGEN_TEST_LEFT", Mark), () => Environment.GetEnvironmentVariable("TOOLGEN_TEST_LEFT") is not null),
        Leaves("culture of its process", world => CultureInfo.DefaultThreadCurrentCulture = new CultureInfo("de-DE"), () => CultureInfo.DefaultThreadCurrentCulture is not null),
        Leaves("switch of its process", world => AppContext.SetSwitch("ToolGen.Left", true), () => AppContext.TryGetSwitch("ToolGen.Left", out _)),
        Leaves("data of its process", world => AppDomain.CurrentDomain.SetData("ToolGen.Left", Mark), () => AppDomain.CurrentDomain.GetData("ToolGen.Left") is not null),
        Leaves("buffer of the pool", world =>
        {
            var rented = ArrayPool<byte>.Shared.Rent(4096);
            Encoding.UTF8.GetBytes(Mark, rented);
            ArrayPool<byte>.Shared.Return(rented);
        }, () => Encoding.UTF8.GetString(ArrayPool<byte>.Shared.Rent(4096)).Contains(Mark, StringComparison.Ordinal)),
        Leaves("text that is shared", world => Change("left to be changed"), () => "left to be changed"[0] != 'l'),
        Leaves("words of the console", world => Console.SetOut(new StringWriter()), () => Console.Out is StringWriter),
        Leaves("thread that listens", world => Linger(), () => thread is not null),
        Leaves("pool of threads, narrowed", world => ThreadPool.SetMaxThreads(2, 2), () =>
        {
            ThreadPool.GetMaxThreads(out var workers, out var _);
            return workers == 2;
        }),
        Leaves("way to load assemblies", world => AssemblyLoadContext.Default.Resolving += (_, _) =>
        {
            field = Mark;
            return null;
        }, () => field is not null),
        Leaves("file in its folder", world => File.WriteAllText(Path.Combine(AppContext.BaseDirectory, AttemptWorld.Prefix), Mark), () => File.Exists(Path.Combine(AppContext.BaseDirectory, AttemptWorld.Prefix))),
        Leaves("file in /tmp, left", world => File.WriteAllText($"/tmp/{AttemptWorld.Prefix}-left", Mark), () => File.Exists($"/tmp/{AttemptWorld.Prefix}-left")),
        Leaves("open file", world => _ = new FileStream("/proc/self/status", FileMode.Open, FileAccess.Read), () => field is not null),
        Leaves("context of the one before", world => kept = world.Context, () => kept is not null),
        Stays("thread that computes", world =>
        {
            new Thread(static () =>
            {
                while (true) Thread.SpinWait(1_000);
            }) { IsBackground = true }.Start();
            field = Mark;
        }) with { IsSlow = true },
        Stays("threads that wait for the next", world =>
        {
            for (var one = 0; one < 24; one++) new Thread(static () => Thread.Sleep(Timeout.Infinite)) { IsBackground = true }.Start();
            field = Mark;
        }),
        Stays("call that runs on, canceled", async world =>
        {
            field = Mark;
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
        }),
    ];

    private static ToolContext? kept;

    private static Attempt Leaves(string name, Action<AttemptWorld> make, Func<bool> finds) => new(Kind, name, make) { Sign = AttemptSign.Forgotten, Finds = _ => finds() };

    private static Attempt Stays(string name, Action<AttemptWorld> make) => new(Kind, name, make) { Sign = AttemptSign.Renewed, Finds = _ => field is not null };

    private static Attempt Stays(string name, Func<AttemptWorld, Task> make) => new(Kind, name, make) { Sign = AttemptSign.Renewed, Finds = _ => field is not null, Time = TimeSpan.FromMilliseconds(300) };

    private static unsafe void Change(string text)
    {
        fixed (char* first = text) *first = 'L';
    }

    private static void Linger()
    {
        thread = new Thread(static () => Thread.Sleep(Timeout.Infinite)) { IsBackground = true };
        thread.Start();
    }
}
