using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Effects;
using ToolGen.Extensions.AI;
using ToolGen.Hosting;
using ToolGen.Hosting.Tests;

namespace ToolGen.Adapters.Tests;

/// <summary>What an application with a chat client sees.</summary>
[TestClass]
public sealed class ChatTests
{
    [TestMethod]
    public async Task A_tool_that_the_host_takes_in_during_one_turn_is_called_in_the_next()
    {
        await using var host = new ToolHost(Grants.None);
        host.Add(new ToolCatalog(TenTools.Catalog.Find("decode_rle")!));
        var model = new ScriptedChatClient(
            _ => { host.Add(TenTools.Catalog); return Call("decode_rle", """{"encoded":"3a"}"""); },
            _ => Call("edit_distance", """{"a":"x","b":"y"}"""),
            _ => new TextContent("done"));
        await model.AsBuilder().UseToolGen(host.For(new("agent"))).Build().GetResponseAsync("go");
        Assert.AreEqual("1 10 10", string.Join(' ', model.Seen.Select(seen => seen.Tools.Count)));
        StringAssert.Contains(((JsonElement)Results(model).Last()!).GetRawText(), "\"distance\":1");
        Assert.HasCount(2, host.Usage);
    }

    [TestMethod]
    public async Task More_tools_than_a_request_takes_are_refused_or_chosen_and_never_cut()
    {
        var toolbox = new CatalogToolbox(TenTools.Catalog);
        var refused = new ScriptedChatClient(_ => new TextContent("done")).AsBuilder().UseToolGen(toolbox, new() { MaximumTools = 9 }).Build();
        var error = await Assert.ThrowsExactlyAsync<InvalidOperationException>(() => refused.GetResponseAsync("go"));
        StringAssert.Contains(error.Message, "10 tools are more than the 9");

        var model = new ScriptedChatClient(_ => new TextContent("done"));
        var chosen = model.AsBuilder().UseToolGen(toolbox, new() { MaximumTools = 9, Choose = (tools, messages) => tools.Where(tool => messages.Last().Text.Contains(tool.Name)) }).Build();
        await chosen.GetResponseAsync("use check_iban");
        Assert.AreEqual("check_iban", model.Seen[0].Tools.Single().Name);
    }

    [TestMethod]
    public async Task What_may_destroy_asks_first()
    {
        var wipe = StubTool.Wipe();
        var model = new ScriptedChatClient(_ => Call("wipe", "{}"), _ => new TextContent("done"));
        var client = model.AsBuilder().UseToolGen(new CatalogToolbox(new ToolCatalog(wipe))).Build();
        var first = await client.GetResponseAsync("go");
        var request = first.Messages.SelectMany(message => message.Contents).OfType<ToolApprovalRequestContent>().Single();
        Assert.AreEqual(0, wipe.Calls);
        await client.GetResponseAsync([.. first.Messages, new ChatMessage(ChatRole.User, [request.CreateResponse(approved: true)])]);
        Assert.AreEqual(1, wipe.Calls);
    }

    [TestMethod]
    public async Task Arguments_of_a_program_are_written_as_json()
    {
        var function = TenTools.Catalog.AsAIFunctions().Single(function => function.Name == "binomial_coefficient");
        var result = (JsonElement)(await function.InvokeAsync(new AIFunctionArguments { ["n"] = 49, ["k"] = 6 }))!;
        Assert.AreEqual("13983816", result.GetProperty("value").ToString());
        Assert.AreEqual("binomial_coefficient", ((ToolDescriptor)function.GetService(typeof(ToolDescriptor))!).Name);
    }

    [TestMethod]
    public async Task Half_of_a_pair_is_refused_where_the_model_reads_why()
    {
        var model = new ScriptedChatClient(_ => Call("decode_rle", """{"encoded":"\ud83d"}"""), _ => new TextContent("done"));
        await model.AsBuilder().UseToolGen(new CatalogToolbox(TenTools.Catalog)).Build().GetResponseAsync("go");
        StringAssert.Contains((string)Results(model).Single()!, "half of a surrogate pair");
    }

    private static FunctionCallContent Call(string name, string arguments) =>
        new("c1", name, JsonDocument.Parse(arguments).RootElement.EnumerateObject().ToDictionary(pair => pair.Name, pair => (object?)pair.Value));

    private static IEnumerable<object?> Results(ScriptedChatClient model) =>
        model.Seen[^1].Messages.SelectMany(message => message.Contents).OfType<FunctionResultContent>().Select(result => result.Result);
}
