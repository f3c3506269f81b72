using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static ToolGen.Effects.Tests.Files.FileAccessTests;

namespace ToolGen.Effects.Tests.Files;

[TestClass]
public sealed class FileKillTests
{
    [TestMethod]
    public void A_process_killed_while_it_writes_leaves_whole_files()
    {
        using var world = new FileWorld();
        for (var i = 0; i < CommitLoop.Files; i++) world.Put($"out/{i}.txt", CommitLoop.TextOf(0));
        var random = new Random(7);
        for (var kill = 0; kill < 8; kill++)
        {
            Run(world.At("out"), TimeSpan.FromMilliseconds(random.Next(5, 120)));
            var rounds = Enumerable.Range(0, CommitLoop.Files).Select(i => RoundOf(world.Text($"out/{i}.txt"))).ToList();

            // Files are renamed one after the other: at most one round lies between them.
            Assert.IsLessThanOrEqualTo(1, rounds.Max() - rounds.Min());
            Assert.AreEqual(CommitLoop.Files, world.Files().Find(Glob("out/**")).Count);
        }
    }

    private static int RoundOf(string text)
    {
        var round = int.Parse(text.AsSpan(0, text.IndexOf(':')), NumberStyles.None, CultureInfo.InvariantCulture);
        Assert.AreEqual(CommitLoop.TextOf(round), text);
        return round;
    }

    private static void Run(string folder, TimeSpan life)
    {
        using var child = Process.Start(TestProgram.Start(CommitLoop.Word, folder))!;
        try
        {
            Assert.AreEqual("ready", child.StandardOutput.ReadLine());
            Assert.IsFalse(child.WaitForExit(life), "the child ended by itself");
        }
        finally
        {
            child.Kill();
            child.WaitForExit();
        }
    }
}
