using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.Effects.Tests.Http;

[TestClass]
public sealed class RedirectTests
{
    [TestMethod]
    [DataRow("/next", "http://a.example/next")]
    [DataRow("next?x=1", "http://a.example/v1/next?x=1")]
    [DataRow("../up", "http://a.example/up")]
    [DataRow("./here/../there", "http://a.example/v1/there")]
    [DataRow("?only=query", "http://a.example/v1/start?only=query")]
    [DataRow("//b.example/other", "http://b.example/other")]
    [DataRow("http://b.example/other#part", "http://b.example/other")]
    public async Task Followed_as_the_rfc_says(string location, string url)
    {
        await using var server = new LoopbackServer(request => request.Target == "/v1/start" ? new(302, "", ("Location", location)) : new(200, "there"));
        await using var world = new HttpWorld().Allow("http://a.example", server).Allow("http://b.example", server);
        var answer = await world.GetAsync("http://a.example/v1/start");
        Assert.AreEqual((200, url, "there"), (answer.Status, answer.Url, answer.Text()));
    }

    [TestMethod]
    [DataRow("http://169.254.169.254/latest/meta-data/")]
    [DataRow("http://127.0.0.1/")]
    [DataRow("http://[::1]/")]
    [DataRow("http://2130706433/")]
    [DataRow("http://private.example/")]
    [DataRow("http://other.example/")]
    [DataRow("file:///etc/passwd")]
    [DataRow("gopher://a.example/")]
    [DataRow("javascript:1")]
    [DataRow("http://user@a.example/")]
    [DataRow("http:/\\\\a.example/")]
    [DataRow("/allowed/%2e%2e/admin")]
    [DataRow("/admin")]
    public async Task Redirect_to_what_a_request_may_not_ask_is_denied(string location)
    {
        await using var server = new LoopbackServer(_ => new(302, "", ("Location", location)));
        await using var world = new HttpWorld().Allow("http://a.example/allowed/**", server).Allow("http://private.example").Allow("http://169.254.169.254").Allow("http://127.0.0.1").Allow("http://[::1]");
        world.Names["private.example"] = () => [System.Net.IPAddress.Parse("192.168.1.1")];
        Assert.AreEqual("denied", await world.CodeAsync("http://a.example/allowed/x"));
        Assert.AreEqual(1, server.Seen.Count);
        Assert.IsTrue(world.Dialed.All(end => end.Equals(server.EndPoint)));
    }

    [TestMethod]
    public async Task Five_are_followed_and_no_more()
    {
        await using var server = new LoopbackServer(request => request.Target is ['/', var digit] && digit > '0' ? new(302, "", ("Location", "/" + (char)(digit - 1))) : new(200));
        await using var world = new HttpWorld().Allow("http://a.example", server);
        Assert.IsNull(await world.CodeAsync("http://a.example/5"));
        Assert.AreEqual("limit", await world.CodeAsync("http://a.example/6"));
    }

    [TestMethod]
    [DataRow(301, "POST", "GET", "")]
    [DataRow(302, "POST", "GET", "")]
    [DataRow(303, "PUT", "GET", "")]
    [DataRow(303, "HEAD", "HEAD", "")]
    [DataRow(301, "PUT", "PUT", "body")]
    [DataRow(307, "POST", "POST", "body")]
    [DataRow(308, "POST", "POST", "body")]
    public async Task Method_and_body_change_as_the_status_says(int status, string method, string then, string body)
    {
        await using var server = new LoopbackServer(request => request.Target == "/a" ? new(status, "", ("Location", "/b")) : new(200));
        await using var world = new HttpWorld().Allow("http://a.example", server);
        await world.SendAsync(new(method, "http://a.example/a") { Body = method == "HEAD" ? null : "body"u8.ToArray() });
        Assert.AreEqual((then, body), (server.Seen[1].Method, server.Seen[1].Text));
    }

