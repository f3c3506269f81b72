using System.IO;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.EndToEnd.Rules;

/// <summary>The page's command mends a project that has the lone package and nothing else of ToolGen; what the program prints stays.</summary>
[TestClass]
public sealed class FormatTests
{
    private const string Usings = "using System.ComponentModel;\nusing System.Security.Cryptography;\nusing System.Text;\nusing System.Text.RegularExpressions;\n";

    private const string Body = """
            {
                await Task.Delay(1);
                if (!Regex.IsMatch(one, @"^(\w+\s?)+$")) return "no words";
                return MD5.HashData(Encoding.UTF8.GetBytes(one)).SequenceEqual(MD5.HashData(Encoding.UTF8.GetBytes(other))) ? "the same" : "different";
            }
        }
        """;

    private const string Server = Usings + """
        using ModelContextProtocol.Server;

        var tool = McpServerTool.Create(Texts.Compare);
        Console.WriteLine($"{tool.ProtocolTool.Name}: {await Texts.Compare("two words", "two words", default)}, {await Texts.Compare("one", "other", default)}");

        [McpServerToolType]
        public static class Texts
        {
            [McpServerTool, Description("Compares two texts.")]
            public static async Task<string> Compare(string one, string other, CancellationToken stop)

        """ + Body;

    private const string Plugin = Usings + """
        using Microsoft.SemanticKernel;

        var kernel = Kernel.CreateBuilder().Build();
        var texts = kernel.Plugins.AddFromType<Texts>();
        foreach (var other in new[] { "two words", "other" })
            Console.WriteLine(await kernel.InvokeAsync<string>(texts["Compare"], new() { ["one"] = "two words", ["other"] = other }));

        public sealed class Texts
        {
            [KernelFunction, Description("Compares two texts.")]
            public async Task<string> Compare(string one, string other, CancellationToken stop)

        """ + Body;

    [TestMethod]
    [TestCategory("full")]
    [DataRow("server", Server, """<PackageReference Include="ModelContextProtocol" Version="2.3.1" />""", "compare: the same, different\n", DisplayName = "a server")]
    [DataRow("plugin", Plugin, """<PackageReference Include="Microsoft.SemanticKernel.Core" Version="1.82.0" /><PackageReference Include="System.Numerics.Tensors" Version="10.0.14" />""", "the same\ndifferent\n", DisplayName = "a plugin")]
    public async Task The_command_of_the_page_mends_what_it_names_and_the_program_prints_what_it_did(string name, string program, string library, string prints)
    {
        var consumer = await Consumer.Create("format " + name);
        consumer.Project("Texts", $"<ItemGroup>{library}</ItemGroup>" + RulesPage.Package((await PackedFeed.Get()).Version),
                "<TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><OutputType>Exe</OutputType><NoWarn>NU1603</NoWarn>")
            .Write("Texts/Program.cs", program);
        CollectionAssert.AreEqual(new[] { "TG3011", "TG3110", "TG3140", "TG3140" }, RulesPage.Ids(await consumer.Dotnet("build", "Texts")));
        Assert.AreEqual(prints, await Prints(consumer));

        await consumer.Dotnet([.. RulesPage.Format, "--no-restore", "Texts/Texts.csproj"]);

        var mended = await File.ReadAllTextAsync(consumer.PathOf("Texts", "Program.cs"));
        foreach (var text in new[] { "Task.Delay(1, stop)", "TimeSpan.FromSeconds(1))", "SHA256.HashData(Encoding.UTF8.GetBytes(other))" }) StringAssert.Contains(mended, text);
        Assert.IsEmpty(RulesPage.Ids(await consumer.Dotnet("build", "Texts")), mended);
        Assert.AreEqual(prints, await Prints(consumer), mended);
    }

    private static async Task<string> Prints(Consumer consumer) => (await consumer.Dotnet("run", "--project", "Texts", "--no-build")).ReplaceLineEndings("\n");
}
