using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Effects.Tests.Files;

[TestClass]
public sealed class FileAccessTests
{
    private readonly FileWorld world = new();

    [TestCleanup]
    public void Remove() => this.world.Dispose();

    [TestMethod]
    public void A_file_below_a_granted_folder_is_read()
    {
        this.world.Put("data/2025/a.csv", "x,y\n1,2\n");
        Assert.AreEqual("x,y\n1,2\n", Read(this.world.Files(), "data/2025/a.csv"));
    }

    [TestMethod]
    public void What_no_capability_covers_is_denied()
    {
        this.world.Put("data/a.csv", "x");
        var error = Error(() => this.world.Files("read data/2025/*").OpenRead("data/a.csv"));
        Assert.AreEqual("denied", error.Code);
        StringAssert.Contains(error.Message, "read data/a.csv");
        Assert.AreEqual("denied", Error(() => this.world.Files("read data/**").BeginWrite().Create("out/a.csv")).Code);
    }

    [TestMethod]
    public void An_unbound_folder_is_denied_with_the_line_that_binds_it()
    {
        var error = Error(() => this.world.Files("read sales/**").OpenRead("sales/a.csv"));
        Assert.AreEqual("denied", error.Code);
        StringAssert.Contains(error.Message, """{"folders": {"sales": {"path": "…", "access": "read"}}}""");
        StringAssert.Contains(Error(() => this.world.Files("write sales/**").BeginWrite().Create("sales/a.csv")).Message, "\"access\": \"write\"");
    }

    [TestMethod]
    public void A_folder_granted_to_read_is_not_written()
    {
        var error = Error(() => this.world.Files("write data/**").BeginWrite().Create("data/a.csv"));
        Assert.AreEqual("denied", error.Code);
        StringAssert.Contains(error.Message, "readwrite");
    }

    [TestMethod]
    public void A_missing_file_is_not_found_and_a_glob_finds_nothing()
    {
        var files = this.world.Files();
        Assert.AreEqual("not_found", Error(() => files.OpenRead("data/a.csv")).Code);
        Assert.AreEqual("not_found", Error(() => files.OpenRead("data/x/a.csv")).Code);
        Assert.AreEqual("not_found", Error(() => files.Find(FilePattern.Of("data/a.csv"))).Code);
        Assert.AreEqual("not_found", Error(() => files.Find(FilePattern.Of("data/x/a.csv"))).Code);
        Assert.AreEqual(0, files.Find(Glob("data/x/*.csv")).Count);
    }

    [TestMethod]
    public void A_folder_is_no_file()
    {
        Directory.CreateDirectory(this.world.At("data/sub"));
        Assert.AreEqual("not_found", Error(() => this.world.Files().OpenRead("data/sub")).Code);
        Assert.AreEqual("not_found", Error(() => this.world.Files().Find(FilePattern.Of("data/sub"))).Code);
        Directory.CreateDirectory(this.world.At("out/sub"));
        Assert.AreEqual("invalid_input", Error(() => this.world.Files().BeginWrite().Create("out/sub")).Code);
    }

    [TestMethod]
    public void Links_are_not_followed_wherever_they_lead()
    {
        this.world.Put("data/a.csv", "x");
        this.world.Put("data/sub/b.csv", "x");
        Link("data/out.txt", this.world.At("secret.txt"));
        Link("data/in.txt", "a.csv");
        Link("data/up", "..");
        Link("data/inner", "sub");
        Link("data/proc", "/proc/self");
        var files = this.world.Files();
        foreach (var path in new[] { "data/out.txt", "data/in.txt", "data/up/secret.txt", "data/inner/b.csv", "data/proc/environ" })
        {
            Assert.AreEqual("denied", Error(() => files.OpenRead(path)).Code, path);
            Assert.AreEqual("denied", Error(() => files.Find(FilePattern.Of(path))).Code, path);
        }

        CollectionAssert.AreEqual(new[] { "a.csv", "sub/b.csv" }, files.Find(Glob("data/**")).Select(file => file.Path).ToArray());
        Assert.AreEqual("denied", Error(() => files.Find(Glob("data/up/*"))).Code);
    }

    [TestMethod]
    public void An_output_does_not_go_through_a_link()
    {
        Link("out/link.txt", this.world.At("secret.txt"));
        Link("out/up", "..");
        foreach (var path in new[] { "out/link.txt", "out/up/secret.txt", "out/up/new.txt", "out/up/new/new.txt" })
            Assert.AreEqual("denied", Error(() => this.world.Files().BeginWrite().Create(path)).Code, path);
        Assert.AreEqual("secret", this.world.Text("secret.txt"));
    }

    [TestMethod]
    public void Pipes_and_devices_are_no_files_and_do_not_block()
    {
        if (!OperatingSystem.IsLinux()) Assert.Inconclusive("needs mkfifo");
        using (var made = Process.Start("mkfifo", [this.world.At("data/pipe"), this.world.At("out/pipe")])) made.WaitForExit();
        var files = this.world.Files();
        Assert.AreEqual("denied", Error(() => files.OpenRead("data/pipe")).Code);
        Assert.AreEqual("denied", Error(() => files.Find(FilePattern.Of("data/pipe"))).Code);
        Assert.AreEqual("denied", Error(() => files.BeginWrite().Create("out/pipe")).Code);
        Assert.AreEqual(0, files.Find(Glob("data/*")).Count);

        var devices = new ToolEffects(new Grants { Folders = new Dictionary<string, FolderGrant> { ["dev"] = new("/dev") } }).For(new StubTool("read dev/**")).Files;
        Assert.AreEqual("denied", Error(() => devices.OpenRead("dev/null")).Code);
        Assert.AreEqual("denied", Error(() => devices.OpenRead("dev/zero")).Code);
    }

    [TestMethod]
    public void What_is_read_is_capped()
    {
        this.world.Put("data/a.txt", new('x', 5_000));
        var files = this.world.Files(new ToolEffectsOptions { MaximumReadBytes = 9_000 }, "read data/**");
        Assert.AreEqual(5_000, Read(files, "data/a.txt").Length);
        Assert.AreEqual("limit", Error(() => Read(files, "data/a.txt")).Code);
    }

    internal static FilePattern Glob(string text) => new(new FilePatternPart(text, true));

    internal static ToolException Error(Action act) => Assert.ThrowsExactly<ToolException>(act);

    internal static string Read(IToolFiles files, string path)
    {
        using var reader = new StreamReader(files.OpenRead(path));
        return reader.ReadToEnd();
    }

    private void Link(string path, string target) => File.CreateSymbolicLink(this.world.At(path), target);
}
