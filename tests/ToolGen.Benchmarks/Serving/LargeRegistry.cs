using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Client;
using ToolGen.Registry;
using ToolGen.Specification.Evidence;
using ToolGen.TestSupport;

namespace ToolGen.Benchmarks.Serving;

/// <summary>Many approved tools, each of other words, and needs for them. None of them is run: what they would do is no part of a search.</summary>
internal static class LargeRegistry
{
    public const int Tools = 100_000;

    private const int AtATime = 200;

    private static readonly string[] Verbs = ["count", "sum", "convert", "parse", "check", "list", "sort", "merge", "split", "find", "group", "rank", "clean", "compare", "describe", "filter", "format", "join", "map", "trim"];
    private static readonly string[] Things = ["invoices", "orders", "customers", "payments", "contracts", "tickets", "shipments", "parcels", "sensors", "rooms", "bookings", "flights", "recipes", "songs", "books", "patients", "plants", "stars", "roads", "bridges", "words", "dates", "prices", "taxes", "loans"];
    private static readonly string[] Ways = ["by region", "by month", "by customer", "per day", "from a CSV", "from JSON lines", "as a table", "with totals", "without duplicates", "in order", "by weight", "by colour", "above a limit", "below a limit", "of last year", "of one branch", "for a report", "for a map", "in euros", "in words"];

    /// <summary>Adds and approves them; answers the seconds that it took.</summary>
    public static async Task<double> FillAsync(IToolRegistry registry, ApproverKey person, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        foreach (var some in Enumerable.Range(0, Tools).Chunk(AtATime))
        {
            var added = await Task.WhenAll(some.Select(i => registry.AddAsync(VersionOf(i), "measurement", cancellationToken).AsTask()));
            await Task.WhenAll(added.Select(version => Task.Run(() => registry.ApproveAsync(person.Approve(version, DateTimeOffset.UtcNow), cancellationToken).AsTask(), cancellationToken)));
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Waits until the index has them.</summary>
    public static async Task IndexedAsync(McpClient client, CancellationToken cancellationToken)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(20);)
        {
            var found = await ServedRegistry.AskAsync(client, "find_tools", new { need = Need(Tools - 1) }, cancellationToken);
            if (found.StructuredContent!.Value.GetProperty("tools").GetArrayLength() > 0) return;
            await Task.Delay(500, cancellationToken);
        }

        throw new InvalidOperationException("the index was not made in twenty minutes");
    }

    /// <summary>What somebody needs.</summary>
    public static string Need(int i) => $"please {Verbs[(i * 7) % Verbs.Length]} the {Things[(i * 3) % Things.Length]} {Ways[(i * 11) % Ways.Length]} for me";

    private static NewVersion VersionOf(int i)
    {
        var (verb, thing, way) = (Verbs[i % Verbs.Length], Things[(i / Verbs.Length) % Things.Length], Ways[(i / (Verbs.Length * Things.Length)) % Ways.Length]);
        var name = $"{verb}_{thing}_{i}";
        var made = MadeVersions.Of(name, body: $"return new Output(input.N / 2 + {i} - {i});");
        var text = $"{verb} {thing} {way}, number {i}.";
        return made with { McpTool = $$"""{"name":"{{name}}","description":"{{text}}","inputSchema":{"type":"object","properties":{"n":{"type":"integer"} } },"annotations":{"readOnlyHint":true} }""" };
    }
}
