using System;
using System.IO;
using System.IO.Pipelines;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ToolGen.TestSupport;

namespace ToolGen.Mcp.Client.Tests;

/// <summary>Servers that say on the wire what no server of a library would.</summary>
[TestClass]
public sealed class RawServerTests
{
    [TestMethod]
    [DataRow("""{"tools":[{"name":"a","inputSchema":{"type":"string"}}]}""")]
    [DataRow("""{"tools":[{"name":"a","inputSchema":true}]}""")]
    [DataRow("""{"tools":[{"name":7,"inputSchema":{"type":"object"}}]}""")]
    [DataRow("""{"tools":[{"inputSchema":{"type":"object"}}]}""")]
    [DataRow("""{"tools":"all of them"}""")]
    [DataRow("[]")]
    [DataRow("""{"tools":[null]}""")]
    [DataRow("""{"tools":[{"name":null,"inputSchema":{"type":"object"}}]}""")]
    public Task A_list_that_is_none_is_bad_data(string list) => EndsWith("bad_data", list, TimeSpan.FromSeconds(30));

    // The library says nothing of a message that it cannot read, so nothing comes.
    [TestMethod]
    public Task A_list_that_is_nested_too_deep_is_a_timeout() =>
        EndsWith("timeout", """{"tools":[{"name":"a","inputSchema":{"type":"object","a":""" + new string('[', 500) + new string(']', 500) + "}}]}", TimeSpan.FromSeconds(1));

    private static async Task EndsWith(string code, string list, TimeSpan timeout)
    {
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        var (toServer, toClient) = (new Pipe(), new Pipe());
        var serving = ServeAsync(toServer.Reader.AsStream(), toClient.Writer.AsStream(), list, end.Token);
        await using (var client = await McpClient.CreateAsync(new StreamClientTransport(toServer.Writer.AsStream(), toClient.Reader.AsStream()), PatientClient.Options("2025-11-25"), cancellationToken: end.Token))
        {
            var said = await Assert.ThrowsExactlyAsync<ToolException>(() => client.ImportToolsAsync("s", new() { Timeout = timeout }));
            Assert.AreEqual(code, said.Code, said.Message);
        }

        await end.CancelAsync();
        await serving.ContinueWith(static _ => { }, TaskScheduler.Default);
    }

    private static async Task ServeAsync(Stream from, Stream to, string list, CancellationToken cancellationToken)
    {
        using var lines = new StreamReader(from);
        await using var answers = new StreamWriter(to) { AutoFlush = true };
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            var request = TestServer.Json(line);
            if (!request.TryGetProperty("id", out var id)) continue;
            var result = request.GetProperty("method").GetString() == "initialize"
                ? """{"protocolVersion":"2025-11-25","capabilities":{"tools":{}},"serverInfo":{"name":"raw","version":"1"}}"""
                : list;
            await answers.WriteLineAsync($$"""{"jsonrpc":"2.0","id":{{id.GetRawText()}},"result":{{result}}}""".AsMemory(), cancellationToken);
        }
    }
}
