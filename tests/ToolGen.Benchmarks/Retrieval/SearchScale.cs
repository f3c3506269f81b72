using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;
using ToolGen.Registry.Retrieval;

namespace ToolGen.Benchmarks.Retrieval;

/// <summary>100,000 tools: made an index of, searched by one thread, and searched first in a process that has just started.</summary>
internal sealed class SearchScale : IScalePart
{
    /// <summary>The first argument of a child that opens an index and searches once.</summary>
    public const string Word = "scale-child";

    private const int Tools = 100_000;
    private const int Requests = 1_000;
    private const int Starts = 5;

    public string Name => "search";

    /// <summary>The child's side: milliseconds from its first line to the first answer, the processor's and the clock's.</summary>
    public static int Answer(string[] arguments)
    {
        var (start, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        using var index = ToolIndex.OpenAsync(arguments[0]).AsTask().GetAwaiter().GetResult();
        var hits = index.Search(new(arguments[1])).Hits.Count;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(Environment.CpuUsage.TotalTime - used).TotalMilliseconds} {Stopwatch.GetElapsedTime(start).TotalMilliseconds} {hits}"));
        return hits == 0 ? 1 : 0;
    }

    public (string Figures, IReadOnlyList<Claim> Claims) Run(TextWriter output, CancellationToken cancellationToken)
    {
        var made = new MadeTools();
        var tools = made.Tools(Tools);
        var requests = Enumerable.Range(0, Requests).Select(i => (Tool: tools[(int)((long)i * 7919 % Tools)], Number: i)).Select(one => (one.Tool, Text: made.Request(one.Tool, one.Number))).ToArray();
        var folder = Directory.CreateTempSubdirectory("toolgen-scale-").FullName;
        try
        {
            var path = Path.Combine(folder, "index.db");
            using var index = ToolIndex.OpenAsync(path, cancellationToken).AsTask().GetAwaiter().GetResult();
            var (building, few, search, starting) = (new Times(), new Times(), new Times(), new Times());
            building.Take(() => Update(index, tools, 1, cancellationToken));
            few.Take(() => Update(index, [.. tools.Skip(1), tools[0] with { Description = "changed " + tools[0].Description }], 2, cancellationToken));
            foreach (var (_, text) in requests.Take(200)) index.Search(new(text));
            var found = requests.Count(request => search.Take(() => index.Search(new(request.Text))).Hits.Any(hit => hit.Id == request.Tool.Id));
            for (var i = 0; i < Starts; i++) Start(path, requests[i].Text, starting);
            var table = new Table($"{Tools:N0} made tools, ms", "median", "95 of 100", "most", "by the clock", "95 of 100");
            foreach (var (name, times) in new[] { ("index, whole, with the self-test", building), ("index, one tool changed", few), ("search, one thread", search), ("open and search, a new process", starting) })
                table.Add(name, Number(times.Used.Median), Number(times.Used.At(0.95)), Number(times.Used.Most), Number(times.Clock.Median), Number(times.Clock.At(0.95)));
            table.Print(output);
            output.WriteLine("The first three columns are the processor's time, of all threads of the process, so that what else the machine does stays out of it.");
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"index.db {new FileInfo(path).Length >> 20} MB; weights {string.Join(", ", index.Search(new(requests[0].Text)).Weights.Select(arm => $"{arm.Key} {arm.Value}"))}; of {Requests} requests made of a tool's words and others {found} find it among ten"));
            return (
                $"{Tools:N0} tools indexed in {Number(building.Used.Most / 1000)} s, search p95 {Number(search.Used.At(0.95))} ms, start-up {Number(starting.Used.Median)} ms",
                [
                    new("100,000 tools indexed in at most 10 s", Number(building.Used.Most / 1000) + " s", building.Used.Most <= 10_000),
                    new("search: 95 of 100 take at most 10 ms", Number(search.Used.At(0.95)) + " ms", search.Used.At(0.95) <= 10),
                    new("a new process opens the index and has its first answer after at most 0.3 s", Number(starting.Used.Median) + " ms", starting.Used.Median <= 300),
                ]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Update(ToolIndex index, IReadOnlyList<ToolDocument> tools, long generation, CancellationToken cancellationToken)
    {
        index.UpdateAsync(tools, generation, cancellationToken).AsTask().GetAwaiter().GetResult();
        return tools.Count;
    }

    private static void Start(string path, string text, Times times)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(Assembly.GetEntryAssembly()!.Location);
        foreach (var word in new[] { Word, path, text }) start.ArgumentList.Add(word);
        using var child = Process.Start(start)!;
        var said = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        if (child.ExitCode != 0) throw new InvalidOperationException($"the child ended with {child.ExitCode}: {said}");
        var figures = said.Split(' ');
        times.Used.Add(double.Parse(figures[0], CultureInfo.InvariantCulture));
        times.Clock.Add(double.Parse(figures[1], CultureInfo.InvariantCulture));
    }

    private static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>Milliseconds of the processor, and of the clock.</summary>
    private sealed class Times
    {
        public Series Used { get; } = new();

        public Series Clock { get; } = new();

        public T Take<T>(Func<T> action)
        {
            var used = Environment.CpuUsage.TotalTime;
            var result = this.Clock.Time(action);
            this.Used.Add((Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
            return result;
        }
    }
}
