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

    // Time enough to get to what the test is about, on a busy machine too.
    private static readonly ToolLimits Enough = new(TimeSpan.FromSeconds(2), 1 << 20);

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
            { Caps = givesUp ? ToolLimits.Default : Enough };
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
    public async Task Rows_of_a_call_that_was_given_up_are_not_committed()
    {
        var folder = Directory.CreateTempSubdirectory("toolgen hosting ").FullName;
        try
        {
            var connection = "Data Source=" + Path.Combine(folder, "shop.db") + ";Pooling=false";
            Run(connection, "CREATE TABLE item (id INTEGER)");
            var (inside, goOn, after) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource<Exception?>());
            var tool = new StubTool("writer", async (context, _) =>
            {
                await using var session = await context.Data.OpenAsync("shop", writes: true);
                await session.RunAsync(new SqlStatement().Text("INSERT INTO item VALUES (1)"));
                inside.SetResult();
                await goOn.Task;
                after.SetResult(Caught(() => session.CommitAsync().AsTask().GetAwaiter().GetResult()));
                return StubTool.Done;
            }, "1.0.0", "sql shop write");
            var grants = new Grants { Databases = new System.Collections.Generic.Dictionary<string, DatabaseGrant> { ["shop"] = new("sqlite", connection, GrantAccess.ReadWrite) } };
            await using (var host = new ToolHost(grants, Options, new() { Recorder = new MemoryRecorder() }))
            {
                host.Add(new ToolCatalog(tool));
                using var stop = new CancellationTokenSource();
                var call = host.CallAsync("writer", default, ToolCaller.Application, stop.Token).AsTask();
                await inside.Task;
                await stop.CancelAsync();
                Assert.AreEqual(ToolErrorCodes.Canceled, (await call).Errors[0].Code);
                goOn.SetResult();
                Assert.AreEqual(ToolErrorCodes.Canceled, ((ToolException)(await after.Task)!).Code);
            }

            Assert.AreEqual(0L, Run(connection, "SELECT COUNT(*) FROM item"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [TestMethod]
    public async Task Code_that_wakes_when_its_call_ends_holds_nobody()
    {
        using var held = new ManualResetEventSlim();
        var tool = new StubTool("waker", async (context, _) =>
        {
            // On a busy machine the call may be over before its first request: what is refused at once must not hold the thread that called.
            await Task.Yield();
            try
            {
                await context.Http.SendAsync(new("GET", "http://a.example/x") { Retries = 5 });
            }
            catch (Exception e) when (e is ToolException or OperationCanceledException)
            {
                held.Wait();
            }

            return StubTool.Done;
        }, "1.0.0", "http GET http://a.example/**")
        { Caps = Enough };

        // Nothing listens there: the request is repeated, and the pause between is what the end wakes.
        var grants = new Grants { Http = [new("http://a.example", ["GET"], "127.0.0.1:9")] };
        await using var host = new ToolHost(grants, Options, new() { Recorder = new MemoryRecorder() });
        host.Add(new ToolCatalog(tool));
        try
        {
            var result = await host.CallAsync("waker", default, ToolCaller.Application).AsTask().WaitAsync(TimeSpan.FromSeconds(30));
            Assert.AreEqual(ToolErrorCodes.Timeout, result.Errors[0].Code);
        }
        finally
        {
            held.Set();
        }
    }

    [TestMethod]
    public async Task What_a_called_tool_did_is_recorded_though_it_never_answered()
    {
        var used = new TaskCompletionSource();
        var inner = new StubTool("inner", async (context, token) =>
        {
            GC.KeepAlive(context.Now);
            used.SetResult();
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return StubTool.Done;
        }, "1.0.0", "clock");
        var outer = new StubTool("outer", static async (context, token) => await context.Tools.CallAsync("inner", "{}"u8.ToArray(), null, token), "1.0.0", "tool inner") { Caps = Enough };
        var recorder = new MemoryRecorder();
        await using var host = recorder.Host(Options, null, outer, inner);
        Assert.AreEqual(ToolErrorCodes.Timeout, (await host.CallAsync("outer", default, ToolCaller.Application)).Errors[0].Code);
        await used.Task;
        var call = recorder.Last.Calls[0];
        Assert.AreEqual(("inner", "clock", ToolErrorCodes.Canceled), (call.Tool, string.Join(' ', call.Used), call.Error));
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
            Assert.IsLessThan(TimeSpan.FromMinutes(2), since.Elapsed);
    }

    private static object? Run(string connection, string sql)
    {
        using var open = new Microsoft.Data.Sqlite.SqliteConnection(connection);
        open.Open();
        using var command = open.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
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
