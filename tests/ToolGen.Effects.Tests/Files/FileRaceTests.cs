using System;
using System.IO;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Effects.Files;
using static ToolGen.Effects.Tests.Files.FileAccessTests;

namespace ToolGen.Effects.Tests.Files;

/// <summary>Someone else may rename and link in a granted folder while a call runs.</summary>
[TestClass]
public sealed class FileRaceTests
{
    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void A_folder_swapped_for_a_link_leads_nowhere(bool atOnce)
    {
        if (!LinuxFolder.IsAvailable) Assert.Inconclusive("needs the calls of Linux");
        using var world = new FileWorld();
        world.Put("data/sub/a.txt", "inside");
        world.Put("elsewhere/a.txt", "secret");
        Swap(world, "data/sub", () =>
        {
            using var root = LinuxFolder.OpenRoot(world.At("data"), atOnce);
            using var folder = root.Enter(["sub"]);
            using var file = new FileStream(folder.OpenRead("a.txt"), FileAccess.Read);
            using var reader = new StreamReader(file);
            return reader.ReadToEnd();
        });
    }

    [TestMethod]
    public void A_folder_swapped_for_a_link_leads_nowhere_for_a_tool()
    {
        using var world = new FileWorld();
        world.Put("data/sub/a.txt", "inside");
        world.Put("elsewhere/a.txt", "secret");
        var files = world.Files();
        Swap(world, "data/sub", () => Read(files, "data/sub/a.txt"));
    }

    [TestMethod]
    public void An_output_never_lands_behind_a_swapped_link()
    {
        using var world = new FileWorld();
        world.Put("out/sub/a.txt", "inside");
        world.Put("elsewhere/b.txt", "secret");
        var before = FileWorld.SnapshotOf(world.At("elsewhere"));
        Swap(world, "out/sub", () =>
        {
            // Each a call of its own: one call has a cap of outputs.
            using var outputs = world.Files().BeginWrite();
            outputs.Create("out/sub/a.txt").Write("inside"u8);
            outputs.Commit();
            return "inside";
        });
        Assert.AreEqual(before, FileWorld.SnapshotOf(world.At("elsewhere")));
    }

    // For a second, or until both have been seen, the folder is by turns itself, away, and a link to elsewhere.
    private static void Swap(FileWorld world, string folder, Func<string> call)
    {
        var (path, aside) = (world.At(folder), world.At("aside"));
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var other = new Thread(() =>
        {
            while (!end.IsCancellationRequested)
            {
                Directory.Move(path, aside);
                Insist(path, () => File.CreateSymbolicLink(path, world.At("elsewhere")));
                File.Delete(path);
                Insist(path, () => Directory.Move(aside, path));
            }
        })
        {
            // A test that fails ends the run all the same.
            IsBackground = true,
        };
        other.Start();
        var (inside, refused) = (0, 0);
        while (!end.IsCancellationRequested)
        {
            try
            {
                Assert.AreEqual("inside", call());
                inside++;
            }
            catch (Exception e) when (e is ToolException { Code: "denied" or "not_found" } or FileFault { Code: "denied" or "not_found" })
            {
                refused++;
            }

            if (enough.IsCancellationRequested && inside > 0 && refused > 0) end.Cancel();
        }

        other.Join();
        Assert.IsGreaterThan(0, inside);
        Assert.IsGreaterThan(0, refused);
    }

    // The call may have made the folder anew while it was away, and may be writing in it.
    private static void Insist(string path, Action act)
    {
        while (!Done(act))
            Done(() =>
            {
                if (new DirectoryInfo(path) is { Exists: true, LinkTarget: null }) Directory.Delete(path, recursive: true);
            });
    }

    private static bool Done(Action act)
    {
        try
        {
            act();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
