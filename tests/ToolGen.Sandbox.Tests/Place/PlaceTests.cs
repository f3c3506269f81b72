using System.Collections.Concurrent;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Effects;
using ToolGen.Hosting;
using ToolGen.Sandbox.Tests.Tools;

namespace ToolGen.Sandbox.Tests.Place;

/// <summary>A host runs in the sandbox what came out of it, whoever calls it.</summary>
[TestClass]
public sealed class PlaceTests
{
    private static readonly ToolCaller Agent = new("agent");

    [TestMethod]
    public async Task A_host_calls_a_tool_of_the_sandbox_there_and_records_the_place()
    {
        var (runs, recorder) = (new Runs(), new Recorder());
        await using var sandbox = new Sandbox(Sandboxes.Options with { Ran = runs.Add });
        await using var host = Host(sandbox, recorder, sandbox.Of(EchoTool.Instance));

        Assert.AreEqual("x", WorkerTool.Text(await host.CallAsync("EchoTool", WorkerTool.Argument("x"), Agent)));
        Assert.AreEqual(SandboxEnd.Answered, runs.Last.End);
        Assert.AreEqual("sandbox", recorder.Records.Single().Place);
    }

    [TestMethod]
    public async Task What_is_compiled_in_runs_in_process_as_before()
    {
        var recorder = new Recorder();
        await using var sandbox = new Sandbox(Sandboxes.Options);
        await using var host = Host(sandbox, recorder, EchoTool.Instance);

        Assert.AreEqual("x", WorkerTool.Text(await host.CallAsync("EchoTool", WorkerTool.Argument("x"), Agent)));
        Assert.AreEqual("process", recorder.Records.Single().Place);
        Assert.IsEmpty(sandbox.Processes);
    }

    [TestMethod]
    public async Task A_tool_of_the_sandbox_has_the_host_s_effects_and_no_others()
    {
        await using var sandbox = new Sandbox(Sandboxes.Options);
        await using var host = Host(sandbox, new Recorder(), sandbox.Of(BasicTool.Instance));

        // It lists no capability, so the host's context refuses the first that it asks for.
        StringAssert.StartsWith((await host.CallAsync("BasicTool", WorkerTool.Argument(""), Agent)).ErrorText(), "denied: BasicTool has no capability for \"random\"");
    }

    [TestMethod]
    public async Task A_tool_in_process_calls_one_of_the_sandbox_there()
    {
        var (runs, recorder) = (new Runs(), new Recorder());
        await using var sandbox = new Sandbox(Sandboxes.Options with { Ran = runs.Add });
        await using var host = Host(sandbox, recorder, sandbox.Of(EchoTool.Instance), new AskingTool());

        Assert.AreEqual("inner", WorkerTool.Text(await host.CallAsync("AskingTool", WorkerTool.Argument(""), Agent)));
        Assert.AreEqual("EchoTool", runs.Last.Tool);
        Assert.AreEqual("EchoTool", recorder.Records.Single().Calls.Single().Tool);
    }

    private static ToolHost Host(Sandbox sandbox, ICallRecorder recorder, params Tool[] tools)
    {
        var host = new ToolHost(Grants.None, null, new() { Places = [new SandboxPlace(sandbox)], Recorder = recorder });
        host.Add(new ToolCatalog(tools));
        return host;
    }

    private sealed class AskingTool : WorkerTool
    {
        protected override System.Collections.Generic.IReadOnlyList<string> Capabilities => ["tool EchoTool"];

        protected override async ValueTask<string> RunAsync(string argument, ToolContext context, System.Threading.CancellationToken cancellationToken) =>
            Text(await context.Tools.CallAsync("EchoTool", Argument("inner"), null, cancellationToken));
    }

    private sealed class Recorder : ICallRecorder
    {
        public ConcurrentQueue<CallRecord> Records { get; } = [];

        public string? Fault => null;

        public ValueTask RecordAsync(CallRecord record)
        {
            this.Records.Enqueue(record);
            return default;
        }
    }
}
