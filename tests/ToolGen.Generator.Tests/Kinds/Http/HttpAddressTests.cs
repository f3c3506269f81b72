using System;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Generator.Tests.Kinds.Http;

[TestClass]
public sealed class HttpAddressTests
{
    private static readonly Lazy<Tool> Path = new(() => HttpSpec.Load("\"url\": \"https://api.example/v1/items/{id}/parts/{n}.json?fixed=1&also={x}\""));

    [TestMethod]
    [DataRow("a", "a")]
    [DataRow("a/b", "a%2Fb")]
    [DataRow("../admin", "..%2Fadmin")]
    [DataRow("a?x=1#y", "a%3Fx%3D1%23y")]
    [DataRow("%2e%2e", "%252e%252e")]
    [DataRow("a b\\\\c", "a%20b%5Cc")]
    [DataRow("é💡", "%C3%A9%F0%9F%92%A1")]
    [DataRow("\\u0000\\r\\nHost: evil", "%00%0D%0AHost%3A%20evil")]
    [DataRow("@evil.example:80", "%40evil.example%3A80")]
    [DataRow("...", "...")]
    public async Task A_value_in_the_path_stays_one_segment(string id, string sent)
    {
        var http = new StubHttp(new StubAnswer());
        await Path.Value.Answer($"{{\"id\":\"{id}\",\"n\":7,\"x\":0.5}}", http);
        Assert.AreEqual($"https://api.example/v1/items/{sent}/parts/7.json?fixed=1&also=0.5", http.Urls);
        Assert.AreEqual("/v1/items/" + sent + "/parts/7.json", new Uri(http.Urls).AbsolutePath);
    }

    [TestMethod]
    [DataRow("\"id\":\".\"", "invalid_input /id")]
    [DataRow("\"id\":\"..\"", "invalid_input /id")]
    [DataRow("\"id\":\"\"", "invalid_input /id")]
    [DataRow("\"tags\":[]", "invalid_input /id")]
    public async Task A_value_that_would_climb_or_vanish_is_the_arguments_fault(string arguments, string error)
    {
        var http = new StubHttp(new StubAnswer());
        Assert.AreEqual(error, await Path.Value.Answer($"{{{arguments},\"n\":7}}", http));
        Assert.AreEqual("", http.Urls);
    }

    [TestMethod]
    [DataRow("https://api.example/v1/%2e{id}", ".")]
    [DataRow("https://api.example/v1/{id}{any}", ".")]
    [DataRow("https://api.example/v1/.{id}/x", ".")]
    public async Task Dots_that_meet_are_no_way_up(string url, string value)
    {
        var http = new StubHttp(new StubAnswer());
        StringAssert.StartsWith(await HttpSpec.Load($"\"url\": \"{url}\"").Answer($"{{\"id\":\"{value}\",\"any\":\".\"}}", http), "invalid_input");
        Assert.AreEqual("", http.Urls);
    }

    [TestMethod]
    [DataRow("{}", "?a=1&b=true&c=x%20y&d=1&d=z&q=%5B%5D")]
    [DataRow("{\"id\":\"a&b=c\"}", "?a=1&b=true&c=x%20y&d=1&d=a%26b%3Dc&d=z&id=a%26b%3Dc&q=%5Ba%26b%3Dc%5D")]
    [DataRow("{\"n\":-5,\"x\":1e21,\"flag\":false,\"day\":\"2026-01-02\"}", "?a=1&b=true&c=x%20y&d=1&d=z&n=-5&x=1E%2B21&flag=false&day=2026-01-02&q=%5B%5D")]
    [DataRow("{\"tags\":[\"a\",\"b&c\"],\"sizes\":[1,2]}", "?a=1&b=true&c=x%20y&d=1&d=z&tags=a&tags=b%26c&sizes=1&sizes=2&q=%5B%5D")]
    [DataRow("{\"any\":[1,null,\"z\"],\"tags\":[]}", "?a=1&b=true&c=x%20y&d=1&d=z&any=1&any=z&q=%5B%5D")]
    [DataRow("{\"any\":{\"a\":1}}", "invalid_input /any")]
    [DataRow("{\"any\":[[1]]}", "invalid_input /any")]
    public async Task Query_parameters_stand_beside_the_address(string arguments, string query)
    {
        var tool = HttpSpec.Load("""
            "url": "https://api.example", "query": {"a": 1, "b": true, "c": "x y", "d": [1, "{id}", "z", null], "e": null, "id": "{id}", "n": "{n}", "x": "{x}", "flag": "{flag}",
            "day": "{day}", "tags": "{tags}", "sizes": "{sizes}", "any": "{any}", "q": "[{id}]"}
            """);
        var http = new StubHttp(new StubAnswer());
        var answer = await tool.Answer(arguments, http);
        if (query[0] == '?') Assert.AreEqual("https://api.example/" + query, http.Urls);
        else Assert.AreEqual(query, answer);
    }

    [TestMethod]
    public async Task Too_long_an_address_is_a_limit()
    {
        var http = new StubHttp(new StubAnswer());
        Assert.AreEqual("limit /id", await Path.Value.Answer($"{{\"id\":\"{new string('a', 40_000)}\",\"n\":1}}", http));
        Assert.AreEqual("", http.Urls);
    }

    [TestMethod]
    public async Task Settings_of_the_host_fill_holes()
    {
        var tool = HttpSpec.Load("\"url\": \"https://api.example/{settings.tenant}/x\", \"query\": {\"region\": \"{settings.region}\"}");
        var http = new StubHttp(new StubAnswer());
        http.Settings["tenant"] = "a/b";
        http.Settings["region"] = "eu";
        await tool.Answer("{}", http);
        Assert.AreEqual("https://api.example/a%2Fb/x?region=eu", http.Urls);
        Assert.AreEqual("denied", await tool.Answer("{}", new StubHttp()));
    }

    [TestMethod]
    [DataRow("https://api.example/v1/{id}/x", "http GET https://api.example/v1/*/x")]
    [DataRow("https://API.example:8443/v1/a*b/{id}.json?q={n}", "http GET https://api.example:8443/v1/a%2Ab/*.json")]
    [DataRow("http://api.example", "http GET http://api.example/")]
    [DataRow("https://api.example/{id}{n}", "http GET https://api.example/*")]
    [DataRow("https://api.example/compare/{id}...{n}", "http GET https://api.example/compare/*")]
    [DataRow("https://api.example/größe", "http GET https://api.example/gr%C3%B6%C3%9Fe")]
    public void Capabilities_are_derived_from_the_address(string url, string capability) =>
        Assert.AreEqual(capability, string.Join("; ", HttpSpec.Load($"\"url\": \"{url}\"").Descriptor.Capabilities));
}
