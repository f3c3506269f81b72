using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Testing.Tests.Replay;

[TestClass]
public sealed class ReplayHttpTests
{
    private const string Url = "https://api.example/v1/latest?base=EUR&symbols=USD";

    [TestMethod]
    public async Task A_recording_answers_with_status_headers_and_body()
    {
        var said = await Samples.SayAsync(Getting(Url), """
            [{ "input": {}, "output": { "status": 201, "type": "application/json", "etag": "x", "body": "{\"a\":1.50}" },
               "given": { "http": [{ "status": 201, "headers": { "ETag": "x" }, "response": { "a": 1.50 } }] },
               "expect": { "requests": [{ "method": "GET", "url": "https://API.example/v1/latest?symbols=USD&base=EUR" }] } }]
            """);
        Assert.AreEqual("Passed", said);
        said = await Samples.SayAsync(Getting(Url), """
            [{ "input": {}, "output": { "status": 200, "type": "text/plain; charset=utf-8", "etag": null, "body": "plain ä" }, "given": { "http": [{ "body": "plain ä" }] } }]
            """);
        Assert.AreEqual("Passed", said);
    }

    [TestMethod]
    public async Task Without_any_recording_a_request_is_unrecorded() => Assert.AreEqual(
        "Unrecorded: no recording: GET https://api.example/v1/latest?base=EUR&symbols=USD; add its answer to given.http",
        await Samples.SayAsync(Getting(Url), """[{ "input": {}, "output": {} }]"""));

    [TestMethod]
    public async Task Unrecorded_stays_so_when_the_tool_swallows_the_error()
    {
        var tool = new HandMadeTool((_, context) =>
        {
            try
            {
                Send(context, new("GET", Url));
            }
            catch (ToolException)
            {
                return HandMadeTool.Output("{}");
            }

            return HandMadeTool.Output("[]");
        }, "http GET https://api.example/**");
        StringAssert.StartsWith(await Samples.SayAsync(tool, """[{ "input": {}, "output": {} }]"""), "Unrecorded");
    }

    [TestMethod]
    [DataRow("""{ "method": "POST" }""", "method: expected POST, got GET")]
    [DataRow("""{ "url": "https://api.example:8443/v1/latest" }""", "host: expected https://api.example:8443, got https://api.example")]
    [DataRow("""{ "url": "https://api.example/v1/late" }""", "path: expected /v1/late, got /v1/latest")]
    [DataRow("""{ "url": "https://api.example/v1/latest?base=USD" }""", "query base: expected \"USD\", got \"EUR\"")]
    [DataRow("""{ "query": { "base": null, "page": 2 } }""", "query base: expected nothing, got \"EUR\"; query page: expected \"2\", got nothing")]
    [DataRow("""{ "headers": { "accept": "text/csv" } }""", "header accept: expected \"text/csv\", got \"application/json\"")]
    [DataRow("""{ "body": { "a": 1 } }""", "body: expected {\"a\":1}, got nothing")]
    public async Task A_request_that_no_recording_fits_fails_and_names_the_parts_of_the_nearest(string request, string parts) => Assert.AreEqual(
        "Failed: no recorded answer fits GET https://api.example/v1/latest?base=EUR&symbols=USD: the nearest is given.http[1], which differs in " + parts,
        await Samples.SayAsync(Getting(Url), $$"""
            [{ "input": {}, "output": {}, "given": { "http": [
              { "request": { "method": "DELETE", "url": "https://elsewhere.example/" }, "response": {} },
              { "request": {{request}}, "response": {} }] } }]
            """));

    [TestMethod]
    public async Task Recordings_answer_in_order_and_once()
    {
        var tool = new HandMadeTool(
            (_, context) => HandMadeTool.Output($"[{Send(context, new("GET", Url)).Text()},{Send(context, new("GET", Url)).Text()}]"), "http GET https://api.example/**");
        Assert.AreEqual("Passed", await Samples.SayAsync(tool, """[{ "input": {}, "output": [1, 2], "given": { "http": [{ "response": 1 }, { "response": 2 }] } }]"""));
        Assert.AreEqual(
            "Failed: no recorded answer fits GET https://api.example/v1/latest?base=EUR&symbols=USD: each of the 1 recorded answers was given before",
            await Samples.SayAsync(tool, """[{ "input": {}, "output": [1, 2], "given": { "http": [{ "response": 1 }] } }]"""));
        Assert.AreEqual("Passed", await Samples.SayAsync(tool, """
            [{ "input": {}, "output": [2, 1], "given": { "http": [{ "response": 3, "request": { "query": { "base": "USD" } } }, { "response": 2, "request": { "query": { "base": "EUR" } } }, { "response": 1 }] } }]
            """));
    }

