using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ModelContextProtocol.Client;
using ToolGen.TestSupport;

namespace ToolGen.Mcp.Client.Tests;

/// <summary>Import from a server in a process of its own.</summary>
[TestClass]
public sealed class ProcessTests
{
    public TestContext TestContext { get; set; } = null!;

    private CancellationToken End => this.TestContext.CancellationToken;

    [TestMethod]
    public async Task Ten_tools_answer_as_their_server_does_and_refuse_what_their_schemas_refuse()
    {
        await using var client = await McpClient.CreateAsync(Stdio("ten"), PatientClient.Options(), cancellationToken: this.End);
        var imported = await client.ImportToolsAsync("ten", cancellationToken: this.End);
        Assert.IsEmpty(imported.Refused);
        Assert.HasCount(10, imported.Catalog.Tools);
        foreach (var tool in imported.Catalog.Tools.Select(tool => tool.Descriptor.Name))
        {
            foreach (var input in Spec(tool).GetProperty("examples").EnumerateArray().Select(sample => sample.GetProperty("input")))
            {
                var result = await imported.CallAsync(tool, input.GetRawText(), this.End);
                var said = await client.CallToolAsync(tool, input.EnumerateObject().ToDictionary(pair => pair.Name, pair => (object?)pair.Value), cancellationToken: this.End);
                Assert.AreEqual((said.IsError == true, said.StructuredContent?.GetRawText()), (result.IsError, result.IsError ? null : result.Text()), tool);
            }

            Assert.AreEqual("invalid_input", (await imported.CallAsync(tool, """{"no_such":true}""", this.End)).Errors[0].Code, tool);
        }
    }

    [TestMethod]
    public async Task A_list_of_several_pages_is_read_whole_over_HTTP_too()
    {
        var script = Path.Combine(Directory.CreateTempSubdirectory("toolgen-mcp-").FullName, "script.json");
        try
        {
            await File.WriteAllTextAsync(script, """{"pages":[[{"name":"a","inputSchema":{"type":"object"}}],[],[{"name":"b","inputSchema":{"type":"object"}}]],"answers":{"b":{"content":[{"type":"text","text":"done"}]}}}""", this.End);
            await using var server = await ServerProgram.ListenAsync("scripted", script);
            await using var client = await McpClient.CreateAsync(new HttpClientTransport(new() { Endpoint = new Uri(server.Address) }), PatientClient.Options(), cancellationToken: this.End);
            var imported = await client.ImportToolsAsync("paged", cancellationToken: this.End);
            Assert.AreEqual("a b", string.Join(' ', imported.Catalog.Tools.Select(tool => tool.Descriptor.Name)));
            Assert.AreEqual("""{"text":"done"}""", (await imported.CallAsync("b", cancellationToken: this.End)).Text());
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(script)!, recursive: true);
        }
    }

    [TestMethod]
    public async Task A_server_whose_process_ends_is_unavailable()
    {
        await using var client = await McpClient.CreateAsync(Stdio("ten"), PatientClient.Options(), cancellationToken: this.End);
        var imported = await client.ImportToolsAsync("ten", cancellationToken: this.End);
        await client.DisposeAsync();
        Assert.AreEqual("unavailable", (await imported.CallAsync("decode_rle", """{"encoded":"3a"}""", this.End)).Errors[0].Code);
    }

    private static StdioClientTransport Stdio(params string[] arguments)
    {
        var command = ServerProgram.Command(arguments);
        return new(new() { Command = command[0], Arguments = command[1..] });
    }

    private static JsonElement Spec(string tool) => TestServer.Json(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Specs", tool + ".tool.json")));
}
