using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Fixes;
using ToolGen.Specification.Json;
using ToolGen.Specification.Quality;
using ToolGen.Specification.Specs;

namespace ToolGen.Specification.Tests.Quality;

/// <summary>Units and bounds that names and descriptions state: contradictions are found, what the schema lacks is written into it, and what is no statement is left alone.</summary>
[TestClass]
public sealed class StatedTests
{
    [TestMethod]
    [DataRow("timeout_ms", "How long to wait, in seconds.", "the name of \"timeout_ms\" says milliseconds, its description says seconds")]
    [DataRow("timeoutSeconds", "Number of minutes to wait.", "the name of \"timeoutSeconds\" says seconds, its description says minutes")]
    [DataRow("distance_km", "How far (miles).", "the name of \"distance_km\" says kilometres, its description says miles")]
    [DataRow("weight_kg", "Of the parcel, in pounds.", "the name of \"weight_kg\" says kilograms, its description says pounds")]
    [DataRow("temp_celsius", "Outside, in Fahrenheit.", "the name of \"temp_celsius\" says Celsius, its description says Fahrenheit")]
    [DataRow("height_m", "Of the tree in feet.", "the name of \"height_m\" says metres, its description says feet")]
    [DataRow("timeout_ms", "How long to wait, in milliseconds.", "")]
    [DataRow("timeout_ms", "In milliseconds; the service itself counts in seconds.", "")]
    [DataRow("timeout_ms", "How long to wait.", "")]
    [DataRow("distance", "In miles.", "")]
    [DataRow("speed_km", "Reached at the end, in miles per hour.", "")]
    [DataRow("price_per_day", "In hours.", "")]
    [DataRow("start_year", "Number of months before the first.", "")]
    [DataRow("price_min", "Lowest price in seconds.", "")]
    [DataRow("distance_km", "Travelled in days.", "")]
    [DataRow("walk_m", "Walked in minutes or in hours.", "")]
    [DataRow("m", "Slope, in feet.", "")]
    public void Units_of_name_and_description_agree(string name, string description, string message) =>
        Assert.AreEqual(message, string.Concat(Found(name, $$"""{ "type": "number", "description": "{{description}}" }""").Where(one => one.Id == "TG1060").Select(one => one.Message)));

    [TestMethod]
    [DataRow("integer", "Between 1 and 100.", "\"minimum\": 1, \"maximum\": 100")]
    [DataRow("number", "Share (0.0-1.0) of all", "\"minimum\": 0.0, \"maximum\": 1.0")]
    [DataRow("integer", "Stars from 1 to 5", "\"minimum\": 1, \"maximum\": 5")]
    [DataRow("integer", "Rows to return, at most 50; more are cut.", "\"maximum\": 50")]
    [DataRow("integer", "Retries (max 5)", "\"maximum\": 5")]
    [DataRow("integer", "Adults, at least 1.", "\"minimum\": 1")]
    [DataRow("[\"integer\", \"null\"]", "No more than 9 (inclusive).", "\"maximum\": 9")]
    [DataRow("string", "Title, at most 50 characters.", "\"maxLength\": 50")]
    [DataRow("string", "Between 3 and 8 characters long", "\"minLength\": 3, \"maxLength\": 8")]
    [DataRow("string", "One of low, medium or high.", "\"enum\": [\"low\",\"medium\",\"high\"]")]
    [DataRow("string", "Order of rows: either 'asc' or 'desc'", "\"enum\": [\"asc\",\"desc\"]")]
    [DataRow("string", "Allowed values are `csv`, `json`.", "\"enum\": [\"csv\",\"json\"]")]
    [DataRow("array", "Names, up to 20 items.", "\"maxItems\": 20")]
    [DataRow("integer", "Between 1 and 1,000 rows", "")]
    [DataRow("integer", "At most 1,000.", "")]
    [DataRow("integer", "At most 3 times a day.", "")]
    [DataRow("integer", "Between 0 and 100%.", "")]
    [DataRow("number", "Between 0 and 1 (exclusive).", "")]
    [DataRow("integer", "Between 0.5 and 1.5.", "")]
    [DataRow("integer", "Between 9 and 1.", "")]
    [DataRow("integer", "At most 5. For members at most 9.", "")]
    [DataRow("string", "Between 1 and 100.", "")]
    [DataRow("string", "One of the following, or none.", "")]
    [DataRow("string", "One of low, medium or whatever the service knows.", "")]
    [DataRow("string", "Possible values are 'a', 'b', etc.", "")]
    [DataRow("string", "Such as 'asc' or 'desc'.", "")]
    [DataRow("boolean", "At most 1.", "")]
    [DataRow("number", "At most 2.5.", "\"maximum\": 2.5")]
    [DataRow("number", "Weight, at most 2.5 kg.", "")]
    [DataRow("number", "Up to 1.5x.", "")]
    [DataRow("number", "Between 0.5 and 99.9 percent.", "")]
    [DataRow("[\"string\", \"null\"]", "Order: one of 'asc' or 'desc'.", "\"enum\": [\"asc\",\"desc\",null]")]
    [DataRow("string", "Tags with commas between, each at most 20 characters.", "")]
    [DataRow("array", "Orders, every one of at most 5 items.", "")]
    public void Bound_that_only_the_description_tells_is_found_and_written_into_the_schema(string type, string description, string written)
    {
        var schema = $$"""{ "type": {{(type[0] == '[' ? type : $"\"{type}\"")}}, "description": "{{description}}" }""";
        var finding = Found("value", schema).SingleOrDefault(one => one.Id == "TG1062");
        Assert.AreEqual(written, finding?.Fix is { } fix ? fix.Title["write ".Length..] : "");
        if (finding is null) return;

        var mended = Mend(Spec("value", schema), finding);
        StringAssert.Contains(mended.Text.Replace(": [ ", ": [", System.StringComparison.Ordinal), description + "\", ");
        Assert.IsEmpty(SpecQuality.Find(SpecReader.Read(mended).Spec!).Where(one => one.Id is "TG1062" or "TG1057" or "TG1054"));
    }

