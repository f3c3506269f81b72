using System;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Tests;

/// <summary>What a caller gets, whatever it sends and whatever the tool does.</summary>
[TestClass]
public sealed class CallTests
{
    [TestMethod]
    public async Task Every_error_of_a_call_comes_at_once()
    {
        var result = await Call("""{"count":"12","colour":"red","color":5,"names":["a",1,null]}""");
        CollectionAssert.AreEqual(new[] { "/count", "/colour", "/color", "/names/1", "/names/2" }, result.Errors.Select(e => e.Pointer).ToArray());
        Assert.IsTrue(result.Errors.All(e => e.Code == "invalid_input"));
    }

    [TestMethod]
    public async Task Obvious_corrections_are_offered()
    {
        var result = await Call("""{"count":"12","color":"gren","names":["a"],"nmaes":1}""");
        Assert.AreEqual("12", result.Errors.Single(e => e.Pointer == "/count").Correction);
        Assert.AreEqual("\"green\"", result.Errors.Single(e => e.Pointer == "/color").Correction);
        StringAssert.Contains(result.Errors.Single(e => e.Pointer == "/nmaes").Message, "names", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("{")]
    [DataRow("{}{}")]
    [DataRow("{\"count\":1,}")]
    [DataRow("nul")]
    [DataRow("{\"color\":\"\\ud800\"}")]
    [DataRow("{\"color\":\"\\ud83d\\u0041\"}")]
    [DataRow("{\"color\":\"\\\\\\udc00\"}")]
    [DataRow("{\"\\uDBFF\":\"\\")]
    [DataRow("/* */{}")]
    public async Task Text_that_is_no_JSON_is_one_error(string arguments)
    {
        var result = await Call(arguments);
        Assert.HasCount(1, result.Errors);
        StringAssert.StartsWith(result.Errors[0].Message, "not JSON", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Escapes_of_whole_pairs_and_of_a_backslash_are_text() =>
        Assert.IsFalse((await Call("""{"count":1,"color":"red","names":["\ud83d\ude00","\\ud800","\\\uD83D\uDE00 \u0041\n"]}""")).IsError);

    [TestMethod]
    public async Task Bytes_that_are_no_UTF8_are_one_error() =>
        Assert.AreEqual("not JSON: the bytes are not UTF-8", (await new Sample().CallAsync(new byte[] { 0x7B, 0xFF, 0x7D }, new SystemToolContext())).Errors.Single().Message);

    [TestMethod]
    public async Task Ten_thousand_levels_are_one_error() =>
        Assert.HasCount(1, (await Call("{\"names\":" + new string('[', 10_000) + new string(']', 10_000) + "}")).Errors);

    [TestMethod]
    public async Task No_more_than_a_hundred_errors_are_listed() =>
        Assert.HasCount(100, (await Call("{\"names\":[" + string.Join(",", Enumerable.Repeat("1", 5_000)) + "]}")).Errors);

    [TestMethod]
    public async Task Excerpt_of_a_long_value_is_cut()
    {
        var result = await Call("{\"count\":\"" + new string('x', 1_000_000) + "\"}");
        Assert.IsTrue(result.Errors[0].Given!.Length <= 100);
    }

    [TestMethod]
    public async Task Own_error_keeps_its_code()
    {
        var result = await Call("""{"count":1,"color":"red"}""", (_, _) => throw new ToolException("no_luck", "try again"));
        Assert.AreEqual(new ToolError("no_luck", "try again"), result.Errors.Single());
    }

    [TestMethod]
    public async Task Exception_shows_its_kind_and_nothing_of_its_text()
    {
        var log = "";
        var result = await new Sample((_, _) => throw new InvalidOperationException("password=hunter2")).CallAsync(Valid, new SystemToolContext(line => log += line));
        Assert.AreEqual("internal", result.Errors.Single().Code);
        Assert.IsFalse(result.Errors.Single().Message.Contains("hunter2", StringComparison.Ordinal));
        StringAssert.Contains(log, "hunter2", StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Canceled_call_says_so()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        Assert.AreEqual("canceled", (await new Sample().CallAsync(Valid, new SystemToolContext(), source.Token)).Errors.Single().Code);
    }

    [TestMethod]
    public async Task Run_beyond_its_time_says_so() =>
        Assert.AreEqual("timeout", (await new Sample(async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return "";
        })
        { Time = TimeSpan.FromMilliseconds(20) }.CallAsync(Valid, new SystemToolContext())).Errors.Single().Code);

    [TestMethod]
    public async Task Output_beyond_its_cap_says_so() =>
        Assert.AreEqual("limit", (await Call("""{"count":1,"color":"red"}""", (_, _) => Task.FromResult(new string('x', 2_000_000)))).Errors.Single().Code);

    private static ReadOnlyMemory<byte> Valid { get; } = "{\"count\":1,\"color\":\"red\"}"u8.ToArray();

    private static async Task<ToolResult> Call(string arguments, Func<long, CancellationToken, Task<string>>? run = null) =>
        await new Sample(run).CallAsync(Encoding.UTF8.GetBytes(arguments), new SystemToolContext());
}
