using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Cli.Output;
using ToolGen.Cli.Tests.Harness;

namespace ToolGen.Cli.Tests.Commands;

[TestClass]
public sealed class CheckTests
{
    [TestMethod]
    public async Task Good_spec_exits_0_and_prints_nothing_on_standard_output()
    {
        using var folder = new TestFolder();
        folder.Write("halve.tool.json", Texts.Halve());

        var run = await Toolgen.RunAsync(folder.Path, "check", ".");
        Assert.AreEqual(0, run.Code, run.ToString());
        Assert.AreEqual("", run.Out);
    }

    [TestMethod]
    public async Task Quality_is_told_where_it_is_asked_for()
    {
        using var folder = new TestFolder();
        folder.Write("halve.tool.json", Texts.Halve());
        folder.Write("halves.tool.json", Texts.Halve().Replace("\"halve\"", "\"halves\"", System.StringComparison.Ordinal));

        var run = await Toolgen.RunAsync(folder.Path, "check", ".", "--quality");
        Assert.AreEqual(0, run.Code, run.ToString());
        StringAssert.Contains(run.Out, "info TG1050: nothing says what ");
        StringAssert.Contains(run.Out, "info TG2073: 'halve' and 'halves' differ");
    }

    [TestMethod]
    public async Task Sure_faults_of_quality_are_told_without_asking_and_change_no_exit_code()
    {
        using var folder = new TestFolder();
        folder.Write("halve.tool.json", Texts.Halve().Replace("\"Divide.\"", "\"TODO\"", System.StringComparison.Ordinal));

        var run = await Toolgen.RunAsync(folder.Path, "check", ".");
        Assert.AreEqual(0, run.Code, run.ToString());
        Assert.AreEqual("halve.tool.json(2,18): warning TG1051: the description of the tool is a placeholder: \"TODO\". Say what it is and when to use it.\n", run.Out);
        StringAssert.Contains(run.Error, "1 specs, 0 errors, 1 warnings");
    }

    [TestMethod]
    public async Task Compile_error_exits_1_with_place_id_message_and_remedy()
    {
        using var folder = new TestFolder();
        folder.Write("halve.tool.json", Texts.Halve("return new Output(input.M / input.By);"));
        folder.Write("other/halve.tool.json", Texts.Halve("return new Output(input.N / input.Byy);"));

        var run = await Toolgen.RunAsync(folder.Path, "check", "halve.tool.json");
        Assert.AreEqual(1, run.Code, run.ToString());
        StringAssert.StartsWith(run.Out, "halve.tool.json(6,30): error TG2050: ");
        StringAssert.Contains(run.Out, "`Input` has N, By.");

        var other = await Toolgen.RunAsync(folder.Path, "check", "other/halve.tool.json");
        StringAssert.StartsWith(other.Out, "other/halve.tool.json(6,40): error TG2050: ");
        StringAssert.Contains(other.Out, "Write `By`.");
    }

    [TestMethod]
    public async Task Json_carries_findings_with_places_and_the_types()
    {
        using var folder = new TestFolder();
        folder.Write("halve.tool.json", Texts.Halve("return new Output(input.M / input.By);"));

        var run = await Toolgen.RunAsync(folder.Path, "check", "halve.tool.json", "--json");
        Assert.AreEqual(1, run.Code, run.ToString());
        using var document = JsonDocument.Parse(run.Out);
        var spec = document.RootElement.GetProperty("specs")[0];
        Assert.IsFalse(document.RootElement.GetProperty("ok").GetBoolean());
        Assert.AreEqual("TG2050", spec.GetProperty("findings")[0].GetProperty("id").GetString());
        Assert.AreEqual(6, spec.GetProperty("findings")[0].GetProperty("line").GetInt32());
        StringAssert.Contains(spec.GetProperty("types").GetString(), "record Input(int N, int By);");
    }

    [TestMethod]
    public async Task Sarif_goes_into_a_file_beside_the_text()
    {
        using var folder = new TestFolder();
        folder.Write("a b/shout.tool.json", Texts.Sloppy);

        var run = await Toolgen.RunAsync(folder.Path, "check", ".", "--sarif", "out.sarif");
        using var log = JsonDocument.Parse(folder.Read("out.sarif"));
        SarifShape.Check(log.RootElement);
        var results = log.RootElement.GetProperty("runs")[0].GetProperty("results");
        Assert.AreEqual(run.Out.Split('\n').Count(line => line.Contains(": error TG") || line.Contains(": warning TG")), results.GetArrayLength(), run.ToString());
        Assert.AreEqual("a%20b/shout.tool.json", results[0].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.IsTrue(results.EnumerateArray().Any(result => result.TryGetProperty("fixes", out _)), run.ToString());
    }

    [TestMethod]
    [DataRow("check")]
    [DataRow("check", "nowhere.tool.json")]
    [DataRow("check", ".", "--json", "--sarif", "-")]
    [DataRow("check", ".", "--what")]
    [DataRow("chek", ".")]
    public async Task Command_line_that_makes_no_sense_exits_2_and_does_nothing(params string[] args)
    {
        using var folder = new TestFolder();
        folder.Write("halve.tool.json", Texts.Halve());

        var run = await Toolgen.RunAsync(folder.Path, args);
        Assert.AreEqual(2, run.Code, run.ToString());
        Assert.AreEqual("", run.Out);
        StringAssert.StartsWith(run.Error, "toolgen: ");
    }

    [TestMethod]
    public async Task Text_that_is_no_utf8_is_a_finding_and_the_rest_is_checked()
    {
        using var folder = new TestFolder();
        File.WriteAllBytes(folder.Full("bad.tool.json"), [(byte)'{', 0xC3, 0x28, (byte)'}']);
        File.WriteAllBytes(folder.Full("wide.tool.json"), Encoding.Unicode.GetBytes(Texts.Halve()));
        folder.Write("halve.tool.json", Texts.Halve());

        var run = await Toolgen.RunAsync(folder.Path, "check", ".");
        Assert.AreEqual(1, run.Code, run.ToString());
        StringAssert.Contains(run.Out, "bad.tool.json(1,2): error ");
        StringAssert.Contains(run.Out, "wide.tool.json(1,1): error ");
        Assert.IsFalse(run.Out.Contains("halve.tool.json"), run.Out);
    }

    [TestMethod]
    public async Task Hostile_file_name_steers_no_terminal()
    {
        using var folder = new TestFolder();
        folder.Write("a\e[31mb\n\u202Ec.tool.json", "{");

        var run = await Toolgen.RunAsync(folder.Path, "check", ".");
        Assert.IsFalse(run.Out.Contains('\e') || run.Out.Contains('\u202E'), run.Out);
        StringAssert.Contains(run.Out, "a\\u001b[31mb\\u000a\\u202ec.tool.json(1,");
    }

    [TestMethod]
    [DataRow("a/b c.tool.json", "a/b%20c.tool.json")]
    [DataRow("ü#?.tool.json", "%C3%BC%23%3F.tool.json")]
    [DataRow("/tmp/x.tool.json", "file:///tmp/x.tool.json")]
    public void Path_becomes_a_uri(string path, string uri) => Assert.AreEqual(uri, SarifLog.Uri(path));
}
