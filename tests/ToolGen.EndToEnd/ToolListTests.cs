using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Build;
using ToolGen.Specification.Findings;

[assembly: ToolGen.ToolMetadata("first", """{"inputSchema":{},"name":"first"}""")]
[assembly: ToolGen.ToolMetadata("Second", "{}")]

namespace ToolGen.EndToEnd;

[TestClass]
public sealed class ToolListTests
{
    [TestMethod]
    public void Reads_metadata_of_an_assembly_without_loading_it()
    {
        var found = ToolMetadata.Read(typeof(ToolListTests).Assembly.Location);

        CollectionAssert.AreEquivalent(new[] { "first", "Second" }, found.Select(tool => tool.Name).ToArray());
        Assert.AreEqual("""{"inputSchema":{},"name":"first"}""", found.Single(tool => tool.Name == "first").McpTool);
    }

    [TestMethod]
    public void Prints_a_tool_a_line_in_ordinal_order_with_members_in_the_order_of_MCP()
    {
        var text = ToolList.Print(
            [
                new("b", """{"outputSchema":{},"x":1.50, "annotations":{},"inputSchema":{"b":1,"a":2},"description":"ä","name":"b"}"""),
                new("a", """{"name":"a","inputSchema":{}}"""),
                new("B2", """{"name":"B2","inputSchema":{}}"""),
            ],
            out var problems);

        Assert.IsEmpty(problems);
        Assert.AreEqual(
            """
            {"tools":[
            {"name":"B2","inputSchema":{}},
            {"name":"a","inputSchema":{}},
            {"name":"b","description":"ä","inputSchema":{"b":1,"a":2},"outputSchema":{},"annotations":{},"x":1.5}
            ]}

            """.ReplaceLineEndings("\n"),
            text);
    }

    [TestMethod]
    [DataRow("a", "A", "{\"name\":\"A\"}", "TG2070")]
    [DataRow("a", "b", "{\"name\":\"c\"}", "TG2071")]
    [DataRow("a", "b", "[]", "TG2071")]
    [DataRow("a", "b", "{\"name\":\"b\"} x", "TG2071")]
    [DataRow("a", "b", "", "TG2071")]
    [DataRow("a", "b", null, "TG2071")]
    [DataRow("a", null, null, "TG2071")]
    public void Refuses_metadata_that_would_mislead_a_model(string first, string? second, string? json, string id)
    {
        var text = ToolList.Print([new(first, $$"""{"name":"{{first}}"}"""), new(second, json)], out var problems);

        Assert.IsNull(text);
        Assert.AreEqual(id, problems.Single().Finding.Id);
    }

    [TestMethod]
    public void Lists_specs_with_the_held_out_samples_beside_them_and_samples_without_a_spec()
    {
        var folder = Directory.CreateTempSubdirectory("toolgen ").FullName;
        File.WriteAllText(Path.Combine(folder, "b.tool.json"), "{}");
        File.WriteAllText(Path.Combine(folder, "b.tests.json"), "[]");

        var text = SampleList.Print([Path.Combine(folder, "b.tool.json"), Path.Combine(folder, "x.txt"), Path.Combine(folder, "a.tool.json"), Path.Combine(folder, "b.tool.json")], [Path.Combine(folder, "b.tests.json"), Path.Combine(folder, "method.tests.json")]);

        Assert.AreEqual(
            $$"""
            { "specs": [
              { "name": "a", "path": "{{folder}}/a.tool.json", "tests": null },
              { "name": "b", "path": "{{folder}}/b.tool.json", "tests": "{{folder}}/b.tests.json" },
              { "name": "method", "path": null, "tests": "{{folder}}/method.tests.json" }
            ] }

            """.ReplaceLineEndings("\n"),
            text?.Replace('\\', '/').Replace("//", "/"));
        Assert.IsNull(SampleList.Print([Path.Combine(folder, "x.txt")]));
        Directory.Delete(folder, recursive: true);
    }
}
