using System.IO;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Cli.Tests.Harness;
using ToolGen.TestSupport;

namespace ToolGen.Cli.Tests;

/// <summary>The README's tool with effects: its spec, its grants and its commands, unchanged.</summary>
[TestClass]
public sealed class ReadmeTests
{
    [TestMethod]
    public async Task Effects_run_as_the_readme_shows()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(SharedData.Repository, "README.md"));
        using var folder = new TestFolder();
        folder.Write("tools/keep_errors.tool.json", Block(readme, "keep_errors.tool.json"));
        folder.Write("logs/web.log", "INFO up\nERROR no connection\n");
        Directory.CreateDirectory(folder.Full("out"));

        var refused = await Toolgen.RunAsync(folder.Path, "call", "keep_errors", """{"log": "web.log"}""", "--tools", "tools");
        Assert.AreEqual(1, refused.Code, refused.ToString());
        StringAssert.Contains(readme, Regex.Match(refused.Error, "denied: .*").Value, refused.ToString());

        folder.Write("toolgen.json", Block(readme, "toolgen.json"));
        await ConsoleBlocks.RunAsync(readme, folder.Path);
        Assert.AreEqual("ERROR no connection\n", folder.Read("out/web.log"));
    }

    /// <summary>The block behind the mark <c>&lt;!-- file: NAME --&gt;</c>.</summary>
    private static string Block(string page, string name) =>
        Regex.Match(page, $"<!-- file: {Regex.Escape(name)} -->\n```json\n(.*?)```", RegexOptions.Singleline) is { Success: true } block ? block.Groups[1].Value : throw new AssertFailedException($"no {name} in the README");
}
