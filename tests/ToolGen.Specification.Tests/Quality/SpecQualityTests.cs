using System.Linq;
using System.Text;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Quality;
using ToolGen.Specification.Specs;

namespace ToolGen.Specification.Tests.Quality;

/// <summary>What makes a model choose or call a tool badly is a finding at its place, and a spec that says what it means has none.</summary>
[TestClass]
public sealed class SpecQualityTests
{
    private const string Good = """{ "type": "string", "description": "City and country, such as Oslo, Norway." }""";

    [TestMethod]
    [DataRow("TG1050", """{ "type": "string" }""", Good)]
    [DataRow("TG1051", """{ "type": "string", "description": "TODO: describe" }""", Good)]
    [DataRow("TG1051", """{ "type": "string", "description": "string parameter" }""", Good)]
    [DataRow("TG1051", """{ "type": "string", "description": "…" }""", Good)]
    [DataRow("TG1052", """{ "type": "string", "description": "The home cities" }""", """{ "type": "string", "description": "The home city, as on the passport." }""")]
    [DataRow("TG1053", "long", Good)]
    [DataRow("TG1054", """{ "type": "string", "description": "Home town (optional)." }""", """{ "type": "string", "description": "Home town; the county is optional." }""")]
    [DataRow("TG1054", """{ "type": "integer", "minimum": 0, "default": 10, "description": "Rows to return (default: 5)." }""", """{ "type": "integer", "minimum": 0, "default": 10, "description": "Rows to return (default: 10)." }""")]
    [DataRow("TG1054", """{ "type": "boolean", "default": true, "description": "Whether to wait. Defaults to false." }""", """{ "type": "boolean", "default": true, "description": "Whether to wait. Defaults to true." }""")]
    [DataRow("TG1054", """{ "enum": ["asc", "desc"], "description": "Either 'asc', 'desc' or 'random'." }""", """{ "enum": ["asc", "desc"], "description": "Either 'asc' or 'desc'." }""")]
    [DataRow("TG1056", """{ "description": "Whatever the service takes." }""", Good)]
    [DataRow("TG1056", """{ "type": "array", "maxItems": 3, "description": "Whatever the service takes." }""", """{ "type": "array", "maxItems": 3, "items": { "type": "string" }, "description": "Whatever the service takes." }""")]
    [DataRow("TG1057", """{ "type": "integer", "description": "How many rows to return." }""", """{ "type": "integer", "minimum": 1, "maximum": 50, "description": "How many rows to return." }""")]
    [DataRow("TG1057", """{ "type": "array", "items": { "type": "string" }, "description": "Names to look for." }""", """{ "type": "array", "items": { "type": "string" }, "maxItems": 50, "description": "Names to look for." }""")]
    public void Argument_that_misleads_is_found_and_a_good_one_is_not(string id, string bad, string good)
    {
        if (bad == "long") bad = $$"""{ "type": "string", "description": "{{string.Join(' ', Enumerable.Repeat("word", 150))}}" }""";
        CollectionAssert.Contains(Found(Spec("\"home_city\": " + bad)), id);
        CollectionAssert.DoesNotContain(Found(Spec("\"home_city\": " + good)), id);
    }

    [TestMethod]
    [DataRow("TG1051", "TBD")]
    [DataRow("TG1052", "Plan a trip")]
    [DataRow("TG1053", "Makes travel itineraries.")]
    public void Description_of_a_tool_is_looked_at_too(string id, string description) =>
        CollectionAssert.Contains(Found(Spec("\"home_city\": " + Good, description)), id);

    [TestMethod]
    public void Spec_that_says_what_it_means_has_no_finding() => Assert.IsEmpty(Found(Spec("\"home_city\": " + Good)));

    [TestMethod]
    [DataRow("home_city", "homeCity", "TG1058")]
    [DataRow("home_city", "HOME-CITY", "TG1058")]
    [DataRow("home_city", "home_cities", "TG1059")]
    [DataRow("home_city", "work_city", "")]
    [DataRow("value1", "value2", "")]
    public void Names_that_look_alike_are_found(string one, string other, string id) =>
        Assert.AreEqual(id, string.Concat(Found(Spec($"\"{one}\": {Good}, \"{other}\": {Good}")).Where(found => found is "TG1058" or "TG1059")));

