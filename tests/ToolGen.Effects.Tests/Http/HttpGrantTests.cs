using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.Effects.Tests.Http;

[TestClass]
public sealed class HttpGrantTests
{
    [TestMethod]
    [DataRow("api.example")]
    [DataRow("ftp://api.example")]
    [DataRow("https://user@api.example")]
    [DataRow("https://127.1")]
    [DataRow("https://*.example")]
    [DataRow("https://api.example?x")]
    [DataRow("")]
    public void Origin_that_is_none_fails_at_the_start(string origin) =>
        Assert.ThrowsExactly<ArgumentException>(() => new ToolEffects(new() { Http = [new(origin, ["GET"])] }));

    [TestMethod]
    [DataRow("localhost:80")]
    [DataRow("10.0.0.1")]
    [DataRow("10.0.0.1:0")]
    [DataRow("10.0.0.1:99999")]
    [DataRow("")]
    public void Fixed_address_that_is_none_fails_at_the_start(string address) =>
        Assert.ThrowsExactly<ArgumentException>(() => new ToolEffects(new() { Http = [new("https://api.example", ["GET"], address)] }));

    [TestMethod]
    public void Origin_has_one_fixed_address() =>
        Assert.ThrowsExactly<ArgumentException>(() => new ToolEffects(new() { Http = [new("https://a.example/x/**", ["GET"], "10.0.0.1:1"), new("https://A.example:443", ["GET"], "10.0.0.2:1")] }));

    [TestMethod]
    public async Task Grant_without_methods_is_for_reading_and_one_with_a_path_for_what_lies_there()
    {
        await using var server = new LoopbackServer(_ => new(200));
        await using var world = new HttpWorld().Grant(new("http://a.example/v1/*", [], server.Address)).Grant(new("http://a.example/v2/**", ["POST"]));
        world.Capabilities.Add("http * http://a.example/**");
        async Task<string?> CodeAsync(string method, string path) => await world.CodeAsync(new ToolHttpRequest(method, "http://a.example" + path));

        Assert.IsNull(await CodeAsync("GET", "/v1/x"));
        Assert.IsNull(await CodeAsync("HEAD", "/v1/x"));
        Assert.AreEqual("denied", await CodeAsync("POST", "/v1/x"));
        Assert.AreEqual("denied", await CodeAsync("GET", "/v1/x/y"));
        Assert.AreEqual("denied", await CodeAsync("GET", "/v1/x%2Fy"));
        Assert.IsNull(await CodeAsync("POST", "/v2/x%2Fy"));
        Assert.AreEqual("denied", await CodeAsync("GET", "/v2/x"));
    }

    [TestMethod]
    public async Task Path_is_compared_in_one_spelling()
    {
        await using var server = new LoopbackServer(_ => new(200));
        await using var world = new HttpWorld().Grant(new("http://a.example", ["GET"], server.Address));
        world.Capabilities.Add("http GET http://a.example/k%c3%a4se/%7euser/*");
        Assert.IsNull(await world.CodeAsync("http://a.example/käse/~user/1"));
        Assert.IsNull(await world.CodeAsync("http://a.example/k%c3%a4se/%7Euser/1"));
        Assert.AreEqual("denied", await world.CodeAsync("http://a.example/kase/~user/1"));
        Assert.AreEqual("denied", await world.CodeAsync("http://a.example/k%c3%a4se/~user/1%2f2"));
        Assert.AreEqual("denied", await world.CodeAsync("http://a.example/k%c3%a4se/~user/1%25%2532F2"));
        Assert.IsTrue(server.Seen.All(seen => seen.Target == "/k%C3%A4se/~user/1"));
    }

    [TestMethod]
    public async Task Headers_are_looked_at_as_they_are_sent()
    {
        await using var server = new LoopbackServer(_ => new(200));
        await using var world = new HttpWorld().Allow("http://a.example", server);
        Assert.IsNull(await world.CodeAsync(new ToolHttpRequest("GET", "http://a.example/") { Headers = new Changing() }));
        Assert.AreEqual("1", server.Seen.Single().Header("X-Good"));
        Assert.IsNull(server.Seen.Single().Header("Cookie"));
    }

    [TestMethod]
    public async Task Callers_of_one_host_at_the_same_time_do_not_meet()
    {
        await using var server = new LoopbackServer(async request =>
        {
            await Task.Yield();
            return new(200, request.Target);
        });
        await using var world = new HttpWorld().Allow("http://a.example", server);
        await Parallel.ForAsync(0, 200, async (i, _) => Assert.AreEqual("/" + i, (await world.GetAsync("http://a.example/" + i)).Text()));
    }

    /// <summary>Says something else each time it is read.</summary>
    private sealed class Changing : IReadOnlyList<KeyValuePair<string, string>>
    {
        private int reads;

        public int Count => 1;

        public KeyValuePair<string, string> this[int index] => this.Next();

        public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
        {
            yield return this.Next();
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => this.GetEnumerator();

        private KeyValuePair<string, string> Next() => Interlocked.Increment(ref this.reads) == 1 ? new("X-Good", "1") : new("Cookie", "2");
    }
}
