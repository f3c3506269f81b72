using System.IO;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Fixes;
using ToolGen.Specification.Fixes;
using ToolGen.Specification.Json;
using ToolGen.TestSupport;

namespace ToolGen.Generator.Tests.Fixes;

/// <summary>Near misses of C# in specs: what is written, and what it becomes. Text and expectation are C#; quoting is the test's.</summary>
[TestClass]
public sealed class CodeMendsTests
{
    [TestMethod]
    [DataRow("row.total >= input.min_total", "row.Total >= input.MinTotal")]
    [DataRow("input.levels.Contains(row.user?.login ?? row.items[0].sku)", "input.Levels.Contains(row.User?.Login ?? row.Items[0].Sku)")]
    [DataRow("row.user!.login == \"input.levels\"", "row.User!.Login == \"input.levels\"")]
    [DataRow("row.total == row.length", "row.Total == row.length")]
    [DataRow("row.Items.Any(total => total.sku == \"x\")", "row.Items.Any(total => total.sku == \"x\")")]
    [DataRow("row.User.Login == 'North'", "row.User.Login == \"North\"")]
    [DataRow("row.User.Login == 'N'", "row.User.Login == 'N'")]
    [DataRow("row.User.Login.Replace('ab', 'cd')", "row.User.Login.Replace(\"ab\", \"cd\")")]
    [DataRow("r => r.Total > 0", "row.Total > 0")]
    [DataRow("r => r.Items.All(r => r.Sku != \"\") && r.Total > 0", "r => r.Items.All(r => r.Sku != \"\") && r.Total > 0")]
    [DataRow("row => row.total > 0", "row.Total > 0")]
    [DataRow("it.Total > 0 && x.Total < 9", "row.Total > 0 && row.Total < 9")]
    [DataRow("item.total > record.total", "row.Total > row.Total")]
    [DataRow("row.Items.Any(x => x.Sku == r.User.Login)", "row.Items.Any(x => x.Sku == row.User.Login)")]
    public void Expressions(string written, string mended) => AssertMended(Transform(written), Transform(mended), written != mended);

    [TestMethod]
    [DataRow("throw new ArgumentException(\"end is before start\");", "throw Fail(\"invalid_input\", \"end is before start\");")]
    [DataRow("throw new System.ArgumentNullException(nameof(input));", "throw Fail(\"invalid_input\", \"invalid input\");")]
    [DataRow("throw new ArgumentOutOfRangeException(nameof(input), $\"{input.MinTotal} is low\");", "throw Fail(\"invalid_input\", $\"{input.MinTotal} is low\");")]
    [DataRow("var x = input.MinTotal ?? throw new InvalidOperationException(\"a\" + \"b\");", "var x = input.MinTotal ?? throw Fail(\"invalid_operation\", \"a\" + \"b\");")]
    [DataRow("throw new Exception(text);", "throw Fail(\"failed\", text);")]
    [DataRow("throw new ToolException(\"empty_window\", \"m\");", "throw Fail(\"empty_window\", \"m\");")]
    [DataRow("throw new KeyNotFoundException();", "throw Fail(\"not_found\", \"not found\");")]
    [DataRow("throw Fail(\"a\", \"new ArgumentException()\");", "throw Fail(\"a\", \"new ArgumentException()\");")]
    [DataRow("var t = context.Clock.UtcNow.ToUnixTimeSeconds();", "var t = context.Now.ToUnixTimeSeconds();")]
    [DataRow("ct.ThrowIfCancellationRequested(); cancel.Register(null);", "cancellationToken.ThrowIfCancellationRequested(); cancellationToken.Register(null);")]
    [DataRow("var ct = 1; return new(ct);", "var ct = 1; return new(ct);")]
    [DataRow("ctx.Log('two words');", "context.Log(\"two words\");")]
    [DataRow("return new(input.min_total, input.levels.Count);", "return new(input.MinTotal, input.Levels.Count);")]
    [DataRow("// input.min_total 'x' and throw new Exception(1)\nreturn new(1);", "// input.min_total 'x' and throw new Exception(1)\nreturn new(1);")]
    public void Bodies(string written, string mended) => AssertMended(Code(written), Code(mended), written != mended);

    [TestMethod]
    [DataRow(
        "public static async Task<Output> Execute(Input args, ToolContext ctx, CancellationToken ct)\n{\n    ctx.Log(\"x\");\n    if (args.Levels.Count == 0)\n    {\n        return new(1);\n    }\n\n    return new(2);\n}",
        "context.Log(\"x\");\nif (input.Levels.Count == 0)\n{\n    return new(1);\n}\n\nreturn new(2);")]
    [DataRow("private Output RunAsync(Input input) => new(input.MinTotal);", "return new(input.MinTotal);")]
    [DataRow("int Twice(int a) { return 2 * a; }\nreturn new(Twice(input.MinTotal));", "int Twice(int a) { return 2 * a; }\nreturn new(Twice(input.MinTotal));")]
    public void A_whole_method_gives_its_statements(string written, string mended) => AssertMended(Code(written), Code(mended), written != mended);

