using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Fixes;
using ToolGen.Specification.Json;
using ToolGen.TestSupport;

namespace ToolGen.Specification.Tests.Fixes;

[TestClass]
public sealed class SpecFixerTests
{
    [TestMethod]
    public void Tests_move_into_the_file_of_held_out_samples()
    {
        var result = Fix("""{"name":"add","examples":[],"tests":[{"input":{"a":1},"error":"parse_error"}]}""");
        Assert.AreEqual("""{"name":"add","examples":[]}""", result.Spec.Text);
        Assert.AreEqual("add.tests.json", result.HeldOut!.Path);
        Assert.AreEqual("""[{ "input": { "a": 1 }, "error": "bad_data" }]""" + "\n", result.HeldOut.Text);
        CollectionAssert.AreEqual(new[] { "TG0103", "TG0104" }, result.Applied.Select(fix => fix.Finding.Id).ToArray());
    }

    [TestMethod]
    public void Moved_tests_join_those_that_are_there_once()
    {
        var result = SpecFixer.Fix(
            new("add.tool.json", """{"name":"add","tests":[{"input":1,"output":1},{"input":2,"output":2.0}]}"""),
            new SourceText("add.tests.json", """{"given":{"now":"2025-03-31T00:00:00Z"},"tests":[{"input":2,"output":2}]}"""));
        Assert.AreEqual("""{"name":"add"}""", result.Spec.Text);
        Assert.AreEqual("""{"given":{"now":"2025-03-31T00:00:00Z"},"tests":[{"input":2,"output":2},{"input":1,"output":1}]}""", JsonReader.Read(result.HeldOut!).Root!.ToString());
    }

    [TestMethod]
    public void Tests_stay_where_the_file_beside_cannot_be_read()
    {
        const string text = """{"name":"add","tests":[{"input":1,"output":1}]}""";
        var result = SpecFixer.Fix(new("add.tool.json", text), new SourceText("add.tests.json", "[{"));
        Assert.AreEqual(text, result.Spec.Text);
        Assert.AreEqual("[{", result.HeldOut!.Text);
        CollectionAssert.Contains(result.Remaining.Select(finding => finding.Id).ToArray(), "TG0104");
    }

    [TestMethod]
    public void Slips_of_json_are_mended_first()
    {
        var result = Fix("\uFEFF{\n  // the name\n  'name': \"add\",\n  \"inputSchema\": {\"type\": \"dict\",},\n}\n");
        Assert.AreEqual("""{"name":"add","inputSchema":{"type":"object"}}""", JsonReader.Read(result.Spec).Root!.ToString());
        Assert.AreEqual(0, JsonReader.Read(result.Spec).Findings.Count);
    }

    [TestMethod]
    public void Places_are_those_of_the_text_as_given()
    {
        var result = Fix("{\n  \"name\": \"a\",\n  \"input_schema\": { \"type\": \"dict\",\n    \"properties\": { \"x\": { \"type\": \"any\" } } },\n}\n");
        CollectionAssert.AreEquivalent(
            new[] { "TG0008 (4,47)", "TG0101 (3,3)", "TG0105 (3,29)", "TG0105 (4,36)" },
            result.Applied.Select(fix => $"{fix.Finding.Id} {fix.Finding.Place.ToString()["a.tool.json".Length..]}").ToArray());
    }

    [TestMethod]
    public void The_rest_of_the_text_keeps_its_layout()
    {
        var result = Fix("{\n\t\"name\":   \"a\",\n\n\t\"inputSchema\": {\"properties\": {\n\t\t\"x\": {\"type\":\"string\",   \"required\": true}}}}");
        Assert.AreEqual("{\n\t\"name\":   \"a\",\n\n\t\"inputSchema\": {\"properties\": {\n\t\t\"x\": {\"type\":\"string\"}}, \"required\": [\"x\"]}}", result.Spec.Text);
    }

    [TestMethod]
    [DataRow("math.factorial", "math.factorial.tool.json", "math_factorial")]
    [DataRow("math.factorial", "math_factorial.tool.json", "math_factorial")]
    [DataRow("math.factorial", "math_factorial_2.tool.json", "math_factorial_2")]
    [DataRow("math.factorial", "other.tool.json", "math.factorial")]
    [DataRow("2nd tool!", "", "tool_2nd_tool")]
    [DataRow("Sum", "Sum_2.tool.json", "Sum_2")]
    [DataRow("sum", "sums.tool.json", "sum")]
    public void A_name_is_mended_where_the_file_agrees(string name, string path, string mended)
    {
        var result = SpecFixer.Fix(new(path, $$"""{"name":"{{name}}"}"""));
        Assert.AreEqual($$"""{"name":"{{mended}}"}""", result.Spec.Text);
    }