    [TestMethod]
    public async Task A_retry_takes_the_next_recording_and_stops_where_there_is_none()
    {
        var tool = Getting(Url, retries: 3);
        Assert.AreEqual("Passed", await Samples.SayAsync(tool, """
            [{ "input": {}, "output": { "status": 200, "type": "application/json", "etag": null, "body": "1" },
               "given": { "http": [{ "status": 503 }, { "error": "unavailable" }, { "response": 1 }] },
               "expect": { "requests": [{ "method": "GET", "url": "https://api.example/v1/latest?base=EUR&symbols=USD" }, { "method": "GET", "url": "https://api.example/v1/latest?base=EUR&symbols=USD" }, { "method": "GET", "url": "https://api.example/v1/latest?base=EUR&symbols=USD" }] } }]
            """));
        Assert.AreEqual("Passed", await Samples.SayAsync(tool, """
            [{ "input": {}, "output": { "status": 429, "type": null, "etag": null, "body": "" }, "given": { "http": [{ "status": 429 }] } }]
            """));
        Assert.AreEqual("Passed", await Samples.SayAsync(tool, """[{ "input": {}, "error": "unavailable", "given": { "http": [{ "error": "unavailable" }] } }]"""));
        Assert.AreEqual("Passed", await Samples.SayAsync(tool, """
            [{ "input": {}, "output": { "status": 404, "type": null, "etag": null, "body": "" }, "given": { "http": [{ "status": 404 }] } }]
            """));
    }

    [TestMethod]
    public async Task What_no_capability_covers_is_denied_and_fails_though_the_tool_swallows_it()
    {
        var given = """[{ "input": {}, "output": {}, "given": { "http": [{ "response": 1 }] } }]""";
        Assert.AreEqual(
            "Failed: the tool used http GET https://api.example/v1/latest, which its capabilities do not list",
            await Samples.SayAsync(Getting(Url, 0, null, "http GET https://api.example/v2/**", "http POST https://api.example/**"), given));
        foreach (var url in new[] { "ftp://api.example/v1/latest", "https://me:secret@api.example/v1/latest", "/v1/latest", "https:///x", "https://api.example.evil.example/v1/latest", "https://api.example/v1/../../x" })
        {
            var said = await Samples.SayAsync(Getting(url), given);
            StringAssert.StartsWith(said, "Failed", url);
        }
    }

    [TestMethod]
    public async Task The_limit_of_requests_holds()
    {
        var tool = new HandMadeTool(
            (_, context) =>
            {
                for (var i = 0; i < 21; i++) Send(context, new("GET", Url));
                return HandMadeTool.Output("{}");
            },
            "http GET https://api.example/**");
        var recordings = string.Join(", ", System.Linq.Enumerable.Repeat("""{ "response": 1 }""", 30));
        Assert.AreEqual("Passed", await Samples.SayAsync(tool, $$"""[{ "input": {}, "error": "limit", "given": { "http": [{{recordings}}] } }]"""));
    }

    [TestMethod]
    [DataRow("bearer", null, """{ "Authorization": "Bearer ***" }""")]
    [DataRow("bearer", null, """{ "authorization": "***" }""")]
    [DataRow("basic", "me", """{ "Authorization": "Basic ***" }""")]
    [DataRow("header", "X-Key", """{ "X-Key": "***" }""")]
    public async Task Secrets_are_seen_as_stars(string scheme, string? carrier, string headers)
    {
        var tool = Getting(Url, 0, new ToolHttpAuth(scheme, "api_key") { Carrier = carrier });
        var tests = $$"""
            [{ "input": {}, "output": { "status": 200, "type": null, "etag": null, "body": "" }, "given": { "http": [{}], "secrets": { "api_key": "s3cret" } },
               "expect": { "requests": [{ "method": "GET", "url": "{{Url}}", "headers": {{headers}} }] } }]
            """;
        Assert.AreEqual("Passed", await Samples.SayAsync(tool, tests));
        var other = await Samples.SayAsync(tool, tests.Replace("***", "s3cret", StringComparison.Ordinal));
        StringAssert.StartsWith(other, "Failed: request 1");
        Assert.AreEqual(1, other.Split("s3cret").Length - 1, "only the sample's own text shows it: " + other);
    }

