using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Generator.Tests.Kinds.Http;

[TestClass]
public sealed class HttpPagingTests
{
    private const string Output = "\"total\": {\"type\": \"integer\"}, \"ids\": {\"type\": \"array\", \"items\": {\"type\": \"integer\"}}";
    private const string Response = ", \"response\": {\"docs\": [{\"id\": \"integer\"}], \"next?\": \"string\", \"total?\": \"integer\"}, \"result\": {\"total\": \"response.Total ?? items.Count\", \"ids\": \"items.Select(i => i.Id)\"}";

    [TestMethod]
    [DataRow("\"page\": \"p\"", "1 2|3 4|", "{\"total\":4,\"ids\":[1,2,3,4]}", "p=1 p=2 p=3")]
    [DataRow("\"page\": \"p\", \"start\": 0, \"size\": 2", "1 2|3", "{\"total\":3,\"ids\":[1,2,3]}", "p=0 p=1")]
    [DataRow("\"page\": \"p\", \"size\": 2", "1", "{\"total\":1,\"ids\":[1]}", "p=1")]
    [DataRow("\"page\": \"p\"", "", "{\"total\":0,\"ids\":[]}", "p=1")]
    [DataRow("\"page\": \"p\", \"max\": 2", "1|2|3", "{\"total\":2,\"ids\":[1,2]}", "p=1 p=2")]
    [DataRow("\"page\": \"p\", \"max\": \"{n}\"", "1|2|3", "{\"total\":1,\"ids\":[1]}", "p=1")]
    [DataRow("\"offset\": \"skip\", \"size\": 2", "1 2|3 4|5", "{\"total\":5,\"ids\":[1,2,3,4,5]}", "skip=0 skip=2 skip=4")]
    [DataRow("\"offset\": \"skip\", \"size\": \"{n}\"", "1|2|", "{\"total\":2,\"ids\":[1,2]}", "skip=0 skip=1 skip=2")]
    [DataRow("\"cursor\": \"after\", \"next\": \"response.Next\"", "1 2>a&b|3>c|4", "{\"total\":4,\"ids\":[1,2,3,4]}", " after=a%26b after=c")]
    [DataRow("\"cursor\": \"after\", \"next\": \"items.Count < 2 ? null : items[^1].Id\"", "1 2|3 4|5", "{\"total\":5,\"ids\":[1,2,3,4,5]}", " after=2 after=4")]
    [DataRow("\"cursor\": \"after\", \"next\": \"response.Next\"", "1>a|2>a|3>a", "upstream", " after=a")]
    [DataRow("\"cursor\": \"after\", \"next\": \"response.Next\", \"size\": 1", "1>a|>b", "{\"total\":1,\"ids\":[1]}", " after=a")]
    public async Task Pages_follow_until_the_end(string paging, string pages, string expected, string queries)
    {
        var tool = HttpSpec.Load($"\"url\": \"https://api.example/v1\", \"query\": {{\"q\": 1}}, \"paging\": {{{paging}, \"items\": \"response.Docs\"}}{Response}", Output, "\"total\", \"ids\"");
        var http = new StubHttp(pages.Split('|').Select(page => Page(page)).ToArray());
        Assert.AreEqual(expected, await tool.Answer("{\"n\":1}", http));
        Assert.AreEqual(queries, string.Join(" ", http.Requests.Select(request => request.Url["https://api.example/v1?q=1".Length..].TrimStart('&'))));
    }

    [TestMethod]
    [DataRow("</v1/other?page=2>; rel=\"next\"", "https://api.example/v1/other?page=2")]
    [DataRow("<https://api.example/v1?page=2>; rel=next", "https://api.example/v1?page=2")]
    [DataRow("<https://api.example/v1?page=9>; rel=\"last\", <?page=2,3>; title=\"a, <b>; rel=next\"; rel=\"prefetch NEXT\"", "https://api.example/v1?page=2,3")]
    [DataRow("<https://API.example:443/x>; rel=\"next\"", "https://api.example/x")]
    [DataRow("<https://api.example/../../x>; rel=\"next\"", "https://api.example/x")]
    public async Task Links_lead_on(string link, string second)
    {
        var tool = HttpSpec.Load("\"url\": \"https://api.example/v1\", \"auth\": {\"bearer\": \"k\"}, \"paging\": {\"link\": \"next\", \"items\": \"response.Docs\"}" + Response, Output, "\"total\", \"ids\"");
        var http = new StubHttp(Page("1") with { Link = link }, Page("2"));
        Assert.AreEqual("{\"total\":2,\"ids\":[1,2]}", await tool.Answer("{}", http));
        Assert.AreEqual("https://api.example/v1 " + second, http.Urls);
        Assert.AreEqual("k", http.Requests[1].Auth!.Secret);
        Assert.AreEqual("http GET https://api.example/**, secret k", string.Join(", ", tool.Descriptor.Capabilities));
    }

    [TestMethod]
    [DataRow("<https://evil.example/v1>; rel=next", "denied")]
    [DataRow("<//evil.example/v1>; rel=next", "denied")]
    [DataRow("<http://api.example/v1>; rel=next", "denied")]
    [DataRow("<https://api.example:8443/v1>; rel=next", "denied")]
    [DataRow("<https://a:b@api.example/v1>; rel=next", "denied")]
    [DataRow("<https://api.example.evil.example/v1>; rel=next", "denied")]
    [DataRow("<file:///etc/passwd>; rel=next", "denied")]
    [DataRow("<https://api.example/v1?page=2>; rel=next", "{\"total\":2,\"ids\":[1,2]}")]
    public async Task Links_stay_on_the_host(string link, string expected)
    {
        var tool = HttpSpec.Load("\"url\": \"https://api.example/v1\", \"paging\": {\"link\": \"next\", \"items\": \"response.Docs\"}" + Response, Output, "\"total\", \"ids\"");
        var http = new StubHttp(Page("1") with { Link = link }, Page("2"));
        Assert.AreEqual(expected, await tool.Answer("{}", http));
        Assert.HasCount(expected == "denied" ? 1 : 2, http.Requests);
    }