    [TestMethod]
    [DataRow("""{ "type": "integer", "maximum": 50, "description": "At most 100." }""", true)]
    [DataRow("""{ "type": "integer", "maximum": 100.0, "description": "At most 100." }""", false)]
    [DataRow("""{ "type": "integer", "exclusiveMaximum": 100, "description": "At most 100." }""", false)]
    [DataRow("""{ "type": "string", "maxLength": 5, "description": "At most 50 characters." }""", true)]
    public void Bound_other_than_the_schema_says_is_a_contradiction(string schema, bool found) =>
        Assert.AreEqual(found, Found("value", schema).Any(one => one.Id == "TG1054"));

    [TestMethod]
    public void Bound_that_an_example_breaks_is_told_and_not_offered()
    {
        var finding = Found("value", """{ "type": "integer", "description": "At most 3." }""", "7").Single(one => one.Id == "TG1062");
        Assert.IsNull(finding.Fix);
    }

    [TestMethod]
    public void Bound_that_a_held_out_sample_breaks_is_not_written()
    {
        var spec = JsonReader.Read(Spec("value", """{ "type": "integer", "description": "At most 3." }"""));
        var fits = new SourceText("try_it.tests.json", """[ { "input": { "value": 3 }, "output": {} } ]""");
        var breaks = new SourceText("try_it.tests.json", """[ { "input": { "value": 4 }, "output": {} } ]""");

        Assert.AreEqual(1, QualityMends.Find(spec, fits).Count);
        Assert.AreEqual(0, QualityMends.Find(spec, breaks).Count);
    }

    [TestMethod]
    [DataRow("""{ "kind": "http", "url": "https://api.example/{value}" }""", "\"value\" can be of any length and goes into the request")]
    [DataRow("""{ "kind": "http", "url": "https://api.example/x", "query": { "q": "{value}" } }""", "\"value\" can be of any length and goes into the request")]
    [DataRow("""{ "kind": "http", "url": "https://api.example/x", "query": { "q": "{{value}" } }""", "")]
    [DataRow("""{ "kind": "sql", "database": "shop", "sql": "select 1 as n where {value} = 'a'" }""", "\"value\" can be of any length and goes into the statement")]
    [DataRow("""{ "kind": "code", "body": ["return new Output();"] }""", "")]
    public void Text_without_a_bound_is_told_where_it_leaves_the_tool(string implementation, string message) =>
        Assert.AreEqual(message, string.Concat(Of(Spec("value", """{ "type": "string", "description": "What is looked for." }""", implementation: implementation)).Where(one => one.Id == "TG1061").Select(one => one.Message)));

    [TestMethod]
    [DataRow("\"maxLength\": 9")]
    [DataRow("\"enum\": [\"a\"]")]
    [DataRow("\"format\": \"date\"")]
    [DataRow("\"pattern\": \"^[a-z]{2}$\"")]
    public void Text_that_something_bounds_may_leave(string bound) =>
        Assert.IsEmpty(Of(Spec("value", $$"""{ "type": "string", {{bound}} }""", implementation: """{ "kind": "http", "url": "https://api.example/{value}" }""")).Where(one => one.Id == "TG1061"));

    [TestMethod]
    [DataRow("TG1057", """{ "type": "object", "additionalProperties": { "type": "string" } }""", """{ "type": "object", "additionalProperties": { "type": "string" }, "maxProperties": 9 }""")]
    [DataRow("TG1056", """{ "type": "object", "additionalProperties": true, "maxProperties": 9 }""", """{ "type": "object", "additionalProperties": { "type": "string" }, "maxProperties": 9 }""")]
    [DataRow("TG1057", """{ "type": "integer", "description": "Number of rows." }""", """{ "type": "integer", "description": "The year of birth." }""")]
    [DataRow("TG1055", """{ "type": "string" }""", """{ "type": "string", "default": "a" }""")]
    public void What_is_missing_is_found_where_it_matters(string id, string bad, string good)
    {
        CollectionAssert.Contains(Found("value", bad).Select(one => one.Id).ToArray(), id);
        CollectionAssert.DoesNotContain(Found("value", good).Select(one => one.Id).ToArray(), id);
    }

    private static EquatableArray<Finding> Found(string name, string schema, string? example = null) => Of(Spec(name, schema, example));

    private static EquatableArray<Finding> Of(SourceText spec)
    {
        var reading = SpecReader.Read(spec);
        Assert.IsNotNull(reading.Spec, string.Join("\n", reading.Findings));
        return SpecQuality.Find(reading.Spec);
    }

    private static SourceText Mend(SourceText spec, Finding finding)
    {
        var edits = new TextEdits();
        Assert.IsTrue(edits.TryAdd(finding.Fix!));
        return new(spec.Path, edits.Apply(spec.Text));
    }

    private static SourceText Spec(string name, string schema, string? example = null, string? implementation = null) => new("try_it.tool.json", $$"""
        { "name": "try_it", "description": "Tries one value and forgets it again. Not for two.",
          "inputSchema": { "type": "object", "properties": { "{{name}}": {{schema}} } },
          "outputSchema": { "type": "object" },
          {{(implementation is null ? "" : $"\"implementation\": {implementation},")}}
          "examples": [ { "input": { {{(example is null ? "" : $"\"{name}\": {example}")}} }, "output": {} } ] }
        """);
}
