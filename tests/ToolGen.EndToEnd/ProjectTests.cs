using System;
using System.IO;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.EndToEnd;

/// <summary>Specs in real projects that reference the package.</summary>
[TestClass]
public sealed class ProjectTests
{
    [TestMethod]
    public async Task A_project_named_My_Cool_Server_in_a_path_with_blanks_calls_its_tools()
    {
        var consumer = await Consumer.Create("my cool");
        consumer.Project("My.Cool-Server", consumer.Reference, "<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType>")
            .WithSpecs("My.Cool-Server", RealSpecs.Ten)
            .Write("My.Cool-Server/Program.cs", RealSpecs.Program("My.Cool_Server.Tools.Catalog.Tools"))
            .Write("calls.json", RealSpecs.CallFile(RealSpecs.Ten));

        var printed = await consumer.Dotnet("run", "--project", "My.Cool-Server", "calls.json");

        RealSpecs.AssertAnswers(printed, RealSpecs.Ten);
        var output = consumer.PathOf("My.Cool-Server/bin/Debug/net10.0");
        var tools = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(output, "tools.json")))!["tools"]!.AsArray();
        CollectionAssert.AreEqual(Sorted(RealSpecs.Ten), Names(tools));
        var samples = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(output, "My.Cool-Server.toolgen.samples.json")))!["specs"]!.AsArray();
        CollectionAssert.AreEqual(Sorted(RealSpecs.Ten), Names(samples));
        foreach (var sample in samples) Assert.IsTrue(File.Exists(sample!["path"]!.ToString()) && File.Exists(sample["tests"]!.ToString()));
    }

    [TestMethod]
    public async Task A_project_that_references_one_with_tools_sees_them_and_may_have_its_own()
    {
        var consumer = await Consumer.Create("transitive");
        consumer.Project("Library", consumer.Reference).WithSpecs("Library", "binomial_coefficient")
            .Project("App", """<ItemGroup><ProjectReference Include="../Library/Library.csproj" /></ItemGroup>""", "<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType>")
            .WithSpecs("App", "business_days", "count_tags")
            .Write("App/Program.cs", RealSpecs.Program("App.Tools.Catalog.Tools", "Library.Tools.Catalog.Tools"))
            .Write("calls.json", RealSpecs.CallFile("binomial_coefficient", "business_days", "count_tags"));

        var printed = await consumer.Dotnet("run", "--project", "App", "calls.json");

        RealSpecs.AssertAnswers(printed, "binomial_coefficient", "business_days", "count_tags");
        CollectionAssert.AreEqual(
            new[] { "business_days", "count_tags" }, Names(JsonNode.Parse(await File.ReadAllTextAsync(consumer.PathOf("App/bin/Debug/net10.0/tools.json")))!["tools"]!.AsArray()));
    }

    [TestMethod]
    public async Task Switched_off_only_the_specs_that_the_project_names_are_tools()
    {
        var consumer = await Consumer.Create("switch");
        const string Named = """<ItemGroup><AdditionalFiles Include="tools/count_tags.tool.json" /></ItemGroup>""";
        consumer.Project("Off", consumer.Reference + Named, "<TargetFramework>net10.0</TargetFramework><EnableDefaultToolGenItems>false</EnableDefaultToolGenItems>")
            .WithSpecs("Off", "binomial_coefficient", "count_tags");

        await consumer.Dotnet("build", "Off");

        CollectionAssert.AreEqual(
            new[] { "count_tags" }, Names(JsonNode.Parse(await File.ReadAllTextAsync(consumer.PathOf("Off/bin/Debug/net10.0/tools.json")))!["tools"]!.AsArray()));
    }

    [TestMethod]
    public async Task A_bad_spec_is_an_error_at_its_line_and_other_tools_stay()
    {
        var consumer = await Consumer.Create("bad");
        consumer.Project("Bad", consumer.Reference).WithSpecs("Bad", "count_tags")
            .Write("Bad/tools/broken.tool.json", "{\n  \"name\": \"broken\",\n  \"nonsense\": 1,\n}\n")
            .Write("Bad/Use.cs", "namespace Bad; public static class Use { public static object Of() => Bad.Tools.CountTags.Instance; }");

        var answer = await consumer.TryDotnet("build", "Bad");

        Assert.AreEqual(1, answer.ExitCode);
        StringAssert.Matches(answer.Output, new(@"broken\.tool\.json\(3,\d+\): error TG00\d\d"));
        Assert.DoesNotContain("error CS", answer.Output);
        Assert.DoesNotContain("CS8785", answer.Output);
    }

    private static string[] Sorted(string[] names)
    {
        var sorted = (string[])names.Clone();
        Array.Sort(sorted, StringComparer.Ordinal);
        return sorted;
    }

    private static string[] Names(JsonArray items) => Array.ConvertAll([.. items], item => item!["name"]!.ToString());
}
