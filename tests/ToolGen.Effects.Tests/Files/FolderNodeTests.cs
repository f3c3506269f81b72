using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Effects.Files;

namespace ToolGen.Effects.Tests.Files;

/// <summary>The ways to hold a folder open do the same: in one call of the kernel, part by part, and by paths.</summary>
[TestClass]
public sealed class FolderNodeTests
{
    private readonly FileWorld world = new();

    public static IEnumerable<object[]> Ways => LinuxFolder.IsAvailable ? [["at once"], ["part by part"], ["by links"], ["by path"]] : [["by path"]];

    [TestCleanup]
    public void Remove() => this.world.Dispose();

    [TestMethod]
    [DynamicData(nameof(Ways))]
    public void Entries_are_what_they_are(string way)
    {
        this.world.Put("data/a.txt", "12345");
        this.world.Put("data/sub/b.txt", "");
        File.CreateSymbolicLink(this.world.At("data/link"), "a.txt");
        File.CreateSymbolicLink(this.world.At("data/away"), this.world.Root);
        using var folder = this.Open(way, "data");
        Assert.AreEqual("a.txt File, away Link, link Link, sub Folder", string.Join(", ", folder.List().OrderBy(entry => entry.Name, StringComparer.Ordinal).Select(entry => $"{entry.Name} {entry.Kind}")));
        Assert.AreEqual(EntryKind.File, folder.Look("a.txt", out var length));
        Assert.AreEqual(5, length);
        Assert.AreEqual(EntryKind.None, folder.Look("A.TXT", out _));
    }

    [TestMethod]
    [DynamicData(nameof(Ways))]
    public void Links_and_what_is_not_there_have_their_codes(string way)
    {
        this.world.Put("data/sub/b.txt", "");
        File.CreateSymbolicLink(this.world.At("data/away"), this.world.Root);
        File.CreateSymbolicLink(this.world.At("data/sub/up"), "..");
        File.CreateSymbolicLink(this.world.At("data/sub/c.txt"), "b.txt");
        using var folder = this.Open(way, "data");
        Assert.AreEqual("denied", Code(() => folder.Enter(["away"])));
        Assert.AreEqual("denied", Code(() => folder.Enter(["sub", "up"])));
        Assert.AreEqual("denied", Code(() => folder.Enter(["sub", "up", "sub"])));
        Assert.AreEqual("not_found", Code(() => folder.Enter(["gone"])));
        Assert.AreEqual("not_found", Code(() => folder.Enter(["sub", "b.txt"])));
        using var sub = folder.Enter(["sub"]);
        Assert.AreEqual("denied", Code(() => sub.OpenRead("c.txt")));
        Assert.AreEqual("denied", Code(() => sub.OpenRead("up")));
        Assert.AreEqual("not_found", Code(() => sub.OpenRead("gone")));
        Assert.AreEqual("unavailable", Code(() => this.Open(way, "gone")));
    }

    [TestMethod]
    [DynamicData(nameof(Ways))]
    public void A_file_takes_its_name_and_gives_it_back(string way)
    {
        this.world.Put("out/old.txt", "old");
        using var folder = this.Open(way, "out");
        var kept = Placed(folder, "t1", "old.txt", replace: true);
        Assert.IsNotNull(kept);
        Assert.AreEqual("new", this.world.Text("out/old.txt"));
        folder.TakeBack("old.txt", kept);
        Assert.AreEqual("old", this.world.Text("out/old.txt"));

        Assert.IsNull(Placed(folder, "t2", "new.txt", replace: false));
        Assert.AreEqual("invalid_input", Code(() => Placed(folder, "t3", "new.txt", replace: false)));
        folder.Remove("t3");
        folder.TakeBack("new.txt", null);
        CollectionAssert.AreEqual(new[] { "old.txt" }, folder.List().Select(entry => entry.Name).ToArray());
    }

    [TestMethod]
    [DynamicData(nameof(Ways))]
    public void Folders_are_made_once_and_removed_when_empty(string way)
    {
        using var folder = this.Open(way, "out");
        Assert.IsTrue(folder.MakeFolder("sub"));
        Assert.IsFalse(folder.MakeFolder("sub"));
        this.world.Put("out/sub/a.txt", "");
        folder.RemoveFolder("sub");
        Assert.IsTrue(Directory.Exists(this.world.At("out/sub")));
        File.Delete(this.world.At("out/sub/a.txt"));
        folder.RemoveFolder("sub");
        Assert.IsFalse(Directory.Exists(this.world.At("out/sub")));
    }

    private static string? Placed(FolderNode folder, string temporary, string target, bool replace)
    {
        using (var file = new FileStream(folder.CreateNew(temporary), FileAccess.Write)) file.Write("ne"u8);
        using (var file = new FileStream(folder.OpenAppend(temporary), FileAccess.Write))
        {
            file.Seek(0, SeekOrigin.End);
            file.Write("w"u8);
        }

        return folder.Place(temporary, target, replace);
    }

    private static string Code(Func<object?> act)
    {
        try
        {
            (act() as IDisposable)?.Dispose();
            return "";
        }
        catch (FileFault fault)
        {
            return fault.Code;
        }
    }

    private FolderNode Open(string way, string folder) => way switch
    {
        "at once" => LinuxFolder.OpenRoot(this.world.At(folder), true),
        "by links" => LinuxFolder.OpenRoot(this.world.At(folder), byLinks: true),
        "part by part" => LinuxFolder.OpenRoot(this.world.At(folder), false),
        _ => PortableFolder.OpenRoot(this.world.At(folder)),
    };
}
