using System;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static ToolGen.Effects.Tests.Files.FileAccessTests;

namespace ToolGen.Effects.Tests.Files;

[TestClass]
public sealed class FileOutputsTests
{
    private readonly FileWorld world = new();

    [TestCleanup]
    public void Remove() => this.world.Dispose();

    [TestMethod]
    [DataRow("out/toolgen.json")]
    [DataRow("out/below/ToolGen.json")]
    public void Tool_writes_no_grants(string path)
    {
        using var outputs = this.world.Files().BeginWrite();
        Assert.AreEqual("denied", Assert.ThrowsExactly<ToolException>(() => outputs.Create(path)).Code);
    }

    [TestMethod]
    public void Outputs_appear_together_on_commit()
    {
        this.world.Put("out/old.txt", "old");
        using var outputs = this.world.Files().BeginWrite();
        Write(outputs.Create("out/old.txt"), "new");
        Write(outputs.Create("out/a/b/c.txt"), "deep");
        Assert.AreEqual("old", this.world.Text("out/old.txt"));
        Assert.IsFalse(File.Exists(this.world.At("out/a/b/c.txt")));
        outputs.Commit();
        Assert.AreEqual("new", this.world.Text("out/old.txt"));
        Assert.AreEqual("deep", this.world.Text("out/a/b/c.txt"));
        Assert.AreEqual(2, Directory.GetFiles(this.world.At("out"), "*", SearchOption.AllDirectories).Length);
    }

    [TestMethod]
    public void What_is_not_committed_leaves_nothing_behind()
    {
        this.world.Put("out/old.txt", "old");
        var before = this.world.Snapshot();
        using (var outputs = this.world.Files().BeginWrite())
        {
            Write(outputs.Create("out/old.txt"), "new");
            Write(outputs.Create("out/a/b/c.txt"), "deep");
            Write(outputs.Create("out/a/d.txt"), "deep");
        }

        Assert.AreEqual(before, this.world.Snapshot());
    }

    [TestMethod]
    public void A_failed_rename_undoes_those_done()
    {
        this.world.Put("out/a.txt", "old");
        using (var outputs = this.world.Files().BeginWrite())
        {
            Write(outputs.Create("out/a.txt"), "new");
            Write(outputs.Create("out/new.txt"), "new");
            Write(outputs.Create("out/z.txt"), "new");
            Directory.CreateDirectory(this.world.At("out/z.txt"));
            Assert.AreEqual("not_found", Error(outputs.Commit).Code);
        }

        Assert.AreEqual("old", this.world.Text("out/a.txt"));
        CollectionAssert.AreEqual(new[] { "a.txt", "z.txt" }, Directory.GetFileSystemEntries(this.world.At("out")).Select(Path.GetFileName).Order().ToArray());
    }

    [TestMethod]
    public void A_file_that_is_there_is_kept_where_it_must_not_be_replaced()
    {
        this.world.Put("out/a.txt", "old");
        using var outputs = this.world.Files().BeginWrite();
        Assert.AreEqual("invalid_input", Error(() => outputs.Create("out/a.txt", replace: false)).Code);
        Write(outputs.Create("out/b.txt", replace: false), "mine");
        this.world.Put("out/b.txt", "theirs");
        Assert.AreEqual("invalid_input", Error(outputs.Commit).Code);
        Assert.AreEqual("theirs", this.world.Text("out/b.txt"));
    }

    [TestMethod]
    public void A_name_is_written_once_whatever_its_case()
    {
        using var outputs = this.world.Files().BeginWrite();
        outputs.Create("out/a.txt");
        Assert.AreEqual("invalid_input", Error(() => outputs.Create("out/A.txt")).Code);
    }

    [TestMethod]
    public void Count_and_bytes_are_capped()
    {
        using var few = this.world.Files(new ToolEffectsOptions { MaximumOutputs = 2 }, "write out/**").BeginWrite();
        few.Create("out/a.txt");
        few.Create("out/b.txt");
        Assert.AreEqual("limit", Error(() => few.Create("out/c.txt")).Code);
        using var small = this.world.Files(new ToolEffectsOptions { MaximumWrittenBytes = 10 }, "write out/**").BeginWrite();
        Assert.AreEqual("limit", Error(() => Write(small.Create("out/d.txt"), "more than ten")).Code);
    }

    [TestMethod]
    public void Many_outputs_written_in_turn_need_few_open_files()
    {
        using (var outputs = this.world.Files().BeginWrite())
        {
            var streams = Enumerable.Range(0, 300).Select(i => outputs.Create($"out/{i}.txt")).ToList();
            for (var round = 0; round < 3; round++)
                for (var i = 0; i < streams.Count; i++) Write(streams[i], $"{round};");
            outputs.Commit();
        }

        Assert.IsTrue(Enumerable.Range(0, 300).All(i => this.world.Text($"out/{i}.txt") == "0;1;2;"));
    }

    [TestMethod]
    public void An_output_is_private_until_it_has_its_name_and_then_as_its_predecessor()
    {
        if (OperatingSystem.IsWindows()) Assert.Inconclusive("needs Unix permissions");
        const UnixFileMode shared = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        this.world.Put("out/a.txt", "old");
        File.SetUnixFileMode(this.world.At("out/a.txt"), shared);
        using var outputs = this.world.Files().BeginWrite();
        outputs.Create("out/a.txt");
        var temporary = Directory.GetFiles(this.world.At("out")).Single(file => file.EndsWith(".tmp", StringComparison.Ordinal));
        Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(temporary));
        outputs.Commit();
        Assert.AreEqual(shared, File.GetUnixFileMode(this.world.At("out/a.txt")));
    }

    [TestMethod]
    public void A_link_swapped_in_for_the_target_is_not_written_through()
    {
        using var outputs = this.world.Files().BeginWrite();
        Write(outputs.Create("out/a.txt"), "new");
        File.CreateSymbolicLink(this.world.At("out/a.txt"), this.world.At("secret.txt"));
        Assert.AreEqual("denied", Error(outputs.Commit).Code);
        Assert.AreEqual("secret", this.world.Text("secret.txt"));
    }

    private static void Write(Stream stream, string text) => stream.Write(Encoding.UTF8.GetBytes(text));
}
