using System;
using System.Linq;
using System.Threading.Tasks;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Http;
using ToolGen.TestSupport;

namespace ToolGen.Effects.Tests.Http;

/// <summary>A body of parts as it arrives, read by a parser that forgives nothing.</summary>
[TestClass]
public sealed class MultipartTests
{
    [TestMethod]
    public async Task Parts_arrive_byte_for_byte()
    {
        await using var server = new LoopbackServer(_ => new(200));
        await using var world = new HttpWorld().Allow("http://api.example", server);
        byte[] all = [.. Enumerable.Range(0, 256).Select(value => (byte)value), .. "\r\n--\r\n"u8];
        var body = new HttpMultipart().Text("note", "größer\r\n--x").File("f[]", new ReadOnlyMemory<byte>[] { all, Array.Empty<byte>() }).Named("日本.bin").Json("meta", "{\"a\":1}"u8.ToArray()).Body();
        await world.SendAsync(new("POST", "http://api.example/upload") { Body = body.Bytes, ContentType = body.ContentType });

        var seen = server.Seen.Single();
        var parts = StrictMultipart.Read(seen.Header("Content-Type"), seen.Body);
        CollectionAssert.AreEqual(new[] { "note", "f[]", "f[]", "meta" }, parts.Select(part => part.Name).ToList());
        CollectionAssert.AreEqual(new[] { null, "日本.bin", "日本-2.bin", null }, parts.Select(part => part.FileName).ToList());
        CollectionAssert.AreEqual(all, parts[1].Content);
        Assert.IsEmpty(parts[2].Content);
        Assert.AreEqual(("größer\r\n--x", "{\"a\":1}"), (parts[0].Text, parts[3].Text));
    }

    [TestMethod]
    public async Task Any_bytes_under_any_allowed_name_arrive_as_they_were()
    {
        await using var server = new LoopbackServer(_ => new(200));
        await using var world = new HttpWorld().Allow("http://api.example", server);
        var names = Gen.String[Gen.Char["abcXYZ019 .-_()[]{}äß日'&;,=+!#$@^~`é"], 1, 40].Where(name => name.Trim() == name && name is not ("" or "." or ".."));
        await Gen.Select(Gen.Byte.Array[0, 2_000], names).SampleAsync(
            async (content, name) =>
            {
                var body = new HttpMultipart().File("file", new ReadOnlyMemory<byte>(content)).Named(name).Body();
                await world.SendAsync(new("PUT", "http://api.example/upload") { Body = body.Bytes, ContentType = body.ContentType });
                var seen = server.Seen[^1];
                var part = StrictMultipart.Read(seen.Header("Content-Type"), seen.Body).Single();
                return part.FileName == name && part.Content.AsSpan().SequenceEqual(content);
            },
            iter: 100,
            threads: 1);
    }

    [TestMethod]
    public async Task An_attempt_that_is_made_again_and_a_redirect_send_the_same_parts()
    {
        await using var server = new LoopbackServer(request => request.Target switch { "/first" => new(307, "", ("Location", "/second")), _ => new(200) });
        await using var world = new HttpWorld().Allow("http://api.example", server);
        var body = new HttpMultipart().Text("a", "b").Body();
        await world.SendAsync(new("POST", "http://api.example/first") { Body = body.Bytes, ContentType = body.ContentType });
        Assert.HasCount(2, server.Seen);
        Assert.AreEqual(server.Seen[0].Text, server.Seen[1].Text);
        Assert.AreEqual(server.Seen[0].Header("Content-Type"), server.Seen[1].Header("Content-Type"));
    }
}
