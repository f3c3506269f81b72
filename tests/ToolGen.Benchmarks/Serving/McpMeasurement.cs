using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Server.Http;

namespace ToolGen.Benchmarks.Serving;

/// <summary>Who the server works with: the .NET client, npm's SDK, its inspector and its conformance suite; and what does not bring it down.</summary>
internal sealed class McpMeasurement : IMeasurement
{
    private const int Hostile = 10_000;
    private const long MoreMemory = 256L << 20;

    public string Name => "mcp";

    public string Title => "clients of the server in each revision, scenarios of the conformance suite, 10,000 hostile requests";

    public Verdict Run(TextWriter output, CancellationToken cancellationToken) => this.RunAsync(output, cancellationToken).GetAwaiter().GetResult();

    private async Task<Verdict> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("toolgen-mcp-").FullName;
        try
        {
            var token = TokenFile.Add(ServeProcess.TokensOf(folder), "measurement");
            var claims = new List<Claim>();
            await using (var server = await ServeProcess.StartAsync(folder, withTokens: true))
            {
                foreach (var revision in StoryClient.Revisions)
                {
                    foreach (var (name, to) in new[] { ("HTTP", server), ("standard input and output", null) })
                        claims.Add(Works($".NET client, {revision}, {name}: finds, makes, mends, calls", await StoryClient.RunAsync(revision, to, folder, token, cancellationToken)));
                }

                claims.Add(await HostileAsync(output, server, folder, token, cancellationToken));
            }

            using var npm = NpmClients.Install();
            if (npm is null) output.WriteLine("inconclusive: npm's clients and the conformance suite need npm with a registry on Linux x64");
            else claims.AddRange(await NpmAsync(output, npm, folder, token));
            foreach (var claim in claims) output.WriteLine($"{(claim.Holds ? "✓" : "✗")} {claim.Text}: {claim.Measured}");
            return new($"{claims.Count(claim => claim.Holds)} of {claims.Count} hold{(npm is null ? "; npm's clients could not be had" : "")}", claims);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Claim> HostileAsync(TextWriter output, ServeProcess server, string folder, string token, CancellationToken cancellationToken)
    {
        var requests = new HostileRequests(server.Address, token);
        await requests.SendAsync(1_000, cancellationToken);
        var before = server.Memory;
        var answered = await requests.SendAsync(Hostile, cancellationToken);
        var more = server.Memory - before;
        foreach (var (kind, count) in answered) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"hostile: {kind}, {count} answered"));
        var wrong = server.IsUp ? await StoryClient.RunAsync("2026-07-28", server, folder, token, cancellationToken) : "the server ended";
        return new(
            string.Create(CultureInfo.InvariantCulture, $"after {Hostile} malformed, oversized, deep, abandoned and slow requests, 100 at a time, the server is up and holds at most {MoreMemory >> 20} MiB more"),
            wrong ?? string.Create(CultureInfo.InvariantCulture, $"up, {more >> 20} MiB more"),
            wrong is null && more <= MoreMemory);
    }

    private static async Task<IReadOnlyList<Claim>> NpmAsync(TextWriter output, NpmClients npm, string folder, string token)
    {
        var claims = new List<Claim>();
        await using (var server = await ServeProcess.StartAsync(folder, withTokens: true))
        {
            claims.Add(Works("npm SDK over HTTP: makes, calls", npm.Sdk(token, folder, server.Address.ToString())));
            claims.Add(Works("npm SDK over standard input and output: makes, calls", npm.Sdk("-", folder, ServeProcess.Command(folder))));
            claims.Add(Works("npm inspector: lists, strictly, and calls", npm.Inspector(token, folder, server.Address)));
        }

        await using var open = await ServeProcess.StartAsync(folder, withTokens: false);
        var scenarios = npm.Conformance(folder, open.Address);
        var table = new Table("scenario", "passed", "failed", "about");
        foreach (var (scenario, passed, failed) in scenarios)
            table.Add(scenario, passed.ToString(CultureInfo.InvariantCulture), failed.ToString(CultureInfo.InvariantCulture), NpmClients.OfAnyServer.Contains(scenario) ? "any server" : failed == 0 ? "" : "a server with the suite's own tools, prompts, resources or tasks");
        table.Print(output);
        var missed = NpmClients.OfAnyServer.Where(name => !scenarios.Any(one => one.Scenario == name && one is { Failed: 0, Passed: > 0 })).ToArray();
        claims.Add(Works($"conformance: {NpmClients.OfAnyServer.Length} scenarios about any server pass", missed.Length == 0 ? null : string.Join(", ", missed)));
        return claims;
    }

    private static Claim Works(string text, string? wrong) => new(text, wrong ?? "works", wrong is null);
}
