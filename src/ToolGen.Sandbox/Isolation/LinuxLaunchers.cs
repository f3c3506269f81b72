using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.Versioning;

namespace ToolGen.Sandbox.Isolation;

/// <summary>How a worker is started at each level of Linux.</summary>
[SupportedOSPlatform("linux")]
internal static class LinuxLaunchers
{
    private const int OwnUts = 0x04000000, OwnIpc = 0x08000000, OwnNetwork = 0x40000000;

    /// <summary>What the runtime reads beside its files: of itself and of the machine.</summary>
    private static readonly string[] ReadWhileRunning = ["/proc", "/dev/null", "/dev/urandom", "/dev/random"];

    private static readonly Lazy<StartThread> NoPrivileges = new(() => new("no privileges", GiveUpPrivileges));

    /// <summary>The launcher, whether it works here or not.</summary>
    /// <param name="level">The level.</param>
    /// <param name="program">The worker.</param>
    /// <param name="rest">What follows the level on the worker's command line.</param>
    /// <param name="groups">Whether control groups are made where they can be.</param>
    public static IWorkerLauncher At(IsolationLevel level, WorkerProgram program, IReadOnlyList<string> rest, bool groups) => level switch
    {
        IsolationLevel.Bubblewrap => InBubblewrap(program, rest, groups),
        IsolationLevel.Landlock => new Launcher(level, Landlocked(program), () => WorkerStart.Direct(program, level, rest), () => new LinuxBounds { HasGroup = groups }),
        IsolationLevel.Seccomp => new Launcher(level, NoPrivileges, () => WorkerStart.Direct(program, level, rest), () => new LinuxBounds { HasGroup = groups }),
        _ => new Launcher(level, StartThread.Plain, () => Marked(WorkerStart.Direct(program, level, rest)), () => new LinuxBounds { HasChildren = true, HasGroup = groups }),
    };

    private static ProcessStartInfo Marked(ProcessStartInfo info)
    {
        info.Environment[Descendants.Mark] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        return info;
    }

    private static Launcher InBubblewrap(WorkerProgram program, IReadOnlyList<string> rest, bool groups)
    {
        var path = Bubblewrap.Find() ?? throw new FileNotFoundException("bubblewrap is not installed");
        string[] arguments = [.. Bubblewrap.Arguments(RuntimeFiles.Find(program.Dotnet), program, [WorkerStart.Word(IsolationLevel.Bubblewrap), .. rest])];
        return new(IsolationLevel.Bubblewrap, StartThread.Plain, () => WorkerStart.Of(path, arguments, "/"), () => new LinuxBounds { IsWrapped = true, HasGroup = groups }) { Worker = ChildProcess.Of };
    }

    private static Lazy<StartThread> Landlocked(WorkerProgram program) => new(() =>
    {
        var files = RuntimeFiles.Find(program.Dotnet);
        string[] readable = [.. files.Runtime, .. files.Libraries, .. files.Data, Path.GetDirectoryName(RuntimeFiles.Real(program.Assembly))!, .. ReadWhileRunning];
        return new("landlock", () =>
        {
            // Only the superuser may on a thread: for others, the filter of system calls alone keeps off networks and shared memory.
            foreach (var own in new[] { OwnNetwork, OwnIpc, OwnUts }) _ = Linux.HasOwn(own);
            GiveUpPrivileges();
            LandlockRuleset.Restrict(readable, files.Frameworks);
        });
    });

    private static void GiveUpPrivileges()
    {
        if (!Linux.HasNoNewPrivileges() || !Linux.HasNoCapabilities()) throw new System.ComponentModel.Win32Exception();
    }
}