    [TestMethod]
    public void Argument_that_no_example_gives_is_named()
    {
        var finding = SpecQuality.Review(SpecReader.Read(Spec($"\"home_city\": {Good}, \"away\": {Good}"))).Findings.Single(one => one.Id == "TG1055");
        Assert.AreEqual("no example uses \"away\"", finding.Message);
        Assert.AreEqual("\"away\"", Spec($"\"home_city\": {Good}, \"away\": {Good}").Text.Substring(finding.Place.Span.Start, finding.Place.Span.Length));
    }

    [TestMethod]
    public void Many_arguments_of_one_fault_are_one_finding()
    {
        var findings = SpecQuality.Review(SpecReader.Read(Spec(string.Join(", ", Enumerable.Range(0, 40).Select(i => $$"""{{(i == 0 ? "\"home_city\"" : $"\"n{i}x\"")}}: { "type": "string" }"""))))).Findings;
        Assert.AreEqual("nothing says what \"home_city\", \"n1x\", \"n2x\", \"n3x\", \"n4x\" and 35 more are", findings.Single(one => one.Id == "TG1050").Message);
    }

    [TestMethod]
    [DataRow("get_order", "get_orders", "TG2073")]
    [DataRow("getOrder", "get_order", "TG2075")]
    [DataRow("get_order_x", "get_order_y", "TG2073")]
    [DataRow("order_v1", "order_v2", "")]
    [DataRow("get_order", "search_orders", "")]
    [DataRow("get_order", "get_order", "")]
    public void Tools_whose_names_look_alike_are_found(string one, string other, string id) =>
        Assert.AreEqual(id, string.Concat(ToolsAlike.Find([Entry(one, "Reads one of them by its number."), Entry(other, "Looks through all, newest first, with paging.")]).Select(finding => finding.Id)));

    [TestMethod]
    [DataRow("Gets the current weather for a city.", "Get the current weather for a city", true)]
    [DataRow("Gets the current weather for a city.", "Gets the air quality of the last hour for a city.", false)]
    [DataRow("Gets it.", "Gets it.", false)]
    public void Tools_that_are_described_alike_are_found(string one, string other, bool found)
    {
        var findings = ToolsAlike.Find([Entry("weather", one), Entry("meteorology", other)]);
        Assert.AreEqual(found, findings.Any(finding => finding.Id == "TG2074" && finding.Place.Path == "weather.tool.json"));
    }

    [TestMethod]
    public void Two_thousand_tools_of_one_description_end_soon()
    {
        var words = string.Join(' ', Enumerable.Range(0, 200).Select(i => "word" + i));
        var findings = ToolsAlike.Find(Enumerable.Range(0, 5_000).Select(i => Entry($"tool{i}", words + " " + i)));
        Assert.HasCount(1_999, findings);
    }

    private static CatalogEntry Entry(string name, string description) =>
        new(name, description, Place.Of(new SourceText(name + ".tool.json", "{}"), default));

    private static string[] Found(SourceText spec)
    {
        var reading = SpecQuality.Review(SpecReader.Read(spec));
        Assert.IsNotNull(reading.Spec, string.Join("\n", reading.Findings));
        return [.. reading.Findings.Select(finding => finding.Id).Where(id => string.CompareOrdinal(id, "TG1050") >= 0 && string.CompareOrdinal(id, "TG1099") < 0)];
    }

    private static SourceText Spec(string properties, string description = "Plans a trip that begins and ends in one city. Not for trips abroad.")
    {
        var schema = "{ \"type\": \"object\", \"properties\": { " + properties + " }, \"required\": [\"home_city\"] }";
        var value = properties.Contains("\"integer\"", System.StringComparison.Ordinal) ? "1" : properties.Contains("\"array\"", System.StringComparison.Ordinal) ? "[]"
            : properties.Contains("\"boolean\"", System.StringComparison.Ordinal) ? "true" : "\"asc\"";
        if (!properties.StartsWith("\"home_city\"", System.StringComparison.Ordinal)) schema = schema.Replace(", \"required\": [\"home_city\"]", "", System.StringComparison.Ordinal);
        return new("plan_trip.tool.json", $$"""
            { "name": "plan_trip", "description": {{JsonSerializer.Serialize(description)}},
              "inputSchema": {{schema}},
              "outputSchema": { "type": "object", "properties": { "ok": { "type": "boolean" } } },
              "implementation": { "kind": "code", "body": ["return new(true);"] },
              "examples": [ { "input": {{(properties.StartsWith("\"home_city\"", System.StringComparison.Ordinal) ? $$"""{ "home_city": {{value}} }""" : "{}")}}, "output": { "ok": true } } ] }
            """);
    }
}
