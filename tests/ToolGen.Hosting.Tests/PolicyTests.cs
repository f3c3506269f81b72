using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Hosting.Tests;

[TestClass]
public sealed class PolicyTests
{
    private static readonly ToolCaller Agent = new("support-agent");

    [TestMethod]
    public async Task The_first_rule_that_fits_decides_and_what_is_denied_is_not_seen()
    {
        await using var host = new MemoryRecorder().Host(
            new()
            {
                Records = null,
                Rules =
                [
                    new(PolicyVerdict.Allow) { Tools = "delete_own", Callers = "support-*" },
                    new(PolicyVerdict.Deny) { Tools = "delete_*" },
                    new(PolicyVerdict.Deny) { Capability = "write *" },
                ],
            },
            null, StubTool.Of("delete_own"), StubTool.Of("delete_all"), StubTool.Of("save", "1.0.0", "read in/**", "write out/**"), StubTool.Of("list"));
        var seen = host.For(Agent);
        Assert.AreEqual("delete_own list", string.Join(' ', seen.Tools.Select(tool => tool.Name)));
        Assert.AreEqual("list", string.Join(' ', host.For(new("other")).Tools.Select(tool => tool.Name)));
        Assert.IsFalse((await seen.CallAsync("delete_own", default)).IsError);
        var refused = await seen.CallAsync("save", default);
        Assert.AreEqual(ToolErrorCodes.Denied, refused.Errors[0].Code);
        StringAssert.Contains(refused.Errors[0].Message, "the rule {tools: *, callers: *, capability: write *} says deny");
    }

    [TestMethod]
    [DataRow(null, false)]
    [DataRow(false, false)]
    [DataRow(true, true)]
    public async Task What_may_destroy_asks_a_person_each_time(bool? answer, bool runs)
    {
        var asked = 0;
        await using var host = new MemoryRecorder().Host(
            new() { Records = null, Rules = [new(PolicyVerdict.Ask) { Destructive = true }] },
            new() { Approval = answer is { } says ? new Person(() => { asked++; return says; }) : null },
            new StubTool("wipe", static (_, _) => new(StubTool.Done)) { Destroys = true }, StubTool.Of("look"));
        Assert.AreEqual(!runs, (await host.CallAsync("wipe", default, Agent)).IsError);
        Assert.AreEqual(!runs, (await host.CallAsync("wipe", default, Agent)).IsError);
        Assert.IsFalse((await host.CallAsync("look", default, Agent)).IsError);
        Assert.AreEqual(answer is null ? 0 : 2, asked);
    }

    [TestMethod]
    public async Task What_is_denied_is_not_called_through_another_tool_either()
    {
        var recorder = new MemoryRecorder();
        var outer = new StubTool("outer", static async (context, token) => await context.Tools.CallAsync("inner", "{}"u8.ToArray(), null, token), "1.0.0", "tool inner");
        await using var host = recorder.Host(new() { Records = null, Rules = [new(PolicyVerdict.Deny) { Tools = "inner", Callers = "support-*" }] }, null, outer, StubTool.Of("inner"));
        Assert.IsTrue((await host.CallAsync("outer", default, Agent)).IsError);
        Assert.IsFalse((await host.CallAsync("outer", default, ToolCaller.Application)).IsError);
        Assert.AreEqual("inner", recorder.Last.Calls.Single().Tool);
    }

    [TestMethod]
    public async Task A_policy_that_throws_refuses()
    {
        await using var host = new MemoryRecorder().Host(null, new() { Policy = new Broken() }, StubTool.Of("look"));
        Assert.AreEqual("the host failed with TimeoutException", (await host.CallAsync("look", default, Agent)).Errors[0].Message);
    }

    private sealed class Person(Func<bool> says) : IToolApproval
    {
        public ValueTask<bool> AskAsync(ToolDescriptor tool, ReadOnlyMemory<byte> arguments, ToolCaller caller, CancellationToken cancellationToken) => new(says());
    }

    private sealed class Broken : IToolPolicy
    {
        public PolicyDecision Decide(ToolDescriptor tool, ToolCaller caller) => throw new TimeoutException();
    }
}
