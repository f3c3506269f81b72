using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Sandbox.Isolation;
using ToolGen.Sandbox.Protocol;
using ToolGen.Sandbox.Tests.Tools;
using ToolGen.Sandbox.Worker;

namespace ToolGen.Sandbox.Tests.Pool;

/// <summary>What a blank worker does before it is bound.</summary>
[TestClass]
public sealed class RehearsalTests
{
    [TestMethod]
    public async Task It_answers_fails_and_refuses_as_tools_do_and_says_nothing_to_the_host()
    {
        using var said = new MemoryStream();
        var results = await Rehearsal.CallAsync(new HostLink(said));

        Assert.AreEqual("""{"text":"2 1.50 1.3","doubled":[2,4,6]}""", Encoding.UTF8.GetString(results[0].Output.Span), results[0].IsError ? results[0].ErrorText() : "");
        Assert.AreEqual("too_short", results[1].Errors[0].Code);
        Assert.AreEqual(ToolErrorCodes.InvalidInput, results[2].Errors[0].Code);
        Assert.AreEqual(0, said.Length);
    }

    [TestMethod]
    public void A_blank_worker_says_hello_and_then_nothing_until_it_is_bound()
    {
        using var worker = Sandboxes.Options.Launcher.Start();
        Assert.AreEqual(FrameKind.Hello, Next(worker));

        // It reads this after it rehearsed.
        worker.Input.Write(new FrameWriter(FrameKind.Bind).Bytes([1, 2, 3]).Int(0).End().Span);
        worker.Input.Flush();
        Assert.AreEqual(FrameKind.Bound, Next(worker), worker.Errors);
    }

    [TestMethod]
    public async Task A_worker_that_rehearsed_serves_its_tool_and_its_context_sees_the_tool_alone()
    {
        var runs = new Runs();
        await using var sandbox = new Sandbox(Sandboxes.Options with { Blank = 1, Ran = runs.Add });
        await sandbox.WarmAsync();
        var blank = sandbox.Processes;
        var context = new PinnedContext();

        Assert.AreEqual("hello", WorkerTool.Text(await sandbox.Of(EchoTool.Instance).CallAsync(WorkerTool.Argument("hello"), context)));
        CollectionAssert.Contains(new List<int>(blank), sandbox.Pool.Bound[0]);
        Assert.AreEqual(SandboxEnd.Answered, runs.Last.End);
        Assert.IsEmpty(context.Lines);
    }

    private static FrameKind? Next(IWorkerProcess worker)
    {
        var frame = Task.Run(() => FrameSource.Next(worker.Output));
        return frame.Wait(Isolation.Workers.Patience) ? frame.Result?.Kind : null;
    }
}
