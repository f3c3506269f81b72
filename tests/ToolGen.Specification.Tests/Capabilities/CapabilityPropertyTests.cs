using System;
using System.Linq;
using System.Text.RegularExpressions;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Specification.Tests.Capabilities;

/// <summary>What must hold of all capabilities, over random ones.</summary>
[TestClass]
public sealed class CapabilityPropertyTests
{
    // Few letters, so that lines meet.
    private static readonly Gen<string> Segment = Gen.OneOf(
        Gen.OneOf("*", "**", "a", "b", "ab"), Gen.Char["aab*"].Array[1, 5].Select(units => Regex.Replace(new string(units), @"\*\*+", "*")));

    private static readonly Gen<string> Path = Segment.Array[1, 6].Select(segments => string.Join('/', segments));

    // So few that covering is common.
    private static readonly Gen<string> Short = Gen.OneOf("*", "**", "**", "a", "a*", "*a", "a*a", "aa").Array[1, 4].Select(segments => string.Join('/', segments));

    private static readonly Gen<Capability> Any = Gen.OneOf(
        Gen.Select(Gen.OneOf("GET", "POST", "*"), Gen.OneOf("https://a.example", "http://a.example:81", "https://B.example"), Path, (method, origin, path) => $"http {method} {origin}/{path}"),
        Gen.Select(Gen.OneOf("read", "write"), Gen.OneOf("data", "out"), Path, (verb, folder, path) => $"{verb} {folder}/{path}"),
        Gen.Select(Gen.OneOf("shop", "crm"), Gen.OneOf("read", "write"), (name, mode) => $"sql {name} {mode}"),
        Gen.OneOf("tool a", "tool A", "tool a@^1", "tool A@^1", "tool a@2.0", "tool b"),
        Gen.OneOf("secret k", "secret K", "clock", "random"))
        .Select(line => Capability.TryParse(line) ?? throw new InvalidOperationException(line));

    /// <summary>A path and paths that its stars may stand for.</summary>
    private static readonly Gen<(string Pattern, string Path)> Meant = Gen.Select(Path, Gen.Int[0, int.MaxValue], Of);

    [TestMethod]
    public void A_line_covers_itself_and_what_is_printed_is_read_back() => Any.Sample(
        one =>
        {
            Assert.IsTrue(one.Covers(one), one.Text);
            Assert.AreEqual(one, Capability.TryParse(one.Text));
        },
        iter: 5_000);

    [TestMethod]
    public void Covering_goes_on() => Gen.Select(Short, Short, Short).Sample(
        (a, b, c) => Assert.IsTrue(!PathPattern.Covers(a, b) || !PathPattern.Covers(b, c) || PathPattern.Covers(a, c), $"{a} ⊇ {b} ⊇ {c}"), iter: 50_000);

    [TestMethod]
    public void Covering_goes_on_between_all_lines() => Gen.Select(Any, Any, Any).Sample(
        (a, b, c) => Assert.IsTrue(!a.Covers(b) || !b.Covers(c) || a.Covers(c), $"{a} ⊇ {b} ⊇ {c}"), iter: 20_000);

    [TestMethod]
    public void What_a_narrow_line_stands_for_the_wide_one_takes() => Gen.Select(Short, Gen.Select(Short, Gen.Int[0, int.MaxValue], Of)).Sample(
        (wide, meant) => Assert.IsTrue(!PathPattern.Covers(wide, meant.Pattern) || PathPattern.Covers(wide, meant.Path), $"{wide} ⊇ {meant.Pattern} ∋ {meant.Path}"), iter: 50_000);

    [TestMethod]
    public void A_pattern_takes_what_it_stands_for_and_nothing_else() => Gen.Select(Path, Meant).Sample(
        (pattern, meant) =>
        {
            Assert.IsTrue(PathPattern.Covers(meant.Pattern, meant.Path), $"{meant.Pattern} ∋ {meant.Path}");
            Assert.AreEqual(Reference(pattern).IsMatch(meant.Path), PathPattern.Covers(pattern, meant.Path), $"{pattern} ∋ {meant.Path}");
        },
        iter: 5_000);

    [TestMethod]
    public void No_text_throws() => Gen.String[Gen.Char["http GET read write sql tool secret clock*/:.@^~[]%\u202E\0\n\\аé1"], 0, 60].Sample(
        text =>
        {
            foreach (var line in new[] { text, "http GET " + text, "http GET https://" + text, "read " + text, "tool " + text, "sql " + text, "secret " + text })
                if (Capability.TryParse(line) is { } one) Assert.AreEqual(one.Text, Capability.TryParse(one.Text)?.Text);
        },
        iter: 5_000);

    private static (string Pattern, string Path) Of(string pattern, int seed)
    {
        var random = new Random(seed);
        var segments = pattern.Split('/').SelectMany(segment => segment switch
        {
            "**" => Enumerable.Range(0, random.Next(4)).Select(_ => Letters(random, 1)),
            "*" => [Letters(random, 1)],
            _ => [string.Concat(segment.Select(unit => unit == '*' ? Letters(random, 0) : unit.ToString()))],
        });
        return (pattern, string.Join('/', segments));
    }

    private static string Letters(Random random, int least) => new(Enumerable.Range(0, random.Next(least, 4)).Select(_ => "ab"[random.Next(2)]).ToArray());

    // A slower reading of the same signs: "/" before every segment lets ** stand for none.
    private static PathRegex Reference(string pattern) => new("^" + string.Concat(pattern.Split('/').Select(segment => segment switch
    {
        "**" => "(/[^/]*)*",
        "*" => "/[^/]+",
        _ => "/" + Regex.Escape(segment).Replace("\\*", "[^/]*", StringComparison.Ordinal),
    })) + "$");

    private sealed class PathRegex(string pattern)
    {
        private readonly Regex regex = new(pattern, RegexOptions.CultureInvariant);

        public bool IsMatch(string path) => this.regex.IsMatch("/" + path);
    }
}
