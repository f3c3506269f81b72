using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;

namespace ToolGen.Generator.Tests.Transform;

[TestClass]
public sealed class TransformToolTests
{
    private const string Numbers = "\"total\": {\"type\": [\"number\", \"null\"]}, \"n\": {\"type\": \"integer\"}";

    [TestMethod]
    [DataRow("sum(row.A) / count()", "2.5")]
    [DataRow("count() == 0 ? 0 : sum(row.A) / count()", "2.5")]
    [DataRow("max(row.A) - min(row.A)", "3")]
    [DataRow("sum(row.A * row.A)", "30")]
    [DataRow("average(row.A)", "2.5")]
    [DataRow("first(row.A) * 10 + last(row.A)", "14")]
    [DataRow("count(row.A > 2)", "2")]
    [DataRow("rows.Sum(r => r.A / sum(row.A))", "1")]
    [DataRow("rows.Select(row => row.A).Sum() + sum(row.A)", "20")]
    [DataRow("Math.Round(sum(row.A / 3), 2)", "3.33")]
    [DataRow(" ( sum(row.A) ) ", "10")]
    public async Task Aggregates_stand_anywhere_in_an_expression(string expression, string expected)
    {
        var tool = Tool($"\"parse\": \"csv\", \"record\": {{\"a\": \"number\"}}, \"result\": {{\"total\": \"{expression}\", \"n\": \"count()\"}}", Numbers);
        Assert.AreEqual($"{{\"total\":{expected},\"n\":4}}", await tool.Answer("{\"text\":\"a\\n1\\n2\\n3\\n4\\n\"}"));
    }

    [TestMethod]
    [DataRow("sum(row.A)", "0")]
    [DataRow("min(row.A)", "null")]
    [DataRow("average(row.A)", "null")]
    [DataRow("last(row.A)", "null")]
    [DataRow("max(row.A) ?? -1", "-1")]
    public async Task Over_no_rows_a_sum_is_0_and_the_others_null(string expression, string expected)
    {
        var tool = Tool($"\"parse\": \"csv\", \"record\": {{\"a\": \"number\"}}, \"result\": {{\"total\": \"{expression}\", \"n\": \"count()\"}}", Numbers);
        Assert.AreEqual($"{{\"total\":{expected},\"n\":0}}", await tool.Answer("{\"text\":\"a\\n\"}"));
    }

    [TestMethod]
    public async Task Rules_of_fail_come_as_soon_as_what_they_use_is_there()
    {
        var tool = Tool(
            "\"parse\": \"csv\", \"record\": {\"a\": \"integer\"}, \"let\": {\"ratio\": \"100 / input.Max\"},"
            + "\"fail\": [{\"when\": \"sum(row.A) > 100\", \"code\": \"too_much\", \"message\": \"more than 100\"},"
            + "{\"when\": \"row.A < 0\", \"code\": \"negative\", \"message\": \"{row.a} in {{text}}\"},"
            + "{\"when\": \"input.Max == 0\", \"code\": \"bad_max\", \"message\": \"max is {max}\"}],"
            + "\"result\": {\"total\": \"ratio\", \"n\": \"count()\"}",
            Numbers);
        Assert.AreEqual("bad_max", await tool.Answer("{\"text\":\"a\\nno number\\n\",\"max\":0}"));
        Assert.AreEqual("negative", await tool.Answer("{\"text\":\"a\\n-5\\nno number\\n\"}"));
        Assert.AreEqual("too_much", await tool.Answer("{\"text\":\"a\\n60\\n60\\n\"}"));
        Assert.AreEqual("{\"total\":33,\"n\":1}", await tool.Answer("{\"text\":\"a\\n60\\n\"}"));
    }

    [TestMethod]
    public async Task Lets_are_evaluated_in_the_order_of_their_references_over_rows_too()
    {
        var tool = Tool(
            "\"parse\": \"csv\", \"record\": {\"a\": \"integer\"}, \"let\": {\"mean\": \"(double)all / n\", \"all\": \"sum(row.A)\", \"n\": \"count()\", \"least\": \"input.Max - 1\"},"
            + "\"steps\": [{\"where\": \"row.A > least\"}], \"result\": {\"total\": \"mean\"}",
            Numbers);
        Assert.AreEqual("{\"total\":4,\"n\":2}", await tool.Answer("{\"text\":\"a\\n1\\n3\\n5\\n\"}"));
    }

