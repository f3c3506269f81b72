using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.EndToEnd.Templates;

/// <summary>The pages about the templates say what there is.</summary>
[TestClass]
public sealed class PageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "templates", "ToolGen.Templates", "README.md"));

    [TestMethod]
    public void The_page_lists_every_template_with_every_option()
    {
        foreach (var template in TemplateFile.All)
        {
            var row = Page.Split('\n').Single(line => line.StartsWith($"| `{template.ShortName}` |", StringComparison.Ordinal));
            var options = template.Beside("dotnetcli.host.json")["symbolInfo"]!.AsObject().Select(symbol => "--" + symbol.Value!["longName"]).ToArray();

            CollectionAssert.AreEqual(options, Regex.Matches(row, "(?<=`)--[a-z-]+(?=`)").Select(match => match.Value).ToArray(), template.ShortName);
        }
    }

    [TestMethod]
    public async Task The_commands_of_the_readme_run_one_after_the_other()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"));
        var section = readme[readme.IndexOf("## `dotnet new`", StringComparison.Ordinal)..];

        var printed = await Run("readme commands", Commands(section).Take(6));

        StringAssert.Contains(printed, "\"files\":1", StringComparison.Ordinal);
        StringAssert.Contains(printed, "Passed!  - Failed:     0, Passed:    16, Skipped:     0", StringComparison.Ordinal);
    }

    [TestMethod]
    [TestCategory("full")]
    public async Task The_commands_of_the_page_run_one_after_the_other()
    {
        var printed = await Run("page commands", Commands(Page));

        StringAssert.Contains(printed, Regex.Match(Page, "```text\n.*\n(.*)\n```").Groups[1].Value, StringComparison.Ordinal);
        StringAssert.Contains(printed, "Passed!  - Failed:     0, Passed:    16, Skipped:     0", StringComparison.Ordinal);
    }

    private static IEnumerable<string[]> Commands(string page) =>
        from block in Regex.Matches(page, "```sh\n(.*?)```", RegexOptions.Singleline)
        from line in block.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        select Regex.Matches(line.Split('#')[0], "\"([^\"]*)\"|\\S+").Select(word => word.Value.Trim('"')).ToArray();

    private static async Task<string> Run(string name, IEnumerable<string[]> commands)
    {
        var hive = await Hive.Empty(name + " hive");
        var consumer = await Consumer.Create(name);
        var folder = consumer.Folder;
        var printed = "";
        foreach (var command in commands)
        {
            if (command is ["cd", var into]) folder = Path.Combine(folder, into);
            // The package of this build stands for the published one.
            else if (command is ["dotnet", "new", .. var arguments]) printed += await hive.New(folder, [.. arguments.Select(word => word == "ToolGen.Templates" ? hive.Pack : word)]);
            else if (command is ["dotnet", .. var others]) printed += await Dotnet.Run(folder, consumer.Environment(), others);
            else Assert.Fail($"a command that this test cannot run: {string.Join(' ', command)}");
        }

        return printed;
    }
}
