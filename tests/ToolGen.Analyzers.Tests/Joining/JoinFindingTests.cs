using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Analyzers.Tests.Joining;

/// <summary>What can join, what cannot, and the one line that says why.</summary>
[TestClass]
public sealed class JoinFindingTests
{
    [TestMethod]
    [DataRow("public static string F<T>(string a) => a;", "`F` cannot be a tool: it is generic")]
    [DataRow("private static string F(string a) => a;", "`F` cannot be a tool: generated code cannot reach it: make it and its type internal or public")]
    [DataRow("public static string F(ref int a) => \"\";", "the parameter `a` cannot come from JSON: it is passed by reference")]
    [DataRow("public static string F(System.IProgress<ModelContextProtocol.ProgressNotificationValue> a) => \"\";", "only the MCP SDK supplies its parameter `a` (IProgress<ProgressNotificationValue>)")]
    [DataRow("public static string F(RequestContext<ModelContextProtocol.Protocol.CallToolRequestParams> a) => \"\";", "only the MCP SDK supplies its parameter `a` (RequestContext<CallToolRequestParams>)")]
    [DataRow("public static System.Threading.Tasks.Task<ModelContextProtocol.Protocol.CallToolResult> F() => null!;", "its result is a `CallToolResult`, which is no data of its own: return a text or a record")]
    [DataRow("[McpMeta(\"a\", \"b\")] public static string F() => \"\";", "[McpMeta] has no counterpart in [Tool]")]
    public async Task A_tool_of_a_server_that_cannot_join_says_why(string method, string why) =>
        Assert.AreEqual($"TG2343 `F` stays as it is: {why}", (await Server($"public class My {{ [McpServerTool] {method} }}").FindingsAsync()).Single());

    [TestMethod]
    [DataRow("OutputSchemaType = typeof(int)", "`OutputSchemaType` of [McpServerTool] has no counterpart in [Tool]")]
    [DataRow("Name = \"two words\"", "`two words` is not the legal name of this tool")]
    public async Task What_its_attribute_says_and_Tool_cannot_is_said(string argument, string why) =>
        StringAssert.Contains((await Server($"public class My {{ [McpServerTool({argument})] public static string F() => \"\"; }}").FindingsAsync()).Single(), why);

    [TestMethod]
    [DataRow("builder.WithTools<My>(new System.Text.Json.JsonSerializerOptions())")]
    [DataRow("builder.WithTools([typeof(My)])")]
    [DataRow("builder")]
    public async Task A_registration_that_cannot_be_rewritten_leaves_the_tool(string registration) =>
        Assert.AreEqual(
            "TG2343 `F` stays as it is: no `WithTools<My>()` or `WithToolsFromAssembly()` without further arguments hands it to a server in this project",
            (await Server("public class My { [McpServerTool] public static string F() => \"\"; }", registration).FindingsAsync()).Single());

    [TestMethod]
    public async Task An_instance_made_from_services_joins_once_it_is_registered()
    {
        const string my = "public class My(System.Net.Http.HttpClient client) { [McpServerTool] public string F() => client.ToString()!; }";
        Assert.AreEqual("TG2343 `F` stays as it is: `My` is not made by `new My()` alone: register it (`AddTransient<My>()`)", (await Server(my).FindingsAsync()).Single());
        Assert.AreEqual("TG2340", (await Server(my, "builder.WithTools<My>().Services.AddTransient<My>()").FindingsAsync()).Single()[..6]);
    }

    [TestMethod]
    [DataRow("public class My : System.IDisposable { public void Dispose() { }", "`My` is disposed after each call: register it, and its services do so (`AddTransient<My>()`)")]
    [DataRow("public class My { public My() { } public My(System.Net.Http.HttpClient client) { }", "`My` is not made by `new My()` alone: register it (`AddTransient<My>()`)")]
    [DataRow("public class My { public required string Name { get; init; }", "`My` is not made by `new My()` alone: register it (`AddTransient<My>()`)")]
    public async Task An_instance_that_new_alone_would_not_make_alike_waits_for_its_registration(string type, string why)
    {
        var my = type + " [McpServerTool, System.ComponentModel.Description(\"Does it.\")] public string F() => \"\"; }";
        Assert.AreEqual("TG2343 `F` stays as it is: " + why, (await Server(my).FindingsAsync()).Single());
        Assert.AreEqual("TG2340", (await Server(my, "builder.WithTools<My>().Services.AddTransient<My>()").FindingsAsync()).Single()[..6]);
    }

    [TestMethod]
    [DataRow("AddOptions<Settings>()")]
    [DataRow("AddKeyedSingleton<Settings>(\"one\")")]
    public async Task What_is_no_service_of_its_type_stays_an_argument(string registration)
    {
        const string my = "public record Settings(string Name = \"\"); public class My { [McpServerTool, System.ComponentModel.Description(\"Does it.\")] public static string F(Settings settings) => settings.Name; }";
        var joined = await Server(my, $"builder.WithTools<My>().Services.{registration}").FindingsAsync();
        Assert.AreEqual("TG2340", joined.Single()[..6]);
    }

