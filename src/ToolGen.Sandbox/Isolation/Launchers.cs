using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ToolGen.Sandbox.Isolation;

/// <summary>Launchers of workers, by what this machine offers (<see cref="IsolationProbe"/>).</summary>
public static class Launchers
{
    /// <summary>The strongest that works here; the weakest always does. Levels are tried from the strongest down, once a process.</summary>
    /// <param name="program">The worker; null: the one that travels with this library.</param>
    /// <exception cref="FileNotFoundException">The worker is not beside the application.</exception>
    public static IWorkerLauncher Strongest(WorkerProgram? program = null)
    {
        var worker = program ?? WorkerProgram.Here();
        var level = IsolationProbe.Levels.FirstOrDefault(one => one == IsolationLevel.Process || IsolationProbe.Of(one, worker).Works);
        return Unproven(level, worker, []);
    }

    /// <summary>The one of a level.</summary>
    /// <param name="level">The level.</param>
    /// <param name="program">The worker; null: the one that travels with this library.</param>
    /// <exception cref="PlatformNotSupportedException">The level does not work here; the message says why, and what would help.</exception>
    /// <exception cref="FileNotFoundException">The worker is not beside the application.</exception>
    public static IWorkerLauncher At(IsolationLevel level, WorkerProgram? program = null)
    {
        var worker = program ?? WorkerProgram.Here();
        var state = IsolationProbe.Of(level, worker);
        if (!state.Works) throw new PlatformNotSupportedException($"the isolation {level} does not work here: {state.Reason}" + (state.Remedy is { } remedy ? $"; {remedy}" : ""));
        return Unproven(level, worker, []);
    }

    /// <summary>The one of a level, whether it works here or not.</summary>
    /// <exception cref="PlatformNotSupportedException">This system has no such level.</exception>
    /// <exception cref="FileNotFoundException">A program that the level needs is not there.</exception>
    internal static IWorkerLauncher Unproven(IsolationLevel level, WorkerProgram program, IReadOnlyList<string> rest, bool groups = true)
    {
        if (OperatingSystem.IsLinux()) return LinuxLaunchers.At(level, program, rest, groups);
        if (level > IsolationLevel.Process) throw new PlatformNotSupportedException("this system has no such isolation of processes");
        return new Launcher(level, StartThread.Plain, () => WorkerStart.Direct(program, level, rest), static () => OperatingSystem.IsWindows() ? new JobObject() : new WatchedBounds());
    }
}
