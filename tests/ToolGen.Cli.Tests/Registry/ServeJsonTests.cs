using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Cli.Tests.Harness;

namespace ToolGen.Cli.Tests.Registry;

[TestClass]
public sealed class ServeJsonTests
{
    [TestMethod]
    public async Task A_refusal_to_start_and_a_new_token_are_lines_of_JSON()
    {
        using var folder = new TestFolder();
        var refused = await Toolgen.RunAsync(folder.Path, "serve", "--http", "0.0.0.0:0", "--json", "--registry", "registry");
        Assert.AreEqual(2, refused.Code, refused.ToString());
        StringAssert.Contains(JsonElement.Parse(refused.Out).GetProperty("error").GetString(), "loopback");
        var token = await Toolgen.RunAsync(folder.Path, "serve", "--tokens", "tokens.json", "--new-token", "alice", "--json");
        Assert.AreEqual(0, token.Code, token.ToString());
        Assert.AreEqual("alice", JsonElement.Parse(token.Out).GetProperty("principal").GetString());
        Assert.IsGreaterThan(20, JsonElement.Parse(token.Out).GetProperty("token").GetString()!.Length);

        // Over standard input and output nothing but the protocol stands there.
        folder.Write("broken/registry.db", "this is no registry");
        var broken = await Toolgen.RunAsync(folder.Path, "serve", "--json", "--registry", "broken");
        Assert.AreEqual("", broken.Out);
        Assert.AreNotEqual(0, broken.Code);
        Assert.IsTrue(JsonElement.Parse(broken.Error).TryGetProperty("error", out _), broken.Error);
    }
}
