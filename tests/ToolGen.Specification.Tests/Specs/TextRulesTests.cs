using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Checks;
using ToolGen.Specification.Specs.Format;
using ToolGen.Specification.Specs.Shapes;

namespace ToolGen.Specification.Tests.Specs;

[TestClass]
public sealed class TextRulesTests
{
    public static IEnumerable<object[]> Rules => typeof(TextRules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(rule => new object[] { rule.Name });

    [TestMethod]
    [DynamicData(nameof(Rules))]
    public void The_code_and_the_pattern_of_a_rule_accept_the_same(string name)
    {
        var rule = (TextRule)typeof(TextRules).GetField(name)!.GetValue(null)!;
        Assert.IsTrue(EcmaPattern.TryParse(rule.Pattern, out var pattern, out var error), error?.Message);
        Assert.IsTrue(rule.Holds(rule.Example));
        var letters = (rule.Example + "aZ09_-.@^~+/ \tmsKBMG:é😀\n\rtools").Distinct().ToArray();
        var words = new[] { rule.Example, "1.0.0", "30s", "5MB", "/a/~0", "a_b", "@^1", "-rc.1", "+b", "invalid_input ", new string('a', 63) };
        Gen.Select(Gen.Char[new string(letters)].Array[0, 12], Gen.Int[0, words.Length - 1], Gen.Int[0, 70], Gen.Bool).Sample(
            (text, word, cut, isPlain) =>
            {
                var tried = isPlain ? new string(text) : words[word].Insert(System.Math.Min(cut, words[word].Length), new string(text.Take(2).ToArray()));
                Assert.AreEqual(pattern!.IsMatch(tried), rule.Holds(tried), tried);
            },
            iter: 3_000);
    }
}
