using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Cli.Tests.Harness;
using ToolGen.TestSupport;

namespace ToolGen.Cli.Tests;

/// <summary>
/// The pages of the commands are run: in a block <c>console</c> each line behind <c>$ </c> is a command, what follows is its standard output
/// (<c>…</c> stands for any text, alone on a line for any lines), and <c>[n]</c> its exit code where that is not 0.
/// </summary>
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
        foreach (var (command, output, code) in Commands(File.ReadAllText(Path.Combine(Folder, page))))
        {
            var run = await Toolgen.RunAsync(folder.Path, Arguments(command));
            Assert.AreEqual(code, run.Code, $"$ {command}\n{run}");
            Assert.IsTrue(Pattern(output).IsMatch(run.Out), $"$ {command}\n--- expected\n{output}\n{run}");
        }
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

    private static IEnumerable<(string Command, string Output, int Code)> Commands(string page)
    {
        foreach (Match block in Regex.Matches(page, "```console\n(.*?)```", RegexOptions.Singleline))
        {
            foreach (var part in block.Groups[1].Value.Split("$ toolgen ").Skip(1))
            {
                var lines = part.TrimEnd('\n').Split('\n').ToList();
                var code = lines[^1] is ['[', .. var number, ']'] ? int.Parse(number) : 0;
                if (code > 0) lines.RemoveAt(lines.Count - 1);
                yield return (lines[0], string.Concat(lines.Skip(1).Select(line => line + "\n")), code);
            }
        }
    }

    private static string[] Arguments(string command) =>
        Regex.Matches(command, "'(?<quoted>[^']*)'|(?<plain>\\S+)").Select(match => match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Value).ToArray();

    private static Regex Pattern(string output) =>
        new("^" + Regex.Escape(output).Replace("\n…\n", "\n(?:.*\n)*?").Replace("\\n…\\n", "\\n(?:.*\\n)*?").Replace("…", ".*") + "$", RegexOptions.CultureInvariant);

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
