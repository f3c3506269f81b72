using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ModelContextProtocol.Protocol;

namespace ToolGen.Mcp.Client.Tests;

/// <summary>Servers that are broken, or mean harm.</summary>
[TestClass]
public sealed class HostileServerTests
{
    private const string Output = """{"type":"object","properties":{"degrees":{"type":"number"}},"required":["degrees"]}""";

    [TestMethod]
    [DataRow("""{"degrees":"4"}""", "bad_data: /degrees")]
    [DataRow("""{}""", "bad_data: /degrees")]
    [DataRow("""{"degrees":1,"degrees":2}""", "bad_data: the server's answer names a member twice")]
    [DataRow("""{"degrees":1e99999}""", "bad_data: the server's answer names a member twice")]
    [DataRow("""[1]""", "bad_data: the server's answer has no structured content")]
    public async Task An_answer_that_breaks_its_own_schema_is_bad_data(string answer, string said)
    {
        await using var server = await TestServer.StartAsync();
        server.Tools.Add(TestServer.Tool("weather", output: Output));
        server.Answer = (_, _) => new(TestServer.Gave(answer));
        var imported = await server.Client.ImportToolsAsync("s");
        StringAssert.StartsWith((await imported.CallAsync("weather")).Text(), said);
    }

    [TestMethod]
    public async Task Text_where_structured_content_was_promised_is_bad_data()
    {
        await using var server = await TestServer.StartAsync();
        server.Tools.Add(TestServer.Tool("weather", output: Output));
        var imported = await server.Client.ImportToolsAsync("s");
        Assert.AreEqual("bad_data", (await imported.CallAsync("weather")).Errors.Single().Code);
    }

