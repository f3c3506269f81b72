using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Cli.Tests.Harness;
using ToolGen.Registry;

namespace ToolGen.Cli.Tests.Registry;

[TestClass]
public sealed class RegistryCommandTests
{
    private static string Version(string number, string body, string output) =>
        Texts.Halve(body, output).Replace("\"description\"", $"\"version\": \"{number}\", \"description\"", StringComparison.Ordinal);

    [TestMethod]
    public async Task A_sample_that_was_left_out_is_run_and_what_it_says_counts()
    {
        using var folder = new TestFolder();
        Task<Ended> Run(params string[] args) => Toolgen.RunAsync(folder.Path, [.. args, "--registry", "registry"]);
        const string Left = """{ "value": 2 } }, { "input": { "n": 6, "by": 1 }, "output": { "value": 6 }""";
        const string All = Left + """ }, { "input": { "n": 9, "by": 3 }, "output": { "value": 3 }""";
        folder.Write("tools/halve.tool.json", Version("1.0.0", "return new Output(input.N / input.By);", All));
        Assert.AreEqual(0, (await Run("add", "tools")).Code);

        // It answers 9/3 otherwise now, and says nothing of it.
        folder.Write("tools/halve.tool.json", Version("1.0.1", "return new Output(input.N == 9 ? 4 : input.N / input.By);", Left));
        var hidden = await Run("add", "tools");
        Assert.AreEqual(1, hidden.Code, hidden.ToString());
        StringAssert.Contains(hidden.Out, "the sample 3 of the older version fails on the newer version");

        // It answers as before: the sample stays, and the version after is held to it.
        folder.Write("tools/halve.tool.json", Version("1.0.1", "return new Output(input.N / input.By + 0);", Left));
        var kept = await Run("add", "tools");
        Assert.AreEqual(0, kept.Code, kept.ToString());
        using var shown = JsonDocument.Parse((await Run("show", "halve@1.0.1", "--json")).Out);
        StringAssert.Contains(shown.RootElement.GetProperty("tests").GetString(), """{"input":{"n":9,"by":3},"output":{"value":3}}""");
        using var diff = JsonDocument.Parse((await Run("diff", "halve", "--json")).Out);
        Assert.AreEqual("patch", diff.RootElement.GetProperty("owed").GetString());

        // The same spec once more is the same version.
        using var again = JsonDocument.Parse((await Run("add", "tools", "--json")).Out);
        Assert.AreEqual(shown.RootElement.GetProperty("id").GetString(), again.RootElement.GetProperty("versions")[0].GetProperty("id").GetString());
    }

    [TestMethod]
    public async Task What_has_errors_does_not_come_in_and_the_others_do()
    {
        using var folder = new TestFolder();
        folder.Write("tools/halve.tool.json", Texts.Halve(output: """{ "value": 7 }"""));
        folder.Write("tools/other.tool.json", Texts.Halve(output: Texts.TwoSamples).Replace("\"halve\"", "\"other\"", StringComparison.Ordinal));
        var run = await Toolgen.RunAsync(folder.Path, "add", "tools", "--json", "--registry", "registry");
        Assert.AreEqual(1, run.Code, run.ToString());
        using var added = JsonDocument.Parse(run.Out);
        var versions = added.RootElement.GetProperty("versions").EnumerateArray().ToArray();
        Assert.AreEqual("it has errors", versions[0].GetProperty("refused").GetString());
        Assert.AreEqual("TG5050", versions[0].GetProperty("findings")[0].GetProperty("id").GetString());
        Assert.AreEqual("candidate", versions[1].GetProperty("state").GetString());
    }

    [TestMethod]
    [DataRow("list")]
    [DataRow("show halve")]
    [DataRow("find something")]
    [DataRow("review")]
    [DataRow("stats")]
    [DataRow("gc")]
    [DataRow("verify")]
    [DataRow("revoke halve --reason x")]
    public async Task Where_there_is_no_registry_nothing_is_made(string line)
    {
        using var folder = new TestFolder();
        var run = await Toolgen.RunAsync(folder.Path, [.. line.Split(' '), "--registry", "none"]);
        Assert.AreEqual(2, run.Code, run.ToString());
        StringAssert.Contains(run.Error, "there is no registry in");
        Assert.IsFalse(Directory.Exists(folder.Full("none")));
    }

