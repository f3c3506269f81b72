using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ModelContextProtocol.Client;

namespace ToolGen.Server.Tests;

[TestClass]
public sealed class PromotionTests
{
    [TestMethod]
    public async Task A_tool_that_two_callers_need_stands_in_the_list_before_one_that_one_caller_calls_more_often()
    {
        await using var open = await OpenServer.HttpAsync(["alice", "bob"], options => options with { Promote = 1 }, keeps: true);
        var (alice, bob) = (await open.ClientAsync("alice"), await open.ClientAsync("bob"));
        await KeepAsync(open, alice, "aa_words");
        await KeepAsync(open, alice, "zz_words");
        for (var i = 0; i < 12; i++) await alice.CallAsync("aa_words", """{"text":"a"}""");
        foreach (var client in new[] { alice, bob })
            for (var i = 0; i < 3; i++) await client.CallAsync("zz_words", """{"text":"a"}""");

        // A change of a version is when the list is counted anew.
        await KeepAsync(open, alice, "third_words");
        var listed = await ListedAsync(bob, "zz_words");
        CollectionAssert.AreEqual(new[] { "zz_words" }, listed);
    }

    private static async Task<string[]> ListedAsync(McpClient client, string until)
    {
        string[] listed = [];
        for (var i = 0; i < 2_000 && !listed.Contains(until); i++)
        {
            listed = [.. (await client.ListToolsAsync()).Select(tool => tool.Name).Where(name => name.EndsWith("_words", System.StringComparison.Ordinal))];
            await Task.Delay(50);
        }

        return listed;
    }

    private static async Task KeepAsync(OpenServer open, McpClient client, string name)
    {
        await client.AskAsync("propose_tool", ("handle", (await client.MakeAsync(Specs.CountWords.Replace("count_words", name))).Handle()));
        await open.ApproveAsync(name);
    }
}
