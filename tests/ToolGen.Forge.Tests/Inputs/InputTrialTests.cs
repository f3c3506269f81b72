using System;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Forge.Inputs;
using ToolGen.TestSupport;

namespace ToolGen.Forge.Tests.Inputs;

/// <summary>What holds of every tool without a sample for it.</summary>
[TestClass]
public sealed class InputTrialTests
{
    [TestMethod]
    public async Task A_tool_that_has_an_answer_to_all_passes()
    {
        var tool = await SpecTexts.TryAsync(SpecTexts.Halve());

        Assert.IsEmpty(tool.Findings, string.Join("\n", tool.Findings));
        Assert.AreEqual(20, tool.Inputs!.Tried);
        Assert.AreEqual(0, tool.Inputs.Failed + tool.Inputs.Late + tool.Inputs.Differing);
        Assert.IsGreaterThanOrEqualTo(6, tool.Inputs.Repeated);
    }

    [TestMethod]
    public async Task An_allowed_input_that_throws_is_told_and_made_simpler()
    {
        var tool = await SpecTexts.TryAsync(SpecTexts.Halve(body: "return new Output(100 / (100 - input.N) > 0 ? 2 : 2);"));

        var finding = tool.Findings.Single();
        Assert.AreEqual("TG5070", finding.Id);
        StringAssert.Contains(finding.Message, "the input {\"n\":100,\"by\":1}, which the schema allows, makes it throw DivideByZeroException");
        Assert.IsFalse(tool.HasErrors);
        Assert.IsGreaterThan(0, tool.Inputs!.Failed);
    }

    [TestMethod]
    public async Task An_output_that_its_schema_refuses_is_told()
    {
        var tool = await SpecTexts.TryAsync(SpecTexts.Halve(body: "return new Output(input.N * input.By > 1000 ? 101 : 2);"));

        StringAssert.Contains(tool.Findings.Single(finding => finding.Id == "TG5075").Message, "gets an output that `outputSchema` refuses");
    }

    [TestMethod]
    public async Task An_input_that_ends_the_process_is_told_and_the_others_go_on()
    {
        var tool = await SpecTexts.TryAsync(SpecTexts.Halve(body: "Func<long, long> down = null!; down = n => n > 90 ? down(n) + 1 : n; return new Output((int)down(input.N) * 0 + 2);"));

        Assert.Contains("TG5075", tool.Findings.Select(finding => finding.Id).ToArray(), string.Join("\n", tool.Findings) + tool.Inputs);
        StringAssert.Contains(tool.Findings.Single(finding => finding.Id == "TG5075").Message, "ends the process that runs it");
        Assert.AreEqual(20, tool.Inputs!.Tried);
    }

    [TestMethod]
    public async Task An_error_of_its_own_is_an_answer()
    {
        var tool = await SpecTexts.TryAsync(SpecTexts.Halve(
            body: "if (input.N > 50) throw Fail(\"too_large\", \"n is above 50\"); return new Output(2);", limits: "\"errors\": { \"too_large\": \"n is above 50\" },"));

        Assert.AreEqual(0, tool.Inputs!.Failed);
        Assert.IsFalse(tool.HasErrors, string.Join("\n", tool.Findings));
    }

    [TestMethod]
    public async Task Two_answers_to_one_input_are_told()
    {
        // The rules over C# let no field that changes through: what would get past them is made here.
        var tool = await SpecTexts.TryAsync(SpecTexts.Halve());
        var (inputs, findings) = await new InputTrial(tool, new Counting(), _ => null, Children.Sandbox).RunAsync(20, default);

        StringAssert.Contains(findings.Single().Message, "gave {\"value\":1}, and given again {\"value\":2}");
        Assert.AreEqual("TG5071", findings[0].Id);
        Assert.IsGreaterThan(1, inputs.Differing);
    }

    [TestMethod]
    public async Task What_asks_the_clock_or_draws_is_not_asked_twice()
    {
        var tool = await SpecTexts.TryAsync(SpecTexts.Halve(body: "return new Output(context.Now.Year - 1998 + context.Random.Next(1));", limits: "\"capabilities\": [\"clock\", \"random\"],"));

        Assert.AreEqual(0, tool.Inputs!.Repeated);
        Assert.IsFalse(tool.HasErrors, string.Join("\n", tool.Findings));
    }

    [TestMethod]
    public async Task Inputs_that_run_into_the_limit_are_no_fault_and_cost_little()
    {
        var tool = await SpecTexts.TryAsync(SpecTexts.Halve(body: "while (input.N > 10) { } return new Output(2);"));

        Assert.AreEqual(3, tool.Inputs!.Late);
        Assert.IsFalse(tool.HasErrors, string.Join("\n", tool.Findings));
    }

    [TestMethod]
    public async Task The_same_spec_gets_the_same_inputs()
    {
        var spec = SpecTexts.Halve(body: "return new Output(input.N == 37 ? 1000 : 2);");
        var (first, second) = (await SpecTexts.TryAsync(spec), await SpecTexts.TryAsync(spec));

        Assert.AreEqual(first.Inputs! with { Used = [], Refused = [] }, second.Inputs! with { Used = [], Refused = [] });
        CollectionAssert.AreEqual(first.Findings.Select(finding => finding.Message).ToArray(), second.Findings.Select(finding => finding.Message).ToArray());
    }

    [TestMethod]
    public async Task A_failing_sample_is_enough_to_know()
    {
        Assert.IsNull((await SpecTexts.TryAsync(SpecTexts.Halve(expected: "3"))).Inputs);
    }

    /// <summary>Answers how often it was called.</summary>
    private sealed class Counting : Tool
    {
        private int calls;

        public override ToolDescriptor Descriptor => StubDescriptor.Of("halve");

        public override ValueTask<ToolResult> CallAsync(ReadOnlyMemory<byte> arguments, ToolContext context, CancellationToken cancellationToken = default) =>
            new(ToolResult.Success(Encoding.UTF8.GetBytes($$"""{"value":{{++this.calls}}}""")));
    }
}
