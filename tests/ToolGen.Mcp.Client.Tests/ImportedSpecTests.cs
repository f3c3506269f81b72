using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ModelContextProtocol.Client;
using ToolGen.Effects;
using ToolGen.Hosting;
using ToolGen.TestSupport;

namespace ToolGen.Mcp.Client.Tests;

/// <summary>A spec that was imported from a server, reviewed and built: <c>decode_rle</c> of this project is the server's, and <c>decoded_size</c> has it as a step.</summary>
[TestClass]
public sealed class ImportedSpecTests
{
    private static readonly ToolCaller Caller = new("test");

    public TestContext TestContext { get; set; } = null!;

    private CancellationToken End => this.TestContext.CancellationToken;

    [TestMethod]
    public async Task From_a_running_server_to_a_call_of_a_compose()
    {
        await using var client = await ConnectAsync(this.End);
        await using var host = new ToolHost(Grants.None);

        // README: begin
        var ten = await client.ImportToolsAsync("ten", new() { Known = Tools.Catalog.Tools.Reviewed("ten") });   // what its specs say, or a refusal
        host.Add(ten.Supply(Tools.Catalog.Tools));                                                               // decode_rle, whose spec has x-mcp, is the server's
        var size = await host.CallAsync("decoded_size", """{ "encoded": "3a2b" }"""u8.ToArray(), Caller);        // a compose with the step decode_rle
        // README: end

        Assert.AreEqual("""{"size":5,"first":"a"}""", size.Text());
        Assert.AreEqual("decode_rle", string.Join(' ', ten.Catalog.Tools.Select(tool => tool.Descriptor.Name)), "what nobody has reviewed is refused");
        Assert.HasCount(9, ten.Refused);
    }

    [TestMethod]
    public async Task The_spec_is_what_an_import_writes()
    {
        await using var client = await ConnectAsync(this.End);
        var specs = (await client.ImportToolsAsync("ten", cancellationToken: this.End)).ToSpecs(out var refused);
        Assert.IsEmpty(refused);
        Assert.HasCount(10, specs);
        Assert.AreEqual(await File.ReadAllTextAsync(Path.Combine(Folder(), "Specs", "decode_rle.tool.json"), this.End), specs.Single(spec => spec.Name == "decode_rle").Text);
    }

    [TestMethod]
    public async Task A_server_that_says_something_else_than_what_was_imported_supplies_nothing()
    {
        await using var server = await TestServer.StartAsync();
        server.Tools.Add(TestServer.Tool("decode_rle", """{"type":"object","properties":{"encoded":{"type":"string"}},"required":["encoded"]}"""));
        var other = await server.Client.ImportToolsAsync("ten");
        await using var host = new ToolHost(Grants.None);
        host.Add(other.Supply(Tools.Catalog.Tools, "decode_rle"));
        var result = await host.CallAsync("decode_rle", Encoding.UTF8.GetBytes("""{"encoded":"3a"}"""), Caller);
        Assert.AreEqual("unavailable", result.Errors[0].Code);
        StringAssert.Contains(result.Text(), "the MCP server ten is not connected, or says something else of this tool than what was imported");
        Assert.IsEmpty(server.Calls);
    }

    [TestMethod]
    public async Task A_server_of_another_name_supplies_nothing_unasked()
    {
        await using var client = await ConnectAsync(this.End);
        var other = await client.ImportToolsAsync("other", cancellationToken: this.End);
        Assert.AreSame(Tools.Catalog.Tools.Find("decode_rle"), other.Supply(Tools.Catalog.Tools).Find("decode_rle"));
        Assert.AreNotSame(Tools.Catalog.Tools.Find("decode_rle"), other.Supply(Tools.Catalog.Tools, "decode_rle").Find("decode_rle"));
    }

    [TestMethod]
    public async Task An_answer_with_members_that_the_server_left_open_passes_the_spec()
    {
        await using var server = await TestServer.StartAsync();
        server.Tools.Add(TestServer.Tool("open", output: """{"type":"object","properties":{"rows":{"type":"array","items":{"type":"object","properties":{"id":{"type":"integer"}}}}},"required":["rows"]}"""));
        var spec = (await server.Client.ImportToolsAsync("s")).ToSpecs(out _).Single();
        var output = TestServer.Json(spec.Text).GetProperty("outputSchema");
        Assert.IsTrue(output.GetProperty("additionalProperties").GetBoolean());
        Assert.IsTrue(output.GetProperty("properties").GetProperty("rows").GetProperty("items").GetProperty("additionalProperties").GetBoolean());
        Assert.IsFalse(TestServer.Json(spec.Text).GetProperty("inputSchema").GetProperty("additionalProperties").GetBoolean());
    }

    [TestMethod]
    public void The_lines_stand_in_the_readme()
    {
        var lines = File.ReadAllLines(Path.Combine(Folder(), nameof(ImportedSpecTests) + ".cs")).Select(line => line.Trim()).ToList();
        var shown = string.Join('\n', lines[(lines.IndexOf("// README: begin") + 1)..lines.IndexOf("// README: end")]);
        StringAssert.Contains(File.ReadAllText(Path.Combine(Repository.Root, "src", "ToolGen.Mcp.Client", "README.md")), shown);
    }

    private static Task<McpClient> ConnectAsync(CancellationToken cancellationToken)
    {
        var command = ServerProgram.Command("ten");
        return McpClient.CreateAsync(new StdioClientTransport(new() { Command = command[0], Arguments = command[1..] }), PatientClient.Options(), cancellationToken: cancellationToken);
    }

    private static string Folder() => Path.Combine(Repository.Root, "tests", "ToolGen.Mcp.Client.Tests");
}
