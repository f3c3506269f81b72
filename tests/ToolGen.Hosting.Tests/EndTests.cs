using System;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Effects;

namespace ToolGen.Hosting.Tests;

/// <summary>A tool that does not end when it should: its caller has an answer, and its code has no effects any more.</summary>
[TestClass]
public sealed class EndTests
{
    private static readonly ToolHostOptions Options = new() { Records = null, Grace = TimeSpan.FromMilliseconds(20) };
    private static readonly ToolLimits Short = new(TimeSpan.FromMilliseconds(50), 1 << 20);

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task A_tool_that_ignores_its_end_writes_nothing_afterwards(bool givesUp)
    {
        var folder = Directory.CreateTempSubdirectory("toolgen hosting ").FullName;
        try
        {
            var (started, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
            var after = new TaskCompletionSource<Exception?>();
            var tool = new StubTool("stubborn", async (context, _) =>
            {
                using var outputs = context.Files.BeginWrite();
                using var file = outputs.Create("out/late.txt");
                file.Write("early"u8);
                started.SetResult();
                await goOn.Task;
                after.SetResult(Caught(() => file.Write("late"u8)) ?? Caught(outputs.Commit) ?? Caught(() => context.Files.OpenRead("out/late.txt")));
                return StubTool.Done;
            }, "1.0.0", "write out/**", "read out/**")
            { Caps = givesUp ? ToolLimits.Default : Short };
            var grants = new Grants { Folders = new System.Collections.Generic.Dictionary<string, FolderGrant> { ["out"] = new(folder, GrantAccess.ReadWrite) } };
            var recorder = new MemoryRecorder();
            await using var host = new ToolHost(grants, Options, new() { Recorder = recorder });
            host.Add(new ToolCatalog(tool));
            using var stop = new CancellationTokenSource();
            var call = host.CallAsync("stubborn", default, ToolCaller.Application, stop.Token).AsTask();
            await started.Task;
            if (givesUp) await stop.CancelAsync();
            var result = await call;
            Assert.AreEqual(givesUp ? ToolErrorCodes.Canceled : ToolErrorCodes.Timeout, result.Errors[0].Code);
            Assert.IsTrue(recorder.Last.Left);
            goOn.SetResult();
            var refused = (ToolException)(await after.Task)!;
            Assert.AreEqual(ToolErrorCodes.Canceled, refused.Code);
            Assert.IsEmpty(Directory.GetFiles(folder, "late*"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [TestMethod]
    public async Task What_a_tool_left_running_behind_its_answer_has_no_effects()
    {
        var goOn = new TaskCompletionSource();
        Task<Exception?> behind = Task.FromResult<Exception?>(null);
        var tool = new StubTool("leaver", (context, _) =>
        {
            behind = Task.Run(async () =>
            {
                await goOn.Task;
                return Caught(() => GC.KeepAlive(context.Now));
            });
            return new(StubTool.Done);
        }, "1.0.0", "clock");
        await using var host = new MemoryRecorder().Host(Options, null, tool);
        Assert.IsFalse((await host.CallAsync("leaver", default, ToolCaller.Application)).IsError);
        goOn.SetResult();
        Assert.AreEqual(ToolErrorCodes.Canceled, ((ToolException)(await behind)!).Code);
    }

    [TestMethod]
    public async Task A_run_that_was_left_holds_its_turn_until_it_ends()
    {
        var open = new TaskCompletionSource<ToolResult>();
        await using var host = new MemoryRecorder().Host(Options with { MaximumCalls = 1, MaximumWait = TimeSpan.FromMilliseconds(30) }, null, new StubTool("held", (_, _) => new(open.Task)) { Caps = Short }, StubTool.Of("next"));
        Assert.AreEqual(ToolErrorCodes.Timeout, (await host.CallAsync("held", default, ToolCaller.Application)).Errors[0].Code);
        Assert.AreEqual(ToolErrorCodes.Unavailable, (await host.CallAsync("next", default, ToolCaller.Application)).Errors[0].Code);
        open.SetResult(StubTool.Done);
        for (var since = Stopwatch.StartNew(); (await host.CallAsync("next", default, ToolCaller.Application)).IsError;)
            Assert.IsLessThan(TimeSpan.FromSeconds(10), since.Elapsed);
    }

    private static Exception? Caught(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }
}
