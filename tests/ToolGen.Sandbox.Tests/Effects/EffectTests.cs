using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Sandbox.Tests.Tools;

namespace ToolGen.Sandbox.Tests.Effects;

/// <summary>What a tool asks for through the pipe is what it asks for without it, and so is what it gets.</summary>
[TestClass]
public sealed class EffectTests
{
    [TestMethod]
    public Task Requests_and_answers_are_whole() => AssertAlike(HttpTool.Instance, "one");

    [TestMethod]
    public async Task A_thousand_requests_at_a_time_are_all_answered() =>
        Assert.AreEqual(string.Join(',', Enumerable.Range(0, 1_000)), await Text(HttpTool.Instance, "many", new EffectWorld()));

    [TestMethod]
    public async Task A_request_that_the_tool_gives_up_stops_at_the_host() => Assert.AreEqual("abandoned", await Text(HttpTool.Instance, "abandon", new EffectWorld()));

    [TestMethod]
    public Task Values_of_statements_and_rows_keep_their_types() => AssertAlike(ValuesTool.Instance, "");

    [TestMethod]
    [DataRow("EchoTool")]
    [DataRow("wrong")]
    [DataRow("missing")]
    public Task Results_of_other_tools_are_whole_and_secrets_sign(string tool) => AssertAlike(CallingTool.Instance, tool);

    [TestMethod]
    public async Task What_the_host_knows_of_its_own_failure_stays_there() =>
        Assert.AreEqual("internal: the tool failed with InvalidOperationException", await Text(CallingTool.Instance, "broken", new EffectWorld()));

    [TestMethod]
    public async Task A_tool_in_the_sandbox_calls_another_there_though_no_turn_is_left()
    {
        var runs = new Runs();
        await using var sandbox = new Sandbox(Sandboxes.Options with { Running = 1, Ran = runs.Add });
        var world = new EffectWorld { FindTool = _ => sandbox.Of(EchoTool.Instance, caller: "inner") };

        StringAssert.StartsWith(WorkerTool.Text(await sandbox.Of(CallingTool.Instance).CallAsync(WorkerTool.Argument("echo"), world)), "inner ");
        CollectionAssert.AreEqual(new[] { "EchoTool", "CallingTool" }, runs.All.Select(run => run.Tool).ToArray());
    }

    [TestMethod]
    public async Task A_tool_that_is_given_up_ends_the_one_that_it_called()
    {
        var runs = new Runs();
        await using var sandbox = new Sandbox(Sandboxes.Options with { Ran = runs.Add });
        using var stop = new CancellationTokenSource();
        var world = new EffectWorld { FindTool = _ => sandbox.Of(LoopTool.Instance, caller: "inner") };

        var calling = sandbox.Of(CallingTool.Instance).CallAsync(WorkerTool.Argument("loop"), world, stop.Token);
        await Alive.Until(() => !world.Asked.IsEmpty);
        await stop.CancelAsync();

        Assert.AreEqual(ToolErrorCodes.Canceled, (await calling).Errors[0].Code);
        await Alive.Until(() => runs.All.Count == 2);
        Assert.AreEqual(SandboxEnd.Canceled, runs.All.Single(run => run.Tool == "LoopTool").End);
    }

    [TestMethod]
    public async Task Time_zones_of_the_host_s_own_making_are_the_tool_s_too()
    {
        var (here, there) = (new OwnZones(), new OwnZones());
        await using var sandbox = new Sandbox(Sandboxes.Options);
        Assert.AreEqual(
            WorkerTool.Text(await BasicTool.Instance.CallAsync(WorkerTool.Argument(""), here)),
            WorkerTool.Text(await sandbox.Of(BasicTool.Instance).CallAsync(WorkerTool.Argument(""), there)));
    }

    private static async Task AssertAlike(WorkerTool tool, string argument)
    {
        EffectWorld World() => new() { FindTool = name => name == "EchoTool" ? EchoTool.Instance : null };
        var (here, there) = (World(), World());

        var direct = WorkerTool.Text(await tool.CallAsync(WorkerTool.Argument(argument), here));
        Assert.AreEqual(direct, await Text(tool, argument, there));
        Assert.AreEqual(string.Join('\n', here.Asked.Where(line => line != "run Value")), string.Join('\n', there.Asked));
    }

    private static async Task<string> Text(WorkerTool tool, string argument, ToolContext context)
    {
        await using var sandbox = new Sandbox(Sandboxes.Options);
        return WorkerTool.Text(await sandbox.Of(tool).CallAsync(WorkerTool.Argument(argument), context));
    }

    private sealed class OwnZones : PinnedContext
    {
        private static readonly TimeZoneInfo.AdjustmentRule Summer = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            DateTime.MinValue.Date, DateTime.MaxValue.Date, TimeSpan.FromMinutes(30),
            TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 2, 0, 0), 4, 5), TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 2, 0, 0), 10, 6));

        public override TimeZoneInfo Zone(string id) => TimeZoneInfo.CreateCustomTimeZone(id, TimeSpan.FromMinutes(97), "here", "here", "summer here", [Summer]);
    }
}