    [TestMethod]
    public async Task A_masked_secret_in_a_link_is_not_sent()
    {
        var tool = HttpSpec.Load("\"url\": \"https://api.example/v1\", \"auth\": {\"query\": \"api_key\", \"secret\": \"k\"}, \"paging\": {\"link\": \"next\", \"items\": \"response.Docs\"}" + Response, Output, "\"total\", \"ids\"");
        var http = new StubHttp(Page("1") with { Link = "</v1?api%5Fkey=***&page=2&api_key=***>; rel=next" }, Page("2"));
        await tool.Answer("{}", http);
        Assert.AreEqual("https://api.example/v1 https://api.example/v1?page=2", http.Urls);
    }

    [TestMethod]
    public async Task A_link_in_a_circle_ends()
    {
        var tool = HttpSpec.Load("\"url\": \"https://api.example/v1\", \"paging\": {\"link\": \"next\", \"items\": \"response.Docs\"}" + Response, Output, "\"total\", \"ids\"");
        var again = Page("1") with { Link = "<https://api.example/v1?page=2>; rel=next" };
        Assert.AreEqual("upstream", await tool.Answer("{}", new StubHttp(again, again, again, again)));
    }

    [TestMethod]
    public async Task The_only_list_takes_the_elements_of_all_pages()
    {
        var tool = HttpSpec.Load(
            "\"url\": \"https://api.example/v1\", \"paging\": {\"page\": \"p\", \"size\": 1, \"items\": \"response.Docs\"}, \"response\": {\"docs\": [{\"id\": \"integer\"}], \"total\": \"integer\"}",
            "\"total\": {\"type\": \"integer\"}, \"docs\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"integer\"}}, \"required\": [\"id\"]}}", "\"total\", \"docs\"");
        var http = new StubHttp(Counted, Counted, new("{\"docs\":[],\"total\":9}"));
        Assert.AreEqual("{\"total\":9,\"docs\":[{\"id\":1},{\"id\":1}]}", await tool.Answer("{}", http));
    }

    [TestMethod]
    public async Task Where_the_whole_answer_is_a_list_it_is_the_page()
    {
        var tool = HttpSpec.Load("\"url\": \"https://api.example/v1\", \"paging\": {\"page\": \"p\"}, \"response\": [\"integer\"]", "\"ids\": {\"type\": \"array\", \"items\": {\"type\": \"integer\"}}", "\"ids\"");
        Assert.AreEqual("{\"ids\":[1,2,3]}", await tool.Answer("{}", new StubHttp(new("[1,2]"), new("[3]"), new("[]"))));
    }

    [TestMethod]
    public async Task A_rule_of_fail_sees_the_first_page_before_the_second_is_fetched()
    {
        var tool = HttpSpec.Load(
            "\"url\": \"https://api.example/v1\", \"paging\": {\"page\": \"p\", \"items\": \"response.Docs\"}, \"fail\": [{\"when\": \"response.Total > 5\", \"code\": \"too_many\", \"message\": \"{response.total}\"}]" + Response, Output, "\"total\", \"ids\"", "\"errors\": {\"too_many\": \"more than 5\"},");
        var http = new StubHttp(Counted, Counted);
        Assert.AreEqual("too_many", await tool.Answer("{}", http));
        Assert.HasCount(1, http.Requests);
    }

    [TestMethod]
    public async Task More_elements_than_may_be_held_are_a_limit()
    {
        var tool = HttpSpec.Load("\"url\": \"https://api.example/v1\", \"paging\": {\"page\": \"p\", \"items\": \"response.Docs\"}" + Response, Output, "\"total\", \"ids\"", "\"limits\": {\"rows\": 3},");
        Assert.AreEqual("limit", await tool.Answer("{}", new StubHttp(Page("1 2"), Page("3 4"))));
    }

    [TestMethod]
    [DataRow("{\"n\":0}", "invalid_input /n")]
    [DataRow("{\"n\":-1}", "invalid_input /n")]
    public async Task A_size_is_a_count(string arguments, string expected)
    {
        var tool = HttpSpec.Load("\"url\": \"https://api.example/v1\", \"paging\": {\"page\": \"p\", \"size\": \"{n}\", \"items\": \"response.Docs\"}" + Response, Output, "\"total\", \"ids\"");
        Assert.AreEqual(expected, await tool.Answer(arguments, new StubHttp(Page("1"))));
    }

    private static StubAnswer Counted => new("{\"docs\":[{\"id\":1}],\"total\":9}");

    // "1 2>cursor"
    private static StubAnswer Page(string text)
    {
        var parts = text.Split('>');
        var docs = string.Join(",", parts[0].Split(' ', System.StringSplitOptions.RemoveEmptyEntries).Select(id => $"{{\"id\":{id}}}"));
        var next = parts.Length > 1 ? $",\"next\":\"{parts[1]}\"" : "";
        return new($"{{\"docs\":[{docs}]{next}}}");
    }
}