    [TestMethod]
    [DataRow("response.User.Login", "{response.user.login}")]
    [DataRow("response.User?.Login!", "{response.user.login}")]
    [DataRow("$\"total {input.MinTotal} of {{x}} is {response.Total}\"", "total {min_total} of {{x} is {response.total}")]
    [DataRow("\"the text\"", "the text")]
    [DataRow("$\"{input.MinTotal:0.00}\"", "$\"{input.MinTotal:0.00}\"")]
    [DataRow("the total is {response.total}", "the total is {response.total}")]
    [DataRow("rejected", "rejected")]
    public void Messages(string written, string mended) => AssertMended(Fail(written), Fail(mended), written != mended);

    [TestMethod]
    [DataRow("docs", "response.Docs")]
    [DataRow("Docs.Where(d => d.Id > 0)", "response.Docs.Where(d => d.Id > 0)")]
    [DataRow("response.docs", "response.Docs")]
    [DataRow("docs.SelectMany(docs => docs.Parts)", "docs.SelectMany(docs => docs.Parts)")]
    public void The_list_of_a_page(string written, string mended) => AssertMended(Paging(written), Paging(mended), written != mended);

    [TestMethod]
    [DataRow("all is well", "\"all is well\"")]
    [DataRow("It's done, isn't it?", "\"It's done, isn't it?\"")]
    [DataRow("row.Total is 1", "row.Total is 1")]
    [DataRow("ok", "ok")]
    [DataRow("row.Total > 1 ? \"a\" : \"b\"", "row.Total > 1 ? \"a\" : \"b\"")]
    public void Prose(string written, string mended) => AssertMended(Result(written), Result(mended), written != mended);

    [TestMethod]
    public void An_edit_behind_escapes_and_line_breaks_lands_on_its_name()
    {
        var written = Spec("""{"kind":"code","body":["var a = \"\\\"\\u00e9\\t\";","return new(\"\\n\" + input.levels);"]}""");
        Assert.AreEqual(written.Replace("input.levels", "input.Levels", System.StringComparison.Ordinal), Mend(written).Spec.Text);
    }

    [TestMethod]
    public void Real_specs_have_no_near_miss()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(SharedData.Repository, "tests", "Specs"), "*.tool.json"))
            Assert.AreEqual(0, CodeMends.Find(JsonReader.Read(new SourceText(path, File.ReadAllText(path)))).Count, path);
    }

    private static string Transform(string where) => Spec(
        """{"kind":"transform","parse":"json","record":{"total":"number","user?":{"login":"string"},"items":[{"sku":"string"}]},"steps":[{"where":"""
        + JsonWriter.Quote(where) + "}]}");

    private static string Code(string body) => Spec("""{"kind":"code","body":""" + JsonWriter.Quote(body) + "}");

    private static string Fail(string message) => Spec(
        """{"kind":"http","response":{"total":"number","user?":{"login":"string"}},"fail":[{"when":"true","code":"rejected","message":""" + JsonWriter.Quote(message) + "}]}");

    private static string Paging(string items) => Spec(
        """{"kind":"http","response":{"docs":[{"id":"integer","parts":["string"]}]},"paging":{"page":"p","items":""" + JsonWriter.Quote(items) + "}}");

    private static string Result(string text) => Spec("""{"kind":"transform","record":{"total":"number"},"result":{"note":""" + JsonWriter.Quote(text) + "}}");

    private static string Spec(string implementation) =>
        """{"name":"t","inputSchema":{"type":"object","properties":{"min_total":{"type":"integer"},"levels":{"type":"array"}}},"implementation":""" + implementation + "}";

    private static FixResult Mend(string text) => SpecFixer.Fix(new("t.tool.json", text), more: document => CodeMends.Find(document));

    private static void AssertMended(string written, string mended, bool isMended)
    {
        var result = Mend(written);
        Assert.AreEqual(Lines(mended), Lines(result.Spec.Text));
        Assert.AreEqual(isMended, result.Applied.Count > 0);
        Assert.AreEqual(0, Mend(result.Spec.Text).Applied.Count);
    }

    // A body that was rewritten as a whole is a list of lines.
    private static string Lines(string spec)
    {
        var root = (JsonObject)JsonReader.Read(new SourceText("", spec)).Root!;
        var body = ((JsonObject)root["implementation"]!)["body"] as JsonArray;
        if (body is null) return root.ToString();
        var text = string.Join('\n', System.Linq.Enumerable.Select(body.Items, line => ((JsonString)line).Value));
        return spec.Replace(body.ToString(), JsonWriter.Quote(text), System.StringComparison.Ordinal);
    }
}