    [TestMethod]
    public async Task Lists_of_objects_nest_with_item_and_outer()
    {
        var tool = Tool(
            "\"parse\": \"jsonl\", \"record\": {\"id\": \"integer\", \"parts\": [{\"w\": \"integer\"}]}, \"result\": {\"items\": {\"each\": \"rows\", \"select\": {\"heavy\": {\"each\": \"item.Parts.Where(p => p.W > 1)\", \"select\": {\"of\": \"outer.Id\", \"label\": \"$\\\"{outer.Id}/{item.W}\\\"\"}}}}}",
            "\"items\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"integer\"}, \"heavy\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {\"of\": {\"type\": \"integer\"}, \"w\": {\"type\": \"integer\"}, \"label\": {\"type\": \"string\"}}, \"required\": [\"of\", \"w\", \"label\"]}}}, \"required\": [\"id\", \"heavy\"]}}",
            "\"items\"");
        Assert.AreEqual(
            "{\"items\":[{\"id\":7,\"heavy\":[{\"of\":7,\"w\":2,\"label\":\"7/2\"},{\"of\":7,\"w\":3,\"label\":\"7/3\"}]},{\"id\":8,\"heavy\":[]}]}",
            await tool.Answer("{\"text\":\"{\\\"id\\\":7,\\\"parts\\\":[{\\\"w\\\":1},{\\\"w\\\":2},{\\\"w\\\":3}]}\\n{\\\"id\\\":8,\\\"parts\\\":[]}\"}"));
    }

    [TestMethod]
    public async Task Constants_and_objects_fill_slots_of_their_type()
    {
        var tool = Tool(
            "\"parse\": \"lines\", \"result\": {\"n\": 3, \"d\": 1.50, \"ok\": true, \"none\": null, \"at\": {\"first\": \"rows[0].Line\", \"tags\": \"new[] { \\\"a\\\" }\"}, \"numbers\": [1, 2]}",
            "\"n\": {\"type\": \"integer\", \"minimum\": 0, \"maximum\": 9}, \"d\": {\"type\": \"number\", \"format\": \"decimal\"}, \"ok\": {\"type\": \"boolean\"}, \"none\": {\"type\": [\"string\", \"null\"]}, \"numbers\": {\"type\": \"array\", \"items\": {\"type\": \"integer\"}},"
            + "\"at\": {\"type\": \"object\", \"properties\": {\"first\": {\"type\": \"string\"}, \"tags\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}}}, \"required\": [\"first\", \"tags\"]}",
            "\"n\", \"d\", \"ok\", \"none\", \"at\", \"numbers\"");
        Assert.AreEqual("{\"n\":3,\"d\":1.50,\"ok\":true,\"none\":null,\"numbers\":[1,2],\"at\":{\"first\":\"x\",\"tags\":[\"a\"]}}", await tool.Answer("{\"text\":\"x\\ny\"}"));
    }

    [TestMethod]
    public async Task A_list_of_another_number_type_is_mapped_element_by_element()
    {
        var tool = Tool(
            "\"parse\": \"lines\", \"result\": {\"lengths\": \"rows.Select(r => r.Line.Length)\", \"halves\": \"rows.Select(r => r.Line.Length)\", \"small\": \"count()\", \"digits\": \"rows.Select(r => r.Number)\"}",
            "\"digits\": {\"type\": \"array\", \"items\": {\"type\": \"integer\", \"minimum\": 0, \"maximum\": 9}}, \"lengths\": {\"type\": \"array\", \"items\": {\"type\": \"integer\"}}, \"halves\": {\"type\": \"array\", \"items\": {\"type\": \"number\"}}, \"small\": {\"type\": \"integer\", \"minimum\": 0, \"maximum\": 1000}",
            "\"lengths\", \"halves\", \"small\"");
        Assert.AreEqual("{\"digits\":[1,2],\"lengths\":[1,2],\"halves\":[1,2],\"small\":2}", await tool.Answer("{\"text\":\"x\\nyz\"}"));
    }

