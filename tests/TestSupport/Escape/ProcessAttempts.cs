using System;
using System.Diagnostics;
using System.Reflection;

namespace ToolGen.TestSupport.Escape;

/// <summary>Programs, processes, signals to others and looking into them.</summary>
internal static class ProcessAttempts
{
    private const string Programs = "programs", Signals = "signals", Tracing = "tracing";
    private const int ChildEnded = 17, Seize = 0x4206, Others = 16;
    private static readonly (int X64, int Arm64) Split = (56, 220), Split3 = (435, 435), Run = (59, 221), RunAt = (322, 281), Kill = (62, 129), ThreadKill = (234, 131), Queue = (129, 138), ThreadQueue = (297, 240),
        ProcessFile = (434, 434), SignalFile = (424, 424), TakeFile = (438, 438), Trace = (101, 117), ReadOther = (310, 270), WriteOther = (311, 271), Compare = (312, 272), Advise = (440, 440), Move = (279, 239), Exit = (231, 94),
        Session = (112, 157), Wait = (35, 101), Fcntl = (72, 25), Terminal = (16, 29), LimitOf = (302, 261), Timer = (222, 107), Priority = (141, 140), Affinity = (203, 122), Control = (157, 167);

    public static Attempt[] All { get; } =
    [
        new(Programs, "start a program", world => Process.Start("/bin/true")!.WaitForExit()),
        new(Programs, "start a shell", world => Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exit 0"]))!.WaitForExit()),
        new(Programs, "start itself again", world => Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--version"]) { RedirectStandardOutput = true })!.WaitForExit()),
        new(Programs, "become a program", world => Kernel.Try(Run)),
        new(Programs, "become a program by path", world => Kernel.Try(RunAt, -1)),
        new(Programs, "make a process", world => Children(1, false, 0)),
        new(Programs, "make a process by the newer call", world => Kernel.Try(Split3, Kernel.Buffer, 64)),
        new(Programs, "bomb of processes", world =>
        {
            for (var one = 0; one < Others; one++) Children(1, false, 30);
        }),
        new(Programs, "process that leaves its parent", world => Children(2, false, 30)),
        new(Programs, "process that leaves its session", world => Children(2, true, 30)),
        new(Programs, "program that leaves its session", world => Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "setsid sleep 30 >/dev/null 2>&1 </dev/null &"]))!.WaitForExit()),
        new(Signals, "signal the host", world => Kernel.Try(Kill, world.Host)),
        new(Signals, "signal everybody", world => Kernel.Try(Kill, -1)),
        new(Signals, "signal a thread of the host", world => Kernel.Try(ThreadKill, world.Host, world.Host)),
        new(Signals, "queue a signal", world => Kernel.Try(Queue, world.Host)),
        new(Signals, "queue a signal for a thread", world => Kernel.Try(ThreadQueue, world.Host, world.Host)),
        new(Signals, "end the host by .NET", world => Signaled(world.Host)),
        new(Signals, "open the host's process", world => Kernel.Try(ProcessFile, world.Host)),
        new(Signals, "signal by an open process", world => Kernel.Try(SignalFile, -1)),
        new(Signals, "signals by files", world => Kernel.Try(Fcntl, 0, 8, world.Host)),
        new(Signals, "timer that signals", world => Kernel.Try(Timer, 0)),
        new(Signals, "outlive the host", world => Kernel.Try(Control, 1, 0)),
        new(Signals, "type into a terminal", world => Kernel.Try(Terminal, 0, 0x5412, Kernel.Buffer)),
        new(Tracing, "trace the host", world => Kernel.Try(Trace, Seize, world.Host)),
        new(Tracing, "let itself be traced", world => Kernel.Try(Trace, 2, -1)),
        new(Tracing, "dumpable again", world => Kernel.Try(Control, 4, 1)),
        new(Tracing, "read another's memory", world => Kernel.Try(ReadOther, world.Host)),
        new(Tracing, "write another's memory", world => Kernel.Try(WriteOther, world.Host)),
        new(Tracing, "take an open file of the host", world => Kernel.Try(TakeFile, -1)),
        new(Tracing, "compare with the host", world => Kernel.Try(Compare, world.Host, world.Host, 99)),
        new(Tracing, "advise on the host's memory", world => Kernel.Try(Advise, -1)),
        new(Tracing, "move the host's pages", world => Kernel.Try(Move, world.Host, 0)),
        new(Tracing, "limits of the host", world => Kernel.Try(LimitOf, world.Host, 7, 0, Kernel.Buffer)),
        new(Tracing, "priority of the host", world => Kernel.Try(Priority, 0, 0, 1)),
        new(Tracing, "place the host's threads", world => Kernel.Try(Affinity, world.Host, 0, 0)),
    ];

    /// <summary>A process that waits, the last of some of which each is the child of the one before; they are this one's copies, with one thread, and do nothing that would have to be compiled.</summary>
    private static void Children(int depth, bool leaves, long seconds)
    {
        Sleep(0);
        var child = Kernel.Call(Split, ChildEnded);
        if (child < 0) throw Kernel.Refused();
        if (child > 0) return;
        for (var level = 1; level < depth; level++)
        {
            if (leaves) _ = Kernel.Call(Session);
            if (Kernel.Call(Split, ChildEnded) != 0) _ = Kernel.Call(Exit);
        }

        if (leaves) _ = Kernel.Call(Session);
        Sleep(seconds);
        _ = Kernel.Call(Exit);
    }

    private static unsafe void Sleep(long seconds)
    {
        var time = stackalloc long[2];
        (time[0], time[1]) = (seconds, 0);
        _ = Kernel.Call(Wait, (long)time);
    }

    private static void Signaled(int host)
    {
        using var process = Process.GetProcessById(host);

        // The kernel is asked whether it would be ended, by the runtime's own method.
        var kill = typeof(Process).Assembly.GetType("Interop+Sys")?.GetMethod("Kill", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public) ?? throw new MissingMethodException();
        if ((int)kill.Invoke(null, [host, 0])! != 0) throw Kernel.Refused();
    }
}
