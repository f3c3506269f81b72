using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.Versioning;
using System.Threading;

namespace ToolGen.Sandbox.Isolation;

/// <summary>A control group of one worker, of either version, that bounds its memory and its threads. It counts from when the worker enters: what an idle worker holds stays with its parent's.</summary>
internal sealed class ControlGroup : IDisposable
{
    private const int RemovalAttempts = 50, EndRounds = 50;
    private static readonly Lazy<ControlGroupFolders?> Folders = new(ControlGroupFolders.Find);
    private static int count;

    private readonly IReadOnlyList<string> folders;

    private ControlGroup(IReadOnlyList<string> folders) => this.folders = folders;

    /// <summary>Whether this machine lets this process make them.</summary>
    public static bool IsHere => Folders.Value is not null;

    /// <summary>Whether nothing of it is left.</summary>
    public bool IsGone => !this.folders.Any(Directory.Exists);

    /// <summary>Puts a worker into a group of its own; null where that is not to be had.</summary>
    public static ControlGroup? Create(int worker, WorkerLimits limits)
    {
        if (Folders.Value is not { } parents) return null;
        var name = ControlGroupFolders.Prefix + string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{Interlocked.Increment(ref count)}");
        var group = new ControlGroup([.. new[] { parents.Memory, parents.Threads }.Distinct().Select(parent => Path.Combine(parent, name))]);
        try
        {
            foreach (var folder in group.folders) Directory.CreateDirectory(folder);
            Write(Path.Combine(parents.Memory, name), parents.IsFirst ? "memory.limit_in_bytes" : "memory.max", limits.MemoryBytes);
            Write(Path.Combine(parents.Threads, name), "pids.max", limits.Threads);
            foreach (var folder in group.folders) Write(folder, "cgroup.procs", worker);
            return group;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            group.Dispose();
            return null;
        }
    }

    /// <summary>Ends all that is in it: what left its parent and its session is in it all the same.</summary>
    [SupportedOSPlatform("linux")]
    public void End()
    {
        const int kill = 9;
        for (var round = 0; round < EndRounds; round++)
        {
            var ids = this.folders.SelectMany(Processes).Distinct().ToArray();
            if (ids.Length == 0) return;
            foreach (var id in ids) Linux.Signal(id, kill);
            Thread.Sleep(1);
        }
    }

    public void Dispose()
    {
        if (OperatingSystem.IsLinux()) this.End();

        // The kernel lets go of a group a moment after its last process.
        var left = this.folders;
        for (var attempt = 0; attempt < RemovalAttempts && (left = left.Where(folder => !ControlGroupFolders.Remove(folder)).ToArray()).Count > 0; attempt++) Thread.Sleep(2);
    }

    private static IEnumerable<int> Processes(string folder)
    {
        try
        {
            return [.. File.ReadLines(Path.Combine(folder, "cgroup.procs")).Select(line => int.Parse(line, CultureInfo.InvariantCulture))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static void Write(string folder, string file, long value) => File.WriteAllText(Path.Combine(folder, file), value.ToString(CultureInfo.InvariantCulture));
}
