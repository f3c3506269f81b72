using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Pipelines;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using ToolGen.TestSupport;
using ServedTool = ModelContextProtocol.Protocol.Tool;

namespace ToolGen.Analyzers.Tests.Joining;

/// <summary>A server of the MCP SDK, called by the SDK's own client before all fixes and after.</summary>
[TestClass]
public sealed class ServerProgramTests
{
    private static readonly (string Tool, string Arguments)[] Calls =
    [
        ("echo", """{"message":"you"}"""),
        ("reverse-text", """{"text":"abc"}"""),
        ("reverse-text", """{"text":"abc","upper":true}"""),
        ("get_monkeys", "{}"),
        ("get_monkey", """{"name":"Baboon"}"""),
        ("get_monkey", """{"name":"Unknown"}"""),
        ("get_alerts", """{"state":"CA"}"""),
        ("get_alerts", """{"state":"NY"}"""),
        ("get_forecast", """{"latitude":1.5,"longitude":-2}"""),
        ("get_forecast", """{"latitude":1.5,"longitude":-2,"days":1}"""),
        ("whoami", """{"greeting":"I am"}"""),
        ("two", "{}"),
    ];

    private static readonly JoinedProject Before = JoinedProject.Of(Programs.Read("server.cs"));
    private static readonly Lazy<Task<JoinedProject>> After = new(() => Before.FixAllAsync());

    [TestMethod]
    public async Task The_same_calls_give_the_same_answers()
    {
        var after = await After.Value;
        var (old, @new) = (await RunAsync(await Before.LoadAsync()), await RunAsync(await after.LoadAsync()));

        CollectionAssert.AreEqual(old.Tools.Keys.Order().ToArray(), @new.Tools.Keys.Order().ToArray());
        for (var i = 0; i < Calls.Length; i++) Assert.AreEqual(old.Answers[i], @new.Answers[i], Calls[i].ToString() + after.Text());
        foreach (var (name, tool) in old.Tools)
        {
            var own = @new.Tools[name];
            Assert.AreEqual(tool.Description, own.Description, name);
            Assert.AreEqual(Programs.Schema(tool.InputSchema), Programs.Schema(own.InputSchema), name);
            Assert.AreEqual(Hints(tool), Hints(own), name);
        }
    }

    [TestMethod]
    public async Task What_only_the_SDK_supplies_stays_and_the_finding_says_why()
    {
        var stays = (await Before.FindingsAsync()).Where(finding => finding.StartsWith("TG2343", StringComparison.Ordinal)).ToArray();
        Assert.AreEqual(
            """
            TG2343 `WhoAmI` stays as it is: only the MCP SDK supplies its parameter `thisServer` (McpServer)
            TG2343 `Picture` stays as it is: its result is a `ContentBlock`, which is no data of its own: return a text or a record
            """,
            string.Join('\n', stays));
        var after = await After.Value;
        StringAssert.Contains(after.Text(), ".WithTools<SampleLlmTool>()\n            .WithToolGen(Catalog.Tools.Only(\"two\"));");
        CollectionAssert.AreEqual(stays, (await after.FindingsAsync()).ToArray());
    }

    [TestMethod]
    public async Task Wrong_arguments_say_what_to_write_instead()
    {
        var after = await After.Value;
        var error = await RunAsync(await after.LoadAsync(), client => client.CallToolAsync("get_forecast", new Dictionary<string, object?> { ["latitude"] = 1, ["longitude"] = 2, ["days"] = 9 }).AsTask());
        Assert.IsTrue(error.IsError);
        StringAssert.Contains(((TextContentBlock)error.Content[0]).Text, "/days");
    }

    // A hint that is not written means the same as the one that is published.
    private static string Hints(ServedTool tool) => string.Join(' ', tool.Title ?? tool.Annotations?.Title, tool.Annotations?.ReadOnlyHint ?? false, tool.Annotations?.DestructiveHint ?? true, tool.Annotations?.IdempotentHint ?? false, tool.Annotations?.OpenWorldHint ?? true);

    private static Task<(IReadOnlyDictionary<string, ServedTool> Tools, IReadOnlyList<string> Answers)> RunAsync(Assembly program) => RunAsync(program, async client =>
    {
        var answers = new List<string>();
        foreach (var (tool, arguments) in Calls)
        {
            var result = await client.CallToolAsync(tool, JsonNode.Parse(arguments)!.AsObject().ToDictionary(pair => pair.Key, pair => (object?)JsonSerializer.SerializeToElement(pair.Value)));
            var text = string.Concat(result.Content.OfType<TextContentBlock>().Select(block => block.Text));
            Assert.AreNotEqual(true, result.IsError, $"{tool} {text}");
            answers.Add(Programs.Value(Programs.Parse(text)));
        }

        return ((IReadOnlyDictionary<string, ServedTool>)(await client.ListToolsAsync()).ToDictionary(tool => tool.Name, tool => tool.ProtocolTool), (IReadOnlyList<string>)answers);
    });

    private static async Task<T> RunAsync<T>(Assembly program, Func<McpClient, Task<T>> act)
    {
        var (toServer, toClient) = (new Pipe(), new Pipe());
        var services = (IServiceCollection)program.Call("App.Server", "Add", new ServiceCollection(), toServer.Reader.AsStream(), toClient.Writer.AsStream());
        await using var provider = services.BuildServiceProvider();
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        var serving = provider.GetRequiredService<McpServer>().RunAsync(end.Token);
        try
        {
            await using var client = await McpClient.CreateAsync(new StreamClientTransport(toServer.Writer.AsStream(), toClient.Reader.AsStream()), PatientClient.Options(), cancellationToken: end.Token);
            return await act(client);
        }
        finally
        {
            await end.CancelAsync();
            await serving.ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }
}
