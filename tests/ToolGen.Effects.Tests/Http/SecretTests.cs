using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.Effects.Tests.Http;

[TestClass]
public sealed class SecretTests
{
    private const string Value = "s3cr3t+/va lue&ü";

    [TestMethod]
    public async Task Added_in_each_scheme()
    {
        await using var server = new LoopbackServer(_ => new(200));
        await using var world = new HttpWorld().Allow("http://a.example", server).Secret("key", Value, "http://a.example");
        async Task<SeenRequest> SentAsync(ToolHttpAuth auth, string url = "http://a.example/x?q=1", string? body = null)
        {
            await world.SendAsync(new(body is null ? "GET" : "POST", url) { Auth = auth, Body = body is null ? null : Encoding.UTF8.GetBytes(body), Headers = [new("X-Key", "replaced")] });
            return server.Seen[^1];
        }

        Assert.AreEqual("Bearer " + Value, (await SentAsync(new("bearer", "key"))).Header("Authorization"));
        Assert.AreEqual(Value, (await SentAsync(new("header", "key") { Carrier = "X-Key" })).Header("X-Key"));
        Assert.AreEqual("/x?q=1&api%20key=" + Uri.EscapeDataString(Value), (await SentAsync(new("query", "key") { Carrier = "api key" })).Target);
        Assert.AreEqual("/x?k=" + Uri.EscapeDataString(Value), (await SentAsync(new("query", "key") { Carrier = "k" }, "http://a.example/x")).Target);
        Assert.AreEqual("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("user:" + Value)), (await SentAsync(new("basic", "key") { Carrier = "user" })).Header("Authorization"));

        var key = Encoding.UTF8.GetBytes(Value);
        Assert.AreEqual(
            Convert.ToHexStringLower(HMACSHA256.HashData(key, "body"u8)),
            (await SentAsync(new("hmac", "key") { Carrier = "X-Signature", Algorithm = "sha256" }, body: "body")).Header("X-Signature"));
        Assert.AreEqual(
            Convert.ToHexStringLower(HMACSHA512.HashData(key, "over this"u8)),
            (await SentAsync(new("hmac", "key") { Carrier = "X-Signature", Algorithm = "sha512", Over = "over this" }, body: "body")).Header("X-Signature"));
    }

    [TestMethod]
    public async Task Goes_to_its_own_origins_only()
    {
        await using var server = new LoopbackServer(_ => new(200));
        await using var world = new HttpWorld().Allow("http://a.example", server).Allow("http://a.example:81", server).Secret("key", Value, "http://a.example", "https://api.example").Secret("nowhere", "another value");
        Assert.IsNull(await world.CodeAsync(new ToolHttpRequest("GET", "http://a.example/") { Auth = new("bearer", "key") }));
        Assert.AreEqual("denied", await world.CodeAsync(new ToolHttpRequest("GET", "http://a.example:81/") { Auth = new("bearer", "key") }));
        Assert.AreEqual("denied", await world.CodeAsync(new ToolHttpRequest("GET", "http://a.example/") { Auth = new("bearer", "nowhere") }));
        Assert.AreEqual("denied", await world.CodeAsync(new ToolHttpRequest("GET", "http://a.example/") { Auth = new("bearer", "nowhere") { Optional = true } }));
        Assert.AreEqual(1, server.Seen.Count);
    }

    [TestMethod]
    public async Task Missing_one_is_named_with_its_variable_and_an_optional_one_is_left_out()
    {
        await using var server = new LoopbackServer(_ => new(200));
        await using var world = new HttpWorld().Allow("http://a.example", server).Secret("unset", Value, "http://a.example").Secret("short", "12345", "http://a.example");
        world.Environment.Remove("UNSET");
        world.Capabilities.Add("secret ungranted");
        var error = (await world.ErrorAsync(new("GET", "http://a.example/") { Auth = new("bearer", "unset") }))!;
        Assert.AreEqual("missing_secret", error.Code);
        StringAssert.Contains(error.Message, "unset");
        StringAssert.Contains(error.Message, "UNSET");
        error = (await world.ErrorAsync(new("GET", "http://a.example/") { Auth = new("bearer", "ungranted") }))!;
        Assert.AreEqual("denied", error.Code);
        StringAssert.Contains(error.Message, """{"secrets": {"ungranted": {"env": "UNGRANTED", "origins": ["http://a.example"]}}}""");
        Assert.AreEqual("denied", await world.CodeAsync(new ToolHttpRequest("GET", "http://a.example/") { Auth = new("bearer", "uncovered") }));
        error = (await world.ErrorAsync(new("GET", "http://a.example/") { Auth = new("bearer", "short") }))!;
        Assert.AreEqual("missing_secret", error.Code);
        Assert.IsFalse(error.Message.Contains("12345", StringComparison.Ordinal));
        Assert.IsEmpty(server.Seen);

        await world.SendAsync(new("GET", "http://a.example/") { Auth = new("bearer", "unset") { Optional = true } });
        await world.SendAsync(new("GET", "http://a.example/") { Auth = new("bearer", "ungranted") { Optional = true } });
        Assert.IsTrue(server.Seen.All(seen => seen.Header("Authorization") is null));
    }

    [TestMethod]
    [DataRow("basic", "us:er")]
    [DataRow("basic", null)]
    [DataRow("query", "")]
    [DataRow("header", null)]
    [DataRow("hmac", "Host")]
    [DataRow("digest", "x")]
    public async Task Scheme_that_makes_no_sense_is_denied(string scheme, string? carrier)
    {
        await using var server = new LoopbackServer(_ => new(200));
        await using var world = new HttpWorld().Allow("http://a.example", server).Secret("key", Value, "http://a.example");
        Assert.AreEqual("denied", await world.CodeAsync(new ToolHttpRequest("GET", "http://a.example/") { Auth = new(scheme, "key") { Carrier = carrier } }));
        Assert.IsEmpty(server.Seen);
    }

    [TestMethod]
    public async Task Value_with_a_line_break_inside_is_no_header()
    {
        await using var server = new LoopbackServer(_ => new(200));
        await using var world = new HttpWorld().Allow("http://a.example", server).Secret("key", "value\r\nHost: b", "http://a.example").Secret("file", "from a file\n", "http://a.example");
        Assert.AreEqual("denied", await world.CodeAsync(new ToolHttpRequest("GET", "http://a.example/") { Auth = new("bearer", "key") }));
        Assert.IsNull(await world.CodeAsync(new ToolHttpRequest("GET", "http://a.example/") { Auth = new("bearer", "file") }));
        Assert.AreEqual("Bearer from a file", server.Seen.Single().Header("Authorization"));
    }

    [TestMethod]
    public async Task Signature_is_made_without_an_origin()
    {
        await using var world = new HttpWorld().Secret("key", Value);
        CollectionAssert.AreEqual(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Value), "text"u8), await world.Context().Secrets.HmacSha256("key", "text"));
        Assert.AreEqual("denied", (await Assert.ThrowsExactlyAsync<ToolException>(async () => await world.Context().Secrets.HmacSha256("other", "text"))).Code);
    }
}
