using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Generator.Tests.Compose;

/// <summary>What is wrong with a composite is found when it is made, at the place that says it.</summary>
[TestClass]
public sealed class ComposeFindingTests
{
    private const string Rows = """ "rows": {"type": "array", "items": {"type": "object", "properties": {"day": {"type": "string", "format": "date"}, "total": {"type": "number"}, "note": {"type": "string"}}, "required": ["day", "total"]}} """;

    private static readonly string[] Children =
    [
        Composite.Child("query_sales", """ "from": {"type": "string", "format": "date"}, "unit": {"type": "string", "enum": ["day", "week"], "default": "day"} """.Replace("\"unit\"", "\"unit?\"", System.StringComparison.Ordinal), Rows, """, "version": "1.2.0" """),
        Composite.Child("describe_numbers", """ "values": {"type": "array", "items": {"type": "number"}} """, """ "sum": {"type": "number"}, "mean?": {"type": "number"} """, """, "annotations": {"readOnlyHint": true}"""),
        Composite.Child("save_rows", Rows.Replace("\"note\": {\"type\": \"string\"}", "\"extra\": {\"type\": \"string\"}", System.StringComparison.Ordinal), """ "path": {"type": "string"} """, """, "capabilities": ["write out/*"]"""),
        Composite.Child("draw", """ "size": {"type": "integer"}, "label?": {"type": "string"}, "tags?": {"type": "array", "items": {"type": "string"}}, "style?": {"type": "object", "properties": {"color": {"type": "string"}}, "required": ["color"]} """, """ "picture": {"type": "string", "x-type": "picture"} """),
        Composite.Child("frame", """ "picture": {"type": "string", "x-type": "picture"} """, """ "picture": {"type": "string", "x-type": "framed picture"} """),
        Composite.Child("loop", "", """ "v": {"type": "string"} """).Replace("\"examples\"", """ "implementation": {"kind": "compose", "steps": {"s": {"tool": "sample"}}, "result": {"v": "\"\""}}, "examples" """, System.StringComparison.Ordinal),
    ];

    [TestMethod]
    [DataRow(""" "s": {"tool": "query_sale", "input": {"from": "{start}"}} """, "TG2260 \"query_sale\"")]
    [DataRow(""" "s": {"tool": "nothing_like_it"} """, "TG2260 \"nothing_like_it\"")]
    [DataRow(""" "s": {"tool": "query_sales@^1.1", "input": {"from": "{start}"}}, "t": {"tool": "query_sales@2", "input": {"from": "{start}"}} """, "TG2261 \"query_sales@2\"")]
    [DataRow(""" "s": {"tool": "loop"} """, "TG2262 \"loop\"")]
    [DataRow(""" "s": {"tool": "sample", "input": {"start": "{start}"}} """, "TG2262 \"sample\"")]
    [DataRow(""" "a": {"tool": "draw", "input": {"size": 1, "label": "{b.picture}"}}, "b": {"tool": "frame", "input": {"picture": "{c.picture}"}}, "c": {"tool": "frame", "input": {"picture": "{b.picture}"}} """, "TG2265 \"{b.picture}\"; TG2265 \"{c.picture}\"; TG2265 \"{b.picture}\"")]
    [DataRow(""" "a": {"tool": "draw", "input": {"size": "{n}"}}, "n2": {"tool": "draw", "input": {"size": 1}, "after": "m"}, "m": {"tool": "draw", "input": {"size": 1}, "after": "n2"} """, "TG2262 \"n2\"")]
    [DataRow(""" "s": {"tool": "query_sales"} """, "TG2263 \"s\"")]
    [DataRow(""" "s": {"tool": "query_sales", "input": {"unit": "day"}} """, "TG2263 \"input\"")]
    [DataRow(""" "s": {"tool": "draw", "input": {"size": 1, "style": {}}} """, "TG2263 \"style\"")]
    [DataRow(""" "s": {"tool": "query_sales", "input": {"form": "{start}"}} """, "TG2263 \"input\"; TG2264 \"form\"")]
    [DataRow(""" "s": {"tool": "draw", "input": {"size": 1, "style": {"color": "red", "width": 2}}} """, "TG2264 \"width\"")]
    [DataRow(""" "s": {"tool": "query_sales", "input": {"from": "{name}"}} """, "TG2265 \"{name}\"")]
    [DataRow(""" "s": {"tool": "query_sales", "input": {"from": "{maybe}"}} """, "TG2265 \"{maybe}\"")]
    [DataRow(""" "s": {"tool": "draw", "input": {"size": "{ratio}"}} """, "TG2265 \"{ratio}\"")]
    [DataRow(""" "s": {"tool": "draw", "input": {"size": "a{n}"}} """, "TG2265 \"a{n}\"")]
    [DataRow(""" "s": {"tool": "draw", "input": {"size": 1, "tags": {"a": 1}}} """, "TG2265 {\"a\": 1}")]
    [DataRow(""" "s": {"tool": "draw", "input": {"size": 1, "tags": ["{n}"]}} """, "TG2265 \"{n}\"")]
    [DataRow(""" "q": {"tool": "query_sales", "input": {"from": "{start}"}}, "s": {"tool": "describe_numbers", "input": {"values": "{q.rows}"}} """, "TG2265 \"{q.rows}\"")]
    [DataRow(""" "d": {"tool": "describe_numbers", "input": {"values": [1]}}, "s": {"tool": "describe_numbers", "input": {"values": ["{d.mean}"]}} """, "TG2265 \"{d.mean}\"")]
    [DataRow(""" "p": {"tool": "draw", "input": {"size": 1}}, "s": {"tool": "draw", "input": {"size": 1, "label": "{p.picture}"}} """, "TG2265 \"{p.picture}\"")]
    [DataRow(""" "p": {"tool": "frame", "input": {"picture": "{name}"}} """, "TG2265 \"{name}\"")]
    [DataRow(""" "p": {"tool": "frame", "input": {"picture": "a{name}"}} """, "TG2265 \"a{name}\"")]
    [DataRow(""" "s": {"tool": "query_sales", "input": {"from": "{start}", "unit": "month"}} """, "TG2266 \"month\"")]
    [DataRow(""" "s": {"tool": "query_sales", "input": {"from": "24.03.2025"}} """, "TG2266 \"24.03.2025\"")]
    [DataRow(""" "s": {"tool": "draw", "input": {"size": 1.5}} """, "TG2266 1.5")]
    [DataRow(""" "s": {"tool": "draw", "input": {"size": null}} """, "TG2266 null")]
    [DataRow(""" "q": {"tool": "query_sales", "input": {"from": "{q.rows}"}} """, "TG2265 \"{q.rows}\"")]
    [DataRow(""" "s": {"tool": "draw", "input": {"size": "{nn}"}} """, "TG2200 {nn}")]
    [DataRow(""" "s": {"tool": "draw", "input": {"size": "{item}"}} """, "TG2200 {item}")]
    public void Mistake_is_found_at_its_place(string steps, string expected)
    {
        var text = Composite.Text(
            """ "start": {"type": "string", "format": "date"}, "name": {"type": "string"}, "n": {"type": "integer"}, "ratio": {"type": "number"}, "maybe?": {"type": "string", "format": "date"} """,
            """ "v?": {"type": "string"} """,
            $$""" "steps": { {{steps}} } """);
        var unused = System.Text.RegularExpressions.Regex.Replace(Composite.Findings(text, Children), "(; )?TG2267 \"[a-z0-9]+\"", "");
        Assert.AreEqual(expected.Replace("TG2200", HoleUnknown, System.StringComparison.Ordinal), unused);
    }

