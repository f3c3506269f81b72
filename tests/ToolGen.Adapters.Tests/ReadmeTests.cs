using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ModelContextProtocol.Server;
using Tools;
using ToolGen.AgentFramework;
using ToolGen.Extensions.AI;
using ToolGen.Hosting;
using ToolGen.Mcp;
using ToolGen.TestSupport;

namespace ToolGen.Adapters.Tests;

/// <summary>The README's lines about applications are lines of this file, and run.</summary>
[TestClass]
public sealed class ReadmeTests
{
    [TestMethod]
    public async Task The_lines_of_the_readme_run()
    {
        var (services, model) = (new ServiceCollection(), new ScriptedChatClient(_ => new Microsoft.Extensions.AI.TextContent("done"), _ => new Microsoft.Extensions.AI.TextContent("done")));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["ToolHost:records"] = "" }).Build();

        // README: begin
        services.AddToolGen(configuration).AddCatalog(Catalog.Tools);   // grants: section ToolGen; rules, limits, records: section ToolHost
        await using var provider = services.BuildServiceProvider();
        var host = provider.GetRequiredService<IToolHost>();
        var caller = new ToolCaller("support-agent");

        ToolResult answer = await host.CallAsync("check_iban@^1", """{ "iban": "GB82 WEST 1234 5698 7654 32" }"""u8.ToArray(), caller);
        IChatClient chat = model.AsBuilder().UseToolGen(host.For(caller)).Build();          // Microsoft.Extensions.AI
        var tools = host.For(caller).AsContextProvider();                                   // an agent of the Agent Framework
        KernelFunction[] functions = [.. host.For(caller).AsAIFunctions().Select(function => function.AsKernelFunction())];   // Semantic Kernel
        IReadOnlyList<McpServerTool> served = host.For(caller).AsMcpTools();                // an MCP server
        // README: end

        Assert.IsFalse(answer.IsError, answer.ErrorText());
        await chat.GetResponseAsync("go");
        await new ChatClientAgent(model, new ChatClientAgentOptions { AIContextProviders = [tools] }).RunAsync("go");
        var iban = await functions.Single(function => function.Name == "check_iban").InvokeAsync(new Kernel(), new KernelArguments { ["iban"] = "GB82 WEST 1234 5698 7654 32" });
        Assert.AreEqual("10 10 10", $"{model.Seen[0].Tools.Count} {model.Seen[1].Tools.Count} {served.Count}");
        StringAssert.Contains(iban.ToString(), "true");
    }

    [TestMethod]
    public void They_stand_in_the_readme()
    {
        var lines = File.ReadAllLines(Here()).Select(line => line.Trim()).ToList();
        var shown = string.Join('\n', lines[(lines.IndexOf("// README: begin") + 1)..lines.IndexOf("// README: end")]);
        StringAssert.Contains(File.ReadAllText(Path.Combine(Repository.Root, "README.md")), shown);
    }

    private static string Here([CallerFilePath] string path = "") =>
        File.Exists(path) ? path : Path.Combine(Repository.Root, "tests", "ToolGen.Adapters.Tests", nameof(ReadmeTests) + ".cs");
}
