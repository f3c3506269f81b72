using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Testing.Tests.Replay;

[TestClass]
public sealed class ReplayFilesTests
{
    [TestMethod]
    public async Task A_tool_sees_the_given_files_and_what_it_writes_is_compared() => Assert.AreEqual("Passed", await Samples.SayAsync(Copying("data/a.txt", "out/sub/b.txt"), """
        { "given": { "files": { "data/a.txt": "of the root\n", "data/other.txt": "x" } },
          "tests": [{ "input": {}, "output": ["data/a.txt"], "given": { "files": { "data/a.txt": ["one", "zwei ä"], "data/other.txt": null } },
            "expect": { "files": { "out/sub/b.txt": "one\nzwei ä\n", "data/a.txt": ["one", "zwei ä"], "out/c.txt": null } } }] }
        """));

    [TestMethod]
    [DataRow(""" "out/b.txt": "one\ntwo\nthree\n" """, "out/b.txt differs in line 2: expected \"two\\n\", got \"zwei\\n\"")]
    [DataRow(""" "out/b.txt": "one\nzwei" """, "out/b.txt differs in line 2: expected \"zwei\", got \"zwei\\n\"")]
    [DataRow(""" "out/b.txt": "one\n" """, "out/b.txt goes on after line 1 with \"zwei\\n\"; expected are 1 lines")]
    [DataRow(""" "out/b.txt": "one\nzwei\ndrei\n" """, "out/b.txt ends after line 2; expected is also line 3: \"drei\\n\"")]
    [DataRow(""" "out/c.txt": "" """, "out/c.txt is not there; the tool wrote out/b.txt; a file was written that is not expected: out/b.txt, \"one\\nzwei\\n\"")]
    [DataRow(""" "out/b.txt": null """, "out/b.txt must be absent, and has 9 bytes: \"one\\nzwei\\n\"")]
    [DataRow("", "a file was written that is not expected: out/b.txt, \"one\\nzwei\\n\"")]
    public async Task The_first_line_that_differs_is_told(string files, string said) => Assert.AreEqual("Failed: " + said, await Samples.SayAsync(Copying("data/a.txt", "out/b.txt"), $$"""
        [{ "input": {}, "output": ["data/a.txt"], "given": { "files": { "data/a.txt": "one\nzwei\n" } }, "expect": { "files": { {{files}} } } }]
        """));

    [TestMethod]
    public async Task Bytes_that_are_no_text_are_told_by_their_place()
    {
        var tool = new HandMadeTool((_, context) =>
        {
            using var outputs = context.Files.BeginWrite();
            outputs.Create("out/b.bin").Write([1, 2, 0xFF, 0xFE]);
            outputs.Commit();
            return HandMadeTool.Output("{}");
        }, "write out/**");
        Assert.AreEqual(
            "Failed: out/b.bin is no UTF-8: it parts from what is expected at byte 2",
            await Samples.SayAsync(tool, """[{ "input": {}, "output": {}, "expect": { "files": { "out/b.bin": "\u0001\u0002x" } } }]"""));
    }

    [TestMethod]
    [DataRow("data/../../../etc/passwd")]
    [DataRow("/etc/passwd")]
    [DataRow("other/a.txt")]
    [DataRow("data")]
    public async Task What_stands_outside_is_refused(string path)
    {
        var result = await Samples.RunAsync(Copying(path, "out/b.txt"), """[{ "input": {}, "error": "denied", "expect": { "files": {} } }]""");
        Assert.AreEqual(SampleOutcome.Passed, result.Outcome, result.Describe());
    }

    [TestMethod]
    public async Task A_file_that_is_not_given_is_not_there()
    {
        Assert.AreEqual("Passed", await Samples.SayAsync(Copying("data/none.txt", "out/b.txt"), """[{ "input": {}, "error": "not_found" }]"""));
        var listing = new HandMadeTool((_, context) => HandMadeTool.Output($"{context.Files.Find(new FilePattern(new FilePatternPart("data/**", true))).Count}"), "read data/**");
        Assert.AreEqual("Passed", await Samples.SayAsync(listing, """[{ "input": {}, "output": 0 }]"""));
    }

    [TestMethod]
    [DataRow(""" "data/a": "", "data/a/b": "" """)]
    [DataRow(""" "data": "" """)]
    [DataRow(""" "data/x\u0000y": "" """)]
    public async Task Files_that_cannot_be_laid_out_fail_the_sample(string files) =>
        StringAssert.StartsWith(await Samples.SayAsync(Copying("data/a", "out/b"), $$"""[{ "input": {}, "output": {}, "given": { "files": { {{files}} } } }]"""), "Failed: given.files can't be laid out: ");

    [TestMethod]
    public async Task Nothing_stays_behind()
    {
        var before = Temporary();
        await Samples.SayAsync(Copying("data/a.txt", "out/b.txt"), """[{ "input": {}, "output": {}, "given": { "files": { "data/a.txt": "x" } } }]""");
        await Samples.SayAsync(Copying("data/a.txt", "out/b.txt"), """[{ "input": {}, "output": {}, "given": { "files": { "data/a": "", "data/a/b": "" } } }]""");
        await Samples.SayAsync(new HandMadeTool((_, _) => throw new InvalidOperationException(), "read data/**"), """[{ "input": {}, "output": {} }]""");
        Assert.IsFalse(Temporary().Except(before).Any(folder => File.Exists(Path.Combine(folder, "data", "mine.txt"))));

        // Folders of other tests come and go meanwhile: one of this test's own would be there still after a while.
        for (var i = 0; i < 50 && Temporary().Except(before).Any(); i++) await Task.Delay(100);
        Assert.IsFalse(Temporary().Except(before).Any(folder => !Directory.EnumerateFileSystemEntries(folder).Any()));
    }

    private static string[] Temporary() => Directory.GetDirectories(Path.GetTempPath(), "toolgen-sample-*");

    private static HandMadeTool Copying(string from, string to) => new(
        (_, context) =>
        {
            var found = context.Files.Find(FilePattern.Of(from));
            using var outputs = context.Files.BeginWrite();
            using (var input = context.Files.OpenRead(found[0].FullPath)) input.CopyTo(outputs.Create(to));
            outputs.Commit();
            return HandMadeTool.Output($"[\"{found[0].FullPath}\"]");
        },
        "read data/**", "write out/**");
}
