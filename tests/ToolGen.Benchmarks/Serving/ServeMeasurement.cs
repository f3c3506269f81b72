using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Client;
using ToolGen.Benchmarks.Forging;
using ToolGen.Forge.Compilation;
using ToolGen.Forge.Specs;

namespace ToolGen.Benchmarks.Serving;

/// <summary>What a client of the server waits for: a tool made, a call, a search; and how many cheap calls go through in a second, each with its record.</summary>
/// <param name="parts">Of <c>make call many find</c>; empty: all.</param>
internal sealed class ServeMeasurement(IReadOnlyList<string> parts) : IMeasurement
{
    private const double MakeLimit = 150, CallLimit = 2, FindLimit = 10, CallsLimit = 1_000;
    private const int Warmed = 150, Makes = 100, Calls = 3_000, Searches = 1_000, Together = 8;

    private readonly List<string> figures = [];
    private readonly List<Claim> claims = [];

    public string Name => "serve";

    public string Title => "making, calling and finding through the server, and cheap calls a second with audit on";

    public Verdict Run(TextWriter output, CancellationToken cancellationToken)
    {
        // The worker that a user has is compiled ahead, and comes with the command.
        using var command = ColdCommand.Install(out var why);
        if (command?.Worker is not { } worker) return Verdict.Inconclusive(why);
        this.RunAsync(worker, output, cancellationToken).GetAwaiter().GetResult();
        return new(string.Join("; ", this.figures), this.claims);
    }

    private bool Has(string part) => parts.Count == 0 || parts.Contains(part);

    private async Task RunAsync(string worker, TextWriter output, CancellationToken cancellationToken)
    {
        var table = new Table("milliseconds", "n", "p50", "p95", "most");
        if (this.Has("make") || this.Has("call") || this.Has("many"))
        {
            await using var served = await ServedRegistry.OpenAsync(worker);
            await using var client = await served.ClientAsync();
            if (this.Has("make"))
            {
                var make = await MakeAsync(served, client, cancellationToken);
                Add(table, "make_tool, three samples, warm", make);
                this.Say($"make_tool p50 {Text(make.Median, 1)} ms", new("make_tool is answered within 150 ms, p50, warm", $"{Text(make.Median, 1)} ms", make.Median <= MakeLimit));
            }

            if (this.Has("call") || this.Has("many"))
            {
                var (call, own) = await CallAsync(served, client, cancellationToken);
                Add(table, "call_tool in the sandbox", call);
                Add(table, "the same tool in this process", own);
                var over = call.Median - own.Median;
                this.Say($"call_tool p50 {Text(over, 2)} ms over the tool", new("call_tool takes at most 2 ms over the tool's own time, p50", $"{Text(over, 2)} ms", over <= CallLimit));
            }

            if (this.Has("many"))
            {
                var second = await ManyAsync(served, cancellationToken);
                output.WriteLine($"cheap calls a second, {Together} at a time, {Environment.ProcessorCount} processors, each in the registry's log: {Text(second, 0)}");
                this.Say($"{Text(second, 0)} calls/s", new("at least 1,000 cheap calls a second with audit on", Text(second, 0), second >= CallsLimit));
            }
        }

        if (this.Has("find"))
        {
            var find = await FindAsync(output, cancellationToken);
            Add(table, $"find_tools among {LargeRegistry.Tools}", find);
            this.Say($"find_tools p95 {Text(find.At(0.95), 2)} ms at {LargeRegistry.Tools}", new($"find_tools is answered within 10 ms, p95, among {LargeRegistry.Tools} tools", $"{Text(find.At(0.95), 2)} ms", find.At(0.95) <= FindLimit));
        }

        table.Print(output);
    }

    private static void Add(Table table, string name, Series series) => table.Add(name, Text(series.Count, 0), Text(series.Median, 3), Text(series.At(0.95), 3), Text(series.Most, 3));

    private void Say(string figure, Claim claim)
    {
        this.figures.Add(figure);
        this.claims.Add(claim);
        Console.Error.WriteLine(claim);
    }

