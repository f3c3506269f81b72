using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.EndToEnd;

/// <summary>The service of the page on hosting, unchanged, from packages.</summary>
[TestClass]
public sealed class HostingPageTests
{
    private const string Rates = """{"date":"2026-03-02","rates":{"USD":1.0825}}""";

    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "src", "ToolGen.Hosting", "docs", "hosting.md")).ReplaceLineEndings("\n");

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [TestMethod]
    public async Task The_service_answers_and_tells_of_its_calls()
    {
        await using var rates = new LoopbackServer(_ => new(200, Rates, ("Content-Type", "application/json")));
        await using var collector = new LoopbackServer(_ => new(200, "", ("Content-Type", "application/x-protobuf")));
        var consumer = await Service("hosting page");
        await consumer.Dotnet("build", "Desk", "-warnaserror");

        using var process = Dotnet.Start(consumer.PathOf("Desk"), consumer.Environment(
            ("ASPNETCORE_URLS", "http://127.0.0.1:0"), ("NO_PROXY", "127.0.0.1"), ("no_proxy", "127.0.0.1"), ("OTEL_EXPORTER_OTLP_ENDPOINT", $"http://{collector.EndPoint}"), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_BSP_SCHEDULE_DELAY", "200"), ("OTEL_METRIC_EXPORT_INTERVAL", "200"),
            ("ToolGen__http__allow__0__origin", "http://api.frankfurter.dev"), ("ToolGen__http__allow__0__connectTo", rates.Address)), "bin/Debug/net10.0/Desk.dll");
        try
        {
            using var client = new HttpClient { BaseAddress = await Address(process), Timeout = Patience };
            Assert.AreEqual("Healthy", await client.GetStringAsync("health"));
            Assert.AreEqual((HttpStatusCode.OK, """{"rate":1.0825,"date":"2026-03-02"}"""), await Call(client, "exchange_rate", """{ "from": "EUR", "to": "USD" }"""));
            using (var plain = await client.PostAsync(new Uri("tools/exchange_rate", UriKind.Relative), new StringContent("{}", Encoding.UTF8, "text/plain"))) Assert.AreEqual(HttpStatusCode.UnsupportedMediaType, plain.StatusCode);
            var (status, errors) = await Call(client, "exchange_rate@^1", """{ "from": "euro", "to": "USD" }""");
            Assert.AreEqual(HttpStatusCode.UnprocessableEntity, status);
            StringAssert.Contains(errors, "\"pointer\":\"/from\"", StringComparison.Ordinal);
            await Until(() => File.Exists(consumer.PathOf("Desk", "calls.jsonl")) && File.ReadAllLines(consumer.PathOf("Desk", "calls.jsonl")).Count(static line => line.EndsWith('}')) == 2, "two calls were not recorded");

            await Heard(collector, "/v1/traces", "execute_tool exchange_rate", "gen_ai.tool.name", "http://api.frankfurter.dev/v1/latest", "invalid_input");
            await Heard(collector, "/v1/metrics", "gen_ai.execute_tool.duration", "toolgen.effect.duration", "toolgen.calls.running");
            Assert.IsFalse(collector.Seen.Any(request => request.Text.Contains("symbols", StringComparison.Ordinal)), "a query was told");
            Assert.IsNull(rates.Seen.Single().Header("traceparent"));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    [TestMethod]
    [TestCategory("full")]
    public async Task The_host_of_Aspire_builds_around_it()
    {
        var consumer = await Service("aspire page");
        consumer.Write("AppHost/AppHost.csproj", Blocks("xml")[1]).Write("AppHost/Program.cs", Blocks("csharp")[1]);

        // Whether the very versions that Aspire names are served is the feed's affair.
        await consumer.Dotnet("build", "AppHost", "-warnaserror", "-noWarn:NU1603");
    }

    private static async Task<Consumer> Service(string name)
    {
        // What the page names is what is restored beside this test.
        var pinned = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "Directory.Packages.props"));
        foreach (var line in Blocks("xml")[0].Split('\n').Where(static line => line.Contains("\"OpenTelemetry.", StringComparison.Ordinal)))
            StringAssert.Contains(pinned, line.Trim().Replace("PackageReference", "PackageVersion", StringComparison.Ordinal), StringComparison.Ordinal);

        var feed = await PackedFeed.Get();
        var consumer = await Consumer.Create(name);
        var specs = Path.Combine(Repository.Root, "templates", "ToolGen.Templates", "content", "toolgen-agent", "tools");

        // TLS is the one thing that a server on loopback has not.
        return consumer.Write("Desk/Desk.csproj", Blocks("xml")[0].Replace("0.1.0", feed.Version, StringComparison.Ordinal))
            .Write("Desk/Program.cs", Blocks("csharp")[0])
            .Write("Desk/appsettings.json", Blocks("json").Single())
            .Write("Desk/tools/exchange_rate.tool.json", (await File.ReadAllTextAsync(Path.Combine(specs, "exchange_rate.tool.json"))).Replace("https://", "http://", StringComparison.Ordinal));
    }

    private static string[] Blocks(string language) => [.. Regex.Matches(Page, $"```{language}\n(.*?)```", RegexOptions.Singleline).Select(match => match.Groups[1].Value)];

    private static async Task<Uri> Address(Process process)
    {
        var before = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            before.AppendLine(line);
            if (Regex.Match(line, "Now listening on: (http://\\S+)") is not { Success: true } match) continue;

            // What it prints from here on is taken away: a full pipe would hold it.
            _ = process.StandardOutput.ReadToEndAsync();
            _ = process.StandardError.ReadToEndAsync();
            return new(match.Groups[1].Value);
        }

        throw new AssertFailedException($"the service did not start\n{before}{await process.StandardError.ReadToEndAsync()}");
    }

    private static async Task<(HttpStatusCode Status, string Text)> Call(HttpClient client, string tool, string arguments)
    {
        using var answer = await client.PostAsync(new Uri("tools/" + tool, UriKind.Relative), new StringContent(arguments, Encoding.UTF8, "application/json"));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task Heard(LoopbackServer collector, string target, params IReadOnlyList<string> words)
    {
        await Until(
            () =>
            {
                var told = string.Concat(collector.Seen.Where(request => request.Target == target).Select(request => request.Text));
                return words.All(word => told.Contains(word, StringComparison.Ordinal));
            },
            $"{target} was not told of all of {string.Join(", ", words)}");
    }

    private static async Task Until(Func<bool> isSo, string otherwise)
    {
        for (var start = Stopwatch.GetTimestamp(); !isSo(); await Task.Delay(100))
            if (Stopwatch.GetElapsedTime(start) > Patience) Assert.Fail(otherwise);
    }
}
