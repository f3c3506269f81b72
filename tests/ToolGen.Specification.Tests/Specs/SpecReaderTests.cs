using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Specification.Tests.Specs;

[TestClass]
public sealed class SpecReaderTests
{
    // One kind's implementation inside a spec that is right otherwise; the implementation begins at line 5, column 1.
    private const string Around = """
        {
        "name": "add", "description": "Adds.", "errors": { "too_big": "when it is" },
        "inputSchema": { "type": "object", "properties": { "text": { "type": "string" }, "n": { "type": "integer" } }, "required": ["text"] },
        "outputSchema": { "type": "object", "properties": { "sum": { "type": "integer" } } }, "implementation":
        @,
        "examples": [ { "input": { "text": "a" }, "output": { "sum": 1 } } ] }
        """;

    private const string Code = "{ \"kind\": \"code\", \"body\": \"return new();\" }";

    [TestMethod]
    [DataRow("\"name\": \"add\"", "\"name\": \"add up\"", "TG0108(2,9)")]
    [DataRow("\"name\": \"add\"", "\"name\": \"sum\"", "TG0042(2,9)")]
    [DataRow("\"name\": \"add\", ", "", "TG0033(1,1)")]
    [DataRow("\"description\"", "\"desciption\"", "TG0032(2,16)")]
    [DataRow("\"errors\": {", "\"colour\": 1, \"errors\": {", "TG0030(2,40)")]
    [DataRow("too_big", "timeout", "TG0048(2,52)")]
    [DataRow("too_big", "Too Big", "TG0035(2,52)")]
    [DataRow("\"examples\": [ { \"input\": { \"text\": \"a\" }, \"output\": { \"sum\": 1 } } ]", "\"examples\": []", "TG0044(6,13)")]
    [DataRow("\"examples\": [ { \"input\": { \"text\": \"a\" }, \"output\": { \"sum\": 1 } } ]", "\"x-a\": 0", "TG0033(1,1)")]
    [DataRow("\"text\": \"a\" }", "\"text\": 5 }", "TG0045(6,36)")]
    [DataRow("\"text\": \"a\" }", "\"txt\": \"a\" }", "TG0045(6,26) TG0045(6,35)")]
    [DataRow("\"sum\": 1 }", "\"sum\": 1.5 }", "TG0046(6,62)")]
    [DataRow("\"output\": { \"sum\": 1 }", "\"error\": \"too_bigg\"", "TG0047(6,52)")]
    [DataRow("\"output\": { \"sum\": 1 }", "\"error\": \"http_404\"", "TG0103(6,52)")]
    [DataRow("\"output\": { \"sum\": 1 }", "\"name\": \"x\"", "TG0038(6,15)")]
    [DataRow("\"output\": {", "\"error\": \"limit\", \"output\": {", "TG0039(6,43)")]
    [DataRow("\"description\": \"Adds.\"", "\"description\": \"A\\u202edds.\"", "TG0051(2,33)")]
    [DataRow("\"text\": \"a\" }", "\"text\": \"a\\u202e\" }", "")]
    [DataRow("\"errors\": {", "\"limits\": { \"timeout\": \"1 h\" }, \"errors\": {", "TG0035(2,63)")]
    [DataRow("\"errors\": {", "\"version\": \"1.0\", \"errors\": {", "TG0035(2,51)")]
    [DataRow("\"errors\": {", "\"capabilities\": [\"network\"], \"errors\": {", "TG0056(2,57)")]
    [DataRow("\"errors\": {", "\"asks\": [\"add\"], \"errors\": {", "TG0057(2,48)")]
    [DataRow("\"errors\": {", "\"given\": { \"now\": \"noon\", \"files\": { \"/etc/x\": \"\" } }, \"errors\": {", "TG0061(2,58) TG0053(2,77)")]
    public void A_slip_outside_the_implementation_is_found_at_its_place(string from, string to, string expected)
    {
        var text = Around.Replace("@", Code);
        StringAssert.Contains(text, from);
        Assert.AreEqual(expected, Found(text.Replace(from, to)));
    }

