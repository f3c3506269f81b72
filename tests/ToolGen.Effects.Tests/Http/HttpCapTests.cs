using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Effects.Http;
using ToolGen.TestSupport;

namespace ToolGen.Effects.Tests.Http;

[TestClass]
public sealed class HttpCapTests
{
    [TestMethod]
    [DataRow("gzip")]
    [DataRow("br")]
    [DataRow("deflate")]
    public async Task Compressed_answer_is_decoded(string encoding)
    {
        await using var server = new LoopbackServer(_ => new(200, Compress(encoding, "hello"u8.ToArray(), 1), ("Content-Encoding", encoding)));
        await using var world = new HttpWorld().Allow("http://a.example", server);
        Assert.AreEqual("hello", (await world.GetAsync("http://a.example/")).Text());
    }

    [TestMethod]
    [DataRow("gzip")]
    [DataRow("br")]
    public async Task Bomb_stops_at_the_cap(string encoding)
    {
        // 1 GiB of zeros in less than 2 MiB.
        var bomb = Compress(encoding, new byte[1 << 20], 1024);
        Assert.IsLessThan(2 << 20, bomb.Length);
        await using var server = new LoopbackServer(_ => new(200, bomb, ("Content-Encoding", encoding)));
        await using var world = new HttpWorld().Allow("http://a.example", server);
        await world.CodeAsync("http://a.example/");
        var before = GC.GetTotalAllocatedBytes(precise: true);
        Assert.AreEqual("limit", await world.CodeAsync("http://a.example/"));
        Assert.IsLessThan(64L << 20, GC.GetTotalAllocatedBytes(precise: true) - before);
    }

    [TestMethod]
    public async Task Body_of_eight_mebibytes_is_the_largest()
    {
        await using var server = new LoopbackServer(request => request.Target switch
        {
            "/fits" => new(200, new byte[HttpCaps.AnswerBytes]),
            "/chunked" => new(200) { Raw = Chunked(HttpCaps.AnswerBytes + 1) },
            "/fits/chunked" => new(200) { Raw = Chunked(HttpCaps.AnswerBytes) },
            "/lies" => new(200) { Raw = "HTTP/1.1 200 OK\r\nContent-Length: 9999999999\r\n\r\nx"u8.ToArray() },
            _ => new(200, new byte[HttpCaps.AnswerBytes + 1]),
        });
        await using var world = new HttpWorld().Allow("http://a.example", server);
        Assert.AreEqual(HttpCaps.AnswerBytes, (await world.GetAsync("http://a.example/fits")).Body.Length);
        Assert.AreEqual(HttpCaps.AnswerBytes, (await world.GetAsync("http://a.example/fits/chunked")).Body.Length);
        Assert.AreEqual("limit", await world.CodeAsync("http://a.example/over"));
        Assert.AreEqual("limit", await world.CodeAsync("http://a.example/chunked"));
        Assert.AreEqual("limit", await world.CodeAsync("http://a.example/lies"));
    }