    [TestMethod]
    public async Task Versions_go_from_registry_to_registry_into_a_project_and_into_the_next_version()
    {
        using var folder = new TestFolder();
        Task<Ended> Run(string registry, params string[] args) => Toolgen.RunAsync(folder.Path, [.. args, "--registry", registry]);
        folder.Write("tools/halve.tool.json", Texts.Halve(output: Texts.TwoSamples));
        Assert.AreEqual(0, (await Run("one", "add", "tools")).Code);
        Assert.AreEqual(0, (await Run("one", "export", "halve", "--bundle", "b.json")).Code);
        Assert.AreEqual(0, (await Run("two", "import", "bundle", "b.json")).Code);
        var both = new[] { await Run("one", "show", "halve", "--json"), await Run("two", "show", "halve", "--json") }.Select(run => JsonDocument.Parse(run.Out).RootElement).ToArray();
        Assert.AreEqual(both[0].GetProperty("id").GetString(), both[1].GetProperty("id").GetString());
        Assert.AreEqual("candidate", both[1].GetProperty("state").GetString());

        folder.Write("b.json", folder.Read("b.json").Replace("Divide", "Double", StringComparison.Ordinal));
        var changed = await Run("three", "import", "bundle", "b.json");
        Assert.AreEqual(1, changed.Code, changed.ToString());

        Assert.AreEqual(0, (await Run("one", "export", "halve", "--to", "project")).Code);
        Assert.AreEqual(folder.Read("tools/halve.tool.json"), folder.Read("project/halve.tool.json"));
        folder.Write("project/halve.tool.json", "mine");
        var foreign = await Run("one", "export", "halve", "--to", "project");
        Assert.AreEqual(2, foreign.Code, foreign.ToString());
        Assert.AreEqual("mine", folder.Read("project/halve.tool.json"));

        folder.Write("failed.json", """[{ "n": 7, "by": 7 }, { "input": { "n": 0, "by": 1 }, "output": { "value": 0 } }]""");
        var repaired = await Run("one", "repair", "halve", "--samples", "failed.json", "--to", "next", "--json");
        Assert.AreEqual(0, repaired.Code, repaired.ToString());
        StringAssert.Contains(folder.Read("next/halve.tool.json"), "\"version\": \"1.0.1\"");
        StringAssert.Contains(folder.Read("next/halve.tests.json"), """{"input":{"n":7,"by":7},"output":"?"}""");
        var unconfirmed = await Run("one", "add", "next");
        Assert.AreEqual(1, unconfirmed.Code, unconfirmed.ToString());
        folder.Write("next/halve.tests.json", folder.Read("next/halve.tests.json").Replace("\"?\"", """{"value":1}""", StringComparison.Ordinal));
        var mended = await Run("one", "add", "next");
        Assert.AreEqual(0, mended.Code, mended.ToString());
    }

    [TestMethod]
    public async Task Texts_of_others_steer_neither_the_terminal_nor_the_page()
    {
        using var folder = new TestFolder();
        var options = RegistryOptions.For(folder.Full("registry"));
        await using (var registry = await SqliteRegistry.OpenAsync(options))
        {
            await registry.AppendAsync("called", "<script>alert(1)</script>", """{"fault":"none","us":1,"tool":"<img src=x onerror=alert(1)>"}""");
            await registry.AppendAsync("asked", "somebody", """{"text":"a\u001b[2Jb"}""");
        }

        var audit = await Toolgen.RunAsync(folder.Path, "audit", "--registry", "registry");
        Assert.AreEqual(0, audit.Code, audit.ToString());
        Assert.IsFalse(audit.Out.Contains('\e', StringComparison.Ordinal), audit.ToString());

        folder.Write("tools/halve.tool.json", Texts.Halve(output: Texts.TwoSamples).Replace("\"Divide.\"", "\"Divide <b>&amp;</b> \\u0022rule\\u0022.\"", StringComparison.Ordinal));
        Assert.AreEqual(0, (await Toolgen.RunAsync(folder.Path, "add", "tools", "--registry", "registry")).Code);
        var stats = await Toolgen.RunAsync(folder.Path, "stats", "--html", "page.html", "--json", "--registry", "registry");
        Assert.AreEqual(0, stats.Code, stats.ToString());
        using var figures = JsonDocument.Parse(stats.Out);
        Assert.AreEqual(1, figures.RootElement.GetProperty("calls").GetProperty("strangers").GetInt64());
        Assert.AreEqual(1, figures.RootElement.GetProperty("versions").GetProperty("candidate").GetInt32());
        var page = folder.Read("page.html");
        Assert.IsFalse(Regex.IsMatch(page, "<(script|img|link|iframe|a) |src=|url\\(|https?:"), page);
        StringAssert.Contains(page, "default-src 'none'");
        foreach (Match plot in Regex.Matches(page, "<svg.*?</svg>", RegexOptions.Singleline)) XElement.Parse(plot.Value);
    }

    [TestMethod]
    public async Task A_reason_and_a_mark_are_asked_for_and_stand_in_the_log()
    {
        using var folder = new TestFolder();
        Task<Ended> Run(params string[] args) => Toolgen.RunAsync(folder.Path, [.. args, "--registry", "registry"]);
        folder.Write("tools/halve.tool.json", Texts.Halve(output: Texts.TwoSamples));
        Assert.AreEqual(0, (await Run("add", "tools")).Code);
        Assert.AreEqual(2, (await Run("revoke", "halve")).Code);
        var early = await Run("deprecate", "halve", "--reason", "old");
        Assert.AreEqual(1, early.Code, early.ToString());
        Assert.AreEqual(0, (await Run("reject", "halve", "--changes", "--reason", "name the unit")).Code);
        Assert.AreEqual(0, (await Run("reject", "halve", "--reason", "no")).Code);
        StringAssert.Contains((await Run("history", "halve")).Out, "rejected: no");
        var records = await Run("audit", "--kind", "changes", "--kind", "rejected");
        StringAssert.Contains(records.Out, "name the unit");
        Assert.HasCount(2, records.Out.TrimEnd('\n').Split('\n'));
        Assert.AreEqual(2, (await Run("rollback", "halve", "--reason", "x")).Code);
    }
}
