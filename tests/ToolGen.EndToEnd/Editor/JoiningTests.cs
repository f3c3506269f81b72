using System.IO;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.EndToEnd.Editor;

/// <summary>The fix that makes methods of another stack tools of the catalog, as the pages tell people to run it.</summary>
[TestClass]
public sealed class JoiningTests
{
    [TestMethod]
    [TestCategory("full")]
    public async Task The_command_of_the_page_moves_a_server_and_the_server_has_the_same_tools()
    {
        var consumer = await Consumer.Create("joining");
        consumer.Project(
            "Served",
            consumer.Reference + consumer.Reference.Replace("\"ToolGen\"", "\"ToolGen.Mcp\"", System.StringComparison.Ordinal)
                + """<ItemGroup><PackageReference Include="Microsoft.Extensions.DependencyInjection" Version="10.0.15" /></ItemGroup><PropertyGroup><OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>""")
            .Write("Served/Program.cs", """
                using System.ComponentModel;
                using Microsoft.Extensions.DependencyInjection;
                using ModelContextProtocol.Server;

                var services = new ServiceCollection();
                services.AddMcpServer().WithToolsFromAssembly();
                await using var provider = services.BuildServiceProvider();
                foreach (var tool in provider.GetServices<McpServerTool>()) Console.WriteLine($"tool {tool.ProtocolTool.Name}: {tool.ProtocolTool.Description}");

                [McpServerToolType]
                public static class EchoTool
                {
                    [McpServerTool, Description("Says it back.")]
                    public static string SayBack(string message) => message;
                }
                """);
        StringAssert.Contains(await consumer.Dotnet("run", "--project", "Served"), "tool say_back: Says it back.");

        await consumer.Dotnet("format", "analyzers", "Served/Served.csproj", "--severity", "info", "--diagnostics", "TG2340", "--no-restore");

        var program = await File.ReadAllTextAsync(consumer.PathOf("Served", "Program.cs"));
        StringAssert.Contains(program, "services.AddMcpServer().WithToolGen(Catalog.Tools);");
        StringAssert.Contains(program, "    [Tool, Description(\"Says it back.\")]");
        StringAssert.Contains(await consumer.Dotnet("run", "--project", "Served"), "tool say_back: Says it back.");
    }
}
