using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Capabilities;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Specification.Tests.Capabilities;

[TestClass]
public sealed class CapabilityTests
{
    [TestMethod]
    [DataRow("http GET https://API.Example/v1/*", "http GET https://api.example/v1/*")]
    [DataRow("http * https://api.example:443", "http * https://api.example/")]
    [DataRow("http POST http://127.1:8080/x", "http POST http://127.0.0.1:8080/x")]
    [DataRow("http GET http://[::1]/x", "http GET http://[::1]/x")]
    [DataRow("read data/**", "read data/**")]
    [DataRow("write out/*/a*.csv", "write out/*/a*.csv")]
    [DataRow("sql shop write", "sql shop write")]
    [DataRow("tool query_sales@^1", "tool query_sales@^1")]
    public void A_line_is_read_and_printed_in_one_form(string line, string printed)
    {
        Assert.AreEqual(printed, Capability.TryParse(line)?.Text);
        Assert.AreEqual(printed, Capability.TryParse(printed)?.Text);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow(" clock")]
    [DataRow("clock ")]
    [DataRow("Clock")]
    [DataRow("clock random")]
    [DataRow("http  GET https://api.example/")]
    [DataRow("http get https://api.example/")]
    [DataRow("http TRACE https://api.example/")]
    [DataRow("http GET ftp://api.example/")]
    [DataRow("http GET https:///x")]
    [DataRow("http GET https://user@api.example/")]
    [DataRow("http GET https://api.example@evil.example/")]
    [DataRow("http GET https://api.example\\@evil.example/")]
    [DataRow("http GET https://api.example/a?b=*")]
    [DataRow("http GET https://api.example/a#b")]
    [DataRow("http GET https://api.example/{id}")]
    [DataRow("http GET https://api.example/../x")]
    [DataRow("http GET https://api.example/./x")]
    [DataRow("http GET https://api.example/a**")]
    [DataRow("http GET https://api.example/***")]
    [DataRow("http GET https://api.example:99999/x")]
    [DataRow("http GET https://api.example:x/x")]
    [DataRow("http GET https://%61pi.example/x")]
    [DataRow("http GET https://аpi.example/x")]
    [DataRow("http GET https://api.example/\u202Ex")]
    [DataRow("http GET https://api.example/\nclock")]
    [DataRow("read /etc/passwd")]
    [DataRow("read ../data/x")]
    [DataRow("read data/../../x")]
    [DataRow("read data\\x")]
    [DataRow("read data/\u200Bx")]
    [DataRow("read data/\u2028x")]
    [DataRow("read data/\tx")]
    [DataRow("write data/a**b")]
    [DataRow("sql shop")]
    [DataRow("sql shop admin")]
    [DataRow("sql a;b read")]
    [DataRow("tool a@")]
    [DataRow("tool ../x")]
    [DataRow("secret")]
    [DataRow("secret a b")]
    [DataRow("network")]
    public void What_is_no_capability_is_none(string line) => Assert.IsNull(Capability.TryParse(line), line);

    [TestMethod]
    public void A_line_has_a_bound()
    {
        Assert.IsNotNull(Capability.TryParse("read data/" + new string('a', 980)));
        Assert.IsNull(Capability.TryParse("read data/" + new string('a', 1_000)));
    }

