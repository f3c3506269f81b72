using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.EndToEnd.Templates;

/// <summary>Every template with every option, under names that are no identifiers.</summary>
[TestClass]
public sealed class OptionTests
{
    // What an item is made with; together they give each option each of its values.
    private static readonly string[][] Items =
    [
        ["toolgen-http", "-n", "http_post", "--method", "POST", "--auth", "bearer", "--url", "https://books.example/v2/\"find\\"],
        ["toolgen-http", "-n", "http_get", "-m", "GET", "-au", "header", "-ur", "https://books.example/v2/find"],
        ["toolgen-http", "-n", "http_open", "--auth", "none", "--description", "Any \"words\"."],
        ["toolgen-transform", "-n", "transform_csv", "--parse", "csv"],
        ["toolgen-transform", "-n", "transform_jsonl", "-p", "jsonl"],
        ["toolgen-file", "-n", "file_read", "--folder", "inbox"],
        ["toolgen-file", "-n", "file_write", "-f", "inbox", "-w"],
        ["toolgen-sql", "-n", "sql_read", "--database", "warehouse"],
        ["toolgen-sql", "-n", "sql_write", "-db", "warehouse", "--write"],
        ["toolgen-compose", "-n", "compose_one", "-desc", "Compose."],
        ["toolgen-code", "-n", "code_inside", "--beside", "false"],
        ["toolgen-code", "-n", "code_2beside-x", "-b"],
        ["toolgen-kind", "-n", "own_kind", "--endpoint", "https://rpc.example/v1"],
    ];

    [TestMethod]
    [TestCategory("full")]
    public async Task Items_with_every_option_build_under_all_rules_and_pass_every_sample()
    {
        var hive = await Hive.Get();
        var consumer = await Consumer.Create("every option");
        await hive.New(consumer.Folder, "toolgen-agent", "-n", "Every-Option", "--framework", "net10.0");
        var agent = consumer.PathOf("Every-Option");
        foreach (var item in Items) await hive.New(agent, [.. item, "-o", "tools"]);

        // The first has an address that no request can go to: what is given stands in the file as text, and the build says where.
        var post = Path.Combine(agent, "tools", "http_post.tool.json");
        Assert.AreEqual("https://books.example/v2/\"find\\", JsonNode.Parse(await File.ReadAllTextAsync(post))!["implementation"]!["url"]!.ToString());
        foreach (var file in new[] { post, post.Replace(".tool.", ".tests.", StringComparison.Ordinal) })
            await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("\\\"find\\\\", "find", StringComparison.Ordinal));

        var output = await consumer.Dotnet("test", "Every-Option/tests", "-warnaserror", "-p:AnalysisLevel=latest-all", "-p:ToolGenProfile=strict");

        StringAssert.Contains(output, "Passed!  - Failed:     0", StringComparison.Ordinal);
        Assert.DoesNotContain("warning", output);
        var tools = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(agent, "bin", "Debug", "net10.0", "tools.json")))!["tools"]!.AsArray().Select(tool => tool!["name"]!.ToString()).ToArray();
        foreach (var name in Items.Select(item => item[2])) Assert.Contains(name == "own_kind" ? "own_kind_example" : name, tools);
    }

    [TestMethod]
    [TestCategory("full")]
    [DataRow("My.Cool-Agent")]
    [DataRow("a b")]
    [DataRow("9lives")]
    [DataRow("class")]
    [DataRow("new.9.event")]
    [DataRow("größe")]
    public async Task An_agent_of_any_name_builds_under_all_rules_answers_and_passes_its_samples(string name)
    {
        var hive = await Hive.Get();
        var consumer = await Consumer.Create("named " + name);
        await hive.New(consumer.Folder, "toolgen-agent", "-n", name, "--tests", "true");
        await hive.New(consumer.PathOf(name), "toolgen-code", "-n", name, "-o", "tools", "--beside");

        var output = await consumer.Dotnet("test", $"{name}/tests", "-warnaserror", "-p:AnalysisLevel=latest-all", "-p:ToolGenProfile=strict");

        StringAssert.Contains(output, "Passed!  - Failed:     0, Passed:    16, Skipped:     0", StringComparison.Ordinal);
        StringAssert.Contains(await consumer.Dotnet("run", "--project", name, "--no-build"), "\"files\":1", StringComparison.Ordinal);
    }

    [TestMethod]
    [TestCategory("full")]
    [DataRow("vstest")]
    [DataRow("mtp")]
    public async Task Tests_of_a_project_that_was_there_before_run_its_samples(string runner)
    {
        var hive = await Hive.Get();
        var consumer = await Consumer.Create("tests " + runner);
        consumer.Project("My.Old-Server", consumer.Reference).WithSpecs("My.Old-Server", "count_tags")
            .Project("Renamed", consumer.Reference, "<TargetFramework>net10.0</TargetFramework><RootNamespace>Another.Name</RootNamespace>").WithSpecs("Renamed", "count_tags")
            .Write("global.json", runner == "mtp" ? """{ "test": { "runner": "Microsoft.Testing.Platform" } }""" : "{}");
        await hive.New(consumer.Folder, "toolgen-tests", "-n", "Old-Server.Tests", "--agent", "../My.Old-Server/My.Old-Server.csproj", "--runner", runner, "-nr");
        await hive.New(consumer.Folder, "toolgen-tests", "-n", "class", "-ag", "../Renamed/Renamed.csproj", "-ns", "Another.Name", "-r", runner, "-f", "net10.0");

        foreach (var project in new[] { "Old-Server.Tests", "class" })
        {
            string[] which = runner == "mtp" ? ["--project", project] : [project];
            await consumer.Dotnet("build", project, "-warnaserror", "-p:AnalysisLevel=latest-all", "-p:ToolGenProfile=strict");
            var output = await consumer.Dotnet(["test", .. which, "--no-build"]);
            StringAssert.Matches(output, new(@"(succeeded|Passed): +([2-9]|\d\d)"), project);
        }
    }
}