    [TestMethod]
    public async Task Figures_saved_before_a_take_count_what_it_leaves_out()
    {
        var tool = Tool(
            "\"parse\": \"lines\", \"steps\": [{\"save\": {\"n\": \"count()\"}}, {\"take\": 1}, {\"select\": {\"x\": \"row.Number\"}}]",
            "\"items\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {\"x\": {\"type\": \"integer\"}}, \"required\": [\"x\"]}}, \"n\": {\"type\": \"integer\"}",
            "\"items\", \"n\"");
        Assert.AreEqual("{\"items\":[{\"x\":1}],\"n\":3}", await tool.Answer("{\"text\":\"x\\ny\\nz\"}"));
    }

    [TestMethod]
    public async Task A_schema_of_a_record_is_enforced_on_cells()
    {
        var tool = Tool(
            "\"parse\": \"csv\", \"recordSchema\": {\"type\": \"object\", \"properties\": {\"x\": {\"type\": \"integer\", \"minimum\": 2}, \"kind\": {\"type\": \"string\", \"enum\": [\"a\", \"b\"]}, \"at\": {\"type\": \"string\", \"format\": \"uri\"}}, \"required\": [\"x\", \"kind\"]}");
        Assert.AreEqual("{\"items\":[{\"x\":2}]}", await tool.Answer("{\"text\":\"x,kind\\n2,a\\n\"}"));
        Assert.AreEqual("bad_data", await tool.Answer("{\"text\":\"x,kind\\n1,a\\n\"}"));
        Assert.AreEqual("bad_data", await tool.Answer("{\"text\":\"x,kind\\n2,c\\n\"}"));
        Assert.AreEqual("bad_data", await tool.Answer("{\"text\":\"x,kind,at\\n2,a,no uri\\n\"}"));
        Assert.AreEqual("{\"items\":[{\"x\":2}]}", await tool.Answer("{\"text\":\"x,kind,at\\n2,a,\\n\"}"));
    }

    [TestMethod]
    public void Now_is_the_capability_clock()
    {
        const string implementation = "\"parse\": \"lines\", \"result\": {\"n\": \"now.Year\"}";
        Assert.AreEqual("clock", string.Join(' ', Tool(implementation, Numbers).Descriptor.Capabilities));
        Assert.AreEqual("", string.Join(' ', Tool("\"parse\": \"lines\", \"result\": {\"n\": 1}", Numbers).Descriptor.Capabilities));
        var listed = TransformSpec.Text(implementation, Numbers, "").Replace("\"examples\":", "\"capabilities\": [\"random\"], \"examples\":", System.StringComparison.Ordinal);
        Assert.AreEqual("TG6040 [\"random\"]; TG6041 \"random\"", TransformSpec.Findings(listed));
    }

    [TestMethod]
    public async Task A_replacement_without_bounds_is_a_limit_and_no_crash()
    {
        var tool = Tool("\"parse\": \"text\", \"patterns\": {\"all\": \".\"}, \"result\": {\"n\": \"all.Replace(row_text, row_text).Length\"}, \"let\": {\"row_text\": \"first(row.Text) ?? \\\"\\\"\"}", Numbers);
        Assert.AreEqual("{\"n\":9}", await tool.Answer("{\"text\":\"abc\"}"));
        Assert.AreEqual("limit", await tool.Answer($"{{\"text\":\"{new string('x', 20_000)}\"}}"));
    }

    [TestMethod]
    public async Task Limits_of_the_spec_cap_rows_and_groups()
    {
        var text = TransformSpec.Text("\"parse\": \"lines\", \"steps\": [{\"select\": {\"x\": \"row.Number\"}}]").Replace("\"examples\":", "\"limits\": {\"rows\": 2, \"groups\": 2}, \"examples\":", System.StringComparison.Ordinal);
        Assert.AreEqual("limit", await CompiledTool.Load(TransformSpec.Read(text)).Answer("{\"text\":\"a\\nb\\nc\"}"));
    }

    private static Tool Tool(string implementation) => CompiledTool.Load(TransformSpec.Read(TransformSpec.Text(implementation)));

    private static Tool Tool(string implementation, string output, string required = "") => CompiledTool.Load(TransformSpec.Read(TransformSpec.Text(implementation, output, required)));
}
