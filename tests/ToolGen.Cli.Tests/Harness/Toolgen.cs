using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace ToolGen.Cli.Tests.Harness;

/// <summary>The real program: in a process of its own where a test starts one, else in one that ran command lines before.</summary>
internal static class Toolgen
{
    private const int TimeoutMilliseconds = 240_000;

    /// <summary>Runs a command line to its end.</summary>
    public static Task<Ended> RunAsync(string folder, params string[] args) => RunWithInputAsync(folder, "", args);

    /// <summary>The same with something on standard input.</summary>
    public static async Task<Ended> RunWithInputAsync(string folder, string input, params string[] args)
    {
        if (WarmPrograms.AreHere) return await WarmPrograms.RunAsync(new(folder, args, input, Variables()), TimeSpan.FromMilliseconds(TimeoutMilliseconds));
        using var process = Start(folder, args);
        var @out = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        return await EndAsync(process, @out, error);
    }

    // What a test has set for the programs that it starts.
    private static Dictionary<string, string> Variables() => Environment.GetEnvironmentVariables().Keys.Cast<string>()
        .Where(name => name.StartsWith("TOOLGEN_TEST_", StringComparison.Ordinal)).ToDictionary(name => name, name => Environment.GetEnvironmentVariable(name)!);

    /// <summary>Starts a command line.</summary>
    public static Process Start(string folder, IReadOnlyList<string> args)
    {
        var info = new ProcessStartInfo("dotnet", ["exec", typeof(ExitCode).Assembly.Location, .. args])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(info)!;
    }

    /// <summary>Waits for the end; a process that hangs is killed and fails the test.</summary>
    public static async Task<Ended> EndAsync(Process process, Task<string> @out, Task<string> error)
    {
        using var late = new System.Threading.CancellationTokenSource(TimeoutMilliseconds);
        try
        {
            await process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new(process.ExitCode, await @out, await error);
    }
}

/// <summary>How a process ended.</summary>
internal sealed record Ended(int Code, string Out, string Error)
{
    public override string ToString() => $"exit {this.Code}\n--- out\n{this.Out}\n--- error\n{this.Error}";
}

/// <summary>A folder of a test's own.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("toolgen-cli-").FullName;

    /// <summary>Whether something that a command should have taken away is there.</summary>
    public IReadOnlyList<string> Leftovers => Directory.EnumerateFiles(this.Path, "*.toolgen-tmp", SearchOption.AllDirectories).ToArray();

    public string Write(string name, string text)
    {
        var path = this.Full(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public string Full(string name) => System.IO.Path.Combine(this.Path, name);

    public string Read(string name) => File.ReadAllText(this.Full(name));

    public void Dispose() => Directory.Delete(this.Path, recursive: true);
}
