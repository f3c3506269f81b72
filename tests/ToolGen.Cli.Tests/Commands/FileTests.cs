using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Cli.Tests.Harness;

namespace ToolGen.Cli.Tests.Commands;

/// <summary>Commands that write files: <c>build</c>, <c>fix</c>, <c>fmt</c>.</summary>
[TestClass]
public sealed class FileTests
{
    [TestMethod]
    public async Task Build_writes_code_schemas_and_descriptors_and_builds_again()
    {
        using var folder = new TestFolder();
        folder.Write("halve.tool.json", Texts.Halve());

        var first = await Toolgen.RunAsync(folder.Path, "build", ".", "-o", "out dir");
        var text = folder.Read("out dir/tools.json");
        var second = await Toolgen.RunAsync(folder.Path, "build", ".", "-o", "out dir");
        Assert.AreEqual(0, first.Code, first.ToString());
        Assert.AreEqual(0, second.Code, second.ToString());
        Assert.AreEqual(text, folder.Read("out dir/tools.json"));
        StringAssert.Contains(text, "\"name\":\"halve\"");
        foreach (var name in new[] { "Halve.g.cs", "Catalog.g.cs", "schemas/halve.input.schema.json", "schemas/halve.output.schema.json", "descriptors/halve.json" })
            Assert.IsTrue(File.Exists(folder.Full("out dir/" + name)), name);
    }

    [TestMethod]
    public async Task Build_does_not_overwrite_what_it_did_not_make()
    {
        using var folder = new TestFolder();
        folder.Write("halve.tool.json", Texts.Halve());
        folder.Write("out/tools.json", "mine");

        var refused = await Toolgen.RunAsync(folder.Path, "build", ".", "-o", "out");
        Assert.AreEqual(1, refused.Code, refused.ToString());
        Assert.AreEqual("mine", folder.Read("out/tools.json"));
        CollectionAssert.AreEqual(new[] { "tools.json" }, Directory.GetFileSystemEntries(folder.Full("out")).Select(Path.GetFileName).ToArray());

        var forced = await Toolgen.RunAsync(folder.Path, "build", ".", "-o", "out", "--force");
        Assert.AreEqual(0, forced.Code, forced.ToString());
        Assert.AreNotEqual("mine", folder.Read("out/tools.json"));
    }

    [TestMethod]
    public async Task Build_of_a_folder_with_an_error_writes_nothing()
    {
        using var folder = new TestFolder();
        folder.Write("halve.tool.json", Texts.Halve());
        folder.Write("broken.tool.json", "{");

        var run = await Toolgen.RunAsync(folder.Path, "build", ".", "-o", "out");
        Assert.AreEqual(1, run.Code, run.ToString());
        Assert.IsFalse(Directory.Exists(folder.Full("out")));
    }

    [TestMethod]
    public async Task Output_that_can_not_be_written_is_a_sentence()
    {
        using var folder = new TestFolder();
        folder.Write("halve.tool.json", Texts.Halve());
        folder.Write("file", "");

        foreach (var output in new[] { "file", "file/below", "/proc/nowhere" })
        {
            var run = await Toolgen.RunAsync(folder.Path, "build", ".", "-o", output);
            Assert.AreEqual(1, run.Code, run.ToString());
            StringAssert.Contains(run.Error, "toolgen: cannot write ");
            Assert.IsFalse(run.Error.Contains("   at "), run.Error);
        }

        Assert.IsEmpty(folder.Leftovers);
    }

    [TestMethod]
    public async Task Fix_shows_what_it_would_do_then_does_it_then_has_nothing_to_do()
    {
        using var folder = new TestFolder();
        folder.Write("shout.tool.json", Texts.Sloppy);

        var dry = await Toolgen.RunAsync(folder.Path, "fix", ".", "--dry-run");
        Assert.AreEqual(Texts.Sloppy, folder.Read("shout.tool.json"));
        StringAssert.Contains(dry.Out, "-  \"parameters\": {");
        StringAssert.Contains(dry.Out, "+  \"inputSchema\": {");

        var done = await Toolgen.RunAsync(folder.Path, "fix", ".");
        Assert.AreEqual(0, done.Code, done.ToString());
        var mended = folder.Read("shout.tool.json");
        StringAssert.Contains(mended, "\"body\":");

        var again = await Toolgen.RunAsync(folder.Path, "fix", ".");
        Assert.AreEqual(mended, folder.Read("shout.tool.json"));
        StringAssert.Contains(again.Error, "0 fixed in 0 of 1 specs");
        Assert.IsEmpty(folder.Leftovers);
    }

    [TestMethod]
    public async Task Fmt_checks_then_lays_out_then_agrees()
    {
        using var folder = new TestFolder();
        folder.Write("halve.tool.json", Texts.Halve());

        Assert.AreEqual(1, (await Toolgen.RunAsync(folder.Path, "fmt", ".", "--check")).Code);
        Assert.AreEqual(Texts.Halve(), folder.Read("halve.tool.json"));
        Assert.AreEqual(0, (await Toolgen.RunAsync(folder.Path, "fmt", ".")).Code);
        Assert.AreEqual(0, (await Toolgen.RunAsync(folder.Path, "fmt", ".", "--check")).Code);
    }
}
