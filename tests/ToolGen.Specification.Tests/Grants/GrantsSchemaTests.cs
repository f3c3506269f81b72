using System;
using System.IO;
using System.Linq;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Grants;
using ToolGen.Specification.Json;
using ToolGen.Specification.Tests.Specs;
using ToolGen.TestSupport;

namespace ToolGen.Specification.Tests.Grants;

/// <summary>The shipped schema of <c>toolgen.json</c> says what the reader does. <c>TOOLGEN_WRITE_SCHEMAS=1</c> writes it anew.</summary>
[TestClass]
public sealed class GrantsSchemaTests
{
    /// <summary>Findings that no schema can say: two entries that contradict one another, an origin that is not in its one form.</summary>
    private static readonly string[] Beyond = ["TG6003", "TG6004", "TG6005", "TG6006", "TG6011", "TG6012", "TG6013", "TG6014", "TG6015", "TG6016"];

    private const string Whole = """
        {
          "folders": { "data": { "path": "data" }, "out": { "path": "out", "access": "readwrite" } },
          "databases": { "shop": { "provider": "sqlite", "connection": "Data Source=shop.db" } },
          "secrets": { "rates_key": { "env": "RATES_KEY", "origins": ["https://api.example"] } },
          "settings": { "currency": "EUR" },
          "http": { "allow": [{ "origin": "https://api.example/v1/**", "methods": ["GET", "POST"], "connectTo": "127.0.0.1:8080" }] },
          "packages": [{ "package": "CsvHelper", "version": "[33.0,34)" }],
          "isolation": "process"
        }
        """;

    [TestMethod]
    public void The_file_is_what_the_table_prints()
    {
        var path = Path.Combine(Repository.Root, "src", "ToolGen.Specification", "toolgen.schema.json");
        if (Environment.GetEnvironmentVariable("TOOLGEN_WRITE_SCHEMAS") == "1") File.WriteAllText(path, GrantsFormat.PrintSchema());
        Assert.AreEqual(GrantsFormat.PrintSchema(), File.ReadAllText(path), "run with TOOLGEN_WRITE_SCHEMAS=1, build and commit");
        Assert.AreEqual(GrantsFormat.PrintSchema(), GrantsFormat.SchemaText, "the embedded copy is older: build again");
    }

    [TestMethod]
    public void Reader_and_schema_agree_on_every_mutation()
    {
        var validator = new PlainValidator(GrantsFormat.PrintSchema());
        var whole = JsonReader.Read(new("toolgen.json", Whole)).Root!;
        Assert.IsTrue(validator.Accepts(whole.ToString()));
        Assert.AreEqual("", string.Join("\n", Findings(whole)));
        int accepted = 0, refused = 0;
        RandomSpecs.Seeds.Sample(
            seed =>
            {
                var mutated = new RandomSpecs(seed).Mutated(whole);
                var findings = Findings(mutated).Where(finding => !Beyond.Contains(finding.Id)).ToArray();
                Assert.AreEqual(findings.Length == 0, validator.Accepts(mutated.ToString()), $"{mutated}\n{string.Join("\n", findings.AsEnumerable())}");
                if (findings.Length == 0) System.Threading.Interlocked.Increment(ref accepted);
                else System.Threading.Interlocked.Increment(ref refused);
            },
            iter: 2_000);
        Assert.IsTrue(accepted > 50 && refused > 50, $"{accepted} accepted, {refused} refused: the mutations prove little");
    }

    private static EquatableArray<Finding> Findings(JsonNode root)
    {
        var sink = new FindingSink(new("toolgen.json", root.ToString()));
        GrantsFormat.Check(root, sink);
        return sink.ToArray();
    }
}
