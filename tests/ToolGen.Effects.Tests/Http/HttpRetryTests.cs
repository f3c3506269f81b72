using System;
using System.Linq;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.Effects.Tests.Http;

[TestClass]
public sealed class HttpRetryTests
{
    [TestMethod]
    [DataRow(408)]
    [DataRow(429)]
    [DataRow(500)]
    [DataRow(503)]
    public async Task Asked_again_with_growing_waits_until_it_is_answered(int status)
    {
        var time = new ManualTime(TimeSpan.FromSeconds(29));
        var left = 3;
        await using var server = new LoopbackServer(_ => left-- > 0 ? new(status) : new(200));
        await using var world = new HttpWorld { Time = time }.Allow("http://a.example", server);
        Assert.AreEqual(200, (await world.SendAsync(new("GET", "http://a.example/") { Retries = 3 })).Status);
        Assert.AreEqual(4, server.Seen.Count);
        Assert.AreEqual(3, time.Waits.Count);
        Assert.IsTrue(time.Waits.All(wait => wait <= TimeSpan.FromSeconds(10)));
    }

    [TestMethod]
    public async Task Last_answer_is_the_answer()
    {
        await using var server = new LoopbackServer(_ => new(503, "busy"));
        await using var world = new HttpWorld { Time = new ManualTime(TimeSpan.FromSeconds(29)) }.Allow("http://a.example", server);
        var answer = await world.SendAsync(new("GET", "http://a.example/") { Retries = 2 });
        Assert.AreEqual((503, "busy", 3), (answer.Status, answer.Text(), server.Seen.Count));
    }

    [TestMethod]
    [DataRow(400)]
    [DataRow(404)]
    [DataRow(200)]
    public async Task Other_answers_are_not_asked_again(int status)
    {
        await using var server = new LoopbackServer(_ => new(status));
        await using var world = new HttpWorld().Allow("http://a.example", server);
        await world.SendAsync(new("GET", "http://a.example/") { Retries = 5 });
        Assert.AreEqual(1, server.Seen.Count);
    }

    [TestMethod]
    [DataRow("7", 7)]
    [DataRow("0", 0)]
    [DataRow("Sun, 01 Mar 2026 12:00:09 GMT", 9)]
    [DataRow("Sun, 01 Mar 2020 12:00:00 GMT", 0)]
    public async Task Server_says_how_long(string text, int seconds)
    {
        var time = new ManualTime(TimeSpan.FromSeconds(29));
        var left = 1;
        await using var server = new LoopbackServer(_ => left-- > 0 ? new(429, "", ("Retry-After", text)) : new(200));
        await using var world = new HttpWorld { Time = time }.Allow("http://a.example", server);
        await world.SendAsync(new("GET", "http://a.example/") { Retries = 1 });
        Assert.AreEqual(seconds, (int)Math.Round(time.Waits.Sum(wait => wait.TotalSeconds)));
    }

    [TestMethod]
    [DataRow("31")]
    [DataRow("999999999")]
    [DataRow("99999999999999999999")]
    [DataRow("Mon, 01 Mar 2027 12:00:00 GMT")]
    public async Task Wait_beyond_the_time_of_the_call_is_not_waited(string text)
    {
        var time = new ManualTime(TimeSpan.FromSeconds(29));
        await using var server = new LoopbackServer(_ => new(429, "", ("Retry-After", text)));
        await using var world = new HttpWorld { Time = time }.Allow("http://a.example", server);
        Assert.AreEqual(429, (await world.SendAsync(new("GET", "http://a.example/") { Retries = 3 })).Status);
        Assert.AreEqual(1, server.Seen.Count);
        Assert.IsEmpty(time.Waits);
    }

    [TestMethod]
    public async Task Connections_that_fail_are_tried_again_and_are_unavailable()
    {
        var time = new ManualTime(TimeSpan.FromSeconds(29));
        await using var world = new HttpWorld { Time = time }.Allow("http://down.example").Allow("http://gone.example");
        world.Names["down.example"] = () => [HttpWorld.Public];
        Assert.AreEqual("unavailable", await world.CodeAsync(new ToolHttpRequest("GET", "http://down.example/") { Retries = 2 }));
        Assert.AreEqual(3, world.Dialed.Count);
        Assert.AreEqual("unavailable", await world.CodeAsync(new ToolHttpRequest("GET", "http://gone.example/") { Retries = 2 }));
        Assert.AreEqual(4, time.Waits.Count);
    }

    [TestMethod]
    public async Task What_is_denied_is_not_tried_again()
    {
        var time = new ManualTime(TimeSpan.FromSeconds(29));
        await using var world = new HttpWorld { Time = time }.Allow("http://127.0.0.1");
        Assert.AreEqual("denied", await world.CodeAsync(new ToolHttpRequest("GET", "http://127.0.0.1/") { Retries = 5 }));
        Assert.IsEmpty(time.Waits);
    }

    [TestMethod]
    public async Task Next_address_is_taken_where_the_first_is_down()
    {
        await using var server = new LoopbackServer(_ => new(200));
        await using var world = new HttpWorld().Allow("http://two.example").Serve("two.example", server);
        var up = world.Servers.Keys.Single();
        world.Names["two.example"] = () => [HttpWorld.Public, up];
        Assert.IsNull(await world.CodeAsync("http://two.example/"));
        CollectionAssert.AreEqual(new[] { HttpWorld.Public, up }, world.Dialed.Select(end => end.Address).ToArray());
    }

    [TestMethod]
    public async Task Certificate_that_nobody_vouches_for_is_unavailable()
    {
        using var key = RSA.Create(2048);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("a.example");
        var request = new CertificateRequest("CN=a.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(names.Build());
        using var own = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var certificate = X509CertificateLoader.LoadPkcs12(own.Export(X509ContentType.Pfx), null);
        await using var server = new LoopbackServer(_ => Task.FromResult(new Reply(200)), async stream =>
        {
            var secure = new SslStream(stream);
            await secure.AuthenticateAsServerAsync(certificate);
            return secure;
        });
        await using var world = new HttpWorld { Time = new ManualTime(TimeSpan.FromSeconds(29)) }.Allow("https://a.example", server);
        var error = (await world.ErrorAsync(new("GET", "https://a.example/") { Retries = 3 }))!;
        Assert.AreEqual("unavailable", error.Code);
        StringAssert.Contains(error.Message, "certificate");
        Assert.IsEmpty(server.Seen);
        Assert.AreEqual(1, server.Connections);
    }
}