    private static async Task<Series> MakeAsync(ServedRegistry served, McpClient client, CancellationToken cancellationToken)
    {
        var series = new Series();
        for (var round = 0; round < Warmed + Makes; round++)
        {
            if (round >= Warmed) await OpenSandbox.RestAsync(served.Sandbox, cancellationToken);
            var spec = Text(ForgedFunction.Spec(round));
            var one = new Series();
            await one.TimeAsync(async () => await ServedRegistry.AskAsync(client, "make_tool", new { spec }, cancellationToken));
            if (round >= Warmed) series.Add(one.Last);
        }

        return series;
    }

    private static async Task<(Series Call, Series Own)> CallAsync(ServedRegistry served, McpClient client, CancellationToken cancellationToken)
    {
        var spec = ForgedFunction.Spec(5_000);
        await ServedRegistry.AskAsync(client, "make_tool", new { spec = Text(spec) }, cancellationToken);
        await served.ApproveAsync("check_account_5000");
        var set = new Forge.Forge().Make([spec], cancellationToken);
        using var loaded = new LoadedTools(set.Compiled.Image.AsSpan(), unloadable: false);
        var here = loaded.Find(set.Tools[0].Compiled!.Unit.TypeName)!;
        var arguments = System.Text.Json.JsonElement.Parse(ForgedFunction.Arguments);
        var context = new SystemToolContext();
        Series call = new(), own = new();
        for (var round = 0; round < (Calls / 3) + Calls; round++)
        {
            Series outside = new(), inside = new();
            await outside.TimeAsync(async () => await ServedRegistry.AskAsync(client, "call_tool", new { tool = "check_account_5000", arguments }, cancellationToken));
            await inside.TimeAsync(async () => await here.CallAsync(ForgedFunction.Arguments, context, cancellationToken));
            if (round < Calls / 3) continue;
            call.Add(outside.Last);
            own.Add(inside.Last);
        }

        return (call, own);
    }

    private static async Task<double> ManyAsync(ServedRegistry served, CancellationToken cancellationToken)
    {
        var clients = new List<McpClient>();
        for (var i = 0; i < 4; i++) clients.Add(await served.ClientAsync());
        var arguments = System.Text.Json.JsonElement.Parse(ForgedFunction.Arguments);
        async Task<int> CallForAsync(McpClient client, TimeSpan time)
        {
            var start = Stopwatch.GetTimestamp();
            var count = 0;
            for (; Stopwatch.GetElapsedTime(start) < time; count++) await ServedRegistry.AskAsync(client, "call_tool", new { tool = "check_account_5000", arguments }, cancellationToken);
            return count;
        }

        Task<int[]> AllAsync(double seconds) => Task.WhenAll(Enumerable.Range(0, Together).Select(i => Task.Run(() => CallForAsync(clients[i % clients.Count], TimeSpan.FromSeconds(seconds)))));
        await AllAsync(6);
        var before = served.Registry.Usage("check_account_5000").Sum(usage => usage.Answered);
        var clock = Stopwatch.StartNew();
        var counted = (await AllAsync(10)).Sum();
        var seconds = clock.Elapsed.TotalSeconds;
        var recorded = served.Registry.Usage("check_account_5000").Sum(usage => usage.Answered) - before;
        foreach (var client in clients) await client.DisposeAsync();
        return recorded == counted ? counted / seconds : throw new InvalidOperationException($"{counted} calls were answered, and {recorded} of them stand in the log");
    }

    private static async Task<Series> FindAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await using var served = await ServedRegistry.OpenAsync(before: async (registry, person) => output.WriteLine($"{LargeRegistry.Tools} tools added and approved in {Text(await LargeRegistry.FillAsync(registry, person, cancellationToken), 0)} s"));
        await using var client = await served.ClientAsync();
        await LargeRegistry.IndexedAsync(client, cancellationToken);
        var series = new Series();
        for (var i = 0; i < Searches + 100; i++)
        {
            var one = new Series();
            await one.TimeAsync(async () => await ServedRegistry.AskAsync(client, "find_tools", new { need = LargeRegistry.Need(i) }, cancellationToken));
            if (i >= 100) series.Add(one.Last);
        }

        return series;
    }

    private static string Text(SpecInput spec) => Encoding.UTF8.GetString(spec.Utf8.Span);

    private static string Text(double value, int digits) => value.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
