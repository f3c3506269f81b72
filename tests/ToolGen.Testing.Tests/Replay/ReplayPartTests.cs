using System;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Testing.Tests.Replay;

/// <summary>Bodies that are no text, as samples compare them.</summary>
[TestClass]
public sealed class ReplayPartTests
{
    [TestMethod]
    [DataRow("""{ "note": "x", "photo": { "base64": "/wA=", "fileName": "a.png", "contentType": "image/png" }, "meta": { "json": { "a": 1.0, "b": 2 } }, "gone": null }""", "Passed")]
    [DataRow("""{ "note": { "text": "x" }, "photo": {}, "meta": { "contentType": "application/json" } }""", "Passed")]
    [DataRow("""{ "note": "y", "photo": "/wA=", "meta": {} }""", "multipart note: expected \"y\", got \"x\"")]
    [DataRow("""{ "note": "x", "photo": { "base64": "AA==", "fileName": "b.png", "contentType": null }, "meta": {} }""", "multipart photo: expected \"AA==\", got \"/wA=\"; multipart photo fileName: expected \"b.png\", got \"a.png\"; multipart photo contentType: expected nothing, got \"image/png\"")]
    [DataRow("""{ "note": "x", "photo": {}, "meta": { "json": { "a": 1 } } }""", "multipart meta json /b: expected nothing, got 2")]
    [DataRow("""{ "note": { "base46": "x" }, "photo": { "fileName": 5 }, "meta": {} }""", "multipart note base46: expected text, json, base64, fileName or contentType, got \"x\"; multipart photo fileName: expected a text, got 5; multipart photo fileName: expected nothing, got \"a.png\"")]
    [DataRow("""{ "note": ["x", "y"], "photo": {} }""", "multipart note: expected 2 parts, got 1 part; multipart meta: expected nothing, got \"{\\\"b\\\":2,\\\"a\\\":1}\"")]
    public async Task Parts_are_compared_by_name_whatever_stands_between_them(string multipart, string said)
    {
        var body = new Http.HttpMultipart().Text("note", "x").File("photo", new ReadOnlyMemory<byte>([0xff, 0])).Named("a.png").As("image/png").Json("meta", "{\"b\":2,\"a\":1}"u8.ToArray()).Body();
        Assert.AreEqual(said == "Passed" ? said : "Failed: request 1 (POST https://api.example/m) differs in " + said, await Samples.SayAsync(
            ReplayHttpTests.Sending(new("POST", "https://api.example/m") { Body = body.Bytes, ContentType = body.ContentType }),
            $$"""
            [{ "input": {}, "output": { "status": 200, "type": null, "etag": null, "body": "" }, "given": { "http": [{ "request": { "multipart": { "note": {} } } }] },
               "expect": { "requests": [{ "method": "POST", "url": "https://api.example/m", "multipart": {{multipart}} }] } }]
            """));
    }

    [TestMethod]
    [DataRow("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--b--\r\n", "Passed")]
    [DataRow("multipart/form-data; boundary=\"b\"", "preamble\r\n--b\r\ncontent-type: text/plain\r\ncontent-disposition: form-data; filename=\"n;name=z\"; name=a\r\n\r\nx\r\n--b--", "Passed")]
    [DataRow("multipart/form-data", "--b", "Failed: request 1 (POST https://api.example/m) differs in multipart: expected {\"a\":\"x\"}, got \"--b\"")]
    [DataRow("multipart/form-data; boundary=b", "--b\r\nx", "Failed: request 1 (POST https://api.example/m) differs in multipart: expected {\"a\":\"x\"}, got \"--b\\r\\nx\"")]
    public async Task Parts_written_by_hand_are_read_too(string type, string body, string said) => Assert.AreEqual(said, await Samples.SayAsync(
        ReplayHttpTests.Sending(new("POST", "https://api.example/m") { Body = Encoding.UTF8.GetBytes(body), ContentType = type }),
        """
        [{ "input": {}, "output": { "status": 200, "type": null, "etag": null, "body": "" }, "given": { "http": [{}] },
           "expect": { "requests": [{ "method": "POST", "url": "https://api.example/m", "multipart": { "a": "x" } }] } }]
        """));

    [TestMethod]
    public async Task Bytes_that_are_no_text_are_meant_as_base64() => Assert.AreEqual("Passed", await Samples.SayAsync(
        ReplayHttpTests.Sending(new("POST", "https://api.example/m") { Body = new byte[] { 0xff, 0 }, ContentType = "image/png" }),
        """
        [{ "input": {}, "output": { "status": 200, "type": null, "etag": null, "body": "" }, "given": { "http": [{ "request": { "body": "/wA=" } }] },
           "expect": { "requests": [{ "method": "POST", "url": "https://api.example/m", "body": "/wA=" }] } }]
        """));
}
