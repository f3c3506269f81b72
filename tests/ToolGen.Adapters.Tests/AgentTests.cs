using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.AgentFramework;
using ToolGen.Effects;
using ToolGen.Hosting;
using ToolGen.Hosting.Tests;

namespace ToolGen.Adapters.Tests;

/// <summary>What an application with an agent sees.</summary>
[TestClass]
public sealed class AgentTests
{
    [TestMethod]
    public async Task A_tool_that_the_host_takes_in_between_two_runs_is_in_the_second()
    {
        await using var host = new ToolHost(Grants.None);
        host.Add(new ToolCatalog(TenTools.Catalog.Find("decode_rle")!));
        var model = new ScriptedChatClient(_ => new TextContent("done"), _ => new TextContent("done"));
        var agent = Agent(model, host.For(new("agent")));
        await agent.RunAsync("go");
        host.Add(TenTools.Catalog);
        await agent.RunAsync("go on");
        Assert.AreEqual("1 10", string.Join(' ', model.Seen.Select(seen => seen.Tools.Count)));
    }

    [TestMethod]
    public async Task The_agents_own_tools_stay_and_keep_their_names()
    {
        var own = AIFunctionFactory.Create(() => "own", "decode_rle");
        var model = new ScriptedChatClient(_ => new FunctionCallContent("c1", "decode_rle"), _ => new TextContent("done"));
        var agent = new ChatClientAgent(model, new ChatClientAgentOptions { ChatOptions = new() { Tools = [own] }, AIContextProviders = [new CatalogToolbox(TenTools.Catalog).AsContextProvider()] });
        await agent.RunAsync("go");
        Assert.AreEqual("10 own", $"{model.Seen[0].Tools.Count} {model.Seen[1].Messages.SelectMany(message => message.Contents).OfType<FunctionResultContent>().Single().Result}");
    }

    [TestMethod]
    public async Task More_tools_than_a_run_takes_are_refused()
    {
        var agent = new ChatClientAgent(
            new ScriptedChatClient(_ => new TextContent("done")),
            new ChatClientAgentOptions { AIContextProviders = [new CatalogToolbox(TenTools.Catalog).AsContextProvider(new() { MaximumTools = 9 })] });
        var error = await Assert.ThrowsExactlyAsync<InvalidOperationException>(() => agent.RunAsync("go"));
        StringAssert.Contains(error.Message, "10 tools are more than the 9");
    }

    [TestMethod]
    public async Task What_may_destroy_asks_first()
    {
        var wipe = StubTool.Wipe();
        var model = new ScriptedChatClient(_ => new FunctionCallContent("c1", "wipe"), _ => new TextContent("done"));
        var agent = Agent(model, new CatalogToolbox(new ToolCatalog(wipe)));
        var session = await agent.CreateSessionAsync();
        var first = await agent.RunAsync("go", session);
        var request = first.Messages.SelectMany(message => message.Contents).OfType<ToolApprovalRequestContent>().Single();
        Assert.AreEqual(0, wipe.Calls);
        await agent.RunAsync(new ChatMessage(ChatRole.User, [request.CreateResponse(approved: true)]), session);
        Assert.AreEqual(1, wipe.Calls);
    }

    private static ChatClientAgent Agent(IChatClient model, IToolbox toolbox) => new(model, new ChatClientAgentOptions { AIContextProviders = [toolbox.AsContextProvider()] });
}
