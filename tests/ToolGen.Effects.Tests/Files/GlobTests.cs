using System;
using System.Diagnostics;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Effects.Files;
using static ToolGen.Effects.Tests.Files.FileAccessTests;

namespace ToolGen.Effects.Tests.Files;

[TestClass]
public sealed class GlobTests
{
    [TestMethod]
    [DataRow("*", "a.csv", true)]
    [DataRow("*.csv", "a.csv", true)]
    [DataRow("*.csv", "a.CSV", false)]
    [DataRow("*.csv", ".csv", false)]
    [DataRow(".*", ".csv", true)]
    [DataRow("a?c", "abc", true)]
    [DataRow("a?c", "a🙂c", true)]
    [DataRow("a?c", "ac", false)]
    [DataRow("a*b*c", "aXXbYYc", true)]
    [DataRow("a*b*c", "aXXcYYb", false)]
    [DataRow("[abc].txt", "b.txt", true)]
    [DataRow("[a-c].txt", "d.txt", false)]
    [DataRow("[!a-c].txt", "d.txt", true)]
    [DataRow("[^a-c].txt", "a.txt", false)]
    [DataRow("[]a].txt", "].txt", true)]
    [DataRow("[a-].txt", "-.txt", true)]
    [DataRow("[abc", "[abc", true)]
    [DataRow("a**b", "axxb", true)]
    [DataRow("*a*a*a", "aaa", true)]
    [DataRow("**", "anything", true)]
    [DataRow("", "a", false)]
    public void A_part_of_a_pattern_takes_names(string pattern, string name, bool takes) =>
        Assert.AreEqual(takes, GlobSegment.Parse(pattern, Enumerable.Repeat(true, pattern.Length).ToArray()).Matches(name));

    [TestMethod]
    public void Values_hold_no_signs()
    {
        var pattern = new FilePattern(new FilePatternPart("data/[", true), new FilePatternPart("a-c]", false), new FilePatternPart("].txt", true));
        using var world = new FileWorld();
        world.Put("data/b.txt", "");
        world.Put("data/-.txt", "");
        CollectionAssert.AreEqual(new[] { "-.txt" }, world.Files().Find(pattern).Select(file => file.Path).ToArray());
        Assert.AreEqual("denied", Error(() => world.Files().Find(FilePattern.Of("data/*.txt"))).Code);
    }

    [TestMethod]
    [DataRow("data/*.csv", "a.csv,b.csv")]
    [DataRow("data/**/*.csv", "2024/c.csv,2025/q1/d.csv,2025/q1/e.csv,a.csv,b.csv")]
    [DataRow("data/**", "2024/c.csv,2024/n.txt,2025/q1/d.csv,2025/q1/e.csv,a.csv,b.csv,n.txt")]
    [DataRow("data/20*/**/*.csv", "2024/c.csv,2025/q1/d.csv,2025/q1/e.csv")]
    [DataRow("data/*/q1/*", "2025/q1/d.csv,2025/q1/e.csv")]
    [DataRow("data/**/q1/**", "2025/q1/d.csv,2025/q1/e.csv")]
    [DataRow("data/2025/*", "")]
    [DataRow("data/**/**/**/**/d.csv", "2025/q1/d.csv")]
    [DataRow("data/.git/*", "config")]
    public void Files_are_found_in_ordinal_order(string pattern, string expected)
    {
        using var world = new FileWorld();
        foreach (var path in new[] { "b.csv", "a.csv", "n.txt", "2024/c.csv", "2024/n.txt", "2025/q1/e.csv", "2025/q1/d.csv", ".git/config", ".hidden" }) world.Put("data/" + path, "12345");
        var found = world.Files().Find(Glob(pattern));
        Assert.AreEqual(expected, string.Join(",", found.Select(file => file.Path.Replace(".git/", "", StringComparison.Ordinal))));
        Assert.IsTrue(found.All(file => file.Length == 5 && file.Granted == "data"));
    }

    [TestMethod]
    public void A_pattern_finds_only_what_a_capability_covers()
    {
        using var world = new FileWorld();
        world.Put("data/a", "");
        Assert.AreEqual("denied", Error(() => world.Files("read data/*.csv").Find(Glob("data/*"))).Code);

        // As text [a] is what the capability says; as a pattern it finds a.
        Assert.AreEqual("denied", Error(() => world.Files("read data/[a]").Find(Glob("data/[a]"))).Code);
    }

    [TestMethod]
    public void The_first_part_is_no_pattern()
    {
        using var world = new FileWorld();
        Assert.AreEqual("denied", Error(() => world.Files().Find(Glob("*/a.csv"))).Code);
        Assert.AreEqual("denied", Error(() => world.Files().Find(Glob("**"))).Code);
    }

    [TestMethod]
    public void A_file_that_fits_and_cannot_be_named_is_not_left_out_in_silence()
    {
        if (OperatingSystem.IsWindows()) Assert.Inconclusive("needs names that Windows has not");
        using var world = new FileWorld();
        world.Put("data/a.csv", "");
        world.Put("data/b\n.csv", "");
        var error = Error(() => world.Files().Find(Glob("data/*.csv")));
        Assert.AreEqual("denied", error.Code);
        StringAssert.Contains(error.Message, "U+000A");
        Assert.AreEqual(1, world.Files().Find(Glob("data/a*")).Count);
    }

    [TestMethod]
    public void More_than_ten_thousand_files_are_too_many()
    {
        using var world = new FileWorld();
        for (var i = 0; i <= FileSearch.MaximumFiles; i++) world.Put($"data/{i}", "");
        Assert.AreEqual("limit", Error(() => world.Files().Find(Glob("data/*"))).Code);
        Assert.AreEqual(1_111, world.Files().Find(Glob("data/1*")).Count(file => file.Name.Length < 5));
    }

    [TestMethod]
    public void Patterns_that_blow_up_elsewhere_take_no_time()
    {
        using var world = new FileWorld();
        world.Put("data/" + new string('a', 200), "");
        world.Put("data/" + string.Concat(Enumerable.Repeat("a/", 40)) + "b", "");
        var watch = Stopwatch.StartNew();
        Assert.AreEqual(0, world.Files().Find(Glob("data/" + string.Concat(Enumerable.Repeat("*a", 60)) + "*b")).Count);
        Assert.AreEqual(0, world.Files().Find(Glob("data/" + string.Concat(Enumerable.Repeat("**/a/", 25)) + "c")).Count);
        Assert.IsLessThan(5_000, watch.ElapsedMilliseconds);
    }
}