    [TestMethod]
    public async Task A_secret_in_the_query_is_masked_and_a_signature_can_be_expected_as_it_is()
    {
        Assert.AreEqual("Passed", await Samples.SayAsync(Getting("https://api.example/v1", 0, new ToolHttpAuth("query", "api_key") { Carrier = "key" }), """
            [{ "input": {}, "output": { "status": 200, "type": null, "etag": null, "body": "" }, "given": { "http": [{}] },
               "expect": { "requests": [{ "method": "GET", "url": "https://api.example/v1?key=***" }] } }]
            """));
        Assert.AreEqual("Passed", await Samples.SayAsync(Getting("https://api.example/v1", 0, new ToolHttpAuth("hmac", "api_key") { Carrier = "X-Signature", Algorithm = "sha256", Over = "The quick brown fox jumps over the lazy dog" }), """
            [{ "input": {}, "output": { "status": 200, "type": null, "etag": null, "body": "" }, "given": { "http": [{}], "secrets": { "api_key": "key" } },
               "expect": { "requests": [{ "method": "GET", "url": "https://api.example/v1", "headers": { "X-Signature": "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8" } }] } }]
            """));
    }

    [TestMethod]
    public async Task A_secret_that_the_host_lacks_is_missing_or_left_out()
    {
        var auth = new ToolHttpAuth("bearer", "api_key");
        Assert.AreEqual("Passed", await Samples.SayAsync(Getting(Url, 0, auth), """[{ "input": {}, "error": "missing_secret", "given": { "http": [{}], "secrets": { "api_key": null } } }]"""));
        Assert.AreEqual("Passed", await Samples.SayAsync(Getting(Url, 0, auth with { Optional = true }), $$"""
            [{ "input": {}, "output": { "status": 200, "type": null, "etag": null, "body": "" }, "given": { "http": [{}] },
               "expect": { "requests": [{ "method": "GET", "url": "{{Url}}", "headers": { "Authorization": null } }] } }]
            """));
        StringAssert.Contains(await Samples.SayAsync(Getting(Url, 0, auth, "http GET https://api.example/**"), """[{ "input": {}, "output": {}, "given": { "http": [{}] } }]"""), "the tool used secret api_key");
    }

    [TestMethod]
    public async Task Expected_requests_are_the_whole_list()
    {
        var tool = Getting(Url);
        string Tests(string requests) => $$"""[{ "input": {}, "output": { "status": 200, "type": null, "etag": null, "body": "" }, "given": { "http": [{}] }, "expect": { "requests": {{requests}} } }]""";
        Assert.AreEqual("Failed: a request came that is not expected: GET " + Url, await Samples.SayAsync(tool, Tests("[]")));
        Assert.AreEqual("Failed: request 2 did not come: DELETE https://api.example/x", await Samples.SayAsync(tool, Tests($$"""[{ "method": "GET", "url": "{{Url}}" }, { "method": "DELETE", "url": "https://api.example/x" }]""")));
        Assert.AreEqual(
            $"Failed: request 1 (GET {Url}) differs in query symbols: expected nothing, got \"USD\"",
            await Samples.SayAsync(tool, Tests("""[{ "method": "GET", "url": "https://api.example/v1/latest?base=EUR" }]""")));
        Assert.AreEqual("Passed", await Samples.SayAsync(tool, Tests("""[{ "method": "GET", "url": "https://api.example/v1/latest", "query": { "base": "EUR", "page": null } }]""")));
    }

    [TestMethod]
    [DataRow("""{ "text": "hello" }""", "Failed: request 1 (POST https://api.example/m) differs in body /to: expected nothing, got \"x\"")]
    [DataRow("""{ "to": "x", "text": "help" }""", "Failed: request 1 (POST https://api.example/m) differs in body /text: expected \"help\", got \"hello\"")]
    [DataRow("""{ "text": "hello", "to": "x" }""", "Passed")]
    public async Task An_expected_body_is_whole_and_compared_by_value(string body, string said) => Assert.AreEqual(said, await Samples.SayAsync(
        Sending(new("POST", "https://api.example/m") { Body = "{\"to\":\"x\",\"text\":\"hello\"}"u8.ToArray(), ContentType = "application/json" }),
        $$"""
        [{ "input": {}, "output": { "status": 200, "type": null, "etag": null, "body": "" }, "given": { "http": [{ "request": { "method": "POST", "body": { "to": "x", "cc": null } } }] },
           "expect": { "requests": [{ "method": "POST", "url": "https://api.example/m", "body": {{body}} }] } }]
        """));