    [TestMethod]
    public async Task Method_that_a_redirect_keeps_is_checked_where_it_goes()
    {
        await using var server = new LoopbackServer(request => request.Target == "/a" ? new(307, "", ("Location", "http://b.example/b")) : new(200));
        await using var world = new HttpWorld().Allow("http://a.example", server, "POST").Allow("http://b.example", server, "GET");
        Assert.AreEqual("denied", await world.CodeAsync(new ToolHttpRequest("POST", "http://a.example/a")));
        Assert.AreEqual(1, server.Seen.Count);
    }

    [TestMethod]
    public async Task What_authorises_stays_with_its_origin()
    {
        await using var server = new LoopbackServer(request => request.Target switch
        {
            "/home" => new(302, "", ("Location", "/away")),
            "/away" => new(302, "", ("Location", "http://b.example/there")),
            _ => new(200),
        });
        await using var world = new HttpWorld().Allow("http://a.example", server).Allow("http://b.example", server).Secret("key", "s3cr3t-value", "http://a.example", "http://b.example");
        await world.SendAsync(new("GET", "http://a.example/home") { Auth = new("bearer", "key"), Headers = [new("X-Api-Key", "of the caller"), new("Accept", "text/plain")] });

        Assert.AreEqual("Bearer s3cr3t-value", server.Seen[1].Header("Authorization"));
        Assert.AreEqual("of the caller", server.Seen[1].Header("X-Api-Key"));
        Assert.IsNull(server.Seen[2].Header("Authorization"));
        Assert.IsNull(server.Seen[2].Header("X-Api-Key"));
        Assert.AreEqual("text/plain", server.Seen[2].Header("Accept"));
    }

    [TestMethod]
    [DataRow("http://b.example/there?key=s3cr3t-value")]
    [DataRow("//b.example/there?x=czNjcjN0LXZhbHVl")]
    [DataRow("http://b.example/s3cr3t%2Dvalue")]
    [DataRow("/there/s3cr3t-value")]
    public async Task Server_that_sends_on_with_the_secret_is_not_followed(string location)
    {
        await using var server = new LoopbackServer(request => request.Target.StartsWith("/home", StringComparison.Ordinal) ? new(302, "", ("Location", location)) : new(200));
        await using var world = new HttpWorld().Allow("http://a.example", server).Allow("http://b.example", server).Secret("key", "s3cr3t-value", "http://a.example");
        var error = await world.ErrorAsync(new("GET", "http://a.example/home") { Auth = new("query", "key") { Carrier = "key" } });
        Assert.AreEqual("denied", error?.Code);
        Assert.AreEqual(1, server.Seen.Count);
    }

    [TestMethod]
    public async Task No_part_of_a_secret_is_left_where_a_message_is_cut()
    {
        var pad = new string('x', 70);
        await using var server = new LoopbackServer(_ => new(302, "", ("Location", $"/{pad}/s3cr3t-value-that-is-longer-than-what-is-left")));
        await using var world = new HttpWorld().Allow("http://a.example/home", server).Secret("key", "s3cr3t-value-that-is-longer-than-what-is-left", "http://a.example");
        var error = await world.ErrorAsync(new("GET", "http://a.example/home") { Auth = new("bearer", "key") });
        Assert.AreEqual("denied", error?.Code);
        Assert.DoesNotContain("s3cr3t", error!.Message);
    }

    [TestMethod]
    public async Task Same_origin_may_be_asked_again_with_its_own_query()
    {
        await using var server = new LoopbackServer(request => request.Target.StartsWith("/home", StringComparison.Ordinal) ? new(302, "", ("Location", "/there" + request.Target[5..])) : new(200));
        await using var world = new HttpWorld().Allow("http://a.example", server).Secret("key", "s3cr3t-value", "http://a.example");
        await world.SendAsync(new("GET", "http://a.example/home") { Auth = new("query", "key") { Carrier = "key" } });
        Assert.AreEqual("/there?key=s3cr3t-value", server.Seen[1].Target);
    }

    [TestMethod]
    public async Task Answer_without_a_location_is_an_answer()
    {
        await using var server = new LoopbackServer(request => new(304));
        await using var world = new HttpWorld().Allow("http://a.example", server);
        Assert.AreEqual(304, (await world.GetAsync("http://a.example/")).Status);
    }
}
