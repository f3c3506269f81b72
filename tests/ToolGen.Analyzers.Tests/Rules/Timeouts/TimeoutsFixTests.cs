using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Analyzers.Rules.Timeouts;
using ToolGen.CodeFixes.Rules.Timeouts;

namespace ToolGen.Analyzers.Tests.Rules.Timeouts;

/// <summary>What the fixes write compiles, has no finding left, and answers as before.</summary>
[TestClass]
public sealed class TimeoutsFixTests
{
    private const string Passing = """
        public static class Tools
        {
            [McpServerTool]
            public static async Task<string> Read(string text, CancellationToken stop)
            {
                using var source = new MemoryStream();
                using var gate = new SemaphoreSlim(1);
                await gate.WaitAsync();
                await Task.Delay(1, default);
                var sum = 0;
                await foreach (var item in Items()) sum += item;
                return await Add(text, count: sum);
            }

            private static async Task<string> Add(string text, int count = 0, CancellationToken end = default)
            {
                await Task.Delay(1, end);
                return text + count;
            }

            private static async IAsyncEnumerable<int> Items()
            {
                await Task.Yield();
                yield return 40;
                yield return 2;
            }
        }
        """;

    private const string Blocking = """
        public static class Tools
        {
            [McpServerTool]
            public static async Task<string> Read(string text, CancellationToken stop)
            {
                Thread.Sleep(2);
                var first = Add(text, stop);
                var second = Add("b", stop);
                Task.WaitAll(first, second);
                Later(stop).Wait();
                return Add(text, stop).Result.ToUpperInvariant() + Add("x", stop).GetAwaiter().GetResult();
            }

            private static async Task Later(CancellationToken stop) => await Task.Delay(1, stop);

            private static async Task<string> Add(string text, CancellationToken stop)
            {
                await Task.Delay(1, stop);
                return text + 1;
            }
        }
        """;

    [TestMethod]
    public async Task A_token_is_passed_on_everywhere_at_once()
    {
        var before = ToolProject.Of(new TimeoutsAnalyzer(), Passing);
        Assert.AreEqual("TG3110 TG3110 TG3110 TG3110", await before.IdsAsync());
        var after = await before.FixAllAsync(new PassTokenFix());

        Assert.AreEqual("", await after.IdsAsync(), after.Text);
        Assert.AreEqual("a42", await before.RunAsync("Read", "a", CancellationToken.None));
        Assert.AreEqual("a42", await after.RunAsync("Read", "a", CancellationToken.None));
        StringAssert.Contains(after.Text, "Add(text, count: sum, end: stop)");
        StringAssert.Contains(after.Text, "Items().WithCancellation(stop)");
    }

    [TestMethod]
    public async Task What_was_blocked_on_is_awaited()
    {
        var before = ToolProject.Of(new TimeoutsAnalyzer(), Blocking);
        Assert.AreEqual("TG3111 TG3111 TG3111 TG3111 TG3111", await before.IdsAsync());
        var after = await before.FixAllAsync(new AwaitFix());

        Assert.AreEqual("", await after.IdsAsync(), after.Text);
        Assert.AreEqual("A1x1", await before.RunAsync("Read", "a", CancellationToken.None));
        Assert.AreEqual("A1x1", await after.RunAsync("Read", "a", CancellationToken.None));
        StringAssert.Contains(after.Text, "await Task.Delay(2, stop);");
    }

    [TestMethod]
    public async Task A_function_that_is_not_asynchronous_is_left()
    {
        var before = ToolProject.Of(new TimeoutsAnalyzer(), "public static class Tools { [McpServerTool] public static int F(Task<int> task) => task.Result; }");
        Assert.AreEqual(before.Text, (await before.FixAllAsync(new AwaitFix())).Text);
    }
}
