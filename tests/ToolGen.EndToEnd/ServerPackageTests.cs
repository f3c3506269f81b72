using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.EndToEnd;

/// <summary>The packed server, and by it the packed forge and registry, in programs that have nothing else of this repository.</summary>
[TestClass]
public sealed class ServerPackageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "src", "ToolGen.Server", "README.md")).ReplaceLineEndings("\n");

    private const string Spec = """
        { "name": "twice", "description": "Double a whole number.",
          "inputSchema": { "type": "object", "properties": { "n": { "type": "integer", "minimum": 0, "maximum": 99, "description": "The number." } }, "required": ["n"] },
          "outputSchema": { "type": "object", "properties": { "n": { "type": "integer", "minimum": 0, "maximum": 198 } }, "required": ["n"] },
          "implementation": { "kind": "code", "body": "return new Output(input.N * 2);" },
          "examples": [{ "input": { "n": 2 }, "output": { "n": 4 } }, { "input": { "n": 0 }, "output": { "n": 0 } }] }
        """;

    /// <summary>A person says yes; then a client asks the page's program over its streams, and a server in this program over HTTP.</summary>
    private const string Asks = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Threading.Tasks;
        using ModelContextProtocol.Client;
        using ModelContextProtocol.Protocol;
        using ToolGen.Forge.Trial;
        using ToolGen.Registry;
        using ToolGen.Sandbox.Isolation;
        using ToolGen.Server;
        using ToolGen.Server.Http;
        using ToolGen.Server.Listing;

        await using var registry = await SqliteRegistry.OpenAsync(RegistryOptions.For());
        using var anna = ApproverKey.Create();
        await registry.GrantAsync(anna.SignIn(registry.Id, "Anna", DateTimeOffset.UtcNow));
        await registry.ApproveAsync(anna.Approve(registry.List(ToolState.Candidate).Single(), DateTimeOffset.UtcNow));

        await AskAsync("streams", new StdioClientTransport(new() { Command = "dotnet", Arguments = [args[0]] }));

        await using var sandbox = new TrialSandbox(new() { Launcher = Launchers.Strongest(), Minimum = IsolationLevel.Process });
        await using var finder = await IndexFinder.OpenAsync(registry, Path.Combine(registry.Options.Folder, "index.db"));
        await using var server = new ToolServer(new(), registry, finder, sandbox, new RegistryRecorder(registry), process: null);
        var token = TokenFile.Add("tokens.json", "alice");
        await using var front = await HttpFront.StartAsync(server, new() { Tokens = TokenFile.Read("tokens.json") });
        await AskAsync("HTTP", new HttpClientTransport(new() { Endpoint = front.Address, TransportMode = HttpTransportMode.StreamableHttp, AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = "Bearer " + token } }));
        Console.WriteLine($"clean: {RegistryVerifier.Verify(registry.Options).IsClean}, called: {registry.Usage().Single().Answered}");

        static async Task AskAsync(string way, IClientTransport transport)
        {
            // A client takes a server that starts on a busy machine for one of an older protocol, unless it waits.
            var patience = TimeSpan.FromMinutes(5);
            await using var client = await McpClient.CreateAsync(transport, new() { DiscoverProbeTimeout = patience, InitializationTimeout = patience });
            var found = await client.CallToolAsync("find_tools", new Dictionary<string, object?> { ["need"] = "double a number" });
            var name = found.StructuredContent!.Value.GetProperty("tools")[0].GetProperty("name").GetString()!;
            var answer = await client.CallToolAsync("call_tool", new Dictionary<string, object?> { ["tool"] = name, ["arguments"] = new Dictionary<string, object?> { ["n"] = 21 } });
            Console.WriteLine($"{way}: {name} says {answer.Content.OfType<TextContentBlock>().Single().Text}");
        }
        """;

    [TestMethod]
    public async Task A_tool_is_forged_added_approved_found_and_called_in_programs_that_have_the_packages_alone()
    {
        var consumer = await Programs("server package");

        var added = await consumer.Dotnet(Settings(consumer), "run", "--project", "Desk", "--", "add", "tools");
        Assert.AreEqual("twice 1.0.0: Candidate", Last(added));
        var said = await consumer.Dotnet(Settings(consumer), "run", "--project", "Asks", "--", consumer.PathOf("Desk", "bin", "Debug", "net10.0", "Desk.dll"));
        StringAssert.EndsWith(said.ReplaceLineEndings("\n").TrimEnd(), """
            streams: twice says {"n":42}
            HTTP: twice says {"n":42}
            clean: True, called: 2
            """.ReplaceLineEndings("\n"));

        // Libraries of the compiler's side are libraries here.
        var beside = Directory.EnumerateFiles(consumer.PathOf("Desk", "bin", "Debug", "net10.0")).Select(Path.GetFileName).ToArray();
        CollectionAssert.IsSubsetOf(new[] { "ToolGen.Analyzers.dll", "ToolGen.Forge.dll", "ToolGen.Generator.dll", "ToolGen.Registry.dll", "ToolGen.Sandbox.dll", "ToolGen.Server.dll", "ToolGen.Specification.dll", "ToolGen.dll" }, beside);
    }

    [TestMethod]
    [TestCategory("full")]
    public async Task The_same_programs_published_answer_the_same()
    {
        var consumer = await Programs("server package published");
        await consumer.Dotnet("publish", "Desk", "-o", "desk");
        await consumer.Dotnet("publish", "Asks", "-o", "asks");

        Assert.AreEqual("twice 1.0.0: Candidate", Last(await consumer.Dotnet(Settings(consumer), Path.Combine("desk", "Desk.dll"), "add", "tools")));
        Assert.AreEqual("clean: True, called: 2", Last(await consumer.Dotnet(Settings(consumer), Path.Combine("asks", "Asks.dll"), consumer.PathOf("desk", "Desk.dll"))));
    }

    private static async Task<Consumer> Programs(string name)
    {
        var consumer = await Consumer.Create(name);
        var reference = $"""<ItemGroup><PackageReference Include="ToolGen.Server" Version="{(await PackedFeed.Get()).Version}" /></ItemGroup>""";
        const string Program = "<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType>";
        return consumer.Project("Desk", reference, Program)
            .Write("Desk/Program.cs", Regex.Match(Page, "```csharp\n(.*?)```", RegexOptions.Singleline).Groups[1].Value)
            .Project("Asks", reference, Program)
            .Write("Asks/Program.cs", Asks)
            .Write("tools/twice.tool.json", Spec);
    }

    /// <summary>Registry and keys of the host lie in the consumer's folder.</summary>
    private static (string, string)[] Settings(Consumer consumer) =>
        [("TOOLGEN_REGISTRY", consumer.PathOf("registry")), ("XDG_CONFIG_HOME", consumer.PathOf("settings")), ("NO_PROXY", "127.0.0.1"), ("no_proxy", "127.0.0.1")];

    private static string Last(string said) => said.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)[^1];
}
