using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Forge.Specs;

namespace ToolGen.Forge.Tests.Specs;

[TestClass]
public sealed class SpecSetTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("toolgen-set-").FullName;

    public void Dispose() => Directory.Delete(this.folder, recursive: true);

    [TestMethod]
    public void Finds_specs_below_a_folder_in_ordinal_order()
    {
        this.Write("b.tool.json");
        this.Write("a/z.tool.json");
        this.Write("B.TOOL.JSON");
        this.Write("notes.json");

        CollectionAssert.AreEqual(new[] { "B.TOOL.JSON", "a/z.tool.json", "b.tool.json" }, this.Found());
    }

    [TestMethod]
    public void Passes_over_what_builds_and_packages_leave()
    {
        foreach (var skipped in new[] { "bin", "obj", "node_modules", ".git" }) this.Write($"{skipped}/a.tool.json");
        this.Write("kept/a.tool.json");

        CollectionAssert.AreEqual(new[] { "kept/a.tool.json" }, this.Found());
    }

    [TestMethod]
    public void Follows_no_link_out_of_the_folder_nor_around_in_it()
    {
        var outside = Directory.CreateTempSubdirectory("toolgen-outside-").FullName;
        File.WriteAllText(Path.Combine(outside, "secret.tool.json"), "{}");
        this.Write("in/a.tool.json");
        Directory.CreateSymbolicLink(Path.Combine(this.folder, "out"), outside);
        Directory.CreateSymbolicLink(Path.Combine(this.folder, "in", "round"), this.folder);
        File.CreateSymbolicLink(Path.Combine(this.folder, "leak.tool.json"), Path.Combine(outside, "secret.tool.json"));

        var set = SpecSet.Find([this.folder]);
        Assert.HasCount(1, set.Inputs);
        Assert.AreEqual("TG2055", set.Findings.Single().Id);
        Directory.Delete(outside, recursive: true);
    }

    [TestMethod]
    public void Held_out_samples_that_are_a_link_are_not_read()
    {
        this.Write("a.tool.json");
        File.CreateSymbolicLink(Path.Combine(this.folder, "a.tests.json"), "/etc/hostname");

        var set = SpecSet.Find([this.folder]);
        Assert.IsEmpty(set.Inputs);
        Assert.AreEqual("TG2055", set.Findings.Single().Id);
    }

    [TestMethod]
    public void Pipe_does_not_hold_the_search_up()
    {
        if (OperatingSystem.IsWindows()) Assert.Inconclusive("needs a named pipe in the file system");
        Process.Start("mkfifo", Path.Combine(this.folder, "a.tool.json")).WaitForExit();

        Assert.AreEqual(0, SpecSet.Find([this.folder]).Inputs.Single().Utf8.Length);
    }

    [TestMethod]
    public void Large_file_is_not_read_whole()
    {
        using (var file = File.Create(Path.Combine(this.folder, "a.tool.json"))) file.SetLength(100L << 20);

        Assert.IsLessThan(9 << 20, SpecSet.Find([this.folder]).Inputs.Single().Utf8.Length);
    }

    [TestMethod]
    public void Path_that_is_not_there_is_told() =>
        CollectionAssert.AreEqual(new[] { "nowhere" }, SpecSet.Find(["nowhere"]).Missing.ToArray());

    [TestMethod]
    public void Companion_and_held_out_samples_come_with_their_spec()
    {
        this.Write("a.tool.json");
        this.Write("a.tool.cs");
        this.Write("a.tests.json");

        var input = SpecSet.Find([Path.Combine(this.folder, "a.tests.json")]).Inputs.Single();
        Assert.IsNotNull(input.Companion);
        Assert.IsNotNull(input.TestsPath);
        StringAssert.EndsWith(input.Path, "a.tool.json");
    }

    private string[] Found() => SpecSet.Find([this.folder]).Inputs.Select(input => Path.GetRelativePath(this.folder, input.Path).Replace('\\', '/')).ToArray();

    private void Write(string name)
    {
        var path = Path.Combine(this.folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "{}");
    }
}
