using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Effects;
using ToolGen.Specification.Findings;
using ToolGen.TestSupport;

namespace ToolGen.OpenApi.Tests;

/// <summary>Documents of each version and form: what is read of them, and what a call then sends.</summary>
[TestClass]
public sealed class DocumentTests
{
    [TestMethod]
    public async Task Parameters_are_sent_in_the_style_that_the_document_says()
    {
        var seen = await ImportedCall.Of("styles.yaml", "styles", """
            {"id": 7, "tags": ["a", "b c"], "status": "new", "csv": ["x", "y"], "ssv": [1, 2], "psv": ["p", "q"], "many": ["true", "false"],
             "filter": {"color": "red", "size": {"min": 3}}, "spread": {"r": 1}, "X-Flags": ["f", "g"], "json": "{\"a\":1}"}
            """);
        Assert.AreEqual("GET /pets/;id=7/a%2Cb%20c?status=new&csv=x%2Cy&ssv=1%202&psv=p%7Cq&many=true&many=false&filter%5Bcolor%5D=red&filter%5Bsize%5D%5Bmin%5D=3&r=1&json=%7B%22a%22%3A1%7D", $"{seen.Method} {seen.Target}");
        Assert.AreEqual("f,g", seen.Header("X-Flags"));
    }

    [TestMethod]
    public async Task What_is_not_given_is_not_sent()
    {
        var seen = await ImportedCall.Of("styles.yaml", "styles", """{"id": 7, "tags": ["a"]}""");
        Assert.AreEqual("GET /pets/;id=7/a", $"{seen.Method} {seen.Target}");
        Assert.IsNull(seen.Header("X-Flags"));
    }

    [TestMethod]
    [DataRow("swagger.json", "listItems", """{"tags": ["a", "b"], "ids": [1, 2], "X-Trace": "t"}""", "GET /api/items?tags=a%7Cb&ids=1&ids=2", "")]
    [DataRow("swagger.json", "addItem", """{"name": "n", "price": 2.5}""", "POST /api/items", """{"name":"n","price":2.5}""")]
    [DataRow("swagger.json", "login", """{"user": "a b", "remember": true}""", "POST /api/login", "user=a%20b&remember=true")]
    [DataRow("split/openapi.yaml", "plant", """{"name": "oak", "children": [{"name": "acorn"}]}""", "POST /trees", """{"name":"oak","children":[{"name":"acorn"}]}""")]
    public async Task Bodies_and_queries_are_those_of_the_document(string file, string tool, string arguments, string request, string body)
    {
        var seen = await ImportedCall.Of(file, tool, arguments);
        Assert.AreEqual(request, $"{seen.Method} {seen.Target}");
        Assert.AreEqual(body, seen.Text);
    }

    [TestMethod]
    public void A_document_of_several_files_goes_to_its_server_and_its_schemas_hold_themselves()
    {
        var result = ImportedCall.Import("split/openapi.yaml");
        Assert.IsEmpty(result.Findings.Where(finding => finding.Severity != FindingSeverity.Info).ToList(), string.Join("\n", result.Findings));
        var spec = JsonNode.Parse(result.Tools.Single().Text)!;
        Assert.AreEqual("https://eu.split.example/v2/trees", spec["implementation"]!["url"]!.GetValue<string>());
        Assert.AreEqual(40, spec["inputSchema"]!["properties"]!["name"]!["maxLength"]!.GetValue<int>());
        Assert.IsNull(spec["inputSchema"]!["properties"]!["id"], "a property that is read only is no input");
    }

    [TestMethod]
    public void Dirt_is_mended_with_a_finding_each()
    {
        var result = ImportedCall.Import("dirt.yaml");
        var spec = JsonNode.Parse(result.Tools.Single(tool => tool.Name == "plants_id_get").Text)!;
        var input = spec["inputSchema"]!;
        CollectionAssert.AreEquivalent(new[] { "id", "StartTime", "limit" }, input["properties"]!.AsObject().Select(property => property.Key).ToList());
        CollectionAssert.AreEquivalent(new[] { "id", "limit" }, input["required"]!.AsArray().Select(name => name!.GetValue<string>()).ToList());
        Assert.AreEqual("""{"type":"integer","minimum":1,"maximum":50,"description":"Default: 20."}""", input["properties"]!["limit"]!.ToJsonString());
        Assert.AreEqual("{StartTime}", spec["implementation"]!["query"]!["StartTime<"]!.GetValue<string>());
        Assert.AreEqual("dirt_app_id", spec["implementation"]!["auth"]!["secret"]!.GetValue<string>());
        foreach (var id in new[] { "TG0211", "TG0212", "TG0213", "TG0214", "TG0215" }) Assert.IsTrue(result.Findings.Any(finding => finding.Id == id), id);
    }

    [TestMethod]
    public void Names_are_unique_and_depend_on_the_document_alone()
    {
        var names = ImportedCall.Import("dirt.yaml").Tools.Select(tool => tool.Name).ToList();
        CollectionAssert.AreEqual(new[] { "plants_id_get", "list_seeds", "plants_id_delete" }, names);
        StringAssert.StartsWith(JsonNode.Parse(ImportedCall.Import("dirt.yaml").Tools[2].Text)!["description"]!.GetValue<string>(), "Deprecated.");
    }

    [TestMethod]
    [DataRow("|+\n            \n")]
    [DataRow("|\n\n             \n")]
    [DataRow("|\n            x\n             \n")]
    public void A_block_of_blank_lines_is_read(string block)
    {
        var text = "openapi: 3.0.0\nservers: [{ url: \"https://a.example\" }]\npaths:\n  /a:\n    get:\n      operationId: a\n      parameters:\n        - name: q\n          in: query\n"
            + $"          example: {block}          required: \"true\"\n          schema: {{ type: string }}\n";
        var result = new OpenApiImporter().Import(new Specification.Json.SourceText("a.yaml", text));
        Assert.HasCount(1, result.Tools, string.Join("\n", result.Findings));
        var mended = result.Findings.Single(finding => finding.Id == "TG0212");
        Assert.AreEqual("\"true\"", text.Substring(mended.Place.Span.Start, mended.Place.Span.Length), "places behind the block are where they were");
    }

    [TestMethod]
    public void A_schema_in_YAML_means_what_it_means_in_JSON()
    {
        var json = new OpenApiImporter().Import(new Specification.Json.SourceText("a.json", File.ReadAllText(ImportedCall.Full("swagger.json"))));
        var yaml = new OpenApiImporter().Import(new Specification.Json.SourceText("a.yaml", "# the same\n" + File.ReadAllText(ImportedCall.Full("swagger.json"))));
        CollectionAssert.AreEqual(json.Tools.Select(tool => tool.Text).ToList(), yaml.Tools.Select(tool => tool.Text).ToList());
    }
}
