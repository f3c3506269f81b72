using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.CodeFixes.Rules.Capabilities;
using ToolGen.Generator.Effects;

namespace ToolGen.Analyzers.Tests.Rules.Capabilities;

/// <summary>What methods do, held against what they say they do.</summary>
[TestClass]
public sealed class CapabilityRuleTests
{
    [TestMethod]
    [DataRow("", "context.Now.ToString()", "clock")]
    [DataRow("clock", "context.Now.ToString() + context.Random.Next()", "random")]
    [DataRow("read logs/*", "new StreamReader(context.Files.OpenRead(\"data/a.csv\")).ReadToEnd()", "read data/a.csv")]
    [DataRow("", "Helper.Roll(context)", "random")]
    public async Task An_effect_that_no_line_covers_is_told(string written, string value, string missing) =>
        StringAssert.Contains(string.Join('\n', await Tool(written, value).FindingsAsync()), $"TG3150 the tool `F` uses `{missing}`, and no line of its `Capabilities` covers it");

    [TestMethod]
    [DataRow("clock", "\"\"", "clock")]
    [DataRow("read data/**", "Helper.Roll(context)", "read data/**")]
    public async Task A_line_that_nothing_uses_is_told(string written, string value, string unused) =>
        StringAssert.Contains(string.Join('\n', await Tool(written, value).FindingsAsync()), $"TG3151 nothing in the tool `F` uses the capability `{unused}`");

    [TestMethod]
    [DataRow("clock", "context.Now.ToString()")]
    [DataRow("read data/**", "new StreamReader(context.Files.OpenRead(\"data/a.csv\")).ReadToEnd()")]
    [DataRow("read data/**", "new StreamReader(context.Files.OpenRead(name)).ReadToEnd()")]
    [DataRow("random", "Helper.Roll(context)")]
    [DataRow("random", "new List<ToolContext> { context }.Count.ToString()")]
    public async Task Lines_that_say_what_the_code_does_are_not(string written, string value) => Assert.AreEqual("", await Tool(written, value).IdsAsync());

    [TestMethod]
    public async Task The_lines_become_those_of_the_code()
    {
        var before = Tool("write out/**", "Helper.Roll(context) + context.Now.Year");
        Assert.AreEqual("TG3150 TG3151 TG3150", await before.IdsAsync());
        var after = await before.FixAllAsync(new CapabilityLinesFix());

        Assert.AreEqual("", await after.IdsAsync(), after.Text);
        Assert.AreEqual((string)(await before.RunAsync("F", "a", new SystemToolContext()))!, (string)(await after.RunAsync("F", "a", new SystemToolContext()))!);
    }

    private static ToolProject Tool(string written, string value) => ToolProject.Of(new MethodCapabilityAnalyzer(), $$"""
        public static class Tools { [Tool(Capabilities = [{{(written.Length == 0 ? "" : $"\"{written}\"")}}])] public static string F(string name, ToolContext context) => {{value}}; }
        public static class Helper { public static string Roll(ToolContext context) => context.Random.Next(1).ToString(); }
        """);
}