    [TestMethod]
    [DataRow("{ \"kind\": \"code\", \"body\": [ \"a\", \"b\\nc\" ] }", "TG0040(5,36)")]
    [DataRow("{ \"kind\": \"trasform\", \"parse\": \"csv\" }", "TG0043(5,11)")]
    [DataRow("{ \"kind\": \"CODE\" }", "TG0036(5,11)")]
    [DataRow("{ \"knd\": \"code\" }", "TG0032(5,3)")]
    [DataRow("{ \"kind\": \"code\", \"script\": \"x\" }", "TG0101(5,19)")]
    [DataRow("{ \"kind\": \"transform\", \"parse\": \"csv\" }", "TG0055(5,1)")]
    [DataRow("{ \"kind\": \"transform\", \"parse\": \"tsv\", \"record\": { \"a\": \"string\" } }", "TG0036(5,33)")]
    [DataRow("{ \"kind\": \"transform\", \"parse\": \"lines\", \"record\": { \"a\": \"string\" } }", "TG0055(5,42)")]
    [DataRow("{ \"kind\": \"transform\", \"parse\": { \"format\": \"text\", \"match\": \"wrd\" }, \"patterns\": { \"word\": \"a\" } }", "TG0054(5,62)")]
    [DataRow("{ \"kind\": \"transform\", \"parse\": { \"format\": \"lines\", \"bad\": \"skip\" }, \"bad\": \"fail\" }", "TG0039(5,54)")]
    [DataRow("{ \"kind\": \"transform\", \"parse\": \"lines\", \"patterns\": { \"a\": \"(?=b)\" } }", "TG1102(5,62)")]
    [DataRow("{ \"kind\": \"transform\", \"parse\": \"lines\", \"let\": { \"class\": \"1\", \"row\": \"2\" } }", "TG0058(5,51) TG0059(5,65)")]
    [DataRow("{ \"kind\": \"transform\", \"parse\": \"lines\", \"steps\": [ { \"filter\": \"true\" } ] }", "TG0101(5,55)")]
    [DataRow("{ \"kind\": \"transform\", \"parse\": \"lines\", \"steps\": [ { \"where\": \"true\", \"take\": 3 } ] }", "TG0030(5,72)")]
    [DataRow("{ \"kind\": \"transform\", \"parse\": \"lines\", \"steps\": [ { } ] }", "TG0038(5,53)")]
    [DataRow("{ \"kind\": \"transform\", \"parse\": \"lines\", \"fail\": [ { \"when\": \"true\", \"code\": \"a_b\", \"message\": \"x {input.N + 1} {y\" } ] }", "TG0049(5,99) TG0050(5,113)")]
    [DataRow("{ \"kind\": \"http\", \"url\": \"https://{text}/x\" }", "TG0052(5,26)")]
    [DataRow("{ \"kind\": \"http\", \"url\": \"https://a.example{text}\" }", "TG0052(5,26)")]
    [DataRow("{ \"kind\": \"http\", \"url\": \"https://u:p@a.example/x\" }", "TG0052(5,26)")]
    [DataRow("{ \"kind\": \"http\", \"url\": \"file:///etc\" }", "TG0052(5,26)")]
    [DataRow("{ \"kind\": \"http\", \"url\": \"https://a.example/x\", \"body\": {}, \"form\": {} }", "TG0039(5,61)")]
    [DataRow("{ \"kind\": \"file\", \"read\": \"/etc/passwd\", \"parse\": \"lines\" }", "TG0053(5,27)")]
    [DataRow("{ \"kind\": \"file\", \"read\": \"data/../x\", \"parse\": \"lines\" }", "TG0053(5,27)")]
    [DataRow("{ \"kind\": \"file\", \"read\": \"{text}/x\", \"parse\": \"lines\" }", "TG0053(5,27)")]
    [DataRow("{ \"kind\": \"file\", \"read\": \"\", \"parse\": \"lines\" }", "TG0035(5,27)")]
    [DataRow("{ \"kind\": \"sql\", \"database\": \"shop\", \"sql\": \"SELECT 'it''s', \\\"{n}\\\" FROM t WHERE a = '{text}' AND b = {n}\" }", "TG0062(5,64) TG0062(5,88)")]
    [DataRow("{ \"kind\": \"sql\", \"database\": \"Data Source=x.db\", \"sql\": \"SELECT 1\" }", "TG0035(5,30)")]
    [DataRow("{ \"kind\": \"compose\", \"steps\": { \"a\": { \"tool\": \"t\", \"after\": \"aa\" }, \"ab\": { \"tool\": \"t\" } } }", "TG0054(5,62)")]
    [DataRow("{ \"kind\": \"compose\", \"let\": { \"a\": \"1\" }, \"steps\": { \"a\": { \"tool\": \"t\" } } }", "TG0059(5,54)")]
    public void A_slip_in_an_implementation_is_found_at_its_place(string implementation, string expected) =>
        Assert.AreEqual(expected, Found(Around.Replace("@", implementation)));