    [TestMethod]
    public async Task A_plugin_with_options_of_its_own_stays()
    {
        const string plugin = """
            using Microsoft.SemanticKernel;
            public class Plugin { [KernelFunction] public string A() => ""; }
            public static class My { static void Add(Kernel kernel) => kernel.Plugins.AddFromType<Plugin>(new System.Text.Json.JsonSerializerOptions()); }
            """;
        StringAssert.StartsWith((await JoinedProject.Of(plugin).FindingsAsync()).Single(), "TG2343 `A` stays as it is: no `AddFromType<Plugin>()`");
    }

    [TestMethod]
    public async Task Nothing_is_said_of_what_is_a_tool_already() =>
        Assert.IsEmpty(await Server("public class My { [McpServerTool, ToolGen.Tool, System.ComponentModel.Description(\"Does it.\")] public static string F() => \"\"; }").FindingsAsync());

    [TestMethod]
    public async Task Nothing_is_said_where_ToolGen_is_not_referenced() =>
        Assert.IsEmpty(await JoinedProject.Of(name => !name.StartsWith("ToolGen", StringComparison.Ordinal), Programs.Read("server.cs"), Programs.Read("chat.cs").Replace("namespace App;", "namespace App.Chats;")).FindingsAsync());

    [TestMethod]
    [DataRow("server.cs", "ToolGen.Mcp", "Echo")]
    [DataRow("chat.cs", "ToolGen.Extensions.AI", "GetWeather")]
    [DataRow("kernel.cs", "ToolGen.Extensions.AI", "GetLightsAsync")]
    public async Task A_missing_package_is_named(string program, string package, string method)
    {
        var findings = await JoinedProject.Of(name => name != package, Programs.Read(program)).FindingsAsync();
        Assert.AreEqual($"TG2343 `{method}` stays as it is: the project does not reference the package {package}", findings[0]);
        Assert.IsEmpty(findings.Where(finding => !finding.StartsWith("TG2343", StringComparison.Ordinal)));
    }

    [TestMethod]
    [DataRow("AIFunctionFactory.Create(F, new AIFunctionFactoryOptions { Name = \"f\", ExcludeResultSchema = true })", "static string F() => \"\";", "`ExcludeResultSchema` of its options has no counterpart in [Tool]")]
    [DataRow("AIFunctionFactory.Create(F, serializerOptions: new System.Text.Json.JsonSerializerOptions())", "static string F() => \"\";", "its argument `serializerOptions` has no counterpart in [Tool]")]
    [DataRow("AIFunctionFactory.Create(F)", "static string F() => \"\";", "`F` cannot be a tool: generated code cannot reach it: make it and its type internal or public")]
    [DataRow("AIFunctionFactory.Create(F)", "internal static string F(AIFunctionArguments all) => \"\";", "the parameter `all` cannot come from JSON")]
    [DataRow("AIFunctionFactory.Create(G)", "static readonly System.Func<string> G = () => \"\";", "which method it is shows only at run time")]
    [DataRow("AIFunctionFactory.Create(\"a\".Shout)", "internal static string Shout(this string text) => text;", "an extension method takes its object as an argument")]
    [DataRow("AIFunctionFactory.Create(string.IsInterned)", "", "it is a method of another assembly")]
    public async Task A_function_that_cannot_join_says_why(string call, string member, string why)
    {
        var finding = (await JoinedProject.Of($"using Microsoft.Extensions.AI;\npublic static class My {{ {member} static AIFunction Make() => {call}; }}").FindingsAsync()).Single();
        StringAssert.StartsWith(finding, "TG2343 ");
        StringAssert.Contains(finding, why);
    }

    [TestMethod]
    public async Task A_function_inside_a_method_says_to_move_it() =>
        StringAssert.Contains(
            (await JoinedProject.Of("using Microsoft.Extensions.AI;\npublic static class My { static AIFunction Make() { static string F() => \"\"; return AIFunctionFactory.Create(F); } }").FindingsAsync()).Single(),
            "a function inside a method is no method of a type: move it into one");

    [TestMethod]
    public async Task A_plugin_joins_as_a_whole()
    {
        const string plugin = """
            using Microsoft.SemanticKernel;
            public class Plugin { [KernelFunction] public string A() => ""; [KernelFunction] public string B(KernelArguments all) => ""; }
            public static class My { static void Add(Kernel kernel) => kernel.Plugins.AddFromType<Plugin>(); }
            """;
        Assert.AreEqual(
            """
            TG2343 `A` stays as it is: `B` of the same plugin stays: only Semantic Kernel supplies its parameter `all` (KernelArguments)
            TG2343 `B` stays as it is: only Semantic Kernel supplies its parameter `all` (KernelArguments)
            """,
            string.Join('\n', await JoinedProject.Of(plugin).FindingsAsync()));
    }

    private static JoinedProject Server(string types, string registration = "builder.WithTools<My>()") => JoinedProject.Of($$"""
        using Microsoft.Extensions.DependencyInjection;
        using ModelContextProtocol.Server;
        {{types}}
        public static class Server { static object Add(IMcpServerBuilder builder) => {{registration}}; }
        """);
}
