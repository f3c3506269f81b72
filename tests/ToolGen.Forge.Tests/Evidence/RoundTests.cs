using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Forge.Specs;
using ToolGen.Specification.Evidence;
using ToolGen.Specification.Findings;

namespace ToolGen.Forge.Tests.Evidence;

/// <summary>Samples that changed between two rounds.</summary>
[TestClass]
public sealed class RoundTests
{
    private const string Old = "return new Output(input.N / input.By);";
    private const string New = "return new Output(input.N / input.By + 1);";
    private const string Second = """, { "name": "third", "input": { "n": 9, "by": 3 }, "output": { "value": 3 } }""";

    [TestMethod]
    public async Task An_expected_output_that_changed_with_the_code_is_told_with_both()
    {
        var finding = (await RoundsAsync(SpecTexts.Halve(body: Old), SpecTexts.Halve(body: New, expected: "3"))).Single();

        Assert.AreEqual("TG5072", finding.Id);
        Assert.AreEqual(SpecTexts.LineOfSample, finding.Place.Start.Line + 1);
        StringAssert.Contains(finding.Message, """example 1 stated {"output":{"value":2}} in the round before and states {"output":{"value":3}} now""");
        StringAssert.Contains(finding.Message, ", and the code changed too (both by m1)");
    }

    [TestMethod]
    public async Task A_sample_that_is_gone_is_told()
    {
        var finding = (await RoundsAsync(SpecTexts.Halve(body: Old, more: Second), SpecTexts.Halve(body: "return new Output(input.N * 1 / input.By);"))).Single();

        Assert.AreEqual("TG5073", finding.Id);
        StringAssert.Contains(finding.Message, """example 2 `third` of the round before is not here any more; it stated {"output":{"value":3}}""");
    }

    [TestMethod]
    public async Task A_looser_comparison_is_told_and_a_stricter_one_is_not()
    {
        var exact = SpecTexts.Halve(body: Old, output: """{ "value": 2 }""");
        var loose = SpecTexts.Halve(body: "return new Output(input.N * 1 / input.By);", output: """{ "value": 2 }, "compare": { "tolerance": 5 }""");

        Assert.AreEqual("TG5072", (await RoundsAsync(exact, loose)).Single().Id);
        Assert.IsEmpty(await RoundsAsync(loose, exact));
    }

    [TestMethod]
    public async Task A_held_out_sample_names_who_wrote_which()
    {
        var before = Held(SpecTexts.Halve(body: Old), """[ { "input": { "n": 9, "by": 3 }, "output": { "value": 3 } } ]""");
        var after = Held(SpecTexts.Halve(body: "return new Output(input.N * 1 / input.By);"), """[ { "input": { "n": 9, "by": 3 }, "output": { "value": 3 }, "compare": { "ignore": ["/value"] } } ]""");

        var finding = (await RoundsAsync(before, after)).Single();
        Assert.AreEqual("halve.tests.json", finding.Place.Path);
        StringAssert.Contains(finding.Message, "(code by m1, sample by m2)");
    }

    [TestMethod]
    public async Task Samples_that_change_while_the_code_stays_are_told_as_well()
    {
        var findings = await RoundsAsync(SpecTexts.Halve(body: Old, more: Second), SpecTexts.Halve(body: Old, expected: "3"));

        CollectionAssert.AreEqual(new[] { "TG5072", "TG5073" }, findings.Select(finding => finding.Id).Order().ToArray());
        Assert.IsFalse(findings.Any(finding => finding.Message.Contains("the code changed too", System.StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task A_sample_that_comes_on_top_is_free_to()
    {
        Assert.IsEmpty(await RoundsAsync(SpecTexts.Halve(body: Old), SpecTexts.Halve(body: Old, more: Second)));
    }

    [TestMethod]
    public async Task Code_that_changes_while_the_samples_stay_is_free_to()
    {
        Assert.IsEmpty(await RoundsAsync(SpecTexts.Halve(body: Old, more: Second), SpecTexts.Halve(body: "return new Output(input.N * 1 / input.By);", more: Second)));
    }

    [TestMethod]
    public async Task An_output_that_waited_for_a_person_stated_nothing()
    {
        Assert.IsEmpty(await RoundsAsync(SpecTexts.Halve(body: Old, output: "\"?\""), SpecTexts.Halve(body: New, expected: "3")));
    }

    private static SpecInput Held(SpecInput spec, string tests) => spec with { TestsPath = "halve.tests.json", Tests = Encoding.UTF8.GetBytes(tests) };

    private static async Task<IReadOnlyList<Finding>> RoundsAsync(SpecInput before, SpecInput after)
    {
        var first = new Forge { Inputs = 0 };
        var left = first.EvidenceOf(await first.TryAsync(first.Make([before]), Children.Sandbox))[0].Evidence;
        var second = new Forge { Inputs = 0, Authors = new("m1", "m2"), Before = new Dictionary<string, ToolEvidence> { ["HALVE"] = left } };
        var tool = (await second.TryAsync(second.Make([after]), Children.Sandbox)).Tools[0];
        return [.. tool.Findings.Where(finding => finding.Id is "TG5072" or "TG5073")];
    }
}
