using System;
using System.IO;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.EndToEnd.Templates;

/// <summary>What the templates make is an agent whose tools answer.</summary>
[TestClass]
public sealed class AgentTests
{
    private const string Hostile = "He said \"use \\ it\";\nline two // #if </x> new_tool {y}";

    [TestMethod]
    public async Task An_agent_with_an_item_of_each_kind_builds_under_all_rules_without_a_warning_and_passes_every_sample()
    {
        var hive = await Hive.Get();
        var consumer = await Consumer.Create("agent and items");
        await hive.New(consumer.Folder, "toolgen-agent", "-n", "My.Cool-Agent");
        var agent = consumer.PathOf("My.Cool-Agent");
        foreach (var (kind, name) in new[] { ("http", "My.Cool-Agent"), ("transform", "a b"), ("file", "9lives"), ("sql", "class"), ("compose", "CountAll"), ("code", "count_more"), ("kind", "json_rpc") })
            await hive.New(agent, [$"toolgen-{kind}", "-n", name, "-o", "tools", .. kind == "kind" ? Array.Empty<string>() : ["-desc", Hostile]]);

        var output = await consumer.Dotnet("test", "My.Cool-Agent/tests", "-warnaserror", "-p:AnalysisLevel=latest-all", "-p:ToolGenProfile=strict");

        StringAssert.Contains(output, "Passed!  - Failed:     0, Passed:    42, Skipped:     0", StringComparison.Ordinal);
        Assert.DoesNotContain("warning", output);
        var tools = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(agent, "bin", "Debug", "net10.0", "tools.json")))!["tools"]!.AsArray();
        CollectionAssert.AreEqual(
            new[] { "a_b", "class", "count_all", "count_all_step", "count_more", "count_words", "exchange_rate", "json_rpc_example", "my_cool-agent", "sales_by_region", "tool_9lives" },
            Array.ConvertAll([.. tools], tool => tool!["name"]!.ToString()));
        Assert.AreEqual(Hostile, tools[0]!["description"]!.ToString());

        var refused = await consumer.TryDotnet("run", "--project", "My.Cool-Agent", "--no-build", "--", "class", "{}");
        Assert.AreEqual(1, refused.ExitCode);
        StringAssert.Contains(refused.Output, "{\"databases\": {\"shop\": {", StringComparison.Ordinal, "what is not granted is refused, with the line to add");
    }

    [TestMethod]
    [DoNotParallelize]
    public async Task From_a_clean_folder_three_commands_answer_within_a_minute()
    {
        // A machine that does something else for a while gets a second try.
        var seconds = await SecondsToAnAnswer("clean");
        if (seconds >= 60) seconds = await SecondsToAnAnswer("clean again");
        Assert.IsLessThan(60, seconds);
    }

    private static async Task<double> SecondsToAnAnswer(string folder)
    {
        var feed = await PackedFeed.Get();
        var consumer = await Consumer.Create(folder);
        // Packages cached, as on a machine that has built such an agent before.
        await (await Hive.Get()).New(consumer.Folder, "toolgen-agent", "-n", "Before");
        var hive = await Hive.Empty(folder + " hive");
        var clock = System.Diagnostics.Stopwatch.StartNew();

        await hive.New(consumer.Folder, "install", hive.Pack);
        await hive.New(consumer.Folder, "toolgen-agent", "-n", "My.Cool-Agent");
        var printed = await Dotnet.Run(consumer.PathOf("My.Cool-Agent"), feed.Environment, "run");

        var seconds = clock.Elapsed.TotalSeconds;
        Console.WriteLine($"{seconds:0.0} s from `dotnet new install` to the answer");
        StringAssert.Contains(printed, """{"regions":[{"region":"North","total":200},{"region":"South","total":80}],"files":1}""", StringComparison.Ordinal);
        return seconds;
    }

    [TestMethod]
    [TestCategory("full")]
    public async Task Compiled_ahead_of_time_it_is_one_program_without_a_warning_that_answers()
    {
        var hive = await Hive.Get();
        var consumer = await Consumer.Create("native agent");
        await hive.New(consumer.Folder, "toolgen-agent", "-n", "Native", "--aot", "--tests", "false", "--no-restore");

        var output = await Dotnet.Run(
            consumer.PathOf("Native"), consumer.Environment(("NUGET_PACKAGES", PackedFeed.PlainPackages)), "publish", "-c", "Release", "-warnaserror", "-p:TrimmerSingleWarn=false", "-o", consumer.PathOf("published"));

        Assert.DoesNotContain("warning", output);
        CollectionAssert.AreEquivalent(
            new[] { "Native", "data", "toolgen.json", "tools.json" },
            Array.ConvertAll(Array.FindAll(Directory.GetFileSystemEntries(consumer.PathOf("published")), entry => Path.GetExtension(entry) is not (".dbg" or ".so" or ".pdb")), entry => Path.GetFileName(entry)!));
        StringAssert.Contains(await Dotnet.RunProgram(consumer.PathOf("published", "Native")), "\"files\":1", StringComparison.Ordinal);
    }
}
