using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Analyzers.Taint;

namespace ToolGen.Analyzers.Tests.Rules;

[TestClass]
public sealed class RegexRuleTests
{
    [TestMethod]
    [DataRow(@"^(\w+\s?)+$", DisplayName = "a loop in a loop")]
    [DataRow("^(a*)*$", DisplayName = "a loop in a loop, both empty")]
    [DataRow("^(a|ab|b)*$", DisplayName = "alternatives that overlap")]
    [DataRow(@"^(\d{1,30}){1,30}$", DisplayName = "counted loops in loops")]
    [DataRow("(?=(a+)+b)", DisplayName = "what a look-ahead asks")]
    [DataRow(@"^\d+\.?\d+$", DisplayName = "two loops over the same characters")]
    [DataRow("^(.*?),(.*?),(.*?);$", DisplayName = "lazy loops that can share a text")]
    [DataRow(@"(\s|&nbsp;)+$", DisplayName = "a search that begins anew inside its first loop")]
    public async Task Finds_an_expression_that_reads_one_text_in_many_ways(string pattern) =>
        CollectionAssert.AreEqual(new[] { "TG3011" }, await IdsAsync($"Regex.IsMatch(text, @\"{pattern}\").ToString()"));

    [TestMethod]
    [DataRow("^[a-z0-9_]+$", DisplayName = "one loop")]
    [DataRow(@"^\w+(?:\s\w+)*$", DisplayName = "loops that a separator parts")]
    [DataRow("^(?:a+)+$", DisplayName = "a loop of a loop that the runtime makes one")]
    [DataRow(@"^(?:\w|_)*$", DisplayName = "one class of two alternatives")]
    [DataRow(@"^(?>\w+\s?)+$", DisplayName = "what is not entered again")]
    [DataRow("^(a+)+", DisplayName = "a loop after which nothing can fail")]
    [DataRow(@"^(\b\w+\b\s*)+$", DisplayName = "a word's end between two words")]
    [DataRow(@"^(\d{1,3}\.){3}\d{1,3}$", DisplayName = "few rounds")]
    public async Task Lets_an_expression_be_that_reads_each_text_in_one_way(string pattern) =>
        Assert.IsEmpty(await IdsAsync($"Regex.IsMatch(text, @\"{pattern}\").ToString()"));

    [TestMethod]
    [DataRow("Regex.IsMatch(text, Slow, RegexOptions.NonBacktracking).ToString()")]
    [DataRow("Regex.IsMatch(text, Slow, RegexOptions.None, TimeSpan.FromSeconds(1)).ToString()")]
    [DataRow("text.Length > 20 ? \"\" : Regex.IsMatch(text, Slow).ToString()")]
    public async Task Lets_a_bounded_match_be(string answer) => Assert.IsEmpty(await IdsAsync(answer));

    [TestMethod]
    [DataRow("Regex.IsMatch(text, Slow, RegexOptions.None, TimeSpan.FromHours(2)).ToString()", "TG3011", DisplayName = "hours")]
    [DataRow("text.Length > 5000 ? \"\" : Regex.IsMatch(text, Slow).ToString()", "TG3011", DisplayName = "a length that doubling does not stand")]
    [DataRow("Regex.IsMatch(\"abc\", text).ToString()", "TG3010", DisplayName = "a pattern")]
    [DataRow("Regex.IsMatch(\"abc\", Regex.Escape(text).Replace(\"\\\\*\", \".*\")).ToString()", "TG3010", DisplayName = "wildcards that are put back")]
    public async Task Finds_what_bounds_nothing(string answer, string id) => CollectionAssert.AreEqual(new[] { id }, await IdsAsync(answer));

    [TestMethod]
    public async Task An_escaped_text_is_no_pattern() => Assert.IsEmpty(await IdsAsync("Regex.IsMatch(\"abc\", Regex.Escape(text)).ToString()"));

    [TestMethod]
    [DataRow("!Regex.IsMatch(text, @\"^[a-z0-9]+$\") ? \"\" : File.ReadAllText(\"/data/\" + text)", true, DisplayName = "tied to both ends")]
    [DataRow("!Name.IsMatch(text) ? \"\" : File.ReadAllText(\"/data/\" + text)", true, DisplayName = "held in a field")]
    [DataRow("!Regex.Match(text, @\"\\A[a-z]+\\z\").Success ? \"\" : File.ReadAllText(\"/data/\" + text)", true, DisplayName = "a match that succeeded")]
    [DataRow("File.ReadAllText(\"/data/\" + Regex.Replace(text, \"[^a-z0-9]\", \"\"))", true, DisplayName = "all else taken out")]
    [DataRow("!Regex.IsMatch(text, @\"[a-z0-9]+\") ? \"\" : File.ReadAllText(\"/data/\" + text)", false, DisplayName = "found anywhere")]
    [DataRow("!Regex.IsMatch(text, @\"^[a-z]+$|^x\") ? \"\" : File.ReadAllText(\"/data/\" + text)", false, DisplayName = "one alternative open")]
    [DataRow("!Regex.IsMatch(text, @\"^[a-z]+$\", RegexOptions.Multiline) ? \"\" : File.ReadAllText(\"/data/\" + text)", false, DisplayName = "a line of many")]
    public async Task A_passed_match_tells_of_a_text_what_its_alphabet_says(string answer, bool isSafe) =>
        Assert.AreEqual(!isSafe, (await IdsAsync(answer)).Contains("TG3002"));

    private static Task<string[]> IdsAsync(string answer) => RuleProject.Of(
        $$"""
        using System.IO;
        using System.Text.RegularExpressions;
        namespace ToolGen { public sealed class ToolAttribute : Attribute; }
        public static class C
        {
            private const string Slow = @"^(\w+\s?)+$";
            private static readonly Regex Name = new(@"^[a-z]+\z");
            [ToolGen.Tool] public static string Ask(string text) => {{answer}};
        }
        """, new TaintAnalyzer()).IdsAsync();
}
