using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Checks;

namespace ToolGen.Specification.Tests.Patterns;

/// <summary>A pattern made ready, as a table and as a program, against the engine that reads the pattern itself.</summary>
[TestClass]
public sealed class TextPatternTests
{
    private const long Effort = 10_000_000;

    [TestMethod]
    public void Table_and_program_say_what_the_engine_says_on_60_000_random_pairs()
    {
        var maker = new PatternMaker(seed: 2020);
        var (matching, apart) = (0, new List<string>());
        for (var i = 0; i < 12_000; i++)
        {
            var source = maker.Pattern();
            if (!EcmaPattern.TryParse(source, out var pattern, out _)) continue;
            var (table, program) = (Ready(pattern, Effort), Ready(pattern, 0));
            Assert.AreEqual((PatternText.Table, PatternText.Program), (table.Text[0], program.Text[0]), source);
            for (var j = 0; j < 5; j++)
            {
                var text = maker.Text();
                var expected = pattern.IsMatch(text);
                if (expected) matching++;
                if (table.IsMatch(text) != expected) apart.Add($"table of /{source}/ on \"{text}\": {!expected}");
                if (program.IsMatch(text) != expected) apart.Add($"program of /{source}/ on \"{text}\": {!expected}");
            }
        }

        Assert.IsEmpty(apart, string.Join("\n", apart.Take(10)));
        Assert.IsTrue(matching is > 10_000 and < 50_000, $"{matching} of 60,000 match");
    }

    [TestMethod]
    [DataRow("^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$")]
    [DataRow(@"^\d{4}-\d{2}-\d{2}$")]
    [DataRow(@"\b(cat|dog)s?\b")]
    [DataRow(@"^\p{Lu}\p{L}*(?:[ '-]\p{Lu}\p{L}*)*$")]
    [DataRow("^(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?:\\.|$)){4}$")]
    [DataRow("^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$")]
    [DataRow("\U0001F600|\uD83D")]
    [DataRow(@"\B.\B")]
    public void Patterns_of_real_schemas_are_tables_that_agree_on_every_short_text(string source)
    {
        var pattern = EcmaPattern.Parse(source);
        var ready = Ready(pattern, Effort);
        Assert.AreEqual(PatternText.Table, ready.Text[0]);
        string[] units = ["a", "Z", "9", "-", " ", "é", "É", "@", ".", "\n", "\uD83D", "\uDE00", "\u2028", "cat", "GB82"];
        foreach (var text in Texts(units, 4)) Assert.AreEqual(pattern.IsMatch(text), ready.IsMatch(text), $"\"{text}\"");
    }

    [TestMethod]
    [DataRow("a|b|c", "[a-c]")]
    [DataRow("(?:a|aa|aaa)+$", "a$")]
    [DataRow("x*", "")]
    [DataRow("^(?:a|b)*$", "^[ab]*$")]
    [DataRow("a{2,}", "aa")]
    [DataRow("[]", "$x")]
    public void Patterns_that_mean_the_same_become_the_same_text(string one, string other) =>
        Assert.AreEqual(Ready(EcmaPattern.Parse(one), Effort).Text, Ready(EcmaPattern.Parse(other), Effort).Text);

    [TestMethod]
    [DataRow("^[a-z]{3}$", 6)]
    [DataRow("a", 3)]
    [DataRow("^a", 3)]
    public void A_table_is_minimal(string source, int states)
    {
        var effort = Effort;
        Assert.AreEqual(states, PatternTable.Of(EcmaPattern.Parse(source).Program, ref effort)!.StateCount);
    }

    [TestMethod]
    public void A_table_has_at_most_2_000_states_and_what_would_have_more_is_simulated()
    {
        var last = Ready(EcmaPattern.Parse("^[a-z]{1,900}$"), Effort);
        var exponential = Ready(EcmaPattern.Parse("a[ab]{12}$"), Effort);

        Assert.AreEqual(PatternText.Table, last.Text[0]);
        Assert.AreEqual(PatternText.Program, exponential.Text[0]);
        Assert.IsTrue(last.IsMatch(new string('x', 900)));
        Assert.IsFalse(last.IsMatch(new string('x', 901)));
        Assert.IsTrue(exponential.IsMatch("bbab" + new string('b', 11)));
        Assert.IsFalse(exponential.IsMatch("bbab" + new string('b', 12)));
    }

    [TestMethod]
    public void Printable_ASCII_and_the_same_each_time()
    {
        foreach (var source in new[] { @"^\p{L}+$", "a[ab]{12}$", @"\bé\u{1F600}" })
        {
            var text = Ready(EcmaPattern.Parse(source), Effort).Text;
            Assert.IsTrue(text.All(c => c is >= ' ' and <= '~'));
            Assert.AreEqual(text, Ready(EcmaPattern.Parse(source), Effort).Text);
        }
    }

    private static TextPattern Ready(EcmaPattern pattern, long effort) => TextPattern.Of(pattern, ref effort);

    private static IEnumerable<string> Texts(string[] units, int most) =>
        most == 0 ? [""] : Texts(units, most - 1).SelectMany(text => units.Select(unit => text + unit)).Append("");
}
