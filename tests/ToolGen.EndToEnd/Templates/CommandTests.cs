using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.EndToEnd.Templates;

/// <summary>What <c>dotnet new</c> itself says to the templates: lists, languages, exit codes.</summary>
[TestClass]
public sealed class CommandTests
{
    [TestMethod]
    public async Task They_are_found_listed_in_three_languages_and_go_as_they_came()
    {
        var hive = await Hive.Empty("come and go");
        var consumer = await Consumer.Create("come and go");
        var installed = await hive.New(consumer.Folder, "install", hive.Pack);
        foreach (var name in TemplateFile.All.Select(template => template.ShortName)) StringAssert.Contains(installed, name, StringComparison.Ordinal);
        Assert.DoesNotContain("not valid", installed);

        Assert.AreEqual(106, (await hive.TryNew(consumer.Folder, "install", hive.Pack)).ExitCode, "the same version again");
        StringAssert.Contains(await InLanguage("de", "list", "toolgen"), "ToolGen-Agent", StringComparison.Ordinal);
        StringAssert.Contains(await InLanguage("ja", "list", "toolgen"), "ToolGen エージェント", StringComparison.Ordinal);
        StringAssert.Contains(await InLanguage("de", "toolgen-http", "--help"), "Die Methode der Anfrage.", StringComparison.Ordinal);

        await hive.New(consumer.Folder, "uninstall", "ToolGen.Templates");
        Assert.AreEqual(103, (await hive.TryNew(consumer.Folder, "list", "toolgen")).ExitCode, "none is left");

        async Task<string> InLanguage(string language, params string[] arguments)
        {
            var answer = await hive.TryNew(consumer.Folder, consumer.Environment(("DOTNET_CLI_UI_LANGUAGE", language)), arguments);
            Assert.AreEqual(0, answer.ExitCode, answer.Output);
            return answer.Output;
        }
    }

    [TestMethod]
    public async Task What_cannot_be_made_ends_with_the_exit_code_that_dotnet_new_gives_it_and_changes_nothing()
    {
        var hive = await Hive.Get();
        var consumer = await Consumer.Create("refused");
        consumer.Write("inside/inside.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>").Write("inside/tools/taken.tool.json", "mine");
        var inside = consumer.PathOf("inside");
        await Refused(100, inside, "toolgen-transform", "-n", "early");
        await consumer.Dotnet("restore", "inside");

        await Refused(73, inside, "toolgen-transform", "-n", "taken", "-o", "tools");
        await Refused(100, consumer.Folder, "toolgen-transform", "-n", "outside");
        await Refused(102, consumer.Folder, "toolgen-tests", "-n", "Tests");
        await Refused(102, consumer.Folder, "toolgen-agent", "-n", "Native", "--ai", "anthropic", "--aot");
        await Refused(103, consumer.Folder, "toolgen-none", "-n", "none");
        await Refused(127, inside, "toolgen-http", "-n", "odd", "--nonsense");
        await Refused(127, inside, "toolgen-http", "-n", "odd", "--method", "DELETE");
        await Refused(127, consumer.Folder, "toolgen-agent", "-n", "Other", "--ai", "other");

        Assert.AreEqual("mine", await File.ReadAllTextAsync(consumer.PathOf("inside", "tools", "taken.tool.json")));
        CollectionAssert.AreEquivalent(new[] { "inside.csproj", "taken.tool.json" }, Array.ConvertAll(Array.FindAll(Directory.GetFiles(consumer.Folder, "*", SearchOption.AllDirectories), file => !file.Contains("obj", StringComparison.Ordinal)), file => Path.GetFileName(file)));

        async Task Refused(int code, string where, params string[] arguments)
        {
            var answer = await hive.TryNew(where, arguments);
            Assert.AreEqual(code, answer.ExitCode, $"{string.Join(' ', arguments)}\n{answer.Output}");
        }
    }

    [TestMethod]
    public async Task A_search_finds_them_where_the_list_of_the_gallery_has_the_package()
    {
        var hive = await Hive.Get();
        var consumer = await Consumer.Create("search");
        var list = new JsonObject
        {
            ["Version"] = "2.0",
            ["TemplatePackages"] = new JsonArray(new JsonObject { ["Name"] = "ToolGen.Templates", ["Version"] = "9.9.9", ["TotalDownloads"] = 1, ["Templates"] = new JsonArray([.. TemplateFile.All.Select(template => template.Listed())]) }),
        };
        consumer.Write("list.json", list.ToJsonString());

        var answer = await hive.TryNew(consumer.Folder, consumer.Environment(("DOTNET_NEW_SEARCH_FILE_OVERRIDE", consumer.PathOf("list.json"))), "search", "toolgen", "--tag", "Agent");

        Assert.AreEqual(0, answer.ExitCode, answer.Output);
        foreach (var template in TemplateFile.All) StringAssert.Contains(answer.Output, template.ShortName, StringComparison.Ordinal);
    }
}
