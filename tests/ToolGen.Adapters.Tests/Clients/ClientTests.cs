using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ModelContextProtocol.Client;
using ToolGen.TestSupport;

namespace ToolGen.Adapters.Tests.Clients;

/// <summary>A server of ToolGen.Mcp in a process of its own, and clients of .NET and of npm over standard input and output and over HTTP: all hear the same.</summary>
[TestClass]
public sealed class ClientTests
{
    private static readonly string[] Versions = ["2025-06-18", "2025-11-25", "2026-07-28"];

    public TestContext TestContext { get; set; } = null!;

    private CancellationToken End => this.TestContext.CancellationToken;

    [TestMethod]
    public async Task Clients_of_npm_and_of_NET_hear_the_same_in_every_version()
    {
        var calls = await TenTools.CallsAsync();
        using var npm = NpmClient.Install(NpmClient.Second + "@2.4.0");
        foreach (var version in Versions)
        {
            var dotnet = await DotnetClient.AskAsync(Stdio(), version, calls, this.End);
            var node = NpmClient.Ask(npm, NpmClient.Second, version, calls, ServerProgram.Command("ten"));
            Assert.AreEqual($"{version} {version}", $"{dotnet.Version} {node.Version}");
            Assert.HasCount(10, dotnet.Tools);
            dotnet.MustBe(calls);
            node.MustBe(calls);
            node.MustBe(dotnet);
        }
    }

    [TestMethod]
    [TestCategory("full")]
    public async Task The_same_over_HTTP()
    {
        var calls = await TenTools.CallsAsync();
        using var npm = NpmClient.Install(NpmClient.Second + "@2.4.0");
        await using var server = await ServerProgram.ListenAsync("ten");
        foreach (var version in Versions)
        {
            var dotnet = await DotnetClient.AskAsync(new HttpClientTransport(new() { Endpoint = new Uri(server.Address) }), version, calls, this.End);
            var node = NpmClient.Ask(npm, NpmClient.Second, version, calls, server.Address);
            Assert.AreEqual($"{version} {version}", $"{dotnet.Version} {node.Version}");
            dotnet.MustBe(calls);
            node.MustBe(dotnet);
        }
    }

    /// <summary>The first generation of the package speaks the newest version that it knows, and does not know 2026-07-28. (Up to 1.22 it drops what it does not know at the root of a schema, such as additionalProperties.)</summary>
    [TestMethod]
    [TestCategory("full")]
    [DataRow("1.23.1", "2025-06-18")]
    [DataRow("1.32.2", "2025-11-25")]
    public async Task Clients_of_the_first_generation_hear_it_too(string package, string version)
    {
        var calls = await TenTools.CallsAsync();
        using var npm = NpmClient.Install("@modelcontextprotocol/sdk@" + package);
        await using var server = await ServerProgram.ListenAsync("ten");
        var dotnet = await DotnetClient.AskAsync(Stdio(), version, calls, this.End);
        foreach (var target in new[] { ServerProgram.Command("ten"), [server.Address] })
        {
            var node = NpmClient.Ask(npm, "@modelcontextprotocol/sdk", version, calls, target);
            Assert.AreEqual(version, node.Version);
            node.MustBe(dotnet);
        }
    }

    private static StdioClientTransport Stdio()
    {
        var command = ServerProgram.Command("ten");
        return new(new() { Command = command[0], Arguments = command[1..] });
    }
}
