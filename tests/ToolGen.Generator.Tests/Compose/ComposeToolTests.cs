using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Generator.Tests.Compose;

/// <summary>Composites that run, with stubs for the tools they call.</summary>
[TestClass]
public sealed class ComposeToolTests
{
    private const string Text = """{"type": "string"}""";
    private const string Integer = """{"type": "integer"}""";
    private const string Number = """{"type": "number"}""";

    private static readonly string Query = Composite.Child("query_sales", $"\"from\": {Text}", """ "rows": {"type": "array", "items": {"type": "object", "properties": {"day": {"type": "string"}, "total": {"type": "number"}}, "required": ["day", "total"]}} """);
    private static readonly string Describe = Composite.Child("describe_numbers", $$""" "values": {"type": "array", "items": {{Number}}} """, $"\"sum\": {Number}, \"count\": {Integer}");

    [TestMethod]
    public async Task Steps_run_in_the_order_of_their_references()
    {
        var tool = Composite.Load(
            Composite.Text($"\"start\": {Text}", $"\"total\": {Number}, \"days\": {Integer}", """
            "let": {"totals": "sales.Rows.Select(r => r.Total)"},
            "steps": {"stats": {"tool": "describe_numbers@^1", "input": {"values": "{totals}"}}, "sales": {"tool": "query_sales", "input": {"from": "{start}"}}},
            "result": {"total": "stats.Sum", "days": "stats.Count"}
            """),
            Query, Describe);
        string? given = null;
        var describe = new StubTool("describe_numbers", (arguments, _) =>
        {
            given = arguments;
            return Task.FromResult("""{"sum": 30.5, "count": 2}""");
        });
        Assert.AreEqual("""{"total":30.5,"days":2}""", await tool.Answer("""{"start":"x"}""", StubTool.Of("query_sales", """{"rows": [{"day": "a", "total": 10}, {"day": "b", "total": 20.5}]}"""), describe));
        Assert.AreEqual("""{"values":[10,20.5]}""", given);
        CollectionAssert.AreEqual(new[] { "tool describe_numbers@^1", "tool query_sales" }, new System.Collections.Generic.List<string>(tool.Descriptor.Capabilities));
    }
}
