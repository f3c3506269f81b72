using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Sandbox.Protocol;
using ToolGen.Sandbox.Tests.Tools;

namespace ToolGen.Sandbox.Tests.Hostile;

/// <summary>What a worker asks for takes only so much of the host, whatever it asks.</summary>
[TestClass]
public sealed class HostTests
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);

    [TestMethod]
    public async Task Effects_whose_answers_are_large_are_made_a_few_at_a_time()
    {
        var http = new CountingHttp();
        await CallAsync(
            async worker =>
            {
                await worker.BeginAsync();
                for (var number = 1; number <= 300; number++) await worker.AskAsync(1, number, EffectKind.Http, frame => HttpFields.Write(frame, new ToolHttpRequest("GET", "https://a.example/")));
            },
            new LargeContext().With(http));
        Assert.AreEqual(32, http.Most);
    }

    [TestMethod]
    public async Task Files_that_hang_hold_one_thread_and_no_call()
    {
        var files = new HangingFiles();
        var clock = Stopwatch.StartNew();
        var result = await CallAsync(
            async worker =>
            {
                await worker.BeginAsync();
                for (var number = 1; number <= 200; number++) await worker.AskAsync(1, number, EffectKind.OpenFile, frame => frame.Text("data/a.txt"));
            },
            new FilesContext(files));
        Assert.AreEqual(ToolErrorCodes.Timeout, result.Errors[0].Code);
        Assert.AreEqual(1, files.Begun);
        Assert.IsLessThan(20, clock.Elapsed.TotalSeconds);

        // What comes of it afterwards is closed, and nothing else begins.
        files.Go.Set();
        await Alive.Until(() => files.Closed == 1);
        Assert.AreEqual((1, 1), (files.Begun, files.Closed));
    }

    [TestMethod]
    [DataRow("{\"a\":1}", "an output that breaks its schema: it must be a string")]
    [DataRow("\"toolong\"", "an output that breaks its schema: it must have at most 3 characters")]
    public async Task An_output_is_held_to_its_schema_on_this_side(string output, string reason)
    {
        var runs = new Runs();
        var result = await CallAsync(
            async worker =>
            {
                await worker.BeginAsync();
                await worker.AnswerAsync(1, output);
            },
            new PinnedContext(), runs, """{"type":"string","maxLength":3}""");
        Assert.AreEqual("internal: the tool's process broke off", result.ErrorText());
        Assert.AreEqual((SandboxEnd.Protocol, reason), (runs.Last.End, runs.Last.Reason));
    }

    [TestMethod]
    public async Task An_output_whose_schema_cannot_be_read_is_none() =>
        Assert.IsTrue((await CallAsync(
            async worker =>
            {
                await worker.BeginAsync();
                await worker.AnswerAsync(1);
            },
            new PinnedContext(), null, """{"type":12}""")).IsError);

    [TestMethod]
    public async Task What_a_tool_asks_for_has_a_ceiling()
    {
        await using var sandbox = new Sandbox(Sandboxes.Options with { MostTimeout = TimeSpan.FromSeconds(2), MostOutputBytes = 1_000 });
        Assert.AreEqual((TimeSpan.FromSeconds(2), 1_000L), Limits(TimeSpan.FromDays(1), 1L << 40));
        Assert.AreEqual((TimeSpan.FromSeconds(2), 1_000L), Limits(Timeout.InfiniteTimeSpan, 1_001));
        Assert.AreEqual((TimeSpan.FromSeconds(1), 10L), Limits(TimeSpan.FromSeconds(1), 10));
        Assert.AreEqual("limit: the output has more than 1000 bytes", (await sandbox.Of(LongTool.Instance, output: 1 << 20).CallAsync(WorkerTool.Argument("2000"), new PinnedContext())).ErrorText());

        (TimeSpan, long) Limits(TimeSpan timeout, long output)
        {
            var limits = sandbox.Of(EchoTool.Instance, timeout, output: output).Limits;
            return (limits.Timeout, limits.OutputBytes);
        }
    }

    private static async Task<ToolResult> CallAsync(Func<FakeWorker, Task> script, ToolContext context, Runs? runs = null, string schema = "{}")
    {
        await using var sandbox = new Sandbox(Sandboxes.Options with { Launcher = new FakeLauncher(script), Ran = (runs ?? new()).Add });
        var echo = EchoTool.Instance.Descriptor;
        var descriptor = new ToolDescriptor
        {
            Name = echo.Name,
            Description = echo.Description,
            Version = echo.Version,
            Kind = echo.Kind,
            InputSchema = echo.InputSchema,
            OutputSchema = System.Text.Encoding.UTF8.GetBytes(schema),
            McpTool = echo.McpTool,
            Annotations = echo.Annotations,
            Capabilities = echo.Capabilities,
            SpecHash = "",
        };
        return await sandbox.Tool(Sandboxes.Image, typeof(EchoTool).FullName!, descriptor, ToolLimits.Default with { Timeout = Short }, "tests", "1").CallAsync(WorkerTool.Argument(""), context);
    }

    private sealed class CountingHttp : IToolHttp
    {
        private int now;

        public int Most { get; private set; }

        public async ValueTask<ToolHttpResponse> SendAsync(ToolHttpRequest request, CancellationToken cancellationToken = default)
        {
            var running = Interlocked.Increment(ref this.now);
            lock (this) this.Most = Math.Max(this.Most, running);
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return new(200, request.Url, [], default);
            }
            finally
            {
                Interlocked.Decrement(ref this.now);
            }
        }
    }

    private sealed class FilesContext(IToolFiles files) : PinnedContext
    {
        public override IToolFiles Files => files;
    }

    private sealed class HangingFiles : IToolFiles
    {
        private int begun, closed;

        public ManualResetEventSlim Go { get; } = new();

        public int Begun => Volatile.Read(ref this.begun);

        public int Closed => Volatile.Read(ref this.closed);

        public IReadOnlyList<ToolFile> Find(FilePattern pattern) => [];

        public Stream OpenRead(string path)
        {
            Interlocked.Increment(ref this.begun);
            this.Go.Wait();
            return new Told(() => Interlocked.Increment(ref this.closed));
        }

        public IToolOutputs BeginWrite() => throw new NotSupportedException();
    }

    private sealed class Told(Action closed) : MemoryStream
    {
        protected override void Dispose(bool disposing)
        {
            if (disposing) closed();
            base.Dispose(disposing);
        }
    }
}
