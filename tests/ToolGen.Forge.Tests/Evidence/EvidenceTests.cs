using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Forge.Evidence;
using ToolGen.Forge.Specs;
using ToolGen.Specification.Evidence;

namespace ToolGen.Forge.Tests.Evidence;

[TestClass]
public sealed class EvidenceTests
{
    private const string Cubed = """
        { "name": "cubed", "description": "Halve a number by way of another tool.",
          "inputSchema": { "type": "object", "properties": { "n": { "type": "integer", "minimum": 0, "maximum": 100 } }, "required": ["n"] },
          "outputSchema": { "type": "object", "properties": { "value": { "type": "integer" } }, "required": ["value"] },
          "implementation": { "kind": "compose", "steps": { "half": { "tool": "halve", "input": { "n": "{n}", "by": 2 } } }, "result": { "value": "half.Value" } },
          "examples": [ { "input": { "n": 8 }, "output": { "value": 4 } }, { "input": { "n": 3 }, "output": { "value": 1 } } ] }
        """;

    // What it asks for is known when it runs; that it was refused it keeps to itself.
    private const string Peek = """
        { "name": "peek", "description": "Say whether a file is there.",
          "inputSchema": { "type": "object", "properties": { "file": { "type": "string" } }, "required": ["file"] },
          "outputSchema": { "type": "object", "properties": { "there": { "type": "boolean" } }, "required": ["there"] },
          "capabilities": ["read in/*"],
          "implementation": { "kind": "code", "body": "try { using var file = context.Files.OpenRead(\"in/\" + input.File); return new Output(true); } catch (ToolException) { return new Output(false); }" },
          "examples": [ { "input": { "file": "a/b.txt" }, "output": { "there": false }, "given": { "files": { "in/a/b.txt": ["x"] } } } ] }
        """;

    private static readonly string TwoSamples = """, { "input": { "n": 9, "by": 3 }, "output": { "value": 3 } }""";

    [TestMethod]
    public async Task The_same_spec_leaves_the_same_bytes_wherever_it_lies()
    {
        var here = await OfAsync(new Forge(), SpecTexts.Halve(more: TwoSamples));
        var there = await OfAsync(new Forge(), SpecTexts.Halve("/somewhere/else/halve.tool.json", more: TwoSamples));

        Assert.AreEqual(here.Evidence.Text, there.Evidence.Text);
        Assert.AreEqual(here.Evidence.Id, here.Times.Evidence);
        Assert.IsFalse(there.Evidence.Text.Contains("somewhere", System.StringComparison.Ordinal));
        Assert.IsTrue(here.Evidence.IsSound);
        CollectionAssert.AreEqual((string[])["read", "generate", "compile", "inspect", "try", "worth"], here.Evidence.Stations.ToArray());
        CollectionAssert.AreEqual((string[])["passed", "passed"], here.Evidence.Samples.Select(sample => sample.Outcome).ToArray());
        Assert.IsNotNull(here.Evidence.Isolation);
        Assert.IsGreaterThan(0, here.Evidence.Inputs!.Tried);
        Assert.IsGreaterThan(0, here.Evidence.Worth!.Changes);
    }

    [TestMethod]
    public async Task What_is_written_can_be_read()
    {
        var evidence = (await OfAsync(new Forge { Authors = new("maker", "judge") }, SpecTexts.Halve(expected: "3"))).Evidence;

        var reading = EvidenceReader.Read("halve.evidence.json", Encoding.UTF8.GetBytes(evidence.Text));
        Assert.AreEqual(evidence, reading.Evidence, string.Join("\n", reading.Findings));
        Assert.IsTrue(evidence.HasErrors);
        Assert.AreEqual(SpecTexts.LineOfSample, evidence.Findings.Single(finding => finding.Id == "TG5050").Place.Line);
        Assert.AreEqual("failed", evidence.Samples[0].Outcome);
    }

    [TestMethod]
    public async Task A_refused_spec_leaves_evidence_of_how_far_it_came()
    {
        var evidence = (await OfAsync(new Forge(), new SpecInput("a/b.tool.json", Encoding.UTF8.GetBytes("""{ "name": "b" }""")))).Evidence;

        CollectionAssert.AreEqual((string[])["read"], evidence.Stations.ToArray());
        Assert.IsNull(evidence.Identity.Id);
        Assert.IsTrue(evidence.HasErrors);
        Assert.AreEqual(evidence, EvidenceReader.Read("b", Encoding.UTF8.GetBytes(evidence.Text)).Evidence);
    }