    [TestMethod]
    [DataRow(""" "s": {"tool": "describe_numbers", "input": {"values": [1]}}, "t": {"tool": "describe_numbers", "input": {"values": ["{s.sum}"]}} """, "TG2267 \"t\"")]
    [DataRow(""" "s": {"tool": "query_sales", "input": {"from": "{start}"}}, "t": {"tool": "save_rows", "input": {"rows": "{s.rows}"}, "retry": 2} """, "TG2268 \"retry\"")]
    [DataRow(""" "s": {"tool": "describe_numbers", "input": {"values": [1]}}, "t": {"tool": "draw", "input": {"size": 1, "label": "s.sum"}} """, "TG2267 \"s\"; TG2269 \"s.sum\"")]
    [DataRow(""" "t": {"tool": "draw", "input": {"size": 1, "label": "$input.name"}} """, "TG2269 \"$input.name\"")]
    [DataRow(""" "t": {"tool": "draw", "input": {"size": 1, "label": "name"}} """, "")]
    [DataRow(""" "t": {"tool": "draw", "input": {"size": 1, "label": "see www.example.com"}} """, "")]
    public void Odd_step_is_a_warning(string steps, string expected)
    {
        var text = Composite.Text(""" "start": {"type": "string", "format": "date"}, "name": {"type": "string"} """, """ "v?": {"type": "string"} """, $$""" "steps": { {{steps}} } """);
        Assert.AreEqual(expected, Composite.Findings(text, Children));
        Composite.Load(text, Children);
    }

    [TestMethod]
    public void Finding_says_what_is_expected()
    {
        var text = Composite.Text(""" "start": {"type": "string", "format": "date"} """, """ "v?": {"type": "string"} """, """ "steps": {"q": {"tool": "query_sales", "input": {"from": "{start}"}}, "s": {"tool": "describe_numbers", "input": {"values": "{q.rows}"}}} """);
        StringAssert.Contains(Composite.Said(text, Children), "describe_numbers expects at /values/*: a number; it gets: object {day, total, note}", System.StringComparison.Ordinal);
        StringAssert.Contains(Composite.Said(text.Replace("query_sales", "query_sale", System.StringComparison.Ordinal), Children), "Did you mean query_sales?", System.StringComparison.Ordinal);
        var circle = text.Replace("{start}", "{t}", System.StringComparison.Ordinal).Replace("\"steps\"", "\"let\": {\"t\": \"DateOnly.MinValue.AddDays(s.Sum > 0 ? 1 : 2)\", \"totals\": \"q.Rows.Select(r => r.Total)\"}, \"steps\"", System.StringComparison.Ordinal).Replace("{q.rows}", "{totals}", System.StringComparison.Ordinal);
        StringAssert.Contains(Composite.Said(circle, Children), "t → s → totals → q → t: none of these can begin", System.StringComparison.Ordinal);
    }

    private static readonly string HoleUnknown = ToolGen.Specification.Findings.FindingCatalog.HoleUnknown.Id;
}
