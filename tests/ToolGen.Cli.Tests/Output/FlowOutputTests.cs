using System.IO;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Cli.Output;
using ToolGen.Cli.Tests.Harness;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using JsonDocument = System.Text.Json.JsonDocument;

namespace ToolGen.Cli.Tests.Output;

/// <summary>The way from source to sink, for a person, a program and a code host.</summary>
[TestClass]
public sealed class FlowOutputTests
{
    private static readonly SourceText Source = new("a b.tool.json", "{\n  \"body\": \"var x = input.Name; Run(x);\"\n}\n");

    private static readonly Finding Flow = new(FindingCatalog.SqlFromInput, At("Run(x)"), new("Run", "the argument"))
    {
        Steps = new(new FindingStep(At("input.Name"), "input.Name"), new FindingStep(At("Run(x)"), "Run(x)")),
    };

    [TestMethod]
    public void Text_tells_each_step_below_the_finding()
    {
        using var text = new StringWriter();
        FindingText.Write(text, Flow, color: false);
        var lines = text.ToString().ReplaceLineEndings("\n").Split('\n');
        CollectionAssert.AreEqual(new[] { "  via a b.tool.json(2,20): input.Name", "  via a b.tool.json(2,32): Run(x)", "" }, lines[1..]);
    }

    [TestMethod]
    public void Json_has_the_steps()
    {
        using var text = new StringWriter();
        JsonOutput.Write(text, json =>
        {
            json.WriteStartObject();
            json.Findings("findings", [Flow]);
            json.WriteEndObject();
        });
        using var document = JsonDocument.Parse(text.ToString());
        var steps = document.RootElement.GetProperty("findings")[0].GetProperty("steps");
        Assert.AreEqual((2, 20, "input.Name"), (steps[0].GetProperty("line").GetInt32(), steps[0].GetProperty("column").GetInt32(), steps[0].GetProperty("text").GetString()));
    }

    [TestMethod]
    public void Sarif_has_a_code_flow()
    {
        using var text = new StringWriter();
        JsonOutput.Write(text, json => SarifLog.Write(json, [Flow], "1.0.0"));
        using var log = JsonDocument.Parse(text.ToString());
        SarifShape.Check(log.RootElement);
        var locations = log.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("codeFlows")[0].GetProperty("threadFlows")[0].GetProperty("locations");
        Assert.AreEqual(2, locations.GetArrayLength());
        Assert.AreEqual("Run(x)", locations[1].GetProperty("location").GetProperty("message").GetProperty("text").GetString());
        Assert.AreEqual(32, locations[1].GetProperty("location").GetProperty("physicalLocation").GetProperty("region").GetProperty("startColumn").GetInt32());
    }

    private static Place At(string text) => Place.Of(Source, new TextSpan(Source.Text.IndexOf(text, System.StringComparison.Ordinal), text.Length));
}
