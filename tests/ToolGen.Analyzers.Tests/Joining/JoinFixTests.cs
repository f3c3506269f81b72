using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Analyzers.Tests.Joining;

/// <summary>What the fixes write. Each result is compiled, with the generator.</summary>
[TestClass]
public sealed class JoinFixTests
{
    private const string Program = """
        using Microsoft.Extensions.DependencyInjection;

        public static class Program
        {
            public static void Add(IServiceCollection services) =>
                services.AddMcpServer()
                    .WithStdioServerTransport()
                    .WithToolsFromAssembly();
        }
        """;

    private const string Echo = """
        using System.ComponentModel;
        using ModelContextProtocol.Server;

        namespace Tools1;

        /// <summary>Kept.</summary>
        [McpServerToolType]
        public static class EchoTool
        {
            [McpServerTool, Description("Says it back.")]
            public static string Echo(string message) => message;
        }
        """;

    private const string Twice = """
        // A licence.
        namespace Tools2
        {
            [ModelContextProtocol.Server.McpServerToolType]
            public class TwiceTool
            {
                [ModelContextProtocol.Server.McpServerTool(Title = "T\"w", Idempotent = true), System.ComponentModel.Description("Twice.")]
                public int Twice(
                    System.Net.Http.HttpClient client, // who asks
                    int number) => 2 * number;
            }
        }
        """;

    [TestMethod]
    public async Task What_the_assembly_handed_over_the_catalog_hands_over()
    {
        var fixedOne = await JoinedProject.Of(Program, Echo, Twice).FixAllAsync();
        await fixedOne.GenerateAsync();
        Assert.AreEqual(
            Program.Replace("DependencyInjection;\n", "DependencyInjection;\nusing App.Tools;\nusing ToolGen.Mcp;\n").Replace("WithToolsFromAssembly()", "WithToolGen(Catalog.Tools)"),
            fixedOne.Text(0));
        Assert.AreEqual(
            Echo.Replace("Server;\n", "Server;\nusing ToolGen;\n").Replace("[McpServerToolType]\n", "").Replace("[McpServerTool,", "[Tool,"), fixedOne.Text(1));
        Assert.AreEqual(
            Twice.Replace("// A licence.\n", "// A licence.\nusing ToolGen;\n\n").Replace("    [ModelContextProtocol.Server.McpServerToolType]\n", "")
                .Replace("ModelContextProtocol.Server.McpServerTool(Title = \"T\\\"w\", Idempotent = true)", "Tool(Title = \"T\\\"w\", Idempotent = true)").Replace("System.Net.Http.HttpClient client", "[FromServices] System.Net.Http.HttpClient client"),
            fixedOne.Text(2));
        Assert.IsEmpty(await fixedOne.FindingsAsync());
    }

    [TestMethod]
    public async Task One_type_after_the_other_ends_the_same_way()
    {
        var project = JoinedProject.Of(Program, Echo, Twice);
        var first = await project.FixAsync((await project.DiagnosticsAsync())[0]);
        await first.GenerateAsync();
        StringAssert.Contains(first.Text(0), "            .WithToolsFromAssembly()\n            .WithToolGen(Catalog.Tools.Only(\"echo\"));");
        var second = await first.FixAsync((await first.DiagnosticsAsync()).Single());
        await second.GenerateAsync();
        StringAssert.Contains(second.Text(0), "            .WithToolGen(Catalog.Tools.Only(\"twice\"))\n            .WithToolGen(Catalog.Tools.Only(\"echo\"));");
    }

    [TestMethod]
    public async Task Lines_end_as_they_did()
    {
        var project = JoinedProject.Of("""
            using Microsoft.Extensions.AI;
            public static class My
            {
                /// <summary>Says hello.</summary>
                internal static string Hello() => "hello";

                static AIFunction Make() => AIFunctionFactory.Create(Hello, description: "Says \"hello\".");
            }
            """.ReplaceLineEndings("\r\n"));
        var fixedOne = await project.FixAllAsync();
        await fixedOne.GenerateAsync();
        Assert.AreEqual("""
            using Microsoft.Extensions.AI;
            using App.Tools;
            using ToolGen;
            using ToolGen.Extensions.AI;
            public static class My
            {
                /// <summary>Says hello.</summary>
                [Tool(Name = "Hello", Description = "Says \"hello\".")]
                internal static string Hello() => "hello";

                static AIFunction Make() => Catalog.Tools.AsAIFunction("Hello", asks: false);
            }
            """.ReplaceLineEndings("\r\n"), fixedOne.Text());
    }

    [TestMethod]
    public async Task Names_of_the_program_do_not_hide_the_catalog()
    {
        var fixedOne = await JoinedProject.Of("""
            using Microsoft.Extensions.AI;
            public class Catalog { }
            public class Tool { internal string Hello() => "hello"; AIFunction Make() => AIFunctionFactory.Create(this.Hello); AIFunction Again() => AIFunctionFactory.Create(Hello); AIFunction Other() => AIFunctionFactory.Create(Hello, "other"); }
            """).FixAllAsync();
        await fixedOne.GenerateAsync();
        StringAssert.Contains(fixedOne.Text(), "[ToolGen.Tool(Name = \"Hello\")]");
        StringAssert.Contains(fixedOne.Text(), "Make() => global::App.Tools.Catalog.Tools.AsAIFunction(\"Hello\", target: this, asks: false)");
        StringAssert.Contains(fixedOne.Text(), "Again() => global::App.Tools.Catalog.Tools.AsAIFunction(\"Hello\", target: this, asks: false)");

        // A method is one tool: under a second name it stays what it was.
        StringAssert.Contains(fixedOne.Text(), "Other() => AIFunctionFactory.Create(Hello, \"other\")");
    }

    [TestMethod]
    public async Task Names_of_tools_do_not_make_a_name_of_the_program_mean_two_things()
    {
        var fixedOne = await JoinedProject.Of(
            """
            using Microsoft.Extensions.AI;
            using Other;
            public static class My { internal static string Greet(Hello hello) => hello.Name; static AIFunction Make() => AIFunctionFactory.Create(Greet, "hello"); }
            """,
            "namespace Other { public record Hello(string Name); }").FixAllAsync();
        await fixedOne.GenerateAsync();
        StringAssert.Contains(fixedOne.Text(), "Make() => global::App.Tools.Catalog.Tools.AsAIFunction(\"hello\", asks: false)");
    }

    [TestMethod]
    public async Task Plugins_that_share_a_name_of_a_function_do_not_both_join()
    {
        var fixedOne = await JoinedProject.Of("""
            using Microsoft.SemanticKernel;
            public class First { [KernelFunction] public string Get() => ""; }
            public class Second { [KernelFunction] public string Get() => ""; }
            public static class My { static void Add(Kernel kernel) { kernel.Plugins.AddFromType<First>(); kernel.Plugins.AddFromType<Second>(); } }
            """).FixAllAsync();
        await fixedOne.GenerateAsync();
        StringAssert.Contains(fixedOne.Text(), "kernel.Plugins.AddFromFunctions(\"First\", Catalog.Tools.Only(\"Get\").AsAIFunctions(target: new First()).Select(function => function.AsKernelFunction()));");
        StringAssert.Contains(fixedOne.Text(), "kernel.Plugins.AddFromType<Second>();");
        StringAssert.Contains((await fixedOne.FindingsAsync()).Single(), "the catalog has a tool `Get` already");
    }
}