    [TestMethod]
    public async Task Every_finding_is_in_it_notes_too_with_the_names_of_files_for_their_paths()
    {
        var forge = new Forge();
        SpecInput[] inputs = [SpecTexts.Halve("a/halve.tool.json", body: "var unused = 5; return new Output(input.N > 50 ? input.N / input.By : input.N);", expected: "8", more: TwoSamples.Replace("3 } }", "9 } }", System.StringComparison.Ordinal)), SpecTexts.Halve("b/halve.tool.json")];
        var set = await forge.WeighAsync(await forge.TryAsync(forge.Make(inputs), Children.Sandbox), Children.Sandbox);
        var evidence = forge.EvidenceOf(set);

        foreach (var (tool, seen) in set.Tools.Zip(evidence)) CollectionAssert.AreEqual(tool.Findings.Select(finding => finding.Id).ToArray(), seen.Evidence.Findings.Select(finding => finding.Id).ToArray());
        Assert.Contains("TG5062", evidence[0].Evidence.Findings.Select(finding => finding.Id).ToArray());
        StringAssert.Contains(evidence[1].Evidence.Findings.Single().Message, "halve.tool.json");
        Assert.DoesNotContain("a/halve", evidence[1].Evidence.Text);
        Assert.IsTrue(evidence[0].Evidence.Findings.All(finding => finding.Place.In == "spec" && finding.Place.Line > 0));
    }

    [TestMethod]
    public async Task A_tool_that_calls_another_is_one_with_its_version()
    {
        var first = await SetAsync(SpecTexts.Halve(more: TwoSamples), Input("cubed.tool.json", Cubed));
        var second = await SetAsync(SpecTexts.Halve(body: "return new Output(input.N / input.By + 0);", more: TwoSamples), Input("cubed.tool.json", Cubed));

        Assert.IsFalse(first[1].HasErrors, string.Join("\n", first[1].Findings));
        Assert.AreEqual(first[0].Identity.Id, first[1].Identity.Steps.Single().Id);
        Assert.AreEqual(first[1].Identity.Spec, second[1].Identity.Spec);
        Assert.AreNotEqual(first[1].Identity.Id, second[1].Identity.Id);
        CollectionAssert.AreEqual((string[])["tool halve"], first[1].Capabilities.Observed.ToArray());
        CollectionAssert.AreEqual(first[1].Capabilities.Declared.ToArray(), first[1].Capabilities.Found.ToArray());
    }

    [TestMethod]
    public async Task Capabilities_are_told_as_declared_found_and_observed()
    {
        var evidence = (await OfAsync(new Forge(), SpecTexts.Halve(
            body: "return new Output(input.N > 50 ? context.Random.Next(5) : context.Now.Year - 1998);", limits: "\"capabilities\": [\"random\", \"clock\"],"))).Evidence;

        CollectionAssert.AreEqual((string[])["clock", "random"], evidence.Capabilities.Declared.ToArray());
        CollectionAssert.AreEqual((string[])["clock", "random"], evidence.Capabilities.Found.ToArray());
        Assert.Contains("clock", evidence.Capabilities.Observed.ToArray());
        Assert.IsEmpty(evidence.Capabilities.Refused);
    }

    [TestMethod]
    public async Task What_reaches_beyond_its_capabilities_goes_no_further()
    {
        var evidence = (await OfAsync(new Forge(), Input("peek.tool.json", Peek))).Evidence;

        var finding = evidence.Findings.Single(finding => finding.Id == "TG6050");
        StringAssert.Contains(finding.Message, "example 1 tried \"read in/a/b.txt\"");
        CollectionAssert.AreEqual((string[])["read in/a/b.txt"], evidence.Capabilities.Refused.ToArray());
        Assert.IsFalse(evidence.IsSound);
    }

    [TestMethod]
    public async Task A_limit_that_a_run_reached_is_named()
    {
        var evidence = (await OfAsync(new Forge(), SpecTexts.Halve(body: "while (true) { }", limits: "\"limits\": { \"timeout\": \"100ms\" },"))).Evidence;

        CollectionAssert.AreEqual((string[])["timeout"], evidence.Limits.ToArray());
        Assert.AreEqual("timedout", evidence.Samples.Single().Outcome);
        Assert.IsNull(evidence.Inputs);
    }

    [TestMethod]
    public async Task One_author_of_tool_and_held_out_samples_is_told()
    {
        var tests = Encoding.UTF8.GetBytes("""[ { "input": { "n": 9, "by": 3 }, "output": { "value": 3 } } ]""");
        var input = SpecTexts.Halve() with { TestsPath = "halve.tests.json", Tests = tests };

        var one = (await OfAsync(new Forge { Authors = new("m1", "m1") }, input)).Evidence;
        var two = (await OfAsync(new Forge { Authors = new("m1", "m2") }, input)).Evidence;
        Assert.Contains("TG5074", one.Findings.Select(finding => finding.Id).ToArray());
        Assert.DoesNotContain("TG5074", two.Findings.Select(finding => finding.Id).ToArray());
        Assert.AreEqual(new Authors("m1", "m2"), two.Authors);
        Assert.IsTrue(one.Authors.IsOne);
    }

    private static SpecInput Input(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    private static async Task<ForgedEvidence> OfAsync(Forge forge, params SpecInput[] inputs) =>
        forge.EvidenceOf(await forge.WeighAsync(await forge.TryAsync(forge.Make(inputs), Children.Sandbox), Children.Sandbox))[^1];

    private static async Task<IReadOnlyList<ToolEvidence>> SetAsync(params SpecInput[] inputs)
    {
        var forge = new Forge();
        return [.. forge.EvidenceOf(await forge.TryAsync(forge.Make(inputs), Children.Sandbox)).Select(one => one.Evidence)];
    }
}
