using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Cli.Commands;
using ToolGen.Cli.Output;
using ToolGen.Cli.Tests.Harness;

namespace ToolGen.Cli.Tests;

[TestClass]
public sealed class CommandLineTests
{
    [TestMethod]
    public void Every_command_has_examples_and_each_of_them_parses()
    {
        var root = CommandLine.Root();
        foreach (var command in root.Subcommands)
        {
            var documented = (DocumentedCommand)command;
            Assert.IsNotEmpty(documented.Examples, command.Name);
            foreach (var example in documented.Examples)
            {
                var line = example[(example.IndexOf("toolgen ", System.StringComparison.Ordinal) + "toolgen ".Length)..].Replace('\'', '"').Replace("{\"", "{").Replace("\":\"", ":").Replace("\"}", "}");
                Assert.IsEmpty(root.Parse(CommandLineParser.SplitCommandLine(line).ToArray(), new ParserConfiguration { ResponseFileTokenReplacer = null }).Errors, example);
            }
        }
    }

    [TestMethod]
    public async Task Help_shows_examples_and_version_shows_a_version()
    {
        using var folder = new TestFolder();
        var help = await Toolgen.RunAsync(folder.Path, "call", "--help");
        var version = await Toolgen.RunAsync(folder.Path, "--version");

        Assert.AreEqual(0, help.Code);
        StringAssert.Contains(help.Out, "Examples:\n  toolgen call check_iban '{\"iban\"");
        Assert.AreEqual(0, version.Code);
        StringAssert.StartsWith(version.Out, "0.");
    }

    [TestMethod]
    [DataRow("plain äöü 🙂", "plain äöü 🙂")]
    [DataRow("a\e[2Jb", "a\\u001b[2Jb")]
    [DataRow("a\r\nb", "a\\u000d\\u000ab")]
    [DataRow("a\u202Eb", "a\\u202eb")]
    [DataRow("\U000E0041", "\\udb40\\udc41")]
    public void Text_is_shown_so_that_it_steers_nothing(string text, string shown) => Assert.AreEqual(shown, Printable.Of(text));

    [TestMethod]
    public void Half_a_character_is_shown_as_its_code() => Assert.AreEqual("a\\ud800b", Printable.Of("a" + (char)0xD800 + "b"));

    [TestMethod]
    public void Diff_is_one_that_patch_understands() => Assert.AreEqual(
        "--- f\n+++ f\n@@ -1,3 +1,4 @@\n a\n-b\n+B\n+b2\n c\n",
        UnifiedDiff.Of("f", "a\nb\nc\n", "a\nB\nb2\nc\n"));
}
