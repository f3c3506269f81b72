using System.IO;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Cli.Tests.Harness;
using ToolGen.TestSupport;

namespace ToolGen.Cli.Tests.Commands;

/// <summary>Kinds of a project, with the files of the page that works one through.</summary>
[TestClass]
public sealed class KindsTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(SharedData.Repository, "src/ToolGen.Generator/Kinds/Own/own.md"));

    [TestMethod]
    public async Task The_page_of_own_kinds_prints_what_it_says()
    {
        using var folder = Folder();
        await ConsoleBlocks.RunAsync(Page, folder.Path);
    }

    [TestMethod]
    public async Task A_kind_that_lies_beside_its_spec_is_none()
    {
        using var folder = Folder();
        File.Copy(Path.Combine(folder.Path, "kinds/graphql.tool.sbn"), Path.Combine(folder.Path, "tools/graphql.tool.sbn"));
        File.Copy(Path.Combine(folder.Path, "kinds/graphql.tool.schema.json"), Path.Combine(folder.Path, "tools/graphql.tool.schema.json"));
        foreach (var command in new[] { "check", "try", "forge", "build" })
        {
            var run = await Toolgen.RunAsync(folder.Path, command == "build" ? [command, "tools", "-o", "out"] : [command, "tools"]);
            Assert.AreEqual(1, run.Code, run.ToString());
            StringAssert.Contains(run.Out, "error TG2330", run.ToString());
        }

        Assert.IsFalse(Directory.Exists(Path.Combine(folder.Path, "out")));
    }

    [TestMethod]
    public async Task The_commands_make_tools_of_a_kind_that_is_named()
    {
        using var folder = Folder();
        var built = await Toolgen.RunAsync(folder.Path, "build", "tools", "-o", "out", "--kinds", "kinds");
        Assert.AreEqual(0, built.Code, built.ToString());
        StringAssert.Contains(File.ReadAllText(Path.Combine(folder.Path, "out/tools.json")), "repository_stars");
        var called = await Toolgen.RunAsync(folder.Path, "call", "repository_stars", """{"owner":"a","name":"b"}""", "--tools", "tools", "--kinds", "kinds");
        Assert.AreEqual(1, called.Code, called.ToString());
        StringAssert.Contains(called.Error, "denied", called.ToString());
        var types = await Toolgen.RunAsync(folder.Path, "types", "tools", "--kinds", "kinds");
        StringAssert.Contains(types.Out, "record Data(", types.ToString());
        var may = await Toolgen.RunAsync(folder.Path, "capabilities", "tools", "--kinds", "kinds");
        Assert.AreEqual(0, may.Code, may.ToString());
        StringAssert.StartsWith(may.Out, "repository_stars may\n", may.ToString());
    }

    [TestMethod]
    public async Task A_folder_of_kinds_that_is_not_there_or_cannot_be_read_stops_the_command()
    {
        using var folder = Folder();
        var missing = await Toolgen.RunAsync(folder.Path, "check", "tools", "--kinds", "nowhere");
        Assert.AreEqual(2, missing.Code, missing.ToString());
        StringAssert.Contains(missing.Error, "no such folder: nowhere");
        File.WriteAllBytes(Path.Combine(folder.Path, "kinds/graphql.tool.sbn"), [0xff, 0xfe]);
        Assert.AreEqual(2, (await Toolgen.RunAsync(folder.Path, "check", "tools", "--kinds", "kinds")).Code);
    }

    private static TestFolder Folder()
    {
        var folder = new TestFolder();
        folder.Write("kinds/graphql.tool.schema.json", Block("json", 0));
        folder.Write("kinds/graphql.tool.sbn", Block("scriban", 0));
        folder.Write("tools/repository_stars.tool.json", Block("json", 1));
        return folder;
    }

    private static string Block(string language, int index) => Page.Split($"```{language}\n")[index + 1].Split("```")[0];
}
