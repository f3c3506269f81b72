using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

#pragma warning disable TG3121 // .NET has no way to put a process into a job object

namespace ToolGen.Sandbox.Isolation;

/// <summary>Limits of a worker on Windows: a job object that holds one process, its memory and its processor time, and ends it when this process lets go of the job. Untested.</summary>
[SupportedOSPlatform("windows")]
internal sealed partial class JobObject : IProcessBounds
{
    private const int ExtendedLimits = 9;
    private const uint ProcessTime = 0x2, ActiveProcesses = 0x8, ProcessMemory = 0x100, DieOnFault = 0x400, KillOnClose = 0x2000;
    private const long StartBytes = 64L << 20;

    private readonly SafeFileHandle job = CreateJobObjectW(0, 0);
    private readonly WatchedBounds watch = new();

    public TimeSpan? Processor(Process started, int worker) => this.watch.Processor(started, worker);

    public void Set(Process started, int worker, WorkerLimits limits, Action kill)
    {
        var bounds = new Extended
        {
            PerProcessTime = limits.Processor.Ticks,
            Flags = ProcessTime | ActiveProcesses | ProcessMemory | DieOnFault | KillOnClose,
            MostProcesses = 1,
            ProcessBytes = (nuint)(limits.MemoryBytes + StartBytes),
        };
        if (!SetInformationJobObject(this.job, ExtendedLimits, in bounds, (uint)Marshal.SizeOf<Extended>()) || !AssignProcessToJobObject(this.job, started.SafeHandle))
        {
            kill();
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }

        this.watch.Set(started, worker, limits, kill);
    }

    public void End(Process started) => started.Kill(entireProcessTree: true);

    public void Dispose()
    {
        this.watch.Dispose();
        this.job.Dispose();
    }

    /// <summary><c>JOBOBJECT_EXTENDED_LIMIT_INFORMATION</c> on 64 bits.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 144)]
    private struct Extended
    {
        [FieldOffset(0)]
        public long PerProcessTime;

        [FieldOffset(16)]
        public uint Flags;

        [FieldOffset(40)]
        public uint MostProcesses;

        [FieldOffset(112)]
        public nuint ProcessBytes;
    }

    [LibraryImport("kernel32", SetLastError = true)]
    private static partial SafeFileHandle CreateJobObjectW(nint security, nint name);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetInformationJobObject(SafeFileHandle job, int kind, in Extended bounds, uint length);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool AssignProcessToJobObject(SafeFileHandle job, SafeProcessHandle process);
}
