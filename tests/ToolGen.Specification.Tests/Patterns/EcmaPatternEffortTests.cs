using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Checks;

namespace ToolGen.Specification.Tests.Patterns;

/// <summary>What hostile patterns and texts cost: in steps, which do not depend on the machine.</summary>
[TestClass]
public sealed class EcmaPatternEffortTests
{
    private const int Length = 100_000;

    // Per position: two sweeps and the walk. Sets that have to be found cost the program's size, at most once a position and sweep.
    private const int StepsAPosition = 12;

    [TestMethod]
    [DataRow("(a+)+$", "a", "!")]
    [DataRow("^(a|a)*$", "a", "!")]
    [DataRow("(a|aa)+$", "a", "!")]
    [DataRow("^(([a-z])+.)+[A-Z]([a-z])+$", "a", "")]
    [DataRow("(.*a){20}$", "a", "!")]
    [DataRow("(?:a?){50}a{50}$", "a", "!")]
    [DataRow(@"^(\w+\s?)*$", "a ", "!")]
    [DataRow("([^@]+)*@([^@]+)*$", "x", "")]
    [DataRow("(x+x+)+y", "x", "")]
    [DataRow("((((a*)*)*)*)*b", "a", "")]
    public void The_classics_finish_in_linear_time(string pattern, string unit, string end)
    {
        var text = string.Concat(Enumerable.Repeat(unit, Length / unit.Length)) + end;
        var parsed = EcmaPattern.Parse(pattern);

        parsed.IsMatch(text, out var isMatch);
        parsed.Find(text, 0, int.MaxValue, out var all);

        Assert.IsLessThan(StepsAPosition * (long)text.Length, isMatch + all, $"{isMatch} + {all}");
    }

    [TestMethod]
    [DataRow("a*b|a", DisplayName = "each match looks to the end of the text")]
    [DataRow("a{1,900}?|b")]
    [DataRow("a*?$|a")]
    public void All_matches_of_a_text_take_linear_time_together(string pattern)
    {
        var matches = EcmaPattern.Parse(pattern).Find(new string('a', Length), 0, int.MaxValue, out var steps);

        Assert.IsNotEmpty(matches);
        Assert.IsLessThan(StepsAPosition * 10L * Length, steps);
    }

    [TestMethod]
    public void A_pattern_whose_automaton_is_exponential_stays_within_states_times_length()
    {
        // Which states live at a position depends on each of the 900 characters behind it: nearly every set is a new one.
        var random = new Random(7);
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(_ => random.Next(2) == 0 ? 'a' : 'b'));
        var parsed = EcmaPattern.Parse("c[ab]{900}b");

        parsed.IsMatch("c" + text, out var steps);

        Assert.IsGreaterThan(800L * text.Length, steps);
        Assert.IsLessThan(910L * text.Length, steps);
    }

    [TestMethod]
    public void Never_throws_on_hostile_patterns()
    {
        var hostile = new List<string>
        {
            null!, "", "\0", "\\", new('(', 100_000), new string('(', 5_000) + new string(')', 5_000), new('[', 16_000), new string('a', 16_384), new('|', 16_000),
            string.Concat(Enumerable.Repeat("(?:", 90)) + "a" + string.Concat(Enumerable.Repeat("*)*", 90)),
            string.Concat(Enumerable.Repeat("(", 90)) + "a" + string.Concat(Enumerable.Repeat("){0,9}", 90)),
            "(?:){1000000000}", "(?:^){1000000000}", "(?:(?:(?:a{1000}){1000}){1000}){1000}", "()*", "(?:()|()*)*", "\uD83D", "\uDE00\uD83D", "[\uD83D-\uDE00]", "(?<\uD83D>a)", "(?<>a)", @"\p{", @"\p{=}", @"\p{gc=}",
            string.Concat(Enumerable.Repeat(@"[\p{L}\p{N}]", 1_300)), "[" + string.Concat(Enumerable.Repeat(@"\p{L}", 3_000)) + "]", string.Concat(Enumerable.Range(0, 1_900).Select(i => $"[\\p{{L}}{(char)(0x2100 + i)}]")),
        };

        foreach (var pattern in hostile)
        {
            var accepted = EcmaPattern.TryParse(pattern, out var parsed, out var error);
            Assert.AreEqual(accepted, error is null);
            parsed?.Replace("a\uD83Db\uDE00\U0001F600", "$&$1");
            if (error is not null) Assert.IsTrue(error.Index >= 0 && error.Index <= (pattern?.Length ?? 0));
        }
    }

    [TestMethod]
    public void One_pattern_serves_many_threads_at_once()
    {
        var pattern = EcmaPattern.Parse(@"(?:a|b){3,9}(c)|\bd");
        var texts = Enumerable.Range(0, 400).Select(seed => new PatternMaker(seed).Text(3_000)).ToArray();
        var expected = texts.Select(text => EcmaPattern.Parse(pattern.Source).Count(text)).ToArray();
        var found = new int[texts.Length];

        Parallel.For(0, texts.Length, i => found[i] = pattern.Count(texts[i]));

        CollectionAssert.AreEqual(expected, found);
    }

    [TestMethod]
    public void Every_reason_to_refuse_has_its_finding()
    {
        foreach (var kind in Enum.GetValues<PatternErrorKind>())
            Assert.StartsWith("TG11", ToolGen.Specification.Findings.FindingCatalog.OfPattern(kind).Id);
    }
}
