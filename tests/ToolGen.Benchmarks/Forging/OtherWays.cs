using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Threading;

namespace ToolGen.Benchmarks.Forging;

/// <summary>What else turns text into a tried function: <c>dotnet run</c> on a file, and a Python process that executes it. Each has a text of its own, as a model's next attempt has.</summary>
internal static class OtherWays
{
    private const int Files = 7, Processes = 25;

    /// <summary>From an edited file to its end.</summary>
    public static Series DotnetRun(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("toolgen-run-").FullName;
        try
        {
            var path = Path.Combine(folder, "check.cs");
            return Each(Files, warmed: 1, number => File.WriteAllText(path, ForgedFunction.Program(number)), () => Run(folder, "dotnet", "run", path), cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>From the start of a process to its end; null where there is no Python.</summary>
    public static Series? Python(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("toolgen-run-").FullName;
        try
        {
            var path = Path.Combine(folder, "check.py");
            return Each(Processes, warmed: 2, number => File.WriteAllText(path, ForgedFunction.Python(number)), () => Run(folder, "python3", path), cancellationToken);
        }
        catch (Win32Exception)
        {
            return null;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It did not end with 0.</exception>
    public static int Run(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? 0 : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {output}{errors.Result}");
    }

    private static Series Each(int rounds, int warmed, Action<int> write, Func<int> run, CancellationToken cancellationToken)
    {
        var series = new Series();
        for (var round = 0; round < warmed + rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            write(round);
            if (round < warmed) run();
            else series.Time(run);
        }

        return series;
    }
}