    [TestMethod]
    public void A_list_is_no_spec() => Assert.AreEqual("TG0041(1,1)", Found("[]"));

    [TestMethod]
    public void Syntax_and_meaning_are_reported_together()
    {
        var reading = Read(Around.Replace("@", "{ \"kind\": \"code\", \"script\": \"x\", }"));
        Assert.AreEqual("TG0101(5,19) TG0008(5,32)", Text(reading));
        Assert.IsNull(reading.Spec);
        Assert.AreEqual("add", reading.Name);
    }

    [TestMethod]
    public void An_argument_that_looks_like_a_hole_stays_as_it_is()
    {
        var finding = Read(Around.Replace("@", Code).Replace("\"name\": \"add\"", "\"{1}{2}\": 0, \"name\": \"add\"")).Findings.Single();
        Assert.AreEqual("'{1}{2}' is no key of spec", finding.Message);
    }

    [TestMethod]
    public void A_transform_is_read_whole()
    {
        var spec = Read(Around.Replace("@", """
            { "kind": "transform", "parse": { "format": "csv", "bad": "skip", "delimiter": ";" }, "record": { "day": "date", "n?": "integer" },
              "let": { "least": "input.N ?? 0" }, "patterns": { "word": "\\w+" },
              "steps": [ { "where": "row.N > least" }, { "order": [ "row.Day  desc ", "row.N asc", "row.Tasc" ] }, { "take": 10 }, { "distinct": "row.Day", "keep": "row.N desc" } ],
              "fail": [ { "when": "rows.Count == 0", "code": "nothing", "message": "no {{rows} for {text}" } ],
              "result": { "sum": "sum(row.N)", "flag": true, "list": { "each": "rows", "select": { "a": "item.N" } }, "deep": { "b": [1] } } }
            """)).Spec!;
        var transform = (TransformImplementation)spec.Implementation!;
        Assert.IsTrue(transform.SkipBad);
        Assert.AreEqual(';', transform.Delimiter);
        Assert.AreEqual(ParseFormat.Csv, transform.Format);
        var order = (OrderStep)transform.Steps[1];
        CollectionAssert.AreEqual(new[] { "row.Day|True", "row.N|False", "row.Tasc|False" }, order.Keys.Select(key => key.Expression.Value[..key.Length] + "|" + key.Descending).ToArray());
        Assert.AreEqual("10", ((TakeStep)transform.Steps[2]).Count.Value);
        Assert.IsTrue(((DistinctStep)transform.Steps[3]).Keep.Single().Descending);
        CollectionAssert.AreEqual(new[] { "no {rows} for ", "" }, transform.Fail[0].Message.Pieces.Select(piece => piece.Literal).ToArray());
        Assert.AreEqual("text", transform.Fail[0].Message.Pieces[1].Reference);
        CollectionAssert.AreEqual(new[] { typeof(ResultExpression), typeof(ResultConstant), typeof(ResultEach), typeof(ResultObject) }, transform.Result!.Properties.Select(property => property.Value.GetType()).ToArray());
        var take = ((TakeStep)transform.Steps[2]).Count;
        Assert.AreEqual("10", spec.Source.Text.Substring(take.OffsetOf(0), 2));
    }

    private static SpecReading Read(string text) => SpecReader.Read(new SourceText("add.tool.json", text.Replace("\r", "", StringComparison.Ordinal)));

    private static string Found(string text)
    {
        var reading = Read(text);
        Assert.AreEqual(reading.Findings.Any(finding => finding.Severity == FindingSeverity.Error), reading.Spec is null);
        return Text(reading);
    }

    private static string Text(SpecReading reading) => string.Join(' ', reading.Findings.Select(finding => $"{finding.Id}({finding.Place.Start.Line + 1},{finding.Place.Start.Column + 1})"));
}
