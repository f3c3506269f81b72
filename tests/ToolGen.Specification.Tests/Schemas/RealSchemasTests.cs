using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;
using ToolGen.TestSupport;

namespace ToolGen.Specification.Tests.Schemas;

/// <summary>Schemas that other people and models wrote.</summary>
[TestClass]
public sealed class RealSchemasTests
{
    public required TestContext TestContext { get; set; }

    [TestMethod]
    public void Every_type_word_of_BFCL_is_mended_mechanically_until_the_schema_reads()
    {
        var unread = new List<string>();
        var fixes = new Dictionary<string, int>();
        var files = Directory.EnumerateFiles(SharedData.Require("data", "bfcl"), "*.json").Concat(Directory.EnumerateFiles(SharedData.Require("data", "bfcl", "multi_turn_func_doc"), "*.json"));
        var schemas = files.SelectMany(Schemas).ToArray();
        foreach (var schema in schemas)
        {
            if (Mend(schema, fixes) is { } rest) unread.Add(rest);
        }

        foreach (var (title, count) in fixes.OrderByDescending(pair => pair.Value)) this.TestContext.WriteLine($"{count} × {title}");
        Assert.HasCount(723, schemas);
        Assert.IsEmpty(unread, string.Join("\n", unread));
        Assert.AreEqual(750, fixes["Write \"object\""]);
        Assert.AreEqual(186, fixes["Write \"number\""]);
    }

    [TestMethod]
    public void Every_schema_of_the_settled_specs_reads()
    {
        foreach (var file in Directory.EnumerateFiles(SharedData.Require("specs"), "*.tool.json"))
        {
            var document = JsonReader.Read(file, File.ReadAllBytes(file));
            foreach (var (keyword, use) in new[] { ("inputSchema", SchemaUse.Input), ("outputSchema", SchemaUse.Output) })
            {
                var sink = new FindingSink(document.Source);
                Assert.IsNotNull(SchemaReader.Read(((JsonObject)document.Root!)[keyword]!, sink, use), string.Join("\n", sink.ToArray()));
                Assert.IsEmpty(sink.ToArray().ToArray(), string.Join("\n", sink.ToArray()));
            }
        }
    }

    private static IEnumerable<string> Schemas(string path)
    {
        foreach (var line in File.ReadLines(path).Where(line => line.Length > 0))
        {
            var root = (JsonObject)JsonReader.Read(path, Encoding.UTF8.GetBytes(line)).Root!;
            IEnumerable<JsonNode> functions = root["function"] is JsonArray many ? many.Items : [root];
            foreach (var function in functions.Cast<JsonObject>())
            {
                yield return function["parameters"]!.ToString();
                if (function["response"] is { } response) yield return response.ToString();
            }
        }
    }

    // One fix at a time: each changes what the next one sees. Answers what is left, or null.
    private static string? Mend(string schema, Dictionary<string, int> fixes)
    {
        for (var round = 0; round < 200; round++)
        {
            var (plan, findings) = Read.Schema(schema);
            if (plan is not null) return null;
            var finding = findings.FirstOrDefault(finding => finding is { Severity: FindingSeverity.Error, Fix: not null });
            if (finding is null) return findings.First(one => one.Severity == FindingSeverity.Error) + "\n  " + schema;
            fixes[finding.Fix!.Title] = fixes.GetValueOrDefault(finding.Fix.Title) + 1;
            schema = Read.Mend(schema, finding);
        }

        return "does not end: " + schema;
    }
}
