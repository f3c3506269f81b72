using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Checks;

namespace ToolGen.Specification.Tests.Patterns;

[TestClass]
public sealed class EcmaPatternTests
{
    [TestMethod]
    [DataRow("b", "abc", true)]
    [DataRow("^b", "abc", false)]
    [DataRow("", "", true)]
    [DataRow("[]", "a", false)]
    [DataRow("^[^]$", "\n", true)]
    [DataRow("^.$", "\n", false)]
    [DataRow("^.$", "\u2028", false)]
    [DataRow("a$", "a\n", false, DisplayName = "$ is the end, not a final newline")]
    [DataRow("^a|b$", "xb", true)]
    [DataRow(@"^\d$", "٣", false, DisplayName = "digits are ASCII")]
    [DataRow(@"^\w$", "é", false)]
    [DataRow(@"^\s$", "\uFEFF", true)]
    [DataRow(@"^\s$", "\u180E", false)]
    [DataRow(@"\bé", "éa", false)]
    [DataRow(@"é\ba", "éa", true)]
    [DataRow("^.$", "\U0001F600", true, DisplayName = "a pair is one character")]
    [DataRow(@"^\uD83D\uDE00$", "\U0001F600", true)]
    [DataRow(@"\uD83D", "\U0001F600", false, DisplayName = "half a pair is not in a pair")]
    [DataRow("^[\U0001F600-\U0001F602]$", "\U0001F601", true)]
    [DataRow(@"^\p{Lu}\p{Ll}+$", "Émile", true)]
    [DataRow(@"^\p{Letter}$", "\U00010400", true)]
    [DataRow(@"^\p{gc=Decimal_Number}$", "٣", true)]
    [DataRow(@"^\P{L}$", "1", true)]
    [DataRow(@"^[^\P{L}]$", "x", true)]
    [DataRow(@"^\p{Assigned}$", "\u0378", false)]
    [DataRow(@"^a{2,3}$", "aaaa", false)]
    [DataRow(@"^a{0}$", "", true)]
    [DataRow(@"^[\w-]+$", "a-b", true)]
    [DataRow(@"^[a-]$", "-", true)]
    [DataRow(@"^\cA\x02\0$", "\u0001\u0002\0", true)]
    [DataRow(@"^[\b]$", "\b", true)]
    public void Means_what_ECMA_262_says(string pattern, string text, bool matches)
    {
        Assert.AreEqual(matches, EcmaPattern.Parse(pattern).IsMatch(text));
        Assert.AreEqual(matches, EcmaPattern.Parse(pattern).Match(text) is not null);
    }

    [TestMethod]
    public void A_lone_surrogate_is_a_character() => Assert.IsTrue(EcmaPattern.Parse(@"^\uD83D.$").IsMatch("\uD83Dx"));

    [TestMethod]
    [DataRow("a|ab", "abc", "a")]
    [DataRow("((a)|(ab))((c)|(bc))", "abc", "abc a a - bc - bc")]
    [DataRow("a[a-z]{2,4}?", "abcdefghi", "abc")]
    [DataRow("(aa|aabaac|ba|b|c)*", "aabaac", "aaba ba")]
    [DataRow("(z)((a+)?(b+)?(c))*", "zaacbbbcac", "zaacbbbcac z ac a - c")]
    [DataRow("(a*)*", "b", " -")]
    [DataRow("(a*)?", "b", " -")]
    [DataRow("(?:(a)|b)*", "ab", "ab -")]
    [DataRow("(a*){2}", "aa", "aa ")]
    [DataRow("(|a)+", "aa", "aa a")]
    [DataRow("(?:a*?)*?b", "aab", "aab")]
    public void Captures_as_the_examples_of_ECMA_262_do(string pattern, string text, string expected) =>
        Assert.AreEqual(expected, string.Join(' ', EcmaPattern.Parse(pattern).Match(text)!.Groups.Select(group => group ?? "-")));

