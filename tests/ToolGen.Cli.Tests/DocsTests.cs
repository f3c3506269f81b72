using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Cli.Tests.Harness;
using ToolGen.TestSupport;

namespace ToolGen.Cli.Tests;

/// <summary>The pages of the commands are run (<see cref="ConsoleBlocks"/>).</summary>
[TestClass]
public sealed class DocsTests
{
    private static string Folder => Path.Combine(SharedData.Repository, "src", "ToolGen.Cli", "docs");

    public static IEnumerable<object[]> Pages => Directory.GetFiles(Folder, "*.md").Select(page => new object[] { Path.GetFileName(page) }).Order(Comparer<object[]>.Create((a, b) => string.CompareOrdinal((string)a[0], (string)b[0])));

    [TestMethod]
    [DynamicData(nameof(Pages))]
    public async Task Page_prints_what_it_says(string page)
    {
        using var folder = new TestFolder();
        Copy(Path.Combine(Folder, "example"), folder.Path);
        await ConsoleBlocks.RunAsync(File.ReadAllText(Path.Combine(Folder, page)), folder.Path);
    }

    [TestMethod]
    public void Every_command_has_a_page_and_stands_in_the_index()
    {
        var index = File.ReadAllText(Path.Combine(Folder, "README.md"));
        foreach (var command in CommandLine.Root().Subcommands)
        {
            Assert.IsTrue(File.Exists(Path.Combine(Folder, command.Name + ".md")), command.Name);
            StringAssert.Contains(index, $"[`{command.Name}`]({command.Name}.md)");
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
