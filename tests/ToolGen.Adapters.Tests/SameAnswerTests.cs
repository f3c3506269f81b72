using System;
using System.Collections.Generic;
using System.IO.Pipelines;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using ToolGen.AgentFramework;
using ToolGen.Extensions.AI;
using ToolGen.Hosting;
using ToolGen.Mcp;
using ToolGen.TestSupport;

namespace ToolGen.Adapters.Tests;

/// <summary>The same ten tools through every stack: the same answers, errors, schemas and annotations as the contract itself gives.</summary>
[TestClass]
public sealed class SameAnswerTests
{
    [TestMethod]
    public async Task Through_the_loop_of_Microsoft_Extensions_AI()
    {
        foreach (var said in await TenTools.CallsAsync())
        {
            var model = new ScriptedChatClient(
                _ => new Microsoft.Extensions.AI.FunctionCallContent("c1", said.Tool, said.Arguments.EnumerateObject().ToDictionary(pair => pair.Name, pair => (object?)pair.Value)),
                _ => new Microsoft.Extensions.AI.TextContent("done"));
            var client = model.AsBuilder().UseToolGen(new CatalogToolbox(TenTools.Catalog)).Build();
            await client.GetResponseAsync("go");
            var result = model.Seen[1].Messages.SelectMany(message => message.Contents).OfType<Microsoft.Extensions.AI.FunctionResultContent>().Single().Result;
            Assert.AreEqual(said.Errors ?? TenTools.Compact(said.Output!), result is JsonElement json ? JsonSerializer.Serialize(json) : result?.ToString(), said.Tool);
            Assert.HasCount(10, model.Seen[0].Tools);
        }
    }

    [TestMethod]
    public async Task Through_an_agent_of_the_Agent_Framework()
    {
        await using var host = new ToolHost(Effects.Grants.None);
        host.Add(TenTools.Catalog);
        foreach (var said in await TenTools.CallsAsync())
        {
            var model = new ScriptedChatClient(
                _ => new Microsoft.Extensions.AI.FunctionCallContent("c1", said.Tool, said.Arguments.EnumerateObject().ToDictionary(pair => pair.Name, pair => (object?)pair.Value)),
                _ => new Microsoft.Extensions.AI.TextContent("done"));
            var agent = new ChatClientAgent(model, new ChatClientAgentOptions { AIContextProviders = [host.For(new("agent")).AsContextProvider()] });
            await agent.RunAsync("go");
            var result = model.Seen[1].Messages.SelectMany(message => message.Contents).OfType<Microsoft.Extensions.AI.FunctionResultContent>().Single().Result;
            Assert.AreEqual(said.Errors ?? TenTools.Compact(said.Output!), result is JsonElement json ? JsonSerializer.Serialize(json) : result?.ToString(), said.Tool);
            Assert.HasCount(10, model.Seen[0].Tools);
        }
    }

    [TestMethod]
    public async Task Through_Semantic_Kernel()
    {
        var functions = TenTools.Catalog.AsAIFunctions().Select(function => function.AsKernelFunction()).ToDictionary(function => function.Name);
        var kernel = new Kernel();
        foreach (var said in await TenTools.CallsAsync())
        {
            var arguments = new KernelArguments();
            foreach (var pair in said.Arguments.EnumerateObject()) arguments[pair.Name] = pair.Value;
            var result = (await functions[said.Tool].InvokeAsync(kernel, arguments)).GetValue<object>();
            Assert.AreEqual(said.Errors ?? TenTools.Compact(said.Output!), result is JsonElement json ? JsonSerializer.Serialize(json) : result?.ToString(), said.Tool);
        }
    }

    [TestMethod]
    [DataRow("2025-06-18")]
    [DataRow("2025-11-25")]
    [DataRow("2026-07-28")]
    public async Task Through_a_server_of_the_Model_Context_Protocol(string version)
    {
        await using var host = new ToolHost(Effects.Grants.None);
        host.Add(TenTools.Catalog);
        var (toServer, toClient) = (new Pipe(), new Pipe());
        McpServerPrimitiveCollection<McpServerTool> tools = [.. host.For(new("mcp")).AsMcpTools()];
        await using var server = McpServer.Create(
            new StreamServerTransport(toServer.Reader.AsStream(), toClient.Writer.AsStream()),
            new McpServerOptions { ServerInfo = new() { Name = "test", Version = "1" }, ToolCollection = tools });
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        var serving = server.RunAsync(end.Token);
        await using var client = await McpClient.CreateAsync(new StreamClientTransport(toServer.Writer.AsStream(), toClient.Reader.AsStream()), PatientClient.Options(version), cancellationToken: end.Token);

        Assert.AreEqual(version, client.NegotiatedProtocolVersion);
        var listed = (await client.ListToolsAsync(cancellationToken: end.Token)).ToDictionary(tool => tool.Name);
        foreach (var tool in TenTools.Catalog.Tools.Select(tool => tool.Descriptor))
        {
            var seen = listed[tool.Name].ProtocolTool;
            Assert.AreEqual(TenTools.Compact(System.Text.Encoding.UTF8.GetString(tool.InputSchema.Span)), JsonSerializer.Serialize(seen.InputSchema), tool.Name);
            Assert.AreEqual(TenTools.Compact(System.Text.Encoding.UTF8.GetString(tool.OutputSchema.Span)), JsonSerializer.Serialize(seen.OutputSchema!.Value), tool.Name);
            Assert.AreEqual(tool.Annotations, new ToolGen.ToolAnnotations(seen.Annotations!.ReadOnlyHint!.Value, seen.Annotations.DestructiveHint!.Value, seen.Annotations.IdempotentHint!.Value, seen.Annotations.OpenWorldHint!.Value));
        }

        foreach (var said in await TenTools.CallsAsync())
        {
            var result = await client.CallToolAsync(said.Tool, said.Arguments.EnumerateObject().ToDictionary(pair => pair.Name, pair => (object?)pair.Value), cancellationToken: end.Token);
            Assert.AreEqual(said.Errors is not null, result.IsError == true, said.Tool);
            Assert.AreEqual(said.Errors ?? said.Output, ((TextContentBlock)result.Content.Single()).Text);
            if (said.Output is not null) Assert.AreEqual(TenTools.Compact(said.Output), JsonSerializer.Serialize(result.StructuredContent!.Value));
        }

        await end.CancelAsync();
        try
        {
            await serving;
        }
        catch (OperationCanceledException)
        {
            // The server was told to end.
        }

        Assert.IsTrue(host.Usage.Sum(usage => usage.Calls) > 20);
    }
}
