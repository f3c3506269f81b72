using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Threading;

namespace ToolGen.Benchmarks.Calls;

/// <summary>What happens once in a process: this program again, as a child that does one thing and prints how long it took.</summary>
internal static class FreshProcess
{
    /// <summary>The first argument of a child.</summary>
    public const string Word = "calls-child";

    private const int Repeats = 10;

    /// <summary>Runs children of each kind in turn.</summary>
    /// <returns>Milliseconds of the processor from a child's first line to the end of what it does, by kind.</returns>
    public static IReadOnlyList<Series> Measure(IReadOnlyList<string[]> kinds, CancellationToken cancellationToken)
    {
        var series = kinds.Select(_ => new Series()).ToArray();
        for (var round = 0; round < Repeats; round++)
        {
            for (var i = 0; i < kinds.Count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                series[i].Add(Run(kinds[i]));
            }

            Console.Error.WriteLine($"fresh processes: round {round + 1} of {Repeats}");
        }

        return series;
    }

    /// <summary>The child's side.</summary>
    public static int Answer(string[] arguments)
    {
        // The cases and their methods are the measurement's own.
        var cases = CallCase.All;
        var start = Environment.CpuUsage.TotalTime;
        switch (arguments)
        {
            case ["first", var form, var name]:
                FirstCall(form, cases.Single(one => one.Name == name));
                break;
            case ["start", "factory", var count]:
                StartUp.OfFactory(int.Parse(count, CultureInfo.InvariantCulture));
                break;
            case ["start", "toolgen", var assembly]:
                StartUp.OfCatalog(assembly);
                break;
            default:
                return 2;
        }

        Console.WriteLine((Environment.CpuUsage.TotalTime - start).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    private static void FirstCall(string form, CallCase one)
    {
        var utf8 = Encoding.UTF8.GetBytes(one.Right[0]);
        switch (form)
        {
            case "hand":
                _ = new HandTool(one.Name, one.Hand).CallAsync(utf8, new SystemToolContext()).Result;
                break;
            case "toolgen":
                _ = one.Tool().CallAsync(utf8, new SystemToolContext()).Result;
                break;
            default:
                using (var document = JsonDocument.Parse(utf8)) _ = one.Make(one.Name).InvokeAsync(CallCase.Arguments(document.RootElement)).AsTask().Result;
                break;
        }
    }

    private static double Run(string[] kind)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(Assembly.GetEntryAssembly()!.Location);
        start.ArgumentList.Add(Word);
        foreach (var word in kind) start.ArgumentList.Add(word);
        using var child = Process.Start(start)!;
        var said = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        if (child.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', kind)} ended with {child.ExitCode}");
        return double.Parse(said, CultureInfo.InvariantCulture);
    }
}
