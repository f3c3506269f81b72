using System;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Tests;

/// <summary>The calls of one tool share a timer, and nothing else: none ends for another's sake.</summary>
[TestClass]
public sealed class CallTimeoutTests
{
    private static readonly ReadOnlyMemory<byte> Valid = "{\"count\":1,\"color\":\"red\"}"u8.ToArray();

    [TestMethod]
    public async Task Call_after_calls_that_ended_at_once_is_ended_in_its_own_time()
    {
        var waits = false;
        var tool = new Sample((_, token) => waits ? Forever(token) : Task.FromResult("red")) { Time = TimeSpan.FromMilliseconds(50) };
        for (var i = 0; i < 100; i++) Assert.IsFalse((await tool.CallAsync(Valid, new SystemToolContext())).IsError);
        waits = true;
        Assert.AreEqual("timeout", (await tool.CallAsync(Valid, new SystemToolContext())).Errors.Single().Code);
    }

    [TestMethod]
    public async Task Time_of_a_call_that_ended_is_not_the_next_ones()
    {
        var tool = new Sample(async (count, token) =>
        {
            if (count == 2) await Task.Delay(300, token);
            return "red";
        })
        { Time = TimeSpan.FromMilliseconds(2_000) };
        Assert.IsFalse((await tool.CallAsync(Valid, new SystemToolContext())).IsError);

        // The timer of the first call fires while the second runs.
        await Task.Delay(1_850);
        Assert.IsFalse((await tool.CallAsync("{\"count\":2,\"color\":\"red\"}"u8.ToArray(), new SystemToolContext())).IsError);
    }

    [TestMethod]
    public async Task Call_after_one_that_was_ended_runs()
    {
        var waits = true;
        var tool = new Sample((_, token) => waits ? Blocked(token) : Task.FromResult("red")) { Time = TimeSpan.FromMilliseconds(20) };
        Assert.AreEqual("timeout", (await tool.CallAsync(Valid, new SystemToolContext())).Errors.Single().Code);
        waits = false;
        Assert.IsFalse((await tool.CallAsync(Valid, new SystemToolContext())).IsError);
    }

    [TestMethod]
    public async Task Caller_who_gives_up_later_ends_no_call_of_others()
    {
        var token = CancellationToken.None;
        var tool = new Sample((_, given) =>
        {
            token = given;
            return Task.FromResult("red");
        });
        using var gone = new CancellationTokenSource();
        await tool.CallAsync(Valid, new SystemToolContext(), gone.Token);
        await gone.CancelAsync();
        Assert.IsFalse((await tool.CallAsync(Valid, new SystemToolContext())).IsError);
        Assert.IsFalse(token.IsCancellationRequested);
    }

    [TestMethod]
    public async Task Calls_at_the_same_time_have_tokens_of_their_own()
    {
        var tool = new Sample(async (count, token) =>
        {
            if (count == 1) return await Forever(token);
            await Task.Delay(50, token);
            return "red";
        });
        using var gone = new CancellationTokenSource();
        var given = tool.CallAsync(Valid, new SystemToolContext(), gone.Token).AsTask();
        var others = Enumerable.Range(0, 20).Select(_ => tool.CallAsync("{\"count\":2,\"color\":\"red\"}"u8.ToArray(), new SystemToolContext()).AsTask()).ToArray();
        await gone.CancelAsync();
        Assert.AreEqual("canceled", (await given).Errors.Single().Code);
        foreach (var other in others) Assert.IsFalse((await other).IsError);
    }

    [TestMethod]
    public async Task Caller_keeps_its_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            await new Careless().CallAsync(Valid, new SystemToolContext());
            Assert.AreEqual("de-DE", CultureInfo.CurrentCulture.Name);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [TestMethod]
    public async Task Element_is_read_as_its_text_is()
    {
        using var document = JsonDocument.Parse("[{\"count\" : 1,\"color\":\"red\"},{\"color\":1}]");
        Assert.AreEqual("\"red\"", System.Text.Encoding.UTF8.GetString((await new Sample().CallAsync(document.RootElement[0], new SystemToolContext())).Output.Span));
        CollectionAssert.AreEqual(new[] { "/color", "/count" }, (await new Sample().CallAsync(document.RootElement[1], new SystemToolContext())).Errors.Select(e => e.Pointer).ToArray());
    }

    private static async Task<string> Forever(CancellationToken token)
    {
        await Task.Delay(Timeout.Infinite, token);
        return "";
    }

    // A body without an await that looks at its token.
    private static Task<string> Blocked(CancellationToken token)
    {
        token.WaitHandle.WaitOne();
        token.ThrowIfCancellationRequested();
        return Task.FromResult("");
    }

    /// <summary>Sets the culture outside of an async method.</summary>
    private sealed class Careless : Tool<int, string>
    {
        public override ToolDescriptor Descriptor => new Sample().Descriptor;

        public override ValueTask<string> RunAsync(int input, ToolContext context, CancellationToken cancellationToken = default)
        {
            UseInvariantCulture();
            return new("red");
        }

        protected override int ReadInput(ref ToolReader reader)
        {
            reader.Element();
            return 0;
        }

        protected override void WriteOutput(ToolWriter writer, string output) => writer.String(output);
    }
}