    [TestMethod]
    public async Task An_error_of_the_server_is_upstream_short_and_visible()
    {
        await using var server = await TestServer.StartAsync();
        server.Tools.Add(TestServer.Tool("weather"));
        server.Answer = (_, _) => new(new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = "no\u202e such\ncity " + new string('x', 10_000) }] });
        var error = (await (await server.Client.ImportToolsAsync("s")).CallAsync("weather")).Errors.Single();
        StringAssert.StartsWith(error.Message, "the server says: \"no such city xxx");
        Assert.AreEqual("upstream", error.Code);
        Assert.IsLessThan(340, error.Message.Length);
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task An_answer_whose_check_would_never_end_is_refused()
    {
        var definitions = string.Join(",", Enumerable.Range(0, 18).Select(i => $$"""
            "d{{i}}":{"allOf":[{"$ref":"#/$defs/d{{i + 1}}"},{"$ref":"#/$defs/d{{i + 1}}"}]}
            """));
        await using var server = await TestServer.StartAsync();
        server.Tools.Add(TestServer.Tool("list", output: $$$"""{"type":"object","properties":{"all":{"$ref":"#/$defs/d0"} },"$defs":{ {{{definitions}}},"d18":{"type":"array","uniqueItems":true} } }"""));
        server.Answer = (_, _) => new(TestServer.Gave($$"""{"all":[{{string.Join(",", Enumerable.Range(0, 60_000))}}]}"""));
        var imported = await server.Client.ImportToolsAsync("s", new() { Timeout = TimeSpan.FromMinutes(5) });
        Assert.AreEqual("bad_data", (await imported.CallAsync("list")).Errors.Single().Code);
    }

    [TestMethod]
    [DataRow("default", "\"LONG\"")]
    [DataRow("enum", "\"LONG\"")]
    [DataRow("x", "[\"one\", \"two\", \"LONG\"]")]
    public async Task Descriptions_in_schemas_are_cut_and_on_one_line_whatever_stands_around_them(string name, string description)
    {
        await using var server = await TestServer.StartAsync();
        server.Tools.Add(TestServer.Tool("list", $$$"""{"type":"object","properties":{"{{{name}}}":{"type":"string","description":{{{description.Replace("LONG", new string('x', 20_000), StringComparison.Ordinal)}}} } } }"""));
        var schema = System.Text.Encoding.UTF8.GetString((await server.Client.ImportToolsAsync("s")).Catalog.Descriptors.Single().InputSchema.Span);
        Assert.IsLessThan(3_000, schema.Length);
        Assert.DoesNotContain("\\n", schema);
    }

    [TestMethod]
    public async Task Text_reaches_a_model_as_it_is()
    {
        await using var server = await TestServer.StartAsync();
        server.Tools.Add(TestServer.Tool("say"));
        server.Answer = (_, _) => new(TestServer.Said("дом < \u00fc & 'x'"));
        Assert.AreEqual("{\"text\":\"дом < ü & 'x'\"}", (await (await server.Client.ImportToolsAsync("s")).CallAsync("say")).Text());
    }

    [TestMethod]
    public async Task A_huge_answer_is_a_limit()
    {
        await using var server = await TestServer.StartAsync();
        server.Tools.Add(TestServer.Tool("weather"));
        server.Answer = (_, _) => new(TestServer.Said(new string('x', 100_001)));
        var imported = await server.Client.ImportToolsAsync("s", new() { MaximumAnswerBytes = 100_000 });
        Assert.AreEqual("limit", (await imported.CallAsync("weather")).Errors.Single().Code);
    }

    [TestMethod]
    public async Task A_call_that_hangs_ends_with_timeout()
    {
        await using var server = await TestServer.StartAsync();
        server.Tools.Add(TestServer.Tool("wait"));
        server.Answer = Hang;
        var imported = await server.Client.ImportToolsAsync("s", new() { Timeout = TimeSpan.FromSeconds(3) });
        Assert.AreEqual("timeout", (await imported.CallAsync("wait")).Errors.Single().Code);
    }

    [TestMethod]
    public async Task A_call_that_hangs_ends_when_its_caller_gives_up()
    {
        await using var server = await TestServer.StartAsync();
        server.Tools.Add(TestServer.Tool("wait"));
        var (arrived, gone) = (new TaskCompletionSource(), new TaskCompletionSource());
        server.Answer = async (_, cancellationToken) =>
        {
            arrived.SetResult();
            try
            {
                return await Hang(null!, cancellationToken);
            }
            finally
            {
                gone.SetResult();
            }
        };
        var imported = await server.Client.ImportToolsAsync("s");
        using var caller = new CancellationTokenSource();
        var call = imported.CallAsync("wait", cancellationToken: caller.Token);
        await arrived.Task;
        await caller.CancelAsync();
        Assert.AreEqual("canceled", (await call).Errors.Single().Code);
        await gone.Task.WaitAsync(TimeSpan.FromMinutes(2));
    }

    [TestMethod]
    public async Task A_server_that_is_gone_is_unavailable()
    {
        await using var server = await TestServer.StartAsync();
        server.Tools.Add(TestServer.Tool("weather"));
        var imported = await server.Client.ImportToolsAsync("s");
        await server.Client.DisposeAsync();
        Assert.AreEqual("unavailable", (await imported.CallAsync("weather")).Errors.Single().Code);
    }

    [TestMethod]
    public async Task A_list_without_end_is_a_limit_and_one_in_a_circle_is_upstream()
    {
        await using var endless = await TestServer.StartAsync((server, _) => new ListToolsResult { Tools = [], NextCursor = $"{server.Lists}" });
        Assert.AreEqual("limit", (await Assert.ThrowsExactlyAsync<ToolException>(() => endless.Client.ImportToolsAsync("s"))).Code);
        Assert.AreEqual(100, endless.Lists);
        await using var circle = await TestServer.StartAsync((_, _) => new ListToolsResult { Tools = [], NextCursor = "again" });
        Assert.AreEqual("upstream", (await Assert.ThrowsExactlyAsync<ToolException>(() => circle.Client.ImportToolsAsync("s"))).Code);
    }

    [TestMethod]
    public async Task A_thousand_tools_are_imported_and_one_more_is_a_limit()
    {
        await using var server = await TestServer.StartAsync();
        server.Tools.AddRange(Enumerable.Range(0, 1_000).Select(i => TestServer.Tool($"tool_{i}", output: Output)));
        Assert.HasCount(1_000, (await server.Client.ImportToolsAsync("s")).Catalog.Tools);
        server.Tools.Add(TestServer.Tool("one_more"));
        Assert.AreEqual("limit", (await Assert.ThrowsExactlyAsync<ToolException>(() => server.Client.ImportToolsAsync("s"))).Code);
    }

    [TestMethod]
    [DataRow("../../etc/passwd")]
    [DataRow("rm -rf /\n")]
    [DataRow("9")]
    [DataRow("")]
    [DataRow("名前")]
    public async Task Any_name_becomes_a_legal_one_and_the_call_still_names_the_servers(string name)
    {
        await using var server = await TestServer.StartAsync();
        server.Tools.Add(TestServer.Tool(name));
        var tool = (await server.Client.ImportToolsAsync("s")).Catalog.Tools.Single();
        StringAssert.Matches(tool.Descriptor.Name, new("^[A-Za-z][A-Za-z0-9_-]{0,63}$"));
        await tool.CallAsync(default(ReadOnlyMemory<byte>), new SystemToolContext());
        Assert.AreEqual(name, server.Calls.Single().Name);
    }

    [TestMethod]
    public async Task Tools_that_would_have_one_name_are_all_refused()
    {
        await using var server = await TestServer.StartAsync();
        server.Tools.AddRange([TestServer.Tool("a.b"), TestServer.Tool("A_b"), TestServer.Tool("c")]);
        var imported = await server.Client.ImportToolsAsync("s");
        Assert.AreEqual("c", imported.Catalog.Tools.Single().Descriptor.Name);
        Assert.AreEqual("A_b a.b", string.Join(' ', imported.Refused.Select(one => one.Tool).Order(StringComparer.Ordinal)));
    }

    [TestMethod]
    [DataRow("""{"type":"object","properties":{"a":{"type":"strin"}}}""")]
    [DataRow("""{"type":"object","dependencies":{"a":["b"]}}""")]
    [DataRow("""{"type":"object","properties":{"a":{"$ref":"https://schemas.example/a.json"}}}""")]
    [DataRow("""{"type":"object","properties":{"a":{"type":"string","pattern":"(?<=(a+)+)\\Z"}}}""")]
    [DataRow("""{"type":"object","properties":{"a":{"enum":["x\u202e"]}}}""")]
    public async Task A_schema_that_cannot_be_enforced_is_a_refusal_with_findings(string schema)
    {
        await using var server = await TestServer.StartAsync();
        server.Tools.AddRange([TestServer.Tool("bad", schema), TestServer.Tool("worse", output: schema), TestServer.Tool("good")]);
        var imported = await server.Client.ImportToolsAsync("s");
        Assert.AreEqual("good", imported.Catalog.Tools.Single().Descriptor.Name);
        Assert.AreEqual("bad worse", string.Join(' ', imported.Refused.Select(one => one.Tool)));
        Assert.IsTrue(imported.Refused.All(one => one.Findings.Count > 0));
    }

    [TestMethod]
    public async Task An_output_schema_of_no_object_is_a_refusal()
    {
        await using var server = await TestServer.StartAsync();
        server.Tools.Add(TestServer.Tool("list", output: """{"type":["object","null"]}"""));
        var refusal = (await server.Client.ImportToolsAsync("s")).Refused.Single();
        StringAssert.Contains(refusal.Reason, "outputSchema");
    }

    [TestMethod]
    public async Task Words_for_models_are_short_and_hide_nothing()
    {
        await using var server = await TestServer.StartAsync();
        server.Tools.Add(TestServer.Tool("a", """{"type":"object","properties":{"a":{"type":"string","description":"One\u200b word."}}}""", description: "Look\u202e up.\n\n" + new string('x', 5_000)));
        var descriptor = (await server.Client.ImportToolsAsync("s")).Catalog.Tools.Single().Descriptor;
        StringAssert.StartsWith(descriptor.Description, "Look up. xxx");
        Assert.AreEqual(1_000, descriptor.Description.Length);
        StringAssert.Contains(System.Text.Encoding.UTF8.GetString(descriptor.InputSchema.Span), "\"One word.\"");
    }

    [TestMethod]
    public async Task A_tool_that_says_too_much_is_a_refusal()
    {
        await using var server = await TestServer.StartAsync();
        server.Tools.Add(TestServer.Tool("a", description: new string('x', 300_000)));
        StringAssert.Contains((await server.Client.ImportToolsAsync("s")).Refused.Single().Reason, "262144 bytes");
    }

    private static async ValueTask<CallToolResult> Hang(CallToolRequestParams call, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return TestServer.Said("never");
    }
}
