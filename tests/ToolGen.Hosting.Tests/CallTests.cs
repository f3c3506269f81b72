using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;
using ToolGen.Effects;
using ToolGen.Forge.Specs;

namespace ToolGen.Hosting.Tests;

[TestClass]
public sealed class CallTests
{
    private static readonly ToolCaller Agent = new("support-agent", "c1");

    [TestMethod]
    [DataRow("count", "2.1.0")]
    [DataRow("COUNT", "2.1.0")]
    [DataRow("count@^1", "1.4.0")]
    [DataRow("count@1.3", "1.3.0")]
    [DataRow("count@3.0.0-rc.1", "3.0.0-rc.1")]
    public async Task A_reference_means_the_highest_version_that_fits_and_no_prerelease_unasked(string reference, string version)
    {
        var recorder = new MemoryRecorder();
        await using var host = recorder.Host(null, null, StubTool.Of("count"));
        foreach (var one in new[] { "1.3.0", "2.1.0", "1.4.0", "3.0.0-rc.1" }) host.Add(new ToolCatalog(StubTool.Of("count", one)));
        Assert.IsFalse((await host.CallAsync(reference, default, Agent)).IsError);
        Assert.AreEqual(version, recorder.Last.Version);
    }

    [TestMethod]
    [DataRow("nothing", "this host has no tool nothing")]
    [DataRow("count@^7", "this host has count 1.0.0, which is not the count@^7 that is asked for")]
    [DataRow("a tool; drop", "this host has no tool a tool; drop")]
    public async Task What_is_not_there_is_an_error_and_a_record(string reference, string message)
    {
        var recorder = new MemoryRecorder();
        await using var host = recorder.Host(null, null, StubTool.Of("count"));
        var result = await host.CallAsync(reference, default, Agent);
        Assert.AreEqual((ToolErrorCodes.NotFound, message), (result.Errors[0].Code, result.Errors[0].Message));
        Assert.AreEqual((reference, null, CallFault.Caller, "support-agent", "c1"), (recorder.Last.Reference, recorder.Last.Tool, recorder.Last.Fault, recorder.Last.Caller, recorder.Last.Conversation));
    }

    [TestMethod]
    public async Task Every_call_is_counted_by_whose_fault_it_was()
    {
        var recorder = new MemoryRecorder();
        await using var host = recorder.Host(new() { Records = null, Rules = [new(PolicyVerdict.Deny) { Tools = "no" }] }, null,
            StubTool.Of("good"), StubTool.Failing("bad_input", ToolErrorCodes.InvalidInput), StubTool.Failing("broken", ToolErrorCodes.InvalidOutput), StubTool.Failing("offline", ToolErrorCodes.Unavailable), StubTool.Of("no"),
            new StubTool("thrower", (_, _) => throw new InvalidOperationException("secret text")));
        foreach (var name in new[] { "good", "good", "bad_input", "broken", "offline", "no", "thrower" }) await host.CallAsync(name, default, Agent);
        Assert.AreEqual(
            "bad_input 0/1/0/0/0, broken 0/0/1/0/0, good 2/0/0/0/0, no 0/0/0/0/1, offline 0/0/0/1/0, thrower 0/0/1/0/0",
            string.Join(", ", host.Usage.Select(usage => $"{usage.Tool} {usage.Answered}/{usage.CallerFaults}/{usage.ToolFaults}/{usage.EnvironmentFaults}/{usage.Refused}")));
        Assert.HasCount(7, recorder.Records);
    }

    [TestMethod]
    public async Task What_a_tool_throws_stays_inside()
    {
        await using var host = new MemoryRecorder().Host(null, null, new StubTool("thrower", (_, _) => throw new InvalidOperationException("secret text")));
        var error = (await host.CallAsync("thrower", default, Agent)).Errors.Single();
        Assert.AreEqual((ToolErrorCodes.Internal, "the tool failed with InvalidOperationException"), (error.Code, error.Message));
    }

    [TestMethod]
    public async Task Tools_that_come_later_can_be_called_and_a_version_never_changes()
    {
        await using var host = new MemoryRecorder().Host(null, null, StubTool.Of("one"));
        Assert.IsTrue((await host.CallAsync("two", default, Agent)).IsError);
        host.Add(new ToolCatalog(StubTool.Of("two")));
        Assert.IsFalse((await host.CallAsync("two", default, Agent)).IsError);
        host.Add(new ToolCatalog(StubTool.Of("two")));
        Assert.HasCount(2, host.Tools);
    }

    [TestMethod]
    public async Task Tool_is_made_when_it_is_called_and_not_when_it_is_listed()
    {
        var source = new CountedTools("one", "two", "three");
        await using var host = new MemoryRecorder().Host();
        host.Add(new ToolCatalog(source));
        Assert.HasCount(3, host.For(Agent).Tools);
        Assert.AreEqual(0, source.Made);
        Assert.IsFalse((await host.CallAsync("two@^1", default, Agent)).IsError);
        Assert.AreEqual(1, source.Made);
    }

    [TestMethod]
    public async Task What_is_not_compiled_in_runs_nowhere()
    {
        const string spec = """
            { "name": "twice", "description": "Double a number.",
              "inputSchema": { "type": "object", "properties": { "n": { "type": "integer", "maximum": 9 } }, "required": ["n"] },
              "outputSchema": { "type": "object", "properties": { "n": { "type": "integer" } }, "required": ["n"] },
              "implementation": { "kind": "code", "body": "return new Output(input.N * 2);" },
              "examples": [{ "input": { "n": 2 }, "output": { "n": 4 } }] }
            """;
        var recorder = new MemoryRecorder();
        await using var host = recorder.Host();
        host.Add(new ToolCatalog(Forged.Twice(spec)));
        var result = await host.CallAsync("twice", "{\"n\":2}"u8.ToArray(), Agent);
        Assert.AreEqual((ToolErrorCodes.Denied, CallFault.Host, (string?)null), (result.Errors[0].Code, recorder.Last.Fault, recorder.Last.Place));
        StringAssert.Contains(result.Errors[0].Message, "is not compiled into this application");
    }
}
