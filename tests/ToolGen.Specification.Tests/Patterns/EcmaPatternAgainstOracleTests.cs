using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Checks;

namespace ToolGen.Specification.Tests.Patterns;

[TestClass]
public sealed class EcmaPatternAgainstOracleTests
{
    [TestMethod]
    public void Agrees_with_an_ECMAScript_engine_on_40_000_random_pairs_captures_and_replacements_included()
    {
        var maker = new PatternMaker(seed: 262);
        var questions = new List<(string Pattern, string Text, string Replacement)>();
        while (questions.Count < 40_000)
        {
            var pattern = maker.Pattern();
            for (var i = 0; i < 5; i++) questions.Add((pattern, maker.Text(), maker.Replacement()));
        }

        var disagreements = Compare(questions, pattern => EcmaPattern.TryParse(pattern, out var read, out _) ? read : null);

        Assert.IsEmpty(disagreements, string.Join("\n", disagreements.Take(10)));
    }

    [TestMethod]
    public void Agrees_with_an_ECMAScript_engine_across_the_blocks_of_a_long_text()
    {
        var maker = new PatternMaker(seed: 1024);
        var long1 = string.Concat(Enumerable.Range(0, 900).Select(_ => maker.Text(6)));
        var long2 = string.Concat(Enumerable.Repeat("\U0001F600", 1500)).Insert(1023, "a");
        string[] patterns = ["a+", "(a)|(b)c", "[^b]{2,30}?b", @"\b\w+\b", "(?:a|ab)(c|bcd)?", "$", "^.", "\U0001F600{3}", ".{7}", "(?:.|\\n)*", "[^a]*"];

        var disagreements = Compare(
            patterns.SelectMany(pattern => new[] { (pattern, long1, "<$1>"), (pattern, long2, "<$&>") }).ToList(), EcmaPattern.Parse);

        Assert.IsEmpty(disagreements, string.Join("\n", disagreements.Take(3)));
    }

    [TestMethod]
    public void Refuses_as_bad_syntax_only_what_an_ECMAScript_engine_refuses_and_accepts_nothing_that_it_refuses()
    {
        var maker = new PatternMaker(seed: 22);
        var questions = Enumerable.Range(0, 40_000).Select(_ => (Pattern: maker.Garbage(), Text: "", Replacement: "")).ToList();
        var answers = EcmaScriptOracle.Ask(questions);

        var wrong = new List<string>();
        for (var i = 0; i < questions.Count; i++)
        {
            var accepted = EcmaPattern.TryParse(questions[i].Pattern, out _, out var error);
            var oracleAccepts = answers[i] != "error";
            if (accepted && !oracleAccepts) wrong.Add($"accepts {questions[i].Pattern}");
            if (error is { Kind: PatternErrorKind.Syntax } && oracleAccepts) wrong.Add($"refuses {questions[i].Pattern}: {error.Message}");
        }

        Assert.IsEmpty(wrong, string.Join("\n", wrong.Take(20)));
    }

    private static List<string> Compare(List<(string Pattern, string Text, string Replacement)> questions, Func<string, EcmaPattern?> read)
    {
        var answers = EcmaScriptOracle.Ask(questions);
        Assert.HasCount(questions.Count, answers);
        var disagreements = new List<string>();
        // V8 tries \B inside a surrogate pair, where by ECMA-262 (22.2.7.2) no match can begin: 21 of 40,000 questions meet that.
        var known = 0;
        for (var i = 0; i < questions.Count; i++)
        {
            var (pattern, text, replacement) = questions[i];
            var ours = read(pattern) is { } parsed ? EcmaScriptOracle.Answer(parsed, text, replacement) : "error";
            if (ours == answers[i]) continue;
            if (pattern.Contains(@"\B") && BeginsInsideAPair(answers[i], text)) known++;
            else disagreements.Add($"/{pattern}/ on \"{text}\" with \"{replacement}\": ours {ours}, oracle {answers[i]}");
        }

        Assert.IsLessThanOrEqualTo(questions.Count / 1000, known);
        return disagreements;
    }

    private static bool BeginsInsideAPair(string answer, string text) => answer.Split(',').Skip(2)
        .Select(match => int.Parse(match.Split(':')[0], CultureInfo.InvariantCulture))
        .Any(index => index > 0 && index < text.Length && char.IsSurrogatePair(text[index - 1], text[index]));
}
