using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Analyzers.Taint;
using ToolGen.CodeFixes.Rules.Regex;

namespace ToolGen.Analyzers.Tests.Rules;

/// <summary>A match that ends within a second finds what it found.</summary>
[TestClass]
public sealed class MatchTimeoutFixTests
{
    [TestMethod]
    [DataRow("TG3011", "Regex.IsMatch(text, Slow).ToString()", "Regex.IsMatch(text, Slow, RegexOptions.None, TimeSpan.FromSeconds(1))", "True", DisplayName = "a static call")]
    [DataRow("TG3011", "Regex.Replace(text, Slow, \"x\", RegexOptions.IgnoreCase)", "RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1))", "x", DisplayName = "options that are given")]
    [DataRow("TG3011", "Regex.Match(pattern: Slow, input: text).Value", "Regex.Match(pattern: Slow, input: text, options: RegexOptions.None, matchTimeout: TimeSpan.FromSeconds(1))", "two words", DisplayName = "arguments by name")]
    [DataRow("TG3011", "Held.Match(text).Value", "Held = new(Slow, RegexOptions.None, TimeSpan.FromSeconds(1));", "two words", DisplayName = "an expression in a field")]
    [DataRow("TG3011", "new Regex(Slow, RegexOptions.None, TimeSpan.FromHours(2)).Match(text).Value", "RegexOptions.None, TimeSpan.FromSeconds(1)).Match", "two words", DisplayName = "hours")]
    [DataRow("TG3010", "string.Concat(Regex.Split(\"one two words here\", text))", "text, RegexOptions.None, TimeSpan.FromSeconds(1))", "one  here", DisplayName = "a pattern from input")]
    [DataRow("TG3010", "new Regex(text, RegexOptions.RightToLeft).Replace(\"two words\", \"y\")", "new Regex(text, RegexOptions.RightToLeft, TimeSpan.FromSeconds(1))", "y", DisplayName = "a made pattern from input")]
    public async Task A_match_gets_a_second_and_answers_as_before(string id, string answer, string mended, string expected)
    {
        var before = Tool(answer);
        StringAssert.Contains(await before.IdsAsync(), id);
        var after = await before.FixAllAsync(new MatchTimeoutFix());

        StringAssert.Contains(after.Text, mended);
        Assert.AreEqual("", await after.IdsAsync(), after.Text);
        Assert.AreEqual(expected, await before.RunAsync("Ask", "two words"));
        Assert.AreEqual(expected, await after.RunAsync("Ask", "two words"));
    }

    [TestMethod]
    [DataRow("Held2.IsMatch(text).ToString()", DisplayName = "a field that others set")]
    [DataRow("Made().IsMatch(text).ToString()", DisplayName = "what a call answers")]
    public async Task Where_the_expression_is_made_elsewhere_nothing_is_offered(string answer)
    {
        var before = Tool(answer);
        Assert.IsTrue((await before.IdsAsync()).Split(' ').Contains("TG3011"));
        Assert.AreEqual(before.Text, (await before.FixAllAsync(new MatchTimeoutFix())).Text);
    }

    private static ToolProject Tool(string answer) => ToolProject.Of(new TaintAnalyzer(), $$"""
        using System.Text.RegularExpressions;

        public static class Tools
        {
            private const string Slow = @"^(\w+\s?)+$";
            private static readonly Regex Held = new(Slow);
            private static Regex Held2 = new(Slow);

            [McpServerTool] public static string Ask(string text) => {{answer}};

            private static Regex Made() => new(Slow);
        }
        """);
}
