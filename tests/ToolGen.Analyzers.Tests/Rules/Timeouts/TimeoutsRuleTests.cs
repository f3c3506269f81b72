using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Analyzers.Rules.Timeouts;

namespace ToolGen.Analyzers.Tests.Rules.Timeouts;

/// <summary>What nothing ends, and what something does.</summary>
[TestClass]
public sealed class TimeoutsRuleTests
{
    [TestMethod]
    [DataRow("async Task<string> F(HttpClient http, CancellationToken stop) => await http.GetStringAsync(\"https://a.example\");", "TG3110")]
    [DataRow("async Task<string> F(HttpClient http, CancellationToken stop) => await http.GetStringAsync(\"https://a.example\", default);", "TG3110")]
    [DataRow("async Task<string> F(HttpClient http, CancellationToken stop) { using var own = new CancellationTokenSource(1000); return await http.GetStringAsync(\"https://a.example\", own.Token); }", "TG3110")]
    [DataRow("async Task<int> F(IAsyncEnumerable<int> items, CancellationToken stop) { var sum = 0; await foreach (var item in items) sum += item; return sum; }", "TG3110")]
    [DataRow("string F(HttpClient http) => http.GetStringAsync(\"https://a.example\").Result;", "TG3111 TG3113")]
    [DataRow("string F(HttpClient http, CancellationToken stop) => http.GetStringAsync(\"https://a.example\", stop).GetAwaiter().GetResult();", "TG3111")]
    [DataRow("void F() => Thread.Sleep(5000);", "TG3111")]
    [DataRow("void F(string name) { using var p = System.Diagnostics.Process.Start(name); p.WaitForExit(); }", "TG3112")]
    [DataRow("void F() { var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan }; }", "TG3112")]
    [DataRow("void F() { using var gate = new SemaphoreSlim(0); gate.Wait(); }", "TG3112")]
    [DataRow("async Task F() { var answer = new TaskCompletionSource<int>(); await answer.Task; }", "TG3112")]
    [DataRow("async Task<string> F(HttpClient http) => await http.GetStringAsync(\"https://a.example\");", "TG3113")]
    [DataRow("async Task F(int seconds) => await Task.Delay(seconds * 1000);", "TG3113")]
    public async Task A_wait_that_nothing_ends_is_told(string method, string expected) => Assert.AreEqual(expected, await Ids(method));

    [TestMethod]
    [DataRow("async Task<string> F(HttpClient http, CancellationToken stop) => await http.GetStringAsync(\"https://a.example\", stop);")]
    [DataRow("async Task<string> F(HttpClient http, CancellationToken stop) { using var own = CancellationTokenSource.CreateLinkedTokenSource(stop); own.CancelAfter(1000); return await http.GetStringAsync(\"https://a.example\", own.Token); }")]
    [DataRow("async Task<string> F(HttpClient http) { using var own = new CancellationTokenSource(1000); return await http.GetStringAsync(\"https://a.example\", own.Token); }")]
    [DataRow("async Task<string> F(HttpClient http) => await http.GetStringAsync(\"https://a.example\").WaitAsync(TimeSpan.FromSeconds(3));")]
    [DataRow("async Task<int> F(Task<int> a, Task<int> b) { await Task.WhenAll(a, b); return a.Result + b.Result; }")]
    [DataRow("async Task<int> F(Task<int>[] all) { await Task.WhenAll(all); return all.Sum(one => one.Result); }")]
    [DataRow("async Task<string> F(string path) => await File.ReadAllTextAsync(path);")]
    [DataRow("async Task F(HttpClient http, CancellationToken stop) { try { await Task.Yield(); } finally { await http.DeleteAsync(\"https://a.example/lease\"); } }")]
    [DataRow("bool F() { using var gate = new SemaphoreSlim(0); return gate.Wait(TimeSpan.FromSeconds(1)); }")]
    [DataRow("async Task<int> F(IAsyncEnumerable<int> items, CancellationToken stop) { var sum = 0; await foreach (var item in items.WithCancellation(stop)) sum += item; return sum; }")]
    public async Task A_wait_that_something_ends_is_not(string method) => Assert.AreEqual("", await Ids(method));

    [TestMethod]
    public async Task The_message_names_the_call_the_tool_and_the_token() =>
        Assert.AreEqual(
            "TG3110 `HttpClient.GetStringAsync` in the tool `F` goes on when its call was cancelled: it takes a CancellationToken and is not given `stop`. Pass `stop`.",
            (await Tool("async Task<string> F(HttpClient http, CancellationToken stop) => await http.GetStringAsync(\"https://a.example\");").FindingsAsync())[0]);

    private static ToolProject Tool(string method) => ToolProject.Of(new TimeoutsAnalyzer(), $"public static class Tools {{ [McpServerTool] public static {method} }}");

    private static Task<string> Ids(string method) => Tool(method).IdsAsync();
}
