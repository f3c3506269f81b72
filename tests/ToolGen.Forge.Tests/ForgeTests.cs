using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Forge.Specs;
using ToolGen.Forge.Trial;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Forge.Tests;

[TestClass]
public sealed class ForgeTests
{
    [TestMethod]
    public async Task Spec_becomes_a_tool_that_answers()
    {
        var set = new Forge().Make([SpecTexts.Halve()]);

        var result = (await Forge.CallAsync(set, [new(set.Tools[0], """{"n":10,"by":4}""")], Children.Sandbox))[0];
        Assert.AreEqual(RunOutcome.Passed, result.Outcome);
        Assert.AreEqual("""{"value":2}""", result.Output);
    }

    [TestMethod]
    public async Task Samples_pass_and_leave_evidence()
    {
        var tool = await SpecTexts.TryAsync(SpecTexts.Halve());

        Assert.IsFalse(tool.HasErrors, string.Join("\n", tool.Findings));
        Assert.HasCount(1, tool.Samples);
        Assert.AreEqual(64, tool.SpecHash!.Length);
        Assert.AreEqual(64, tool.SourceHash!.Length);
    }

    [TestMethod]
    public void Same_spec_has_the_same_hashes_wherever_it_lies()
    {
        var here = new Forge().Make([SpecTexts.Halve("a/halve.tool.json")]).Tools[0];
        var there = new Forge().Make([SpecTexts.Halve("/somewhere/else/halve.tool.json")]).Tools[0];

        Assert.AreEqual(here.SpecHash, there.SpecHash);
        Assert.AreEqual(here.SourceHash, there.SourceHash);
    }

    [TestMethod]
    public void Compile_error_stands_at_the_line_of_the_body()
    {
        var tool = new Forge().Make([SpecTexts.Halve(body: "return new Output(input.Nope / input.By);")]).Tools[0];

        var finding = tool.Findings.Single(finding => finding.Severity == FindingSeverity.Error);
        Assert.AreEqual("TG2050", finding.Id);
        Assert.AreEqual(SpecTexts.LineOfBody, finding.Place.Start.Line + 1);
        Assert.AreEqual("Nope", tool.Document.Source.Text.Substring(finding.Place.Span.Start, finding.Place.Span.Length));
    }

    [TestMethod]
    public async Task Exception_at_run_time_stands_at_the_line_of_the_body()
    {
        var tool = await SpecTexts.TryAsync(SpecTexts.Halve(body: "return new Output(input.N / (input.By - 4));"));

        var finding = tool.Findings.Single(finding => finding.Id == "TG5051");
        Assert.AreEqual(SpecTexts.LineOfBody, finding.Place.Start.Line + 1);
        StringAssert.Contains(finding.Message, "DivideByZeroException");
    }

    [TestMethod]
    public async Task Failed_sample_stands_at_the_value_that_did_not_come()
    {
        var tool = await SpecTexts.TryAsync(SpecTexts.Halve(expected: "3"));

        var finding = tool.Findings.Single();
        Assert.AreEqual("TG5050", finding.Id);
        Assert.AreEqual(SpecTexts.LineOfSample, finding.Place.Start.Line + 1);
        Assert.AreEqual("3", tool.Document.Source.Text.Substring(finding.Place.Span.Start, finding.Place.Span.Length));
    }

    [TestMethod]
    public async Task Sample_that_never_ends_is_killed_and_the_next_one_runs()
    {
        var endless = SpecTexts.Halve(
            body: "while (input.By == 4) { } return new Output(0);", limits: "\"limits\": { \"timeout\": \"100ms\" },",
            more: """, { "input": { "n": 0, "by": 1 }, "output": { "value": 0 } }""");
        var tool = await SpecTexts.TryAsync(endless);

        CollectionAssert.AreEqual(new[] { RunOutcome.TimedOut, RunOutcome.Passed }, tool.Samples.Select(sample => sample.Result.Outcome).ToArray());
        Assert.AreEqual("TG5052", tool.Findings.Single().Id);
    }

    [TestMethod]
    public async Task Sample_that_overflows_the_stack_costs_itself_alone()
    {
        var deep = SpecTexts.Halve(
            body: "long Deep(long n) => n == 0 ? 0 : 1 + Deep(n + 1); return new Output((int)(input.By == 4 ? Deep(1) : 0));",
            more: """, { "input": { "n": 0, "by": 1 }, "output": { "value": 0 } }""");
        var tool = await SpecTexts.TryAsync(deep);

        CollectionAssert.AreEqual(new[] { RunOutcome.Crashed, RunOutcome.Passed }, tool.Samples.Select(sample => sample.Result.Outcome).ToArray());
    }

    [TestMethod]
    public async Task Output_left_to_the_trial_is_shown_and_not_counted()
    {
        var tool = await SpecTexts.TryAsync(SpecTexts.Halve(output: "\"?\""));

        Assert.AreEqual(RunOutcome.Unconfirmed, tool.Samples[0].Result.Outcome);
        Assert.AreEqual("""{"value":2}""", tool.Samples[0].Result.Output);
        Assert.IsFalse(tool.HasErrors);
    }

    [TestMethod]
    public void Bad_specs_do_not_disturb_a_good_one()
    {
        var set = new Forge().Make(
        [
            new SpecInput("cut.tool.json", Encoding.UTF8.GetBytes("{ \"name\": ")),
            new SpecInput("empty.tool.json", default),
            new SpecInput("wide.tool.json", Encoding.Unicode.GetBytes("{}")),
            new SpecInput("deep.tool.json", Encoding.UTF8.GetBytes(new string('[', 10_000))),
            new SpecInput("large.tool.json", new byte[JsonReader.MaximumBytes + 1]),
            SpecTexts.Halve(),
        ]);

        Assert.IsTrue(set.Tools.Take(5).All(tool => tool.HasErrors));
        Assert.IsTrue(set.Tools[5].IsCompiled);
    }

    [TestMethod]
    public void Second_of_two_specs_of_one_name_is_refused()
    {
        var set = new Forge().Make([SpecTexts.Halve("a/halve.tool.json"), SpecTexts.Halve("b/halve.tool.json")]);

        Assert.IsTrue(set.Tools[0].IsCompiled);
        Assert.AreEqual("TG2054", set.Tools[1].Findings.Single().Id);
    }

    [TestMethod]
    public async Task Process_of_a_tool_has_nothing_of_the_environment()
    {
        Environment.SetEnvironmentVariable("TOOLGEN_TEST_SECRET", "x");
        var set = new Forge().Make([SpecTexts.Halve()]);
        await using var sandbox = Children.Open();
        Assert.AreEqual(RunOutcome.Passed, (await Forge.CallAsync(set, [new(set.Tools[0], """{"n":1,"by":1}""")], sandbox))[0].Outcome);
        if (!OperatingSystem.IsLinux()) Assert.Inconclusive("only Linux tells the environment of another process");

        // A worker lets nobody but the superuser look into it.
        if (Environment.UserName != "root") Assert.Inconclusive("only the superuser may read the environment of a worker");
        Assert.IsNotEmpty(sandbox.Sandbox.Processes);
        foreach (var id in sandbox.Sandbox.Processes)
        {
            var environment = File.ReadAllText($"/proc/{id}/environ");
            Assert.Contains("DOTNET_", environment);
            Assert.DoesNotContain("TOOLGEN_TEST_SECRET", environment);
            Assert.DoesNotContain("HOME=", environment);
        }
    }
}
