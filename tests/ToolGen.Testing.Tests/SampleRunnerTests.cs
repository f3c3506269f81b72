using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Testing.Tests;

[TestClass]
public sealed class SampleRunnerTests
{
    [TestMethod]
    public async Task Passes_what_gives_the_output()
    {
        var result = await Run(new((arguments, _) => HandMadeTool.Output(arguments)), Output("{\"a\": 1}", "{\"a\": 1.0}"));
        Assert.AreEqual(SampleOutcome.Passed, result.Outcome);
        Assert.AreEqual("{\"a\":1}", result.Output);
        Assert.AreEqual("", result.Describe());
    }

    [TestMethod]
    public async Task Fails_with_the_place_and_both_values()
    {
        var result = await Run(new((_, _) => HandMadeTool.Output("{\"a\":2}")), Output("{}", "{\"a\": 1}"));
        Assert.AreEqual(SampleOutcome.Failed, result.Outcome);
        Assert.AreEqual("/a: expected 1, got 2", result.Describe());
    }

    [TestMethod]
    public async Task Fails_where_an_error_came_in_place_of_an_output()
    {
        var result = await Run(new((_, _) => HandMadeTool.Error("invalid_input", "/a")), Output("{}", "{}"));
        Assert.AreEqual("expected an output, got invalid_input /a: it is wrong", result.Describe());
    }

    [TestMethod]
    [DataRow("no_solution", null, SampleOutcome.Passed, "")]
    [DataRow("no_solution", "/x", SampleOutcome.Passed, "")]
    [DataRow("no_solution", "/y", SampleOutcome.Failed, "expected the error no_solution /y, got no_solution /x: it is wrong")]
    [DataRow("timeout", null, SampleOutcome.Failed, "expected the error timeout, got no_solution /x: it is wrong")]
    public async Task Compares_errors_by_code_and_pointer(string code, string? pointer, SampleOutcome outcome, string said)
    {
        var result = await Run(new((_, _) => HandMadeTool.Error("no_solution", "/x")), Error(code, pointer));
        Assert.AreEqual(outcome, result.Outcome);
        Assert.AreEqual(said, result.Describe());
    }

    [TestMethod]
    public async Task Fails_where_no_error_came()
    {
        var result = await Run(new((_, _) => HandMadeTool.Output("{}")), Error("not_found", null));
        Assert.AreEqual("expected the error not_found, got the output {}", result.Describe());
    }

    [TestMethod]
    public async Task A_computed_output_counts_for_nothing()
    {
        var result = await Run(new((_, _) => HandMadeTool.Output("{\"x\":1}")), Sample("{}") with { OutputUnknown = true });
        Assert.AreEqual(SampleOutcome.Unconfirmed, result.Outcome);
        Assert.AreEqual("{\"x\":1}", result.Output);
        var failed = await Run(new((_, _) => HandMadeTool.Error("bad_data")), Sample("{}") with { OutputUnknown = true });
        Assert.AreEqual(SampleOutcome.Failed, failed.Outcome);
    }

    [TestMethod]
    public async Task The_clock_stands_where_given_says_or_in_2000()
    {
        var tool = new HandMadeTool((_, context) => HandMadeTool.Output($"\"{context.Now:O}\""), "clock");
        Assert.AreEqual("\"2000-01-01T00:00:00.0000000+00:00\"", (await Run(tool, Output("{}", "0"))).Output);
        Assert.AreEqual("\"2026-03-01T10:00:00.0000000+00:00\"", (await Run(tool, Output("{}", "0") with { Given = Given("2026-03-01T12:00:00+02:00") })).Output);
        var result = await SampleRunner.RunAsync(tool, Output("{}", "0") with { Given = Given("2026-05-05T00:00:00Z") }, null, [Given("2020-01-01T00:00:00Z"), null]);
        Assert.AreEqual("\"2026-05-05T00:00:00.0000000+00:00\"", result.Output);
    }

    [TestMethod]
    public async Task The_same_seed_gives_the_same_numbers()
    {
        var tool = new HandMadeTool((_, context) => HandMadeTool.Output($"[{context.Random.Next(1000)},{context.Random.Next(1000)}]"), "random");
        var seeded = Output("{}", "0") with { Given = Given(null, "42") };
        var first = (await Run(tool, seeded)).Output;
        Assert.AreEqual(first, (await Run(tool, seeded)).Output);
        Assert.AreNotEqual(first, (await Run(tool, Output("{}", "0") with { Given = Given(null, "43") })).Output);
    }

    [TestMethod]
    public async Task Recorded_draws_come_in_order_and_run_out_as_unrecorded()
    {
        var tool = new HandMadeTool((_, context) => HandMadeTool.Output($"[{context.Random.Next(10)},{context.Random.Next(10)}]"), "random");
        var result = await Run(tool, Output("{}", "[0, 9]") with { Given = Given(null, "[0.05, 0.99]") });
        Assert.AreEqual(SampleOutcome.Passed, result.Outcome, result.Describe());
        result = await Run(tool, Output("{}", "[0, 0]") with { Given = Given(null, "[0.05]") });
        Assert.AreEqual(SampleOutcome.Unrecorded, result.Outcome);
        Assert.AreEqual("no recording: draw 2 of random, where 1 are recorded", result.Describe());
    }

    [TestMethod]
    public async Task What_was_used_is_seen_and_must_be_declared()
    {
        var sample = Output("{}", "{}");
        static ToolResult Answer(string arguments, ToolContext context)
        {
            context.Log("now " + context.Now.Year);
            return HandMadeTool.Output("{}");
        }

        var result = await Run(new(Answer, "clock"), sample);
        Assert.AreEqual(SampleOutcome.Passed, result.Outcome);
        Assert.AreEqual("clock", result.Used.Single());
        Assert.AreEqual("now 2000", result.Log.Single());
        Assert.AreEqual("the tool used clock, which its capabilities do not list", (await Run(new(Answer), sample)).Describe());
    }

    [TestMethod]
    public async Task A_tool_that_throws_fails_its_sample_only()
    {
        var result = await Run(new((_, _) => throw new InvalidOperationException("boom")), Output("{}", "{}"));
        Assert.AreEqual("expected an output, got internal: the tool threw InvalidOperationException: boom", result.Describe());
    }

    [TestMethod]
    public async Task Output_may_hold_what_no_spec_may()
    {
        var result = await Run(new((_, _) => HandMadeTool.Output("{\"a\":\"\u202e\",\"n\":1e99999}")), Output("{}", "{\"a\": \"x\", \"n\": 1}"));
        Assert.HasCount(2, result.Differences);
    }

    private static Task<SampleResult> Run(HandMadeTool tool, Sample sample) => SampleRunner.RunAsync(tool, sample, null, []);

    private static Sample Sample(string input) => new((JsonObject)Written.Json("{}")) { Input = Written.Json(input) };

    private static Sample Output(string input, string output) => Sample(input) with { Output = Written.Json(output) };

    private static Sample Error(string code, string? pointer) => Sample("{}") with { ErrorCode = code, ErrorPointer = pointer };

    private static Given Given(string? now, string? random = null) => new((JsonObject)Written.Json("{}")) { Now = now, Random = random is null ? null : Written.Json(random) };
}
