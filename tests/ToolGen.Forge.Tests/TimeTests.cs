using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Forge.Stations;

namespace ToolGen.Forge.Tests;

/// <summary>The time that one tool has, however many samples, inputs and changes it brings.</summary>
[TestClass]
public sealed class TimeTests
{
    private const string Endless = "while (input.N >= 0) { } return new Output(2);";

    [TestMethod]
    public async Task Samples_that_take_longer_than_their_tool_has_are_an_error()
    {
        // Whether or not a worker starts within the time: what is left is not run.
        var forge = new Forge { TryTime = TimeSpan.FromMilliseconds(300), Inputs = 0 };
        var set = forge.Make([SpecTexts.Halve(body: Endless, more: """, { "input": { "n": 9, "by": 3 }, "output": { "value": 3 } }""")]);
        var tool = (await forge.TryAsync(set, Children.Sandbox)).Tools[0];

        Assert.AreEqual("TG5057", tool.Findings.Single().Id);
        StringAssert.Contains(tool.Findings[0].Message, "0.3 s");
        Assert.IsEmpty(tool.Samples);
        Assert.IsFalse(forge.EvidenceOf(new([tool], set.Compiled))[0].Evidence.IsSound);
    }

    [TestMethod]
    public async Task A_tool_that_passes_its_samples_and_not_its_inputs_in_time_is_no_better()
    {
        // Each input above 10 runs until its own limit of half a second at least, three times.
        var forge = new Forge { TryTime = TimeSpan.FromSeconds(1) };
        var tool = (await forge.TryAsync(forge.Make([SpecTexts.Halve(body: "while (input.N > 10) { } return new Output(2);")]), Children.Sandbox)).Tools[0];

        Assert.AreEqual("TG5057", tool.Findings.Single().Id);
        Assert.IsNull(tool.Inputs);
        Assert.IsTrue(tool.HasErrors);
    }

    [TestMethod]
    public async Task A_tool_that_is_not_weighed_in_time_counts_as_not_weighed()
    {
        var forge = new Forge { WorthTime = TimeSpan.FromMilliseconds(1) };
        var tried = await forge.TryAsync(forge.Make([SpecTexts.Halve(more: """, { "input": { "n": 9, "by": 3 }, "output": { "value": 3 } }""")]), Children.Sandbox);
        Assert.IsFalse(tried.Tools[0].HasErrors);
        var tool = (await forge.WeighAsync(tried, Children.Sandbox)).Tools[0];

        Assert.AreEqual("TG5064", tool.Findings.Single().Id);
        Assert.IsNull(tool.Worth);
        Assert.IsTrue(tool.HasErrors);
    }

    [TestMethod]
    public async Task Time_that_is_over_is_told_apart_from_work_that_nobody_wants_any_more()
    {
        using var asked = new CancellationTokenSource();
        using var endless = new TimedWork(Timeout.InfiniteTimeSpan, asked.Token);
        using var brief = new TimedWork(TimeSpan.Zero, asked.Token);

        Assert.IsTrue(await endless.RunAsync(_ => Task.CompletedTask));
        Assert.IsFalse(await brief.RunAsync(late => Task.Delay(Timeout.Infinite, late)));
        await asked.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => endless.RunAsync(late => Task.Delay(Timeout.Infinite, late)));
        await Assert.ThrowsAsync<OperationCanceledException>(() => brief.RunAsync(late => Task.Delay(Timeout.Infinite, late)));
    }
}
