using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Generator.Tests.Kinds.Http;

[TestClass]
public sealed class HttpRequestTests
{
    [TestMethod]
    [DataRow("{}", """{"fixed":{"a":[1,true,null,"x"]},"text":"Hi , you","list":[null,"z"]}""")]
    [DataRow("""{"id":"\",\"admin\":true,\"x\":\"\u0007","n":3}""", """{"fixed":{"a":[1,true,null,"x"]},"id":"\",\"admin\":true,\"x\":\"\u0007","n":3,"text":"Hi \",\"admin\":true,\"x\":\"\u0007, you","list":["\",\"admin\":true,\"x\":\"\u0007","z"]}""")]
    [DataRow("""{"tags":["a","b"],"user":{"name":"Ada","age":3},"lines":[{"sku":"s","amount":1.5}],"day":"2026-01-02","flag":true}""", """{"fixed":{"a":[1,true,null,"x"]},"text":"Hi , you","tags":["a","b"],"user":{"name":"Ada","age":3},"lines":[{"sku":"s","amount":1.5}],"day":"2026-01-02","flag":true,"who":"Ada","list":[null,"z"]}""")]
    [DataRow("""{"any":{"b":[1,{"c":null}]}}""", """{"fixed":{"a":[1,true,null,"x"]},"text":"Hi , you","any":{"b":[1,{"c":null}]},"list":[null,"z"]}""")]
    public async Task An_object_is_sent_as_json_with_values_in_it(string arguments, string sent)
    {
        var tool = HttpSpec.Load("""
            "url": "https://api.example/v1", "body": {"fixed": {"a": [1, true, null, "x"]}, "id": "{id}", "n": "{n}", "text": "Hi {id}, you", "tags": "{tags}", "user": "{user}",
            "lines": "{lines}", "day": "{day}", "flag": "{flag}", "any": "{any}", "who": "{user.name}", "list": ["{id}", "z"]}
            """);
        var http = new StubHttp(new StubAnswer());
        Assert.AreEqual("{}", await tool.Answer(arguments, http));
        var request = http.Requests.Single();
        Assert.AreEqual(("POST", "application/json", 0), (request.Method, request.ContentType, request.Retries));
        Assert.AreEqual(sent, request.Sent());
    }

    [TestMethod]
    [DataRow("\"body\": \"{id}\"", "{\"id\":\"a\\nb\"}", "text/plain; charset=utf-8", "a\nb")]
    [DataRow("\"body\": \"{id}\"", "{}", null, "")]
    [DataRow("\"body\": \"<x>{id}|{n}</x>\", \"headers\": {\"Content-Type\": \"text/xml\"}", "{\"id\":\"é\",\"n\":1}", "text/xml", "<x>é|1</x>")]
    [DataRow("\"body\": \"{user}\"", "{\"user\":{\"name\":\"a\"}}", "application/json", "{\"name\":\"a\"}")]
    [DataRow("\"body\": \"{user}\"", "{}", null, "")]
    [DataRow("\"body\": \"{lines}\", \"headers\": {\"content-type\": \"application/vnd.{id}+json\"}", "{\"id\":\"x\",\"lines\":[]}", "application/vnd.x+json", "[]")]
    [DataRow("\"body\": [\"{n}\", 2]", "{\"n\":1}", "application/json", "[1,2]")]
    [DataRow("\"body\": 5", "{}", "application/json", "5")]
    [DataRow("\"let\": {\"t\": \"input.Id + \\\"!\\\"\"}, \"body\": \"{t}\"", "{\"id\":\"a\"}", "text/plain; charset=utf-8", "a!")]
    [DataRow("\"let\": {\"w\": \"input.Sizes!.Select(s => s * 2)\"}, \"body\": {\"w\": \"{w}\"}", "{\"sizes\":[1,2]}", "application/json", "{\"w\":[2,4]}")]
    [DataRow("\"body\": \"{photo}\"", "{\"photo\":\"w6k=\"}", "application/octet-stream", "é")]
    [DataRow("\"body\": \"{photo}\", \"headers\": {\"Content-Type\": \"image/png\"}", "{\"photo\":\"\"}", "image/png", "")]
    [DataRow("\"body\": \"{photo}\"", "{}", null, "")]
    [DataRow("\"let\": {\"b\": \"input.Photo!.Value\"}, \"body\": \"{b}\"", "{\"photo\":\"YWI=\"}", "application/octet-stream", "ab")]
    [DataRow("\"form\": {\"a b\": \"{id}\", \"tags\": \"{tags}\", \"n\": \"{n}\", \"c\": [1, \"{id}\"]}", "{\"id\":\"x&y=z+\\u00e9\",\"tags\":[\"1\",\"2\"]}", "application/x-www-form-urlencoded", "a%20b=x%26y%3Dz%2B%C3%A9&tags=1&tags=2&c=1&c=x%26y%3Dz%2B%C3%A9")]
    public async Task Bodies_are_json_text_bytes_or_a_form(string implementation, string arguments, string? type, string sent)
    {
        var http = new StubHttp(new StubAnswer());
        Assert.AreEqual("{}", await HttpSpec.Load("\"method\": \"PUT\", \"url\": \"https://api.example/v1\", " + implementation).Answer(arguments, http));
        var request = http.Requests.Single();
        Assert.AreEqual(type, request.ContentType);
        Assert.AreEqual(sent, request.Sent());
        Assert.AreEqual(type is null, request.Body is null);
    }

