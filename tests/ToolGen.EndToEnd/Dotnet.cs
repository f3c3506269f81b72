using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.EndToEnd;

/// <summary>Runs the real <c>dotnet</c>, as a person would.</summary>
internal static class Dotnet
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    /// <summary>What a run printed, errors last, and how it ended.</summary>
    public sealed record Answer(int ExitCode, string Output);

    /// <summary>Runs to the end; a run that fails, fails the test with all that it printed.</summary>
    public static async Task<string> Run(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var answer = await Try(folder, environment, arguments);
        Assert.AreEqual(0, answer.ExitCode, $"dotnet {string.Join(' ', arguments)}\n{answer.Output}");
        return answer.Output;
    }

    public static Task<Answer> Try(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments) => TryProgram("dotnet", folder, environment, arguments);

    /// <summary>Runs another program, such as an installed tool, to the end.</summary>
    public static Task<Answer> TryProgram(string program, string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments) => TryWith("", program, folder, environment, arguments);

    /// <summary>The same, with what a person types.</summary>
    public static async Task<Answer> TryWith(string input, string program, string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using var process = Start(input, program, folder, environment, arguments);
        StringBuilder output = new(), errors = new();
        var readers = Task.WhenAll(Read(process.StandardOutput, output), Read(process.StandardError, errors));
        using var timeout = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
            await readers.WaitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            lock (output) lock (errors) return new(-1, $"did not end within {Patience}\n{output}{errors}");
        }

        return new(process.ExitCode, $"{output}{errors}");
    }

    /// <summary>Runs a published program to the end; one that fails, fails the test.</summary>
    public static async Task<string> RunProgram(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.AreEqual(0, process.ExitCode, output);
        return output;
    }

    /// <summary>Starts and leaves the rest to the caller.</summary>
    public static Process Start(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments) => Start("", "dotnet", folder, environment, arguments);

    private static Process Start(string input, string program, string folder, IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        // What the test runner's own build left in the environment is not for these builds.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase) || name is "DOTNET_HOST_PATH" or "CI").ToArray())
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        return process;
    }

    private static async Task Read(System.IO.StreamReader from, StringBuilder to)
    {
        while (await from.ReadLineAsync() is { } line)
            lock (to) to.AppendLine(line);
    }
}
