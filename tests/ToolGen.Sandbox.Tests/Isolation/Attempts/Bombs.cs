using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading;

namespace ToolGen.Sandbox.Tests.Isolation.Attempts;

/// <summary>Ways to eat up a machine.</summary>
internal static partial class Bombs
{
    private const int Chunk = 4 << 20, MostChunks = 512, MostThreads = 2_000;

    /// <summary>Writes how far it came, a line.</summary>
    public static int Run(TextWriter output, string name)
    {
        output.WriteLine(name switch
        {
            "managed memory" => "megabytes " + Until<OutOfMemoryException>(MostChunks, () => Touched(new byte[Chunk])) * 4,
            "native memory" => "megabytes " + Native() * 4,
            "native memory, held" => Held(Native()),
            "tables of pages, held" => Held(Tables()),
            "threads, held" => Held(Threads(isHeld: true)),
            "shared memory" => "megabytes " + Shared() * 4,
            "threads" => "threads " + Threads(),
            "processor" => Spin(),
            "processor on threads" => SpinOnThreads(),
            "fail fast" => Fail(),
            "stack" => "depth " + Deeper(0),
            "wait" => Wait(),
            _ => throw new ArgumentException(name),
        });
        return 0;
    }

    private static int Until<TException>(int most, Func<object> make) where TException : Exception
    {
        var held = new List<object>(most);
        try
        {
            while (held.Count < most) held.Add(make());
        }
        catch (TException)
        {
            // As far as it goes.
        }

        var count = held.Count;
        held.Clear();
        return count;
    }

    private static byte[] Touched(byte[] chunk)
    {
        chunk.AsSpan().Fill(1);
        return chunk;
    }

    private static unsafe int Native() => Until<OutOfMemoryException>(MostChunks, () =>
    {
        var at = (nint)NativeMemory.Alloc(Chunk);
        new Span<byte>((void*)at, Chunk).Fill(1);
        return at;
    });

    private static unsafe int Shared() => Until<OutOfMemoryException>(MostChunks, () =>
    {
        const long readAndWrite = 3, sharedAndUnnamed = 0x21;
        var at = (nint)Map(0, Chunk, readAndWrite, sharedAndUnnamed, -1, 0);
        if (at == -1) throw new OutOfMemoryException();
        new Span<byte>((void*)at, Chunk).Fill(1);
        return at;
    });

    /// <summary>Looks at a page of every two megabytes: all are the same page of zeros, and each needs a table of its own.</summary>
    private static unsafe int Tables()
    {
        const long size = 128L << 30, step = 2 << 20;
        const long read = 1, ownAndUnreserved = 0x4022;
        var at = (byte*)Map(0, unchecked((nint)size), read, ownAndUnreserved, -1, 0);
        var sum = 0;
        for (var offset = 0L; offset < size; offset += step) sum += at[offset];
        return sum;
    }

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial long Map(nint at, nint length, long protection, long flags, long file, long offset);

    /// <summary>Keeps what it took, long enough to be seen.</summary>
    private static string Held(int count)
    {
        using var never = new ManualResetEventSlim();
        never.Wait(TimeSpan.FromSeconds(60));
        return "nobody looked at " + count;
    }

    private static int Threads(bool isHeld = false)
    {
        var never = new ManualResetEventSlim();
        var count = Until<OutOfMemoryException>(MostThreads, () =>
        {
            var thread = new Thread(never.Wait, 64 << 10) { IsBackground = true };
            thread.Start();
            return thread;
        });
        if (!isHeld) never.Set();
        return count;
    }

    private static string Spin()
    {
        while (true) Thread.SpinWait(1_000);
    }

    private static string SpinOnThreads()
    {
        for (var index = 0; index < 3; index++) new Thread(() => Spin()) { IsBackground = true }.Start();
        return Spin();
    }

    private static string Fail()
    {
        Environment.FailFast("as asked");
        return "alive";
    }

    private static long Deeper(long depth) => depth < 0 ? depth : Deeper(depth + 1) + 1;

    private static string Wait()
    {
        AttemptProgram.Wait();
        return "alive";
    }
}