    [TestMethod]
    public async Task Headers_take_values_of_one_line()
    {
        var tool = HttpSpec.Load("\"url\": \"https://api.example\", \"headers\": {\"Accept\": \"application/json\", \"X-Id\": \"{id}\", \"X-Both\": \"{id}-{n}\", \"X-Max\": 5, \"X-Flag\": true}");
        var http = new StubHttp(new StubAnswer(), new StubAnswer());
        await tool.Answer("{\"id\":\"a, b\",\"n\":2}", http);
        await tool.Answer("{}", http);
        Assert.AreEqual("Accept: application/json|X-Id: a, b|X-Both: a, b-2|X-Max: 5|X-Flag: true", Headers(http.Requests[0]));
        Assert.AreEqual("Accept: application/json|X-Both: -|X-Max: 5|X-Flag: true", Headers(http.Requests[1]));
    }

    [TestMethod]
    [DataRow("X-Id", "{id}", "a\\r\\nHost: evil")]
    [DataRow("X-Id", "a{id}", "\\n")]
    [DataRow("X-Id", "a{id}", "\\u0000")]
    [DataRow("X-Id", "a{id}", "\\u2028")]
    [DataRow("X-Id", "a{id}", "\\u00e9")]
    [DataRow("Content-Type", "text/{id}", "x\\r\\nA: b")]
    public async Task A_value_can_begin_no_other_header(string name, string value, string id)
    {
        var tool = HttpSpec.Load($"\"method\": \"PUT\", \"url\": \"https://api.example\", \"body\": \"x\", \"headers\": {{\"{name}\": \"{value}\"}}");
        var http = new StubHttp(new StubAnswer());
        Assert.AreEqual("invalid_input /id", await tool.Answer($"{{\"id\":\"{id}\"}}", http));
        Assert.AreEqual("", http.Urls);
    }

    [TestMethod]
    [DataRow("""{"bearer": "my_token"}""", "bearer my_token   ")]
    [DataRow("""{"bearer": "my_token", "optional": true}""", "bearer my_token    optional")]
    [DataRow("""{"header": "X-Key", "secret": "k"}""", "header k X-Key  ")]
    [DataRow("""{"query": "api_key", "secret": "k"}""", "query k api_key  ")]
    [DataRow("""{"basic": ["{id}", "k"]}""", "basic k someone  ")]
    [DataRow("""{"hmac": {"secret": "k", "algorithm": "sha512", "over": "{n}.{id}", "header": "X-Sig"}}""", "hmac k X-Sig sha512 5.someone")]
    public async Task Secrets_are_named_never_seen(string auth, string expected)
    {
        var tool = HttpSpec.Load($"\"url\": \"https://api.example/v1\", \"auth\": {auth}");
        var http = new StubHttp(new StubAnswer());
        await tool.Answer("{\"id\":\"someone\",\"n\":5}", http);
        var sent = http.Requests.Single().Auth!;
        Assert.AreEqual(expected, $"{sent.Scheme} {sent.Secret} {sent.Carrier} {sent.Algorithm} {sent.Over}{(sent.Optional ? " optional" : "")}");
        Assert.AreEqual("http GET https://api.example/v1, secret " + sent.Secret, string.Join(", ", tool.Descriptor.Capabilities));
    }

    [TestMethod]
    [DataRow("{body}", "{\"a\":\"\\\"é\"}")]
    [DataRow("v0:{n}:{body}", "v0:5:{\"a\":\"\\\"é\"}")]
    public async Task A_signature_can_stand_over_the_body_as_it_is_sent(string over, string expected)
    {
        var tool = HttpSpec.Load($"\"url\": \"https://api.example/v1\", \"body\": {{\"a\": \"{{id}}\"}}, \"auth\": {{\"hmac\": {{\"secret\": \"k\", \"algorithm\": \"sha256\", \"over\": \"{over}\", \"header\": \"X-Sig\"}}}}");
        var http = new StubHttp(new StubAnswer());
        await tool.Answer("{\"id\":\"\\\"é\",\"n\":5}", http);
        Assert.AreEqual(expected, http.Requests[0].Auth!.Over);
    }

    [TestMethod]
    [DataRow("""{"basic": ["{id}", "k"]}""", "a:b")]
    [DataRow("""{"basic": ["{id}", "k"]}""", "a\\nb")]
    [DataRow("""{"header": "X-{id}", "secret": "k"}""", "a: b")]
    [DataRow("""{"header": "{id}", "secret": "k"}""", "Host")]
    [DataRow("""{"header": "{id}", "secret": "k"}""", "")]
    [DataRow("""{"query": "{id}", "secret": "k"}""", "a&b")]
    public async Task A_value_cannot_move_a_secret(string auth, string id)
    {
        var http = new StubHttp(new StubAnswer());
        Assert.AreEqual("invalid_input /id", await HttpSpec.Load($"\"url\": \"https://api.example/v1\", \"auth\": {auth}").Answer($"{{\"id\":\"{id}\"}}", http));
        Assert.AreEqual("", http.Urls);
    }

    [TestMethod]
    [DataRow("\"url\": \"https://a.example\"", "GET 3")]
    [DataRow("\"url\": \"https://a.example\", \"retry\": 0", "GET 0")]
    [DataRow("\"url\": \"https://a.example\", \"body\": {}", "POST 0")]
    [DataRow("\"url\": \"https://a.example\", \"method\": \"DELETE\"", "DELETE 0")]
    [DataRow("\"url\": \"https://a.example\", \"method\": \"PUT\", \"body\": {}, \"retry\": 2", "PUT 2")]
    public async Task Only_what_changes_nothing_is_repeated_by_itself(string implementation, string expected)
    {
        var http = new StubHttp(new StubAnswer());
        await HttpSpec.Load(implementation).Answer("{}", http);
        Assert.AreEqual(expected, $"{http.Requests[0].Method} {http.Requests[0].Retries}");
    }

    private static string Headers(ToolHttpRequest request) => string.Join("|", request.Headers.Select(header => $"{header.Key}: {header.Value}"));
}
