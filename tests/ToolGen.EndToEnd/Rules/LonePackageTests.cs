using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.EndToEnd.Rules;

/// <summary>The lone package in projects that know nothing of ToolGen.</summary>
[TestClass]
public sealed class LonePackageTests
{
    private const string Web = "<TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><NoWarn>NU1603</NoWarn>";
    private const string Console = Web + "<OutputType>Exe</OutputType>";
    private const string Mcp = """<ItemGroup><PackageReference Include="ModelContextProtocol.AspNetCore" Version="2.3.1" /></ItemGroup>""";
    private const string Kernel = """<ItemGroup><PackageReference Include="Microsoft.SemanticKernel.Core" Version="1.82.0" /><PackageReference Include="System.Numerics.Tensors" Version="10.0.14" /></ItemGroup>""";

    [TestMethod]
    public async Task A_build_of_a_server_prints_what_the_page_says()
    {
        var consumer = await Server("lone server");

        var found = RulesPage.Findings(await consumer.Dotnet("build", "Desk"));

        CollectionAssert.AreEquivalent(RulesPage.Lines, found, string.Join('\n', found));
    }

    [TestMethod]
    [TestCategory("full")]
    public async Task A_build_of_a_kernel_s_plugin_prints_findings_of_methods_and_lambdas()
    {
        var consumer = await Consumer.Create("lone plugin");
        consumer.Project("Plugin", Kernel + RulesPage.Package((await PackedFeed.Get()).Version), Console).Write("Plugin/Program.cs", RulesPage.Plugin);

        CollectionAssert.AreEqual(new[] { "TG3004", "TG3005", "TG3112" }, RulesPage.Ids(await consumer.Dotnet("build", "Plugin")));
    }

    [TestMethod]
    [TestCategory("full")]
    public async Task The_strict_profile_makes_errors_and_a_misspelt_one_is_told()
    {
        var consumer = await Server("lone strict");

        var strict = await consumer.TryDotnet("build", "Desk", "--no-incremental", "-p:ToolGenProfile=Strict");
        var misspelt = await consumer.TryDotnet("build", "Desk", "-p:ToolGenProfile=strickt");

        Assert.AreNotEqual(0, strict.ExitCode);
        StringAssert.Contains(strict.Output, "error TG3001", StringComparison.Ordinal);
        Assert.AreNotEqual(0, misspelt.ExitCode);
        StringAssert.Contains(misspelt.Output, "there are 'recommended' and 'strict'", StringComparison.Ordinal);
    }

    [TestMethod]
    [TestCategory("full")]
    public async Task Beside_the_package_ToolGen_nothing_is_told_twice()
    {
        var consumer = await Server("lone and whole");
        consumer.Project("Desk", Mcp + consumer.Reference + RulesPage.Package((await PackedFeed.Get()).Version), Web, "Microsoft.NET.Sdk.Web");

        var log = Log(consumer, await consumer.Dotnet("build", "Desk", $"-p:ErrorLog={consumer.PathOf("both.sarif")}%2Cversion=2.1"), "both.sarif");

        Assert.AreEqual("TG3001 TG3005 TG3112", string.Join(' ', log.Where(one => one.Id.StartsWith("TG3", StringComparison.Ordinal)).Select(one => one.Id).Order(StringComparer.Ordinal)));
        Assert.IsFalse(log.Any(one => one.Id.StartsWith("CS8", StringComparison.Ordinal) || one.Id == "MultipleGlobalAnalyzerKeys"));
    }

    [TestMethod]
    [TestCategory("full")]
    public async Task The_log_lists_what_was_suppressed()
    {
        var consumer = await Server("lone suppressed");
        consumer.Write("Desk/Orders.cs", RulesPage.Orders
            .Replace("        command.CommandText", "#pragma warning disable TG3001 // customers come from a list of ours\n        command.CommandText", StringComparison.Ordinal)
            .Replace("        using var git", "#pragma warning disable TG3005\n        using var git", StringComparison.Ordinal));

        var printed = await consumer.Dotnet("build", "Desk", $"-p:ErrorLog={consumer.PathOf("suppressed.sarif")}%2Cversion=2.1");

        CollectionAssert.AreEqual(new[] { "TG3112", "TG3901" }, RulesPage.Ids(printed));
        var suppressed = Log(consumer, printed, "suppressed.sarif").Where(one => one.IsSuppressed && one.Id.StartsWith("TG", StringComparison.Ordinal)).Select(one => one.Id).Order(StringComparer.Ordinal);
        CollectionAssert.AreEqual(new[] { "TG3001", "TG3005" }, suppressed.ToArray());
    }

    private static async Task<Consumer> Server(string name)
    {
        var consumer = await Consumer.Create(name);
        return consumer.Project("Desk", Mcp + RulesPage.Package((await PackedFeed.Get()).Version), Web, "Microsoft.NET.Sdk.Web")
            .Write("Desk/Program.cs", RulesPage.Server).Write("Desk/Orders.cs", RulesPage.Orders);
    }

    private static List<(string Id, bool IsSuppressed)> Log(Consumer consumer, string printed, string name)
    {
        Assert.IsTrue(File.Exists(consumer.PathOf(name)), printed);
        using var log = JsonDocument.Parse(File.ReadAllBytes(consumer.PathOf(name)));
        return [.. log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Select(result => (result.GetProperty("ruleId").GetString()!, result.TryGetProperty("suppressions", out var all) && all.GetArrayLength() > 0))];
    }
}
