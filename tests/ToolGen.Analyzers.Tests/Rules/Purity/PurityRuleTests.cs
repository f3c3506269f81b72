using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Analyzers.Rules.Purity;
using ToolGen.CodeFixes.Rules.Purity;

namespace ToolGen.Analyzers.Tests.Rules.Purity;

/// <summary>What is not the same for the same arguments, and what calls leave to each other.</summary>
[TestClass]
public sealed class PurityRuleTests
{
    [TestMethod]
    [DataRow("int F(int[] a) => a[Random.Shared.Next(a.Length)];", "TG3160")]
    [DataRow("int F(string a) => a.GetHashCode();", "TG3160")]
    [DataRow("string F(string a) => a.ToUpper();", "TG3160")]
    [DataRow("string F(decimal a) => a.ToString(\"N2\");", "TG3160")]
    [DataRow("double F(double[] a) { var sum = 0.0; Parallel.For(0, a.Length, i => { sum += a[i]; }); return sum; }", "TG3160")]
    [DataRow("void F(string a) => File.WriteAllText(\"/tmp/a\", a);", "TG3161")]
    [DataRow("async Task F(HttpClient a) => await a.DeleteAsync(\"https://a.example\");", "TG3161")]
    [DataRow("int F(int a) => Count += a; static int Count;", "TG3164")]
    [DataRow("int F(int a) => Interlocked.Increment(ref Count); static int Count;", "TG3164")]
    [DataRow("int F(string a) { Seen.Add(a); return Seen.Count; } static readonly List<string> Seen = [];", "TG3164")]
    [DataRow("int F(string a) { var seen = Seen[a]; seen.Add(a); return 1; } static readonly Dictionary<string, List<string>> Seen = [];", "TG3164")]
    [DataRow("string F() => Root; private static string Root = \"a\";", "TG3165")]
    public async Task What_differs_or_leaks_is_told(string members, string expected) => Assert.AreEqual(expected, await Tool(members).IdsAsync());

    [TestMethod]
    [DataRow("int F(int[] a, int seed) => a[new Random(seed).Next(a.Length)];")]
    [DataRow("string F(string a) => a.ToUpperInvariant() + a.StartsWith(\"b\", StringComparison.Ordinal);")]
    [DataRow("string F(decimal a, int b) => a.ToString(\"N2\", System.Globalization.CultureInfo.InvariantCulture) + b.ToString();")]
    [DataRow("double F(double[] a) { var parts = new double[a.Length]; Parallel.For(0, a.Length, i => { parts[i] = a[i] * 2; }); return parts.Sum(); }")]
    [DataRow("string F(string a) => File.ReadAllText(\"/srv/\" + a);")]
    [DataRow("int F(string a) { var seen = new List<string>(); seen.Add(a); return seen.Count + Fixed.Count; } static readonly List<string> Fixed = [\"a\"];")]
    [DataRow("string F(string a) => Kept.GetOrAdd(a, static key => key.Trim()); static readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> Kept = new();")]
    [DataRow("int F(string a) { Table ??= new int[3]; return Table[0]; } static int[]? Table;")]
    [DataRow("string F(string a) { Current.Value = a; return Current.Value; } static readonly AsyncLocal<string> Current = new();")]
    public async Task What_depends_on_the_arguments_alone_is_not(string members) => Assert.AreEqual("", await Tool(members).IdsAsync());

    [TestMethod]
    public async Task A_tool_that_claims_nothing_may_ask_the_clock() =>
        Assert.AreEqual("", await ToolProject.Of(new PurityAnalyzer(), "public static class Tools { [McpServerTool(ReadOnly = true)] public static string F() => DateTime.UtcNow.ToString(\"u\"); }").IdsAsync());

    [TestMethod]
    public async Task A_claim_in_the_options_of_a_made_tool_counts() =>
        Assert.AreEqual("TG3160", await ToolProject.Of(new PurityAnalyzer(), "public static class Tools { static McpServerTool Make() => McpServerTool.Create(() => Guid.NewGuid().ToString(), new McpServerToolCreateOptions { ReadOnly = true, Idempotent = true }); }").IdsAsync());

    [TestMethod]
    public async Task A_field_that_nothing_writes_becomes_readonly()
    {
        var before = Tool("string F() => Root + Sum; private static string Root = \"a\"; static int Sum = 41;");
        Assert.AreEqual("TG3165 TG3165", await before.IdsAsync());
        var after = await before.FixAllAsync(new ReadOnlyFieldFix());

        Assert.AreEqual("", await after.IdsAsync(), after.Text);
        Assert.AreEqual("a41", await before.RunAsync("F"));
        Assert.AreEqual("a41", await after.RunAsync("F"));
    }

    private static ToolProject Tool(string members) => ToolProject.Of(new PurityAnalyzer(), $"public static class Tools {{ [McpServerTool(ReadOnly = true, Idempotent = true)] public static {members} }}");
}
