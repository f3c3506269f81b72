using System;
using System.Linq;
using System.Net;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.Effects.Tests.Http;

[TestClass]
public sealed class GuardedHttpTests
{
    [TestMethod]
    public async Task Request_and_answer_are_whole()
    {
        await using var server = new LoopbackServer(request => new(201, """{"ok":true}""", ("X-Kind", "käse")));
        await using var world = new HttpWorld().Allow("https://api.example").Allow("http://api.example:8080", server);
        var answer = await world.SendAsync(new("POST", "http://api.example:8080/v1/a%20b?q=1&q=%2B#part")
        {
            Body = "{}"u8.ToArray(),
            ContentType = "application/json",
            Headers = [new("X-Name", "Jürgen"), new("Accept", "application/json")],
        });

        Assert.AreEqual((201, "http://api.example:8080/v1/a%20b?q=1&q=%2B", "käse"), (answer.Status, answer.Url, answer.Header("x-kind")));
        Assert.IsTrue(answer.Json().GetProperty("ok").GetBoolean());
        var seen = server.Seen.Single();
        Assert.AreEqual(("POST", "/v1/a%20b?q=1&q=%2B", "{}"), (seen.Method, seen.Target, seen.Text));
        Assert.AreEqual(("api.example:8080", "Jürgen", "application/json"), (seen.Header("Host"), seen.Header("X-Name"), seen.Header("Content-Type")));
    }

    [TestMethod]
    public async Task Both_capability_and_grant_are_needed()
    {
        await using var server = new LoopbackServer(_ => new(200));
        await using var world = new HttpWorld()
            .Grant(new("http://both.example", ["GET"], server.Address)).Grant(new("http://grant.example", ["GET"], server.Address));
        world.Capabilities.AddRange(["http GET http://both.example/a/*", "http GET http://capability.example/**"]);

        Assert.IsNull(await world.CodeAsync("http://both.example/a/b"));
        Assert.AreEqual("denied", await world.CodeAsync("http://both.example/b"));
        Assert.AreEqual("denied", await world.CodeAsync("http://grant.example/"));
        Assert.AreEqual("denied", await world.CodeAsync(new ToolHttpRequest("POST", "http://both.example/a/b")));
        var error = (await world.ErrorAsync(new("GET", "http://capability.example/a")))!;
        Assert.AreEqual("denied", error.Code);
        StringAssert.Contains(error.Message, """{"http": {"allow": [{"origin": "http://capability.example", "methods": ["GET"]}]}}""");
        Assert.AreEqual(1, server.Seen.Count);
    }

    [TestMethod]
    public async Task Name_that_turns_private_after_it_was_looked_at_wins_nothing()
    {
        await using var server = new LoopbackServer(_ => new(200, "", ("Connection", "close")));
        await using var world = new HttpWorld().Allow("http://rebind.example").Serve("rebind.example", server);
        var looks = 0;
        var good = world.Servers.Keys.Single();
        world.Names["rebind.example"] = () => [looks++ == 0 ? good : IPAddress.Loopback];

        Assert.IsNull(await world.CodeAsync("http://rebind.example/"));
        Assert.AreEqual(1, looks);
        CollectionAssert.AreEqual(new[] { good }, world.Dialed.Select(end => end.Address).ToArray());

        Assert.AreEqual("denied", await CloseAndAskAgainAsync(world));
        Assert.AreEqual(1, world.Dialed.Count);
    }

    [TestMethod]
    public async Task One_private_address_among_public_ones_is_enough_to_refuse()
    {
        await using var world = new HttpWorld().Allow("http://mixed.example");
        world.Names["mixed.example"] = () => [HttpWorld.Public, IPAddress.Parse("10.0.0.1")];
        Assert.AreEqual("denied", await world.CodeAsync("http://mixed.example/"));
        Assert.IsEmpty(world.Dialed);
    }

    [TestMethod]
    public async Task Refusal_does_not_tell_the_address()
    {
        await using var world = new HttpWorld().Allow("http://inside.example");
        world.Names["inside.example"] = () => [IPAddress.Parse("10.11.12.13")];
        var error = (await world.ErrorAsync(new("GET", "http://inside.example/")))!;
        StringAssert.Contains(error.Message, "private");
        Assert.IsFalse(error.Message.Contains("10.11", StringComparison.Ordinal), error.Message);
    }

    private static async Task<string?> CloseAndAskAgainAsync(HttpWorld world)
    {
        // The server closed the connection, so the second request resolves anew.
        await Task.Delay(50);
        return await world.CodeAsync("http://rebind.example/");
    }
}
