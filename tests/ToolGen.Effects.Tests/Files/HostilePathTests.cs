using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Json;
using ToolGen.TestSupport;
using static ToolGen.Effects.Tests.Files.FileAccessTests;

namespace ToolGen.Effects.Tests.Files;

/// <summary>Paths that someone else wrote: data in <c>hostile-paths.json</c>.</summary>
[TestClass]
public sealed class HostilePathTests
{
    private readonly FileWorld world = new();

    [TestCleanup]
    public void Remove() => this.world.Dispose();

    [TestMethod]
    public void All_hostile_paths_are_refused_whatever_is_done_with_them()
    {
        this.world.Put("data/a.csv", "x");
        this.world.Put("data/sub/b.csv", "x");
        var files = this.world.Files("read data/**", "read data/*", "read data", "write out/**", "write data/**");
        var before = this.world.Snapshot();
        var passed = new List<string>();
        var all = Corpus().ToList();
        Assert.IsGreaterThanOrEqualTo(120, all.Count);
        foreach (var path in all)
        {
            var target = path.StartsWith("data", StringComparison.Ordinal) ? "out" + path[4..] : path;
            if (!IsDenied(() => files.OpenRead(path).Dispose())) passed.Add("read " + path);
            if (!IsDenied(() => files.Find(FilePattern.Of(path)))) passed.Add("find " + path);
            if (!IsDenied(() => Create(files, target))) passed.Add("write " + target);
        }

        Assert.AreEqual("", string.Join("\n", passed));
        Assert.AreEqual(before, this.world.Snapshot());
    }

    [TestMethod]
    [DataRow("data/.hidden")]
    [DataRow("data/100%.csv")]
    [DataRow("data/50%20off.csv")]
    [DataRow("data/~")]
    [DataRow("data/$HOME")]
    [DataRow("data/-rf")]
    [DataRow("data/a b.csv")]
    [DataRow("data/..a.csv")]
    [DataRow("data/a..b.csv")]
    [DataRow("data/größe.csv")]
    [DataRow("data/表.csv")]
    [DataRow("data/🙂.csv")]
    [DataRow("data/[1].csv")]
    [DataRow("data/console.csv")]
    [DataRow("data/com10.csv")]
    [DataRow("data/it's (1), done; ok!.csv")]
    public void Odd_names_are_names_and_stand_for_themselves(string path)
    {
        this.world.Put(path, "odd");
        Assert.AreEqual("odd", Read(this.world.Files(), path));
        Assert.AreEqual(path, this.world.Files().Find(FilePattern.Of(path)).Single().FullPath);
    }

    [TestMethod]
    public void Messages_hide_nothing_and_are_short()
    {
        foreach (var path in Corpus())
        {
            var message = Error(() => this.world.Files().OpenRead(path)).Message;
            Assert.AreEqual(-1, InvisibleCharacters.IndexIn(message), message);
            Assert.IsFalse(message.Any(char.IsControl), message);
            Assert.IsLessThan(500, message.Length);
        }
    }

    /// <summary>10,000 calls of paths put together at random of hostile and plain parts: nothing outside the granted folders is read or changed.</summary>
    [TestMethod]
    public void Fuzzed_calls_never_leave_the_granted_folders()
    {
        this.world.Put("data/a.csv", "inside");
        this.world.Put("data/sub/b.csv", "inside");
        this.world.Put("elsewhere/c.csv", "secret");
        File.CreateSymbolicLink(this.world.At("data/link"), this.world.At("elsewhere"));
        File.CreateSymbolicLink(this.world.At("out/link"), this.world.At("elsewhere"));
        File.CreateSymbolicLink(this.world.At("out/secret.txt"), this.world.At("secret.txt"));
        var outside = this.Outside();
        string[] parts = ["data", "out", "sub", "a.csv", "b.csv", "c.csv", "link", "secret.txt", "elsewhere", "..", ".", "", " ", "~", "*", "**", "new", "\0", "%2e%2e", "..\\..", "C:", "\u202e", "\uff0e\uff0e", "nul", "..", "link", "x".PadRight(300, 'x')];
        string[] separators = ["/", "/", "/", "/", "//", "\\", "/../", "/./", ""];
        var random = new Random(20251123);
        var files = this.world.Files();
        for (var i = 0; i < 10_000; i++)
        {
            var path = new StringBuilder(random.Next(4) == 0 ? "" : random.Next(2) == 0 ? "data/" : "out/");
            for (var n = random.Next(1, 6); n > 0; n--) path.Append(parts[random.Next(parts.Length)]).Append(n > 1 ? separators[random.Next(separators.Length)] : "");
            Act(files, path.ToString(), random.Next(5));
        }

        Assert.AreEqual(outside, this.Outside());
    }

    internal static IEnumerable<string> Corpus()
    {
        var text = File.ReadAllText(Path.Combine(SharedData.Repository, "tests", "ToolGen.Effects.Tests", "Files", "hostile-paths.json"));

        // Half a surrogate pair is no JSON text for any reader; here it is what a program can hand over.
        using var document = System.Text.Json.JsonDocument.Parse(text);
        foreach (var group in document.RootElement.EnumerateObject())
            foreach (var path in group.Value.EnumerateArray()) yield return Unescaped(path.GetRawText());
    }

    private static string Unescaped(string literal)
    {
        var text = new StringBuilder();
        for (var i = 1; i < literal.Length - 1; i++)
        {
            if (literal[i] != '\\') text.Append(literal[i]);
            else if (literal[++i] == 'u') text.Append((char)Convert.ToInt32(literal.Substring((i += 4) - 3, 4), 16));
            else text.Append(literal[i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', var other => other });
        }

        return text.ToString();
    }

    private static void Act(IToolFiles files, string path, int how)
    {
        try
        {
            switch (how)
            {
                case 0:
                    Assert.AreNotEqual("secret", Read(files, path), path);
                    break;
                case 1:
                    foreach (var file in files.Find(FilePattern.Of(path))) Assert.AreNotEqual("secret", Read(files, file.FullPath), path);
                    break;
                case 2:
                    foreach (var file in files.Find(Glob(path))) Assert.AreNotEqual("secret", Read(files, file.FullPath), path);
                    break;
                default:
                    using (var outputs = files.BeginWrite())
                    {
                        outputs.Create(path, replace: how == 3).Write("fuzz"u8);
                        outputs.Commit();
                    }

                    break;
            }
        }
        catch (ToolException e)
        {
            Assert.IsTrue(e.Code is "denied" or "not_found" or "invalid_input" or "limit", $"{e.Code} {e.Message}");
        }
    }

    private static bool IsDenied(Action act)
    {
        try
        {
            act();
            return false;
        }
        catch (ToolException e)
        {
            return e.Code == "denied";
        }
    }

    private static void Create(IToolFiles files, string path)
    {
        using var outputs = files.BeginWrite();
        outputs.Create(path);
        outputs.Commit();
    }

    // All but what is granted to be written.
    private string Outside() => string.Concat(this.world.Snapshot().Split('\n').Where(line => !line.StartsWith("out", StringComparison.Ordinal)).Select(line => line + "\n"));
}