    [TestMethod]
    [DataRow("(", PatternErrorKind.Syntax, 0)]
    [DataRow("a)", PatternErrorKind.Syntax, 1)]
    [DataRow("x{", PatternErrorKind.Syntax, 1)]
    [DataRow("x}", PatternErrorKind.Syntax, 1)]
    [DataRow("]", PatternErrorKind.Syntax, 0)]
    [DataRow("a**", PatternErrorKind.Syntax, 2)]
    [DataRow("^*", PatternErrorKind.Syntax, 1)]
    [DataRow("a{3,2}", PatternErrorKind.Syntax, 1)]
    [DataRow("[b-a]", PatternErrorKind.Syntax, 1)]
    [DataRow(@"[\d-z]", PatternErrorKind.Syntax, 1)]
    [DataRow("[a", PatternErrorKind.Syntax, 0)]
    [DataRow(@"a\", PatternErrorKind.Syntax, 1)]
    [DataRow(@"\-", PatternErrorKind.Syntax, 0)]
    [DataRow(@"\u{110000}", PatternErrorKind.Syntax, 0)]
    [DataRow(@"\u12", PatternErrorKind.Syntax, 0)]
    [DataRow(@"\01", PatternErrorKind.Syntax, 0)]
    [DataRow("(?<a>x)(?<a>y)", PatternErrorKind.Syntax, 7)]
    [DataRow("(?<1>x)", PatternErrorKind.Syntax, 3)]
    [DataRow("(?", PatternErrorKind.Syntax, 0)]
    [DataRow("a(?=b)", PatternErrorKind.LookAround, 1)]
    [DataRow("(?<!a)b", PatternErrorKind.LookAround, 0)]
    [DataRow(@"(a)\1", PatternErrorKind.BackReference, 3)]
    [DataRow(@"(?<a>a)\k<a>", PatternErrorKind.BackReference, 7)]
    [DataRow("(?i:a)", PatternErrorKind.Modifier, 0)]
    [DataRow("(?-i:a)", PatternErrorKind.Modifier, 0)]
    [DataRow(@"\p{Script=Greek}", PatternErrorKind.UnicodeProperty, 0)]
    [DataRow(@"\p{Alphabetic}", PatternErrorKind.UnicodeProperty, 0)]
    [DataRow(@"\p{lu}", PatternErrorKind.UnicodeProperty, 0)]
    [DataRow("a{2001}", PatternErrorKind.TooLarge, 0)]
    [DataRow("(?:a{100}){100}", PatternErrorKind.TooLarge, 0)]
    [DataRow("a{99999999999999999999}", PatternErrorKind.TooLarge, 0)]
    public void Refuses_with_the_place_the_reason_and_what_to_write_instead(string pattern, object kind, int index)
    {
        Assert.IsFalse(EcmaPattern.TryParse(pattern, out _, out var error));
        Assert.AreEqual((PatternErrorKind)kind, error.Kind, error.Message);
        Assert.AreEqual(index, error.Index);
        Assert.AreNotEqual("", error.Remedy);
    }

    [TestMethod]
    public void Finds_matches_by_number_and_by_name()
    {
        var match = EcmaPattern.Parse(@"(?<year>\d{4})-(?<month>\d\d)(-\d\d)?").Match("on 2026-11.")!;

        Assert.AreEqual((3, 7, "2026-11"), (match.Index, match.Length, match.Value));
        Assert.AreEqual("2026 11 2026", $"{match.Groups["year"]} {match.Groups[2]} {match.Groups[1]}");
        Assert.IsNull(match.Groups[3]);
        Assert.IsNull(match.Groups["none"]);
        Assert.IsNull(match.Groups[9]);
    }

    [TestMethod]
    public void Match_from_the_middle_keeps_the_text_s_beginning_and_never_splits_a_pair()
    {
        Assert.IsNull(EcmaPattern.Parse("^a").Match("ba", 1));
        Assert.AreEqual(2, EcmaPattern.Parse("a").Match("aba", 1)!.Index);
        Assert.AreEqual(0, EcmaPattern.Parse(".").Match("\U0001F600", 1)!.Index);
        Assert.AreEqual(1, EcmaPattern.Parse("$").Match("a", 1)!.Index);
    }

    [TestMethod]
    [DataRow("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+", "to ann@x.example, bob@y.example", "***", "to ***, ***")]
    [DataRow("(?<d>\\d+)\\.(?<m>\\d+)", "24.12 and 6.1", "$<m>/$<d>", "12/24 and 1/6")]
    [DataRow("b", "abc", "[$`|$&|$'|$$|$1]", "a[a|b|c|$|$1]c")]
    [DataRow("", "ab", "-", "-a-b-")]
    public void Replaces_as_ECMA_262_does(string pattern, string text, string replacement, string expected) =>
        Assert.AreEqual(expected, EcmaPattern.Parse(pattern).Replace(text, replacement));

    [TestMethod]
    public void Replacing_stops_at_a_length_before_memory_does()
    {
        var text = new string('a', 100_000);

        Assert.ThrowsExactly<PatternLimitException>(() => EcmaPattern.Parse("a").Replace(text, "$'$'$'"));
    }

    [TestMethod]
    public void Counts_matches_that_do_not_overlap() => Assert.AreEqual(2, EcmaPattern.Parse("aa").Count("aaaaa"));
}
