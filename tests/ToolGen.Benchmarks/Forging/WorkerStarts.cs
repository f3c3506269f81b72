using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ToolGen.Sandbox.Isolation;

namespace ToolGen.Benchmarks.Forging;

/// <summary>From the start of a worker's process to its first byte, at each level that this machine has, the weakest first, beside a program that only says one byte.</summary>
internal static class WorkerStarts
{
    private const int Warmed = 3, Rounds = 41;

    private const string Bare = """
        using var output = System.Console.OpenStandardOutput();
        output.WriteByte(1);
        output.Flush();
        System.Console.OpenStandardInput().ReadByte();
        """;

    /// <summary>The times of each; the program of one byte is the first, the worker that nothing isolates the second.</summary>
    /// <param name="worker">The worker's assembly, as it is installed.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static IReadOnlyList<(string Name, Series Times)> Measure(string worker, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("toolgen-bare-").FullName;
        try
        {
            var bare = WriteBare(folder, worker);
            var program = WorkerProgram.Here() with { Assembly = worker };
            var launchers = IsolationProbe.Levels.Where(level => IsolationProbe.Of(level, program).Works).Reverse().Select(level => Launchers.At(level, program)).ToArray();
            (string Name, Series Times, Action<Series> Once)[] kinds =
            [
                ("a program of one byte", new(), series => OfBare(program.Dotnet, bare, series)),
                .. launchers.Select(launcher => (launcher.Level.ToString(), new Series(), (Action<Series>)(series => OfWorker(launcher, series)))),
            ];
            for (var round = 0; round < Warmed + Rounds; round++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var (_, times, once) in kinds) once(round < Warmed ? new() : times);
            }

            return [.. kinds.Select(kind => (kind.Name, kind.Times))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void OfBare(string dotnet, string bare, Series series)
    {
        var start = WorkerStart.Of(dotnet, ["exec", bare], Path.GetDirectoryName(bare)!);
        using var process = series.Time(() => Said(Process.Start(start)!, one => one.StandardOutput.BaseStream));
        process.Kill();
        process.WaitForExit();
    }

    private static void OfWorker(IWorkerLauncher launcher, Series series)
    {
        using var process = series.Time(() => Said(launcher.Start(), one => one.Output));
        process.Kill();
        process.Exited.Wait();
    }

    private static T Said<T>(T process, Func<T, Stream> output) => output(process).ReadByte() >= 0 ? process : throw new InvalidOperationException("a process ended before it said anything");

    private static string WriteBare(string folder, string worker)
    {
        var path = Path.Combine(folder, "Bare.dll");
        var compilation = CSharpCompilation.Create(
            "Bare", [CSharpSyntaxTree.ParseText(Bare)], [Net100.References.SystemRuntime, Net100.References.SystemConsole], new(OutputKind.ConsoleApplication, optimizationLevel: OptimizationLevel.Release));
        if (!compilation.Emit(path).Success) throw new InvalidOperationException("the bare program does not compile");
        File.Copy(Path.ChangeExtension(worker, ".runtimeconfig.json"), Path.ChangeExtension(path, ".runtimeconfig.json"));
        return path;
    }
}
