using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Sandbox.Tests.Effects;
using ToolGen.Sandbox.Tests.Tools;

namespace ToolGen.Sandbox.Tests.Pool;

/// <summary>Calls that tools make of others have turns of their own: as many workers, and no more.</summary>
[TestClass]
public sealed class NestedTests
{
    [TestMethod]
    public async Task One_that_gets_no_turn_in_time_fails_with_limit()
    {
        await using var sandbox = new Sandbox(Sandboxes.Options with { Nested = 1, NestedWait = TimeSpan.FromMilliseconds(200) });
        using var stop = new CancellationTokenSource();
        var waiting = new PinnedContext();
        var holds = new EffectWorld { FindTool = _ => new Redirected(sandbox.Of(PatientTool.Instance, caller: "inner"), waiting) };
        var holding = sandbox.Of(CallingTool.Instance).CallAsync(WorkerTool.Argument("first"), holds, stop.Token);
        await Alive.Until(() => waiting.Lines.Count > 0);

        var wants = new EffectWorld { FindTool = _ => sandbox.Of(EchoTool.Instance, caller: "inner") };
        var second = WorkerTool.Text(await sandbox.Of(CallingTool.Instance).CallAsync(WorkerTool.Argument("second"), wants));

        StringAssert.Contains(second, "more than 1 calls that tools make of others run at a time");
        Assert.IsLessThanOrEqualTo(3, sandbox.Processes.Count);
        await stop.CancelAsync();
        await holding;
        StringAssert.StartsWith(WorkerTool.Text(await sandbox.Of(CallingTool.Instance).CallAsync(WorkerTool.Argument("third"), wants)), "inner ");
    }

    [TestMethod]
    public async Task Those_that_wait_for_one_another_all_end()
    {
        // Each holds the turn that the one below it needs.
        await using var sandbox = new Sandbox(Sandboxes.Options with { Nested = 2, NestedWait = TimeSpan.FromMilliseconds(300) });
        EffectWorld world = null!;
        world = new EffectWorld { FindTool = _ => sandbox.Of(DownTool.Instance) };
        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => sandbox.Of(DownTool.Instance).CallAsync(WorkerTool.Argument("5"), world).AsTask()));
        Assert.IsTrue(results.All(result => WorkerTool.Text(result).Contains(ToolErrorCodes.Limit, StringComparison.Ordinal)), string.Join('|', results.Select(WorkerTool.Text)));
    }

    /// <summary>A tool that is called with another context than the one it is given.</summary>
    private sealed class Redirected(Tool tool, ToolContext other) : Tool
    {
        public override ToolDescriptor Descriptor => tool.Descriptor;

        public override ValueTask<ToolResult> CallAsync(ReadOnlyMemory<byte> arguments, ToolContext context, CancellationToken cancellationToken = default) => tool.CallAsync(arguments, other, cancellationToken);
    }
}
