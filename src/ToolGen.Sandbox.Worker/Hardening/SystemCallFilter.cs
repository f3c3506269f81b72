using System;
using System.ComponentModel;
using System.Runtime.InteropServices;

#pragma warning disable TG3120 // the kernel takes the filter as a pointer to its steps

namespace ToolGen.Sandbox.Worker.Hardening;

/// <summary>
/// What the kernel still does for a worker: computing, memory, threads of its own, reading files that it may read, and its three pipes. No sockets, no programs, no
/// processes, no signals to others, no tracing, no writing to files, no namespaces, mounts or keys; a call that is newer than this list is not there.
/// </summary>
internal static class SystemCallFilter
{
    private const uint Thread = 0x00010000 | 0x00000800 | 0x00000100, NewSpaces = 0x7E020080, Traced = 0x00002000;
    private const uint WriteOnly = 0x1, ReadWrite = 0x2, Create = 0x40, Truncate = 0x200, Signals = 0x2000, Unnamed = 0x400000;
    private const uint SetFilter = 1;
    private const uint SetName = 15, GetName = 16, NameMemory = 0x53564D41;
    private const uint GetTerminal = 0x5401, WindowSize = 0x5413, Available = 0x541B, CloseOnExec = 0x5451;

    /// <summary>The filter as the kernel reads it.</summary>
    /// <param name="processor">x64 or arm64.</param>
    /// <param name="self">The id of this process as it sees itself: signals go there alone.</param>
    public static FilterStep[] Of(Architecture processor, int self)
    {
        const uint writing = WriteOnly | ReadWrite | Create | Truncate | Signals | Unnamed;
        var program = new FilterProgram(processor);
        program.OfThisProcessorOnly();
        var harmless = SystemCall.Harmless;
        for (var at = processor == Architecture.Arm64 ? 1 : 0; at < harmless.Length; at += 2) program.Let(harmless[at]);
        program.LetWithout(SystemCall.OpenAt, 2, writing);
        program.LetWithout(SystemCall.Open, 1, writing);
        program.LetWithAll(SystemCall.Split, 0, Thread, NewSpaces | Traced);

        // Its flags lie in memory, where no filter reads: the C library falls back to the other one.
        program.Miss(SystemCall.Split3);

        // The runtime places threads, always by 0: the one that calls.
        program.LetWhereOneOf(SystemCall.SetAffinity, 0, 0);
        program.LetWhereOneOf(SystemCall.TgKill, 0, (uint)self);
        program.LetWhereOneOf(SystemCall.Fcntl, 1, 0, 1, 2, 3, 4, 1030);
        program.LetWhereOneOf(SystemCall.Ioctl, 1, GetTerminal, WindowSize, Available, CloseOnExec);
        program.LetWhereOneOf(SystemCall.Prctl, 0, SetName, GetName, NameMemory);

        // A further filter can only take away, as the one does that is put on before the code of a tool runs.
        program.LetWhereOneOf(SystemCall.Seccomp, 0, SetFilter);

        // Reads its own limits, changes none.
        program.LetWhereOneOfAndNull(SystemCall.PrLimit, 0, 0, (uint)self, 2);
        return program.RefusingTheRest();
    }

    /// <summary>What is taken away besides once the tool is loaded, for which the runtime maps shared memory: no further filter, and no memory that could be shared.</summary>
    public static FilterStep[] OfTools(Architecture processor)
    {
        var program = new FilterProgram(processor);
        program.OfThisProcessorOnly();
        program.LetOwnMemory(SystemCall.Map);
        program.Refuse(SystemCall.Seccomp);
        return program.LettingTheRest();
    }

    /// <summary>Puts the filter on all threads of this process, those of the runtime among them.</summary>
    /// <exception cref="Win32Exception">The kernel refused it.</exception>
    public static void Install() => Install(Of(RuntimeInformation.ProcessArchitecture, Environment.ProcessId));

    /// <summary>Puts the further filter on.</summary>
    /// <exception cref="Win32Exception">The kernel refused it.</exception>
    public static void InstallForTools() => Install(OfTools(RuntimeInformation.ProcessArchitecture));

    private static unsafe void Install(FilterStep[] steps)
    {
        fixed (FilterStep* first = steps)
        {
            const long allThreads = 1;
            var program = new Program { Length = (ushort)steps.Length, Steps = first };
            var outcome = Linux.Call(SystemCall.Seccomp, SetFilter, allThreads, (long)&program);
            if (outcome < 0) throw new Win32Exception(Marshal.GetLastPInvokeError(), "the kernel does not take the filter of system calls: " + Marshal.GetLastPInvokeErrorMessage());
            if (outcome > 0) throw new Win32Exception(1, $"thread {outcome} does not take the filter of system calls");
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    private unsafe struct Program
    {
        public ushort Length;
        public FilterStep* Steps;
    }
}