    [TestMethod]
    public void Real_specs_are_left_alone()
    {
        var folder = Path.Combine(SharedData.Repository, "tests", "Specs");
        var specs = Directory.GetFiles(folder, "*.tool.json");
        Assert.IsGreaterThanOrEqualTo(14, specs.Length);
        foreach (var path in specs)
        {
            var tests = path.Replace(".tool.json", ".tests.json", StringComparison.Ordinal);
            var result = SpecFixer.Fix(Load(path), Load(tests));
            Assert.AreEqual(0, result.Applied.Count + result.Remaining.Count, path + "\n" + string.Join("\n", result.Remaining));
            Assert.AreEqual(File.ReadAllText(path), result.Spec.Text, path);
            Assert.AreEqual(File.ReadAllText(path), SpecFormatter.Format(Load(path)).Text.Text, path);
        }
    }

    [TestMethod]
    public void Shared_specs_have_no_near_miss_left_afterwards()
    {
        foreach (var path in Directory.GetFiles(SharedData.Require("specs"), "*.tool.json"))
        {
            var result = SpecFixer.Fix(Load(path));
            Assert.AreEqual(0, result.Remaining.Count, string.Join("\n", result.Remaining));
            Assert.IsNull(((JsonObject)JsonReader.Read(result.Spec).Root!)["tests"], path);
            Assert.IsNotNull(result.HeldOut, path);
            var again = SpecFixer.Fix(result.Spec, result.HeldOut);
            Assert.AreEqual(0, again.Applied.Count, path);
        }
    }

    [TestMethod]
    public void Hostile_texts_neither_throw_nor_hang()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(SharedData.Repository, "tests", "Specs"), "*.tool.json"))
        {
            var text = File.ReadAllText(path);
            for (var at = 0; at < text.Length; at += 37)
            {
                Assert.IsNotNull(SpecFixer.Fix(new("a.tool.json", text[..at])));
                Assert.IsNotNull(SpecFixer.Fix(new("a.tool.json", text[..at] + "[\"dict\"]" + text[at..])));
            }
        }

        var many = "{\"inputSchema\":{\"properties\":{" + string.Join(",", Enumerable.Range(0, 3_000).Select(i => $"\"p{i}\":{{\"type\":\"dict\",\"optional\":true}}")) + "}}}";
        Assert.AreEqual(0, Fix(many).Remaining.Count);
    }

    [TestMethod]
    public void An_absent_column_is_reported_at_the_input_that_names_it()
    {
        var result = Fix("""{"name":"a","implementation":{"kind":"file","write":"out/{row[column]}.csv"},"examples":[{"input":{},"error":"column_not_found"}]}""");
        StringAssert.Contains(result.Spec.Text, "\"error\":\"invalid_input /column\"");
    }

    [TestMethod]
    public void Names_are_made_by_the_stated_rule()
    {
        CollectionAssert.AreEqual(
            new[] { "math_factorial", "calculate_BMI", "calculate_bmi_2", "tool_3d", "a_b", "math_factorial_2", "x-y_z" },
            SpecNames.Distinct(["math.factorial", "calculate_BMI", "calculate_bmi", "3d", "a . b", "math factorial", "x-y_z"]).ToArray());
        var names = SpecNames.Distinct(Enumerable.Repeat(new string('n', 80), 3));
        Assert.IsTrue(names.All(SpecNames.IsLegal), string.Join(" ", names));
        Assert.AreEqual(3, new HashSet<string>(names, StringComparer.OrdinalIgnoreCase).Count);
    }

    private static FixResult Fix(string text)
    {
        var name = ((JsonReader.Read(new SourceText("", text)).Root as JsonObject)?["name"] as JsonString)?.Value ?? "a";
        return SpecFixer.Fix(new(name + ".tool.json", text));
    }

    private static SourceText Load(string path) => new(Path.GetFileName(path), File.ReadAllText(path));
}