    [TestMethod]
    public async Task A_form_is_compared_by_names() => Assert.AreEqual(
        "Failed: request 1 (POST https://api.example/m) differs in form b: expected \"3\", got \"2\"; form c: expected nothing, got \"\"",
        await Samples.SayAsync(
            Sending(new("POST", "https://api.example/m") { Body = "a=x+y%20z&b=2&c="u8.ToArray(), ContentType = "application/x-www-form-urlencoded" }),
            """
            [{ "input": {}, "output": { "status": 200, "type": null, "etag": null, "body": "" }, "given": { "http": [{}] },
               "expect": { "requests": [{ "method": "POST", "url": "https://api.example/m", "form": { "a": "x y z", "b": 3 } }] } }]
            """));

    [TestMethod]
    public async Task What_nothing_asked_for_is_told()
    {
        var result = await Samples.RunAsync(new HandMadeTool((_, _) => HandMadeTool.Output("{}"), "http GET https://api.example/**"), """
            { "given": { "settings": { "region": "eu" } },
              "tests": [{ "input": {}, "output": {}, "given": { "http": [{}], "tools": [{ "tool": "x", "output": 1 }], "secrets": { "key": "x" }, "now": "2026-01-01T00:00:00Z", "random": 1 } }] }
            """);
        Assert.AreEqual(SampleOutcome.Passed, result.Outcome);
        CollectionAssert.AreEqual(new List<string> { "/given/http/0", "/given/tools/0", "/given/secrets/key", "/given/now", "/given/random" }, (System.Collections.ICollection)result.Unused);
    }

    [TestMethod]
    public async Task Settings_come_from_given_and_are_unrecorded_without()
    {
        var tool = new HandMadeTool((_, context) => HandMadeTool.Output(JsonSerializer.Serialize(context.Setting("region"))));
        Assert.AreEqual("Passed", await Samples.SayAsync(tool, """{ "given": { "settings": { "region": "eu" } }, "tests": [{ "input": {}, "output": "eu" }] }"""));
        Assert.AreEqual("Passed", await Samples.SayAsync(tool, """{ "given": { "settings": { "region": "eu" } }, "tests": [{ "input": {}, "given": { "settings": { "region": null } }, "error": "denied" }] }"""));
        Assert.AreEqual("Unrecorded: no recording: the setting region; add it to given.settings", await Samples.SayAsync(tool, """[{ "input": {}, "output": "eu" }]"""));
    }

    [TestMethod]
    public async Task Signatures_need_the_samples_secret()
    {
        var tool = new HandMadeTool((_, context) => HandMadeTool.Output($"\"{Convert.ToHexStringLower(context.Secrets.HmacSha256("key", "text").AsTask().Result)}\""), "secret key");
        Assert.AreEqual("Passed", await Samples.SayAsync(tool, """[{ "input": {}, "output": "6afa9046a9579cad143a384c1b564b9a250d27d6f6a63f9f20bf3a7594c9e2c6", "given": { "secrets": { "key": "key" } } }]"""));
        Assert.AreEqual("Unrecorded: no recording: the secret key; add a value to given.secrets, for samples only", await Samples.SayAsync(tool, """[{ "input": {}, "output": "" }]"""));
    }

    private static HandMadeTool Getting(string url, int retries = 0, ToolHttpAuth? auth = null, params string[] capabilities) =>
        Sending(new("GET", url) { Retries = retries, Auth = auth, Headers = [new("Accept", "application/json")] }, capabilities);

    internal static HandMadeTool Sending(ToolHttpRequest request, params string[] capabilities) => new(
        (_, context) =>
        {
            var response = Send(context, request);
            return HandMadeTool.Output(JsonSerializer.Serialize(new { status = response.Status, type = response.Header("content-type"), etag = response.Header("etag"), body = response.Text() }));
        },
        capabilities.Length > 0 ? capabilities : ["http GET https://api.example/**", "http POST https://api.example/**", "secret api_key"]);

    private static ToolHttpResponse Send(ToolContext context, ToolHttpRequest request) => context.Http.SendAsync(request).AsTask().GetAwaiter().GetResult();
}
