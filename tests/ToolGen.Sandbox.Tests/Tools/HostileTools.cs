using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Sandbox.Tests.Tools;

/// <summary>Calls itself until the stack is full.</summary>
public sealed class DeepTool : WorkerTool
{
    public static DeepTool Instance { get; } = new();

    protected override ValueTask<string> RunAsync(string argument, ToolContext context, CancellationToken cancellationToken) => new(Deep(1).ToString(CultureInfo.InvariantCulture));

    private static long Deep(long depth) => depth < 0 ? 0 : Deep(depth + 1) + Deep(depth + 2) + 1;
}

/// <summary>Ends its process.</summary>
public sealed class FailFastTool : WorkerTool
{
    public static FailFastTool Instance { get; } = new();

    protected override ValueTask<string> RunAsync(string argument, ToolContext context, CancellationToken cancellationToken)
    {
        if (argument.Length > 0) Environment.Exit(int.Parse(argument, CultureInfo.InvariantCulture));
        Environment.FailFast("enough");
        return new("");
    }
}

/// <summary>Takes memory until there is none.</summary>
public sealed class MemoryTool : WorkerTool
{
    public static MemoryTool Instance { get; } = new();

    protected override ValueTask<string> RunAsync(string argument, ToolContext context, CancellationToken cancellationToken)
    {
        var all = new List<byte[]>();
        while (all.Count < 10_000) all.Add(GC.AllocateUninitializedArray<byte>(16 << 20));
        return new(all.Sum(one => (long)one.Length).ToString(CultureInfo.InvariantCulture));
    }
}

/// <summary>Writes where the frames go, or beside them.</summary>
public sealed class PrintTool : WorkerTool
{
    public static PrintTool Instance { get; } = new();

    protected override ValueTask<string> RunAsync(string argument, ToolContext context, CancellationToken cancellationToken)
    {
        if (argument == "console") Console.WriteLine("hello");
        if (argument == "frames") Console.OpenStandardOutput().Write("hello, this is no frame at all"u8);
        if (argument == "errors")
        {
            using var errors = Console.OpenStandardError();
            var block = new byte[64 << 10];
            for (var i = 0; i < 250; i++) errors.Write(block);
        }

        return new("printed");
    }
}

/// <summary>Gives back a text of so many letters.</summary>
public sealed class LongTool : WorkerTool
{
    public static LongTool Instance { get; } = new();

    protected override ValueTask<string> RunAsync(string argument, ToolContext context, CancellationToken cancellationToken) =>
        new(new string('x', int.Parse(argument, CultureInfo.InvariantCulture)));
}

/// <summary>Leaves a thread behind that uses the effects of its call until it was refused thrice; another call says when it was.</summary>
public sealed class LingerTool : WorkerTool
{
    private static int refused;

    private static bool left;

    public static LingerTool Instance { get; } = new();

    protected override async ValueTask<string> RunAsync(string argument, ToolContext context, CancellationToken cancellationToken)
    {
        if (argument == "ask")
        {
            if (!Volatile.Read(ref left)) return "elsewhere";
            while (Volatile.Read(ref refused) < 3) await Task.Delay(10, cancellationToken);
            return "refused";
        }

        Volatile.Write(ref left, true);
        new Thread(() =>
        {
            // It ends when it has seen enough: a thread that computed on would cost its worker the next call.
            while (Volatile.Read(ref refused) < 3)
            {
                try
                {
                    _ = context.Now;
                }
                catch (ToolException e) when (e.Code == ToolErrorCodes.Canceled)
                {
                    Interlocked.Increment(ref refused);
                    Thread.Yield();
                }
            }
        }).Start();
        return "left";
    }
}

/// <summary>Counts its calls in a field of its class, which lives as long as its process.</summary>
public sealed class CountTool : WorkerTool
{
    private static int calls;

    public static CountTool Instance { get; } = new();

    protected override ValueTask<string> RunAsync(string argument, ToolContext context, CancellationToken cancellationToken) =>
        new(Interlocked.Increment(ref calls).ToString(CultureInfo.InvariantCulture));
}

/// <summary>Waits until its token fires, then says so.</summary>
public sealed class PatientTool : WorkerTool
{
    public static PatientTool Instance { get; } = new();

    protected override async ValueTask<string> RunAsync(string argument, ToolContext context, CancellationToken cancellationToken)
    {
        context.Log("waits");
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return "";
    }
}

/// <summary>A class without an instance.</summary>
public sealed class NoTool : WorkerTool
{
    protected override ValueTask<string> RunAsync(string argument, ToolContext context, CancellationToken cancellationToken) => new("");
}
