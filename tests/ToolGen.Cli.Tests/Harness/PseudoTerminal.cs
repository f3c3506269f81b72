using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Cli.Tests.Harness;

/// <summary>A command line at a terminal that a test types at, made by <c>script</c> of util-linux; and one without any, by <c>setsid</c>.</summary>
internal static class PseudoTerminal
{
    private const int TimeoutMilliseconds = 240_000;

    /// <summary>Ends the test as inconclusive where this machine has no such programs.</summary>
    public static void Require()
    {
        if (!File.Exists("/usr/bin/script") || !File.Exists("/usr/bin/setsid")) Assert.Inconclusive("script and setsid of util-linux are not here");
    }

    /// <summary>Runs a command line at a terminal; <see cref="Ended.Out"/> is all that stood there.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="answers">What is typed when the terminal shows a text, in order.</param>
    /// <param name="args">The command line.</param>
    public static async Task<Ended> RunAsync(string folder, IReadOnlyList<(string Shown, string Typed)> answers, params string[] args)
    {
        using var process = Start(folder, "/usr/bin/script", ["-qefc", string.Join(' ', Command(args).Select(word => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'")), "/dev/null"]);
        using var late = new CancellationTokenSource(TimeoutMilliseconds);
        try
        {
            var screen = await TypeAsync(process, answers, late.Token);
            await process.WaitForExitAsync(late.Token);
            return new(process.ExitCode, screen, "");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Runs a command line in a process that no terminal belongs to, whoever started the tests.</summary>
    public static async Task<Ended> RunWithoutAsync(string folder, string input, params string[] args)
    {
        using var process = Start(folder, "/usr/bin/setsid", ["-w", .. Command(args)]);
        var (@out, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        return await Toolgen.EndAsync(process, @out, error);
    }

    private static async Task<string> TypeAsync(Process process, IReadOnlyList<(string Shown, string Typed)> answers, CancellationToken cancellationToken)
    {
        var (screen, seen, next) = (new StringBuilder(), 0, 0);
        var buffer = new char[4096];
        int count;
        while ((count = await process.StandardOutput.ReadAsync(buffer, cancellationToken)) > 0)
        {
            screen.Append(buffer, 0, count);
            while (next < answers.Count && screen.ToString().IndexOf(answers[next].Shown, seen, StringComparison.Ordinal) is >= 0 and var at)
            {
                seen = at + answers[next].Shown.Length;
                await process.StandardInput.WriteAsync((answers[next++].Typed + "\n").AsMemory(), cancellationToken);
                await process.StandardInput.FlushAsync(cancellationToken);
            }
        }

        return screen.ToString();
    }

    private static string[] Command(string[] args) => ["dotnet", "exec", typeof(ExitCode).Assembly.Location, .. args];

    private static Process Start(string folder, string program, IEnumerable<string> args) => Process.Start(new ProcessStartInfo(program, args)
    {
        WorkingDirectory = folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
