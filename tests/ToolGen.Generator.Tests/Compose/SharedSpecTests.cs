using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Forge.Fixes;
using ToolGen.Specification.Json;
using ToolGen.TestSupport;

namespace ToolGen.Generator.Tests.Compose;

/// <summary>The composites written blind, mended by <c>fix</c>, against children that are nothing but their schemas.</summary>
[TestClass]
public sealed class SharedSpecTests
{
    private const string Text = """{"type": "string"}""";
    private const string Number = """{"type": "number"}""";

    private static readonly string[] Children =
    [
        Composite.Child("current_weather", $$""" "latitude": {{Number}}, "longitude": {{Number}}, "units?": {"type": "string", "enum": ["metric", "imperial"]} """, $$""" "temperature": {{Number}}, "temperature_unit": {{Text}}, "wind_speed": {{Number}}, "wind_unit": {{Text}}, "observed_at": {"type": "string", "format": "date-time"} """),
        Composite.Child("current_air_quality", $"\"latitude\": {Number}, \"longitude\": {Number}", """ "index": {"type": "integer"} """),
        Composite.Child("convert_currency", $"\"amount\": {Number}, \"from\": {Text}, \"to\": {Text}", $$""" "result": {{Number}}, "rate": {{Number}}, "date": {"type": "string", "format": "date"} """),
        Composite.Child("backup_rate", $"\"pair\": {Text}", $"\"rate\": {Number}"),
        Composite.Child("fetch_feed", $"\"name\": {Text}", $"\"xml\": {Text}"),
        Composite.Child("feed_items", $$$$""" "xml": {{{{Text}}}}, "limit": {"type": "integer"} """, $$$$""" "items": {"type": "array", "items": {"type": "object", "properties": {"title": {{{{Text}}}}, "link": {{{{Text}}}}, "published": {"type": ["string", "null"]}}, "required": ["title", "link", "published"]}} """),
        Composite.Child("write_text", $"\"path\": {Text}, \"text\": {Text}", $"\"path\": {Text}"),
        Composite.Child("query_sales", """ "from": {"type": "string", "format": "date"}, "to": {"type": "string", "format": "date"} """, $$$""" "rows": {"type": "array", "items": {"type": "object", "properties": {"day": {"type": "string", "format": "date"}, "total": {{{Number}}}}, "required": ["day", "total"]}} """),
        Composite.Child("describe_numbers", $$$""" "values": {"type": "array", "items": {{{Number}}}} """, $$$""" "count": {"type": "integer"}, "sum": {{{Number}}}, "mean": {{{Number}}} """),
        Composite.Child("format_table", $$$""" "title": {{{Text}}}, "columns": {"type": "array", "items": {{{Text}}}}, "rows": {"type": "array", "items": {"type": "array", "items": {{{Text}}}}} """, $"\"text\": {Text}"),
    ];

    [TestMethod]
    [DataRow("city_briefing")]
    [DataRow("convert_with_fallback")]
    [DataRow("save_feed_digest")]
    [DataRow("weekly_report")]
    public void Composite_compiles_without_the_code_of_its_steps(string name) => Assert.AreEqual(name, Load(name).Descriptor.Name);

    [TestMethod]
    public async Task Weekly_report_is_queried_computed_and_formatted()
    {
        var table = new StubTool("format_table", (arguments, _) => Task.FromResult($$"""{"text": {{System.Text.Json.JsonSerializer.Serialize(arguments)}} }"""));
        var answer = await Load("weekly_report").Answer(
            """{"week_start":"2025-03-24"}""",
            new StubTool("query_sales", (arguments, _) => Task.FromResult(arguments == """{"from":"2025-03-24","to":"2025-03-30"}""" ? """{"rows": [{"day": "2025-03-24", "total": 10}, {"day": "2025-03-26", "total": 20.5}]}""" : "?")),
            new StubTool("describe_numbers", (arguments, _) => Task.FromResult(arguments == """{"values":[10,20.5]}""" ? """{"count": 2, "sum": 30.5, "mean": 15.25}""" : "?")),
            table);
        Assert.AreEqual("""{"markdown":"{\"title\":\"Week of 2025-03-24\",\"columns\":[\"day\",\"total\"],\"rows\":[[\"2025-03-24\",\"10.00\"],[\"2025-03-26\",\"20.50\"]]}\nTotal 30.50, mean 15.25","total":30.5}""", answer);
    }

    [TestMethod]
    public async Task Fallback_answers_where_the_main_source_fails()
    {
        var tool = Load("convert_with_fallback");
        var main = StubTool.Failing("convert_currency", "upstream");
        Assert.AreEqual("""{"result":54.05,"source":"backup"}""", await tool.Answer("""{"amount":50,"from":"EUR","to":"USD"}""", main, StubTool.Of("backup_rate", """{"rate": 1.081}""")));
        Assert.AreEqual(3, main.Calls, "once, and two further attempts");
        Assert.AreEqual("step_failed: the step backup (backup_rate) failed: timeout: the stub said so", await tool.Answer("""{"amount":50,"from":"EUR","to":"USD"}""", main, StubTool.Failing("backup_rate", "timeout")));
    }

    private static Tool Load(string name)
    {
        var path = SharedData.Require("specs", name + ".tool.json");
        var mended = ToolFixer.Fix(new SourceText(name + ".tool.json", File.ReadAllText(path)));
        return Composite.Load(mended.Spec.Text, Children);
    }
}
