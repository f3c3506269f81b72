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
using Microsoft.Extensions.AI;

namespace ToolGen.Benchmarks.Calls;

/// <summary>What happens once in a process: a child, this program again or a published one, that does one thing and prints how long it took.</summary>
internal static class FreshProcess
{
    /// <summary>The first argument of a child.</summary>
    public const string Word = "calls-child";

    private const int Repeats = 10;

    /// <summary>Runs children of each kind in turn.</summary>
    /// <returns>What each kind took from a child's first line to the end of what it does.</returns>
    public static IReadOnlyList<FreshTimes> Measure(IReadOnlyList<FreshKind> kinds, CancellationToken cancellationToken)
    {
        var times = kinds.Select(_ => new FreshTimes(new(), new())).ToArray();
        for (var round = 0; round < Repeats; round++)
        {
            for (var i = 0; i < kinds.Count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Run(kinds[i], times[i]);
            }

            Console.Error.WriteLine($"fresh processes: round {round + 1} of {Repeats}");
        }

        return times;
    }

    /// <summary>The child's side.</summary>
    public static int Answer(string[] arguments)
    {
        // The cases and their methods are the measurement's own.
        var cases = CallCase.All;
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var start = Environment.CpuUsage.TotalTime;
        switch (arguments)
        {
            case ["first", var form, var name]:
                FirstCall(form, cases.Single(one => one.Name == name));
                break;
            case ["create", var form, var name]:
                Create(form, cases.Single(one => one.Name == name));
                break;
            default:
                return 2;
        }

        var time = Environment.CpuUsage.TotalTime - start;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds} {GC.GetTotalAllocatedBytes(precise: true) - bytes}"));
        return 0;
    }

    // Ready to be called, and to be offered: its name, description and schema are there.
    private static void Create(string form, CallCase one)
    {
        var size = form switch
        {
            "hand" => Size(one.ByHand().Descriptor),
            "toolgen" => Size(one.Tool().Descriptor),
            _ => Size(one.Make()),
        };
        if (size == 0) throw new InvalidOperationException("nothing was made");
    }

    private static int Size(ToolDescriptor tool) => tool.Name.Length + tool.Description.Length + tool.InputSchema.Length;

    private static int Size(AIFunction function) => function.Name.Length + function.Description.Length + (int)function.JsonSchema.ValueKind;

    private static void FirstCall(string form, CallCase one)
    {
        var utf8 = Encoding.UTF8.GetBytes(one.Right[0]);
        switch (form)
        {
            case "hand":
                _ = one.ByHand().CallAsync(utf8, new SystemToolContext()).Result;
                break;
            case "toolgen":
                _ = one.Tool().CallAsync(utf8, new SystemToolContext()).Result;
                break;
            default:
                using (var document = JsonDocument.Parse(utf8)) _ = one.Make().InvokeAsync(FactoryFunction.Arguments(document.RootElement)).AsTask().Result;
                break;
        }
    }

    private static void Run(FreshKind kind, FreshTimes times)
    {
        var start = new ProcessStartInfo(kind.Program ?? Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (kind.Program is null)
        {
            if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(Assembly.GetEntryAssembly()!.Location);
            start.ArgumentList.Add(Word);
        }

        foreach (var word in kind.Words) start.ArgumentList.Add(word);
        using var child = Process.Start(start)!;
        var said = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        if (child.ExitCode != 0) throw new InvalidOperationException($"{kind.Program} {string.Join(' ', kind.Words)} ended with {child.ExitCode}");
        var figures = said.Split(' ');
        times.Time.Add(double.Parse(figures[0], CultureInfo.InvariantCulture));
        times.Bytes.Add(double.Parse(figures[1], CultureInfo.InvariantCulture));
    }
}

/// <param name="Program">Null: this one.</param>
/// <param name="Words">Say what it does.</param>
internal sealed record FreshKind(string? Program, string[] Words);

/// <summary>What children of one kind took: milliseconds of the processor, and bytes.</summary>
internal sealed record FreshTimes(Series Time, Series Bytes);