    [TestMethod]
    public async Task Floods_of_headers_and_broken_answers_end()
    {
        await using var server = new LoopbackServer(request => request.Target switch
        {
            "/large" => new(200, "", ("X-Large", new string('x', 70_000))),
            "/many" => new(200, "", [.. Enumerable.Range(0, 300).Select(i => ($"X-{i}", "x"))]),
            "/short" => new(200) { Raw = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nx"u8.ToArray() },
            "/gzip" => new(200, "no gzip", ("Content-Encoding", "gzip")),
            _ => new(200) { Raw = "SSH-2.0-OpenSSH_9.9\r\n"u8.ToArray() },
        });
        await using var world = new HttpWorld().Allow("http://a.example", server);
        Assert.AreEqual("limit", await world.CodeAsync("http://a.example/large"));
        Assert.AreEqual("limit", await world.CodeAsync("http://a.example/many"));
        Assert.AreEqual("unavailable", await world.CodeAsync("http://a.example/short"));
        Assert.AreEqual("unavailable", await world.CodeAsync("http://a.example/gzip"));
        Assert.AreEqual("unavailable", await world.CodeAsync("http://a.example/ssh"));
    }

    [TestMethod]
    public async Task Requests_redirects_and_attempts_are_counted_together()
    {
        await using var server = new LoopbackServer(request => request.Target == "/loop" ? new(302, "", ("Location", "/end")) : new(200));
        await using var world = new HttpWorld { Limits = ToolLimits.Default with { Http = 3 } }.Allow("http://a.example", server);
        var context = world.Context();
        await context.Http.SendAsync(new("GET", "http://a.example/loop"));
        await context.Http.SendAsync(new("GET", "http://a.example/end"));
        var error = await Assert.ThrowsExactlyAsync<ToolException>(async () => await context.Http.SendAsync(new("GET", "http://a.example/end")));
        Assert.AreEqual("limit", error.Code);
        Assert.AreEqual(3, server.Seen.Count);
    }

    [TestMethod]
    public async Task Request_too_large_is_not_sent()
    {
        await using var server = new LoopbackServer(_ => new(200));
        await using var world = new HttpWorld().Allow("http://a.example", server);
        Assert.AreEqual("limit", await world.CodeAsync(new ToolHttpRequest("POST", "http://a.example/") { Body = new byte[HttpCaps.RequestBytes + 1] }));
        Assert.AreEqual("limit", await world.CodeAsync("http://a.example/" + new string('x', HttpCaps.UrlCharacters)));
        Assert.AreEqual("limit", await world.CodeAsync(new ToolHttpRequest("GET", "http://a.example/") { Headers = [new("X-A", new string('x', 40_000))] }));
        Assert.AreEqual("limit", await world.CodeAsync(new ToolHttpRequest("GET", "http://a.example/") { Headers = [.. Enumerable.Range(0, 201).Select(i => new System.Collections.Generic.KeyValuePair<string, string>("X", "x"))] }));
        Assert.IsEmpty(server.Seen);
    }

    [TestMethod]
    [DataRow("Host", "other.example")]
    [DataRow("content-length", "5")]
    [DataRow("Transfer-Encoding", "chunked")]
    [DataRow("Connection", "upgrade")]
    [DataRow("Upgrade", "h2c")]
    [DataRow("Proxy-Authorization", "Basic eA==")]
    [DataRow("Cookie", "a=b")]
    [DataRow("X-HTTP-Method-Override", "DELETE")]
    [DataRow("X-Forwarded-For", "127.0.0.1")]
    [DataRow("X_Forwarded_For", "127.0.0.1")]
    [DataRow("Content_Length", "0")]
    [DataRow("X-Real-IP", "127.0.0.1")]
    [DataRow("X-Remote-User", "root")]
    [DataRow("X-Forwarded-Host", "inside")]
    [DataRow("X-Original-URL", "/admin")]
    [DataRow("Expect", "100-continue")]
    [DataRow("", "x")]
    [DataRow("X Y", "x")]
    [DataRow("X:", "x")]
    [DataRow("X\r\nY", "x")]
    [DataRow("X-Ünicode", "x")]
    [DataRow("X", "a\r\nHost: b")]
    [DataRow("X", "a\nb")]
    [DataRow("X", "a\0b")]
    [DataRow("X", "a\u0085b")]
    public async Task Header_that_changes_what_the_request_is_is_denied(string name, string value)
    {
        await using var server = new LoopbackServer(_ => new(200));
        await using var world = new HttpWorld().Allow("http://a.example", server).Secret("key", "s3cr3t-value", "http://a.example");
        Assert.AreEqual("denied", await world.CodeAsync(new ToolHttpRequest("GET", "http://a.example/") { Headers = [new(name, value)] }));
        if (value is not ("a\r\nHost: b" or "a\nb" or "a\0b" or "a\u0085b"))
            Assert.AreEqual("denied", await world.CodeAsync(new ToolHttpRequest("GET", "http://a.example/") { Auth = new("header", "key") { Carrier = name } }));
        Assert.IsEmpty(server.Seen);
    }

    [TestMethod]
    [DataRow("CONNECT")]
    [DataRow("TRACE")]
    [DataRow("get")]
    [DataRow("GET ")]
    [DataRow("")]
    [DataRow("GET / HTTP/1.1\r\nX:")]
    public async Task Method_outside_the_seven_is_denied(string method)
    {
        await using var server = new LoopbackServer(_ => new(200));
        await using var world = new HttpWorld().Allow("http://a.example", server);
        Assert.AreEqual("denied", await world.CodeAsync(new ToolHttpRequest(method, "http://a.example/")));
        Assert.IsEmpty(server.Seen);
    }

    [TestMethod]
    public async Task Time_of_the_call_covers_an_answer_that_drips()
    {
        await using var server = new LoopbackServer(async request =>
        {
            await Task.Delay(TimeSpan.FromSeconds(20));
            return new(200);
        });
        await using var world = new HttpWorld { Limits = ToolLimits.Default with { Timeout = TimeSpan.FromMilliseconds(200) } }.Allow("http://a.example", server);
        Assert.AreEqual("timeout", await world.CodeAsync("http://a.example/"));

        using var stop = new System.Threading.CancellationTokenSource(50);
        world.Limits = ToolLimits.Default;
        await Assert.ThrowsAsync<OperationCanceledException>(async () => await world.Context().Http.SendAsync(new("GET", "http://a.example/"), stop.Token));
    }

    private static byte[] Compress(string encoding, byte[] bytes, int times)
    {
        var packed = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Optimal),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest),
            _ => new ZLibStream(packed, CompressionLevel.Optimal),
        })
        {
            for (var i = 0; i < times; i++) stream.Write(bytes);
        }

        return packed.ToArray();
    }

    private static byte[] Chunked(int length) =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{length:x}\r\n"), .. new byte[length], .. "\r\n0\r\n\r\n"u8];
}
