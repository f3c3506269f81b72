using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.TestSupport.Escape;

/// <summary>Memory, threads and other things of which a machine has only so many. Each stops by itself far beyond what a tool may have, and was let through then.</summary>
internal static class MemoryAttempts
{
    public const string Memory = "memory", Threads = "threads";
    private const int Chunk = 4 << 20, Chunks = 256, MostThreads = 1_000, MostFiles = 5_000;
    private const long Pages = 64L << 30, PageOfTables = 2 << 20;
    private const int Read = 1, ReadAndWrite = 3, Shared = 0x21, Own = 0x22 | 0x4000, DropPages = 4;

    private static readonly (int X64, int Arm64) Map = (9, 222), Advise = (28, 233), Remap = (25, 216), MemoryFile = (319, 279), Length = (77, 46), Lock = (149, 228), Pipe = (293, 59), Write = (1, 64), Descriptor = (72, 25);

    public static Attempt[] All { get; } =
    [
        Bomb("arrays", () => Touched(new byte[Chunk])),
        Bomb("arrays that are pinned", () => Touched(GC.AllocateArray<byte>(Chunk, pinned: true))),
        Bomb("texts", () => new string('x', Chunk / 2)),
        Bomb("small objects", () =>
        {
            var list = new List<object>(Chunk / 64);
            while (list.Count < Chunk / 64) list.Add(new byte[32]);
            return list;
        }),
        Bomb("native memory", () => Touched(Allocated())),
        Bomb("mapped memory", () => Touched((nint)Kernel.Need(Map, 0, Chunk, ReadAndWrite, Own, -1))),
        Bomb("shared memory mapped", () => Touched((nint)Kernel.Need(Map, 0, Chunk, ReadAndWrite, Shared, -1))),
        Bomb("shared memory, its pages given back", () =>
        {
            var at = Touched((nint)Kernel.Need(Map, 0, Chunk, ReadAndWrite, Shared, -1));
            _ = Kernel.Need(Advise, at, Chunk, DropPages);
            return at;
        }),
        Bomb("memory that grows", () => Touched((nint)Kernel.Need(Remap, Kernel.Need(Map, 0, Chunk / 2, ReadAndWrite, Own, -1), Chunk / 2, Chunk, 1))),
        Bomb("file of memory, filled", () =>
        {
            var file = Kernel.Need(MemoryFile, Kernel.Text("a"));
            _ = Kernel.Need(Length, file, Chunk);
            return Touched((nint)Kernel.Need(Map, 0, Chunk, ReadAndWrite, 1, file));
        }),
        new(Memory, "tables of pages", world =>
        {
            // Pages that are only read are all the same one; where they stand is not.
            GC.KeepAlive(Sum((nint)Kernel.Need(Map, 0, Pages * 8, Read, Own, -1)));
        }) { Sign = AttemptSign.Ended },
        Bomb("locked memory", () =>
        {
            var at = Touched((nint)Kernel.Need(Map, 0, Chunk, ReadAndWrite, Own, -1));
            _ = Kernel.Need(Lock, at, Chunk);
            return at;
        }),
        Bomb("stacks", () =>
        {
            var thread = new Thread(() => Deep(new ManualResetEventSlim()), Chunk) { IsBackground = true };
            thread.Start();
            return thread;
        }),
        new(Memory, "files of memory in /dev/shm", world =>
        {
            for (var one = 0; one < 16; one++) File.WriteAllBytes($"/dev/shm/{AttemptWorld.Prefix}-{one}", new byte[Chunk]);
        }),
        new(Memory, "full pipes", world =>
        {
            for (var one = 0; one < MostFiles; one++)
            {
                var end = NewPipe(nonBlocking: 0x800);
                _ = Kernel.Call(Descriptor, end, 1031, 1 << 20);
                while (Kernel.Call(Write, end, Kernel.Buffer, 4096) > 0)
                {
                }
            }
        }) { Sign = AttemptSign.Ended },
        new(Memory, "larger pipes", world => _ = Kernel.Need(Descriptor, NewPipe(0), 1031, 1 << 20)) { Sign = AttemptSign.Ended },
        new(Memory, "open files", world =>
        {
            var held = new List<FileStream>();
            while (held.Count < MostFiles) held.Add(File.OpenRead("/proc/self/status"));
        }) { Sign = AttemptSign.Ended },
        new(Threads, "threads that wait", world =>
        {
            var never = new ManualResetEventSlim();
            for (var one = 0; one < MostThreads; one++) new Thread(never.Wait, 64 << 10) { IsBackground = true }.Start();
            Thread.Sleep(1_000);
        }) { Sign = AttemptSign.Ended },
        new(Threads, "threads that compute", async world =>
        {
            for (var one = 0; one < MostThreads; one++) new Thread(Spin, 64 << 10) { IsBackground = true }.Start();
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
        }) { Sign = AttemptSign.Ended, Time = TimeSpan.FromSeconds(1) },
        new(Threads, "work that holds the pool", async world =>
        {
            var never = new ManualResetEventSlim();
            for (var one = 0; one < 10_000; one++) _ = Task.Run(never.Wait, CancellationToken.None);
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
        }) { Sign = AttemptSign.Ended, Time = TimeSpan.FromSeconds(1) },
        new(Threads, "work without end", async world =>
        {
            while (true) ThreadPool.UnsafeQueueUserWorkItem(static _ => Thread.SpinWait(100), null);
        }) { Sign = AttemptSign.Ended, Time = TimeSpan.FromSeconds(2) },
    ];

    private static Attempt Bomb(string name, Func<object> make) => new(Memory, name, world =>
    {
        var held = new List<object>(Chunks);
        while (held.Count < Chunks) held.Add(make());

        // Held long enough to be seen by who looks now and then.
        Thread.Sleep(200);
        GC.KeepAlive(held);
    })
    { Sign = AttemptSign.Ended };

    private static byte[] Touched(byte[] chunk)
    {
        chunk.AsSpan().Fill(1);
        return chunk;
    }

    private static unsafe nint Allocated() => (nint)NativeMemory.Alloc(Chunk);

    private static unsafe int Sum(nint at)
    {
        var sum = 0;
        for (var offset = 0L; offset < Pages * 8; offset += PageOfTables) sum += ((byte*)at)[offset];
        return sum;
    }

    private static unsafe int NewPipe(int nonBlocking)
    {
        var ends = stackalloc int[2];
        _ = Kernel.Need(Pipe, (long)ends, nonBlocking);
        return ends[1];
    }

    private static unsafe nint Touched(nint at)
    {
        new Span<byte>((void*)at, Chunk).Fill(1);
        return at;
    }

    private static unsafe void Deep(ManualResetEventSlim never)
    {
        var filled = stackalloc byte[Chunk - (256 << 10)];
        new Span<byte>(filled, Chunk - (256 << 10)).Fill(1);
        never.Wait();
    }

    private static void Spin()
    {
        while (true) Thread.SpinWait(1_000);
    }
}
