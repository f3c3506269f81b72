using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Forge.Specs;

namespace ToolGen.Forge.Tests.Worth;

[TestClass]
public sealed class SampleWorthTests
{
    private const string Body = "return new Output(input.N > 50 ? input.N / input.By : input.N);";

    [TestMethod]
    public async Task One_sample_is_passed_by_a_stub()
    {
        var tool = await WeighAsync(SpecTexts.Halve());

        Assert.AreEqual("""{"value":2}""", tool.Worth!.Stub);
        Assert.Contains("TG5060", tool.Findings.Select(finding => finding.Id).ToArray());
        Assert.IsTrue(tool.HasErrors);
    }

    [TestMethod]
    [DataRow("""{ "input": { "n": 9, "by": 4 }, "output": { "value": 2 } }""", true, DisplayName = "the same answer to another question")]
    [DataRow("""{ "input": { "n": 101, "by": 4 }, "error": "invalid_input /n" }""", true, DisplayName = "what the schema refuses")]
    [DataRow("""{ "input": { "n": 12, "by": 4 }, "output": { "value": 3 } }""", false, DisplayName = "another answer")]
    [DataRow("""{ "input": { "n": 12, "by": 4 }, "output": { "value": 9 }, "compare": { "ignore": ["/value"] } }""", true, DisplayName = "an answer that is not looked at")]
    public async Task Another_sample_is_worth_something_where_another_answer_is_right(string sample, bool isPassed)
    {
        var tool = await WeighAsync(SpecTexts.Halve(more: ", " + sample));

        Assert.AreEqual(isPassed, tool.Worth!.Stub is not null);
        Assert.AreEqual(isPassed, tool.Findings.Any(finding => finding.Id == "TG5060"));
    }

    [TestMethod]
    public async Task Changes_that_no_sample_notices_are_told_where_they_stand()
    {
        // The condition holds in neither sample, so its bound and what is behind it can be anything.
        var tool = await WeighAsync(SpecTexts.Halve(body: Body, expected: "8", more: """, { "input": { "n": 9, "by": 4 }, "output": { "value": 9 } }"""));

        Assert.IsNull(tool.Worth!.Stub);
        var told = tool.Findings.Where(finding => finding.Id == "TG5062").ToArray();
        Assert.IsNotEmpty(told);
        Assert.IsTrue(told.All(finding => finding.Place.Start.Line + 1 == SpecTexts.LineOfBody), string.Join("\n", told.AsEnumerable()));
        Assert.Contains("input.N / input.By", tool.Worth.Survivors.Select(survivor => survivor.Before).ToArray());
    }

    [TestMethod]
    public async Task Samples_of_each_side_of_a_bound_notice_every_change()
    {
        var tool = await WeighAsync(SpecTexts.Halve(
            body: Body, expected: "8", more: """, { "input": { "n": 51, "by": 3 }, "output": { "value": 17 } }, { "input": { "n": 50, "by": 5 }, "output": { "value": 50 } }"""));

        Assert.IsGreaterThan(3, tool.Worth!.Mutants);
        Assert.IsEmpty(tool.Worth.Survivors, string.Join("\n", tool.Worth.Survivors));
        Assert.IsEmpty(tool.Findings);
    }

    [TestMethod]
    public async Task A_change_that_makes_a_loop_endless_is_noticed_and_costs_itself_alone()
    {
        var tool = await WeighAsync(SpecTexts.Halve(
            body: "var left = input.N; while (left > 40) left = left - 20; return new Output(left);", expected: "8",
            more: """, { "input": { "n": 41, "by": 1 }, "output": { "value": 21 } }, { "input": { "n": 40, "by": 1 }, "output": { "value": 40 } }"""));

        Assert.IsGreaterThan(3, tool.Worth!.Mutants);
        Assert.DoesNotContain("left - 20", tool.Worth!.Survivors.Select(survivor => survivor.Before).ToArray());
        Assert.IsGreaterThanOrEqualTo(0.5, tool.Worth.Noticed!.Value);
    }

    [TestMethod]
    public async Task Code_in_which_nothing_can_be_changed_is_told()
    {
        var tool = await WeighAsync(SpecTexts.Halve(body: "return new Output(input.N);", expected: "8", more: """, { "input": { "n": 9, "by": 4 }, "output": { "value": 9 } }"""));

        Assert.AreEqual(0, tool.Worth!.Mutants);
        var finding = tool.Findings.Single();
        Assert.AreEqual("TG5065", finding.Id);
        Assert.IsFalse(tool.HasErrors);
    }

    private static async Task<ForgedTool> WeighAsync(SpecInput input)
    {
        var forge = new Forge();
        var tried = await forge.TryAsync(forge.Make([input]), Children.Sandbox);
        Assert.IsFalse(tried.Tools[0].HasErrors, string.Join("\n", tried.Tools[0].Findings));
        return (await forge.WeighAsync(tried, Children.Sandbox)).Tools[0];
    }
}