    [TestMethod]
    [DataRow("http GET https://api.example/v1/*", "http GET https://api.example/v1/users", true)]
    [DataRow("http GET https://api.example/v1/*", "http GET https://api.example/v1/users/7", false)]
    [DataRow("http GET https://api.example/v1/*", "http GET https://api.example/v1/", false)]
    [DataRow("http GET https://api.example/**", "http GET https://api.example/", true)]
    [DataRow("http GET https://api.example/**", "http HEAD https://api.example/", false)]
    [DataRow("http * https://api.example/**", "http DELETE https://api.example/a/*", true)]
    [DataRow("http GET https://api.example/**", "http * https://api.example/**", false)]
    [DataRow("http GET https://api.example/**", "http GET http://api.example/", false)]
    [DataRow("http GET https://api.example/**", "http GET https://api.example:8443/", false)]
    [DataRow("http GET https://api.example/**", "http GET https://api.example.evil.example/", false)]
    [DataRow("http GET https://api.example/a/*/c", "http GET https://api.example/a/**/c", false)]
    [DataRow("read data/**", "read data", true)]
    [DataRow("read data/**", "read database/x", false)]
    [DataRow("read data/**", "write data/x", false)]
    [DataRow("read data/*.csv", "read data/a.csv.exe", false)]
    [DataRow("read data/a*a", "read data/a", false)]
    [DataRow("sql shop write", "sql shop read", true)]
    [DataRow("sql shop read", "sql shop write", false)]
    [DataRow("tool query", "tool Query@^1", true)]
    [DataRow("tool query@^1", "tool QUERY@^1", true)]
    [DataRow("tool query@^1", "tool query", false)]
    [DataRow("tool query@^1", "tool query@^2", false)]
    [DataRow("secret a", "secret A", false)]
    [DataRow("clock", "random", false)]
    public void One_line_covers_another_where_it_allows_all_of_it(string wide, string narrow, bool covers) =>
        Assert.AreEqual(covers, Capability.TryParse(wide)!.Covers(Capability.TryParse(narrow)!));

    [TestMethod]
    public void Covering_hostile_paths_takes_no_time()
    {
        var wide = Capability.TryParse("read data/" + string.Concat(Enumerable.Repeat("**/a*a*/", 100)) + "b")!;
        var narrow = Capability.TryParse("read data/" + string.Concat(Enumerable.Repeat("aaa/", 240)) + "c")!;
        var clock = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < 20; i++) Assert.IsFalse(wide.Covers(narrow));
        Assert.IsTrue(clock.ElapsedMilliseconds < 2_000, $"{clock.Elapsed}");
    }

    [TestMethod]
    public void The_shortest_set_allows_the_same()
    {
        var set = CapabilitySet.Of(["read data/2025/*", "clock", "read data/**", "clock", "http GET https://a.example/", "http * https://a.example/"]);
        Assert.AreEqual("clock; read data/**; http * https://a.example/", string.Join("; ", set.Shortest().All));
    }

    [TestMethod]
    [DataRow("http * *", "TG6043", "host")]
    [DataRow("http GET https://*/v1/**", "TG6043", "host")]
    [DataRow("http GET https://*.example/v1/**", "TG6043", "host")]
    [DataRow("read **", "TG6043", "folder")]
    [DataRow("write *", "TG6043", "folder")]
    [DataRow("sql * read", "TG6043", "database")]
    [DataRow("tool *", "TG6043", "tool")]
    [DataRow("secret *", "TG6043", "secret")]
    [DataRow("*", "TG6043", "effect")]
    [DataRow("http GET https://api.example:99999/", "TG0056", "no capability")]
    [DataRow("http GET https://api.example/a?x=1", "TG0056", "no capability")]
    public void A_line_that_names_nothing_or_is_none_stops_the_spec(string line, string id, string words)
    {
        var text = $$$$"""
            {"name": "sample", "description": "A sample.", "inputSchema": {"type": "object", "properties": {}},
            "outputSchema": {"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["n"]},
            "capabilities": ["clock", {{{{JsonWriter.Quote(line)}}}}], "implementation": {"kind": "code", "body": "return new(1);"},
            "examples": [{"input": {}, "output": {"n": 1}}]}
            """;
        var finding = SpecReader.Read(new SourceText("sample.tool.json", text)).Findings.Single();
        Assert.AreEqual(id, finding.Id);
        Assert.AreEqual(JsonWriter.Quote(line), text.Substring(finding.Place.Span.Start, finding.Place.Span.Length));
        StringAssert.Contains(finding.Message, words);
        Assert.AreEqual(FindingSeverity.Error, finding.Severity);
    }
}
