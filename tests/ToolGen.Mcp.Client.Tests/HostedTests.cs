using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Effects;
using ToolGen.Hosting;

namespace ToolGen.Mcp.Client.Tests;

/// <summary>Imported tools in a host: called, decided over, and as steps of a <c>compose</c> of the project.</summary>
[TestClass]
public sealed class HostedTests
{
    private const string Input = """{"type":"object","properties":{"topic":{"type":"string"},"most":{"type":"integer","maximum":100}},"required":["topic"]}""";
    private const string Output = """{"type":"object","properties":{"notes":{"type":"array","items":{"type":"object"}}},"required":["notes"]}""";

    private static readonly ToolCaller Caller = new("test");

    [TestMethod]
    public async Task A_compose_calls_the_servers_tool_as_a_step()
    {
        await using var server = await NotesAsync("""{"notes":[{"title":"Lease","words":40},{"title":"Rent","words":10}]}""");
        await using var host = new ToolHost(Grants.None);
        host.Add((await server.Client.ImportToolsAsync("notes")).Supply(Tools.Catalog.Tools, "find_notes"));
        Assert.AreEqual("""{"words":50,"longest":"Lease"}""", (await CallAsync(host, "note_digest")).Text());
        Assert.AreEqual("20", server.Calls[0].Arguments!["most"].GetRawText());
    }

    [TestMethod]
    public async Task An_answer_must_fit_the_spec_where_the_server_promises_less()
    {
        await using var server = await NotesAsync("""{"notes":[{"title":"Lease","words":"many"}]}""");
        await using var host = new ToolHost(Grants.None);
        host.Add((await server.Client.ImportToolsAsync("notes")).Supply(Tools.Catalog.Tools, "find_notes"));
        StringAssert.Contains((await CallAsync(host, "find_notes")).Text(), "bad_data: /notes/0/words must be an integer");
        StringAssert.StartsWith((await CallAsync(host, "note_digest")).Text(), "step_failed: ");
    }

    [TestMethod]
    public async Task Without_a_server_the_declared_tool_says_so()
    {
        await using var host = new ToolHost(Grants.None);
        host.Add(Tools.Catalog.Tools);
        StringAssert.Contains((await CallAsync(host, "note_digest")).Text(), "the notes server is not connected");
    }

    [TestMethod]
    public async Task A_server_takes_over_only_what_it_is_given()
    {
        await using var server = await NotesAsync("""{"notes":[]}""");
        var notes = await server.Client.ImportToolsAsync("notes");
        Assert.AreSame(Tools.Catalog.Tools.Find("find_notes"), notes.Supply(Tools.Catalog.Tools).Find("find_notes"));
        Assert.ThrowsExactly<System.ArgumentException>(() => notes.Supply(Tools.Catalog.Tools, "note_digest"));
        Assert.ThrowsExactly<System.ArgumentException>(() => notes.Supply(Tools.Catalog.Tools, "no_such"));
    }

    [TestMethod]
    public async Task Server_that_comes_later_takes_the_place_of_what_was_declared()
    {
        await using var server = await NotesAsync("""{"notes":[]}""");
        await using var host = new ToolHost(Grants.None);
        host.Add(Tools.Catalog.Tools);
        host.Add((await server.Client.ImportToolsAsync("notes")).Supply(Tools.Catalog.Tools, "find_notes"));
        Assert.IsFalse((await CallAsync(host, "find_notes")).IsError);
        Assert.HasCount(1, server.Calls);
    }

    [TestMethod]
    public async Task A_policy_names_the_tools_of_a_server_by_capability()
    {
        await using var server = await NotesAsync("""{"notes":[]}""");
        await using var host = new ToolHost(Grants.None, new() { Records = null, Rules = [new(PolicyVerdict.Deny) { Capability = "mcp notes/*" }] });
        host.Add((await server.Client.ImportToolsAsync("notes", new() { Prefix = "their_" })).Catalog);
        Assert.AreEqual("denied", (await CallAsync(host, "their_find_notes")).Errors[0].Code);
        Assert.IsEmpty(host.For(Caller).Tools);
        Assert.IsEmpty(server.Calls);
    }

    [TestMethod]
    public async Task The_same_import_can_be_added_again_and_a_changed_one_wants_another_version()
    {
        await using var server = await NotesAsync("""{"notes":[]}""");
        await using var host = new ToolHost(Grants.None);
        host.Add((await server.Client.ImportToolsAsync("notes")).Catalog);
        host.Add((await server.Client.ImportToolsAsync("notes")).Catalog);
        server.Tools[0].Description = "Something else.";
        var changed = await server.Client.ImportToolsAsync("notes");
        Assert.ThrowsExactly<System.ArgumentException>(() => host.Add(changed.Catalog));
        host.Add((await server.Client.ImportToolsAsync("notes", new() { Version = "1.1.0" })).Catalog);
        Assert.IsFalse((await CallAsync(host, "find_notes@^1.1")).IsError);
    }

    private static ValueTask<ToolResult> CallAsync(ToolHost host, string tool) => host.CallAsync(tool, Encoding.UTF8.GetBytes("""{"topic":"rent"}"""), Caller);

    private static async Task<TestServer> NotesAsync(string answer)
    {
        var server = await TestServer.StartAsync();
        server.Tools.Add(TestServer.Tool("find_notes", Input, Output));
        server.Answer = (_, _) => new(TestServer.Gave(answer));
        return server;
    }
}
