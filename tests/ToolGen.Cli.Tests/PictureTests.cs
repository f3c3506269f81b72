using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Cli.Tests.Harness;
using ToolGen.TestSupport;

namespace ToolGen.Cli.Tests;

/// <summary>The picture of the README shows what is really printed; <c>.ci/picture</c> makes it.</summary>
[TestClass]
public sealed class PictureTests
{
    private static string Docs => Path.Combine(SharedData.Repository, "src", "ToolGen.Cli", "docs");

    [TestMethod]
    public async Task The_picture_shows_what_its_commands_print_but_for_times()
    {
        var lines = XDocument.Load(Path.Combine(Docs, "toolgen.svg")).Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value);
        var page = "```console\n" + string.Join('\n', lines) + "\n```";
        foreach (var shown in ShownCommand.Of(page))
        {
            var run = await Toolgen.RunAsync(Path.Combine(Docs, "example"), shown.Words[1..]);
            Assert.AreEqual(Masked(shown.Output), Masked(run.Out + run.Error), $"{shown.Line}: run .ci/picture");
        }

        Assert.HasCount(3, ShownCommand.Of(page).ToArray());
    }

    [TestMethod]
    public void The_readme_shows_the_picture() =>
        StringAssert.Contains(File.ReadAllText(Path.Combine(SharedData.Repository, "README.md")), "(src/ToolGen.Cli/docs/toolgen.svg)");

    // Standard output and errors come through two pipes; times, and the room that they take, differ.
    private static string Masked(string text) =>
        string.Join('\n', text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Regex.Replace(Regex.Replace(line, @"\d+\.\d+", "#"), " +", " ").TrimEnd()).Order(StringComparer.Ordinal));
}
