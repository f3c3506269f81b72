using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;
using ToolGen.TestSupport;

namespace ToolGen.Specification.Tests.Specs;

[TestClass]
public sealed class CanonicalSpecTests
{
    private const string Plain = """
        { "name": "add", "description": "Adds.\nUse it.", "x-note": 1500,
          "inputSchema": { "type": "object", "properties": { "text": { "type": "string", "description": "One\ntwo" }, "n": { "type": "number", "maximum": 1500 } } },
          "outputSchema": { "type": "object", "properties": { "text": { "type": "string" } } },
          "implementation": { "kind": "code", "body": "return new();\n// end" },
          "given": { "files": { "data/a.txt": "1\n2\n" } },
          "examples": [ { "input": { "text": "a\nb" }, "output": { "text": "é" } } ] }
        """;

    private const string Other = """
        {"name":"add","description":["Adds.","Use it."],"x-note":1.50e3,
        "inputSchema":{"type":"object","properties":{"text":{"type":"string","description":["One","two"]},"n":{"type":"number","maximum":1500.0}}},
        "outputSchema":{"type":"object","properties":{"text":{"type":"string"}}},
        "implementation":{"kind":"code","body":["return new();","// end"]},
        "given":{"files":{"data\/a.txt":["1","2"]}},
        "examples":[{"input":{"text":["a","b"]},"output":{"text":"\u00e9"}}]}
        """;

    [TestMethod]
    public void What_only_looks_different_is_the_same() => Assert.AreEqual(Canonical(Plain), Canonical(Other));

    [TestMethod]
    [DataRow("\"Adds.\\nUse it.\"", "\"Adds.\"")]
    [DataRow("1500,", "1501,")]
    [DataRow("{ \"type\": \"object\", \"properties\": { \"text\": { \"type\": \"string\" } } }", "{ \"properties\": { \"text\": { \"type\": \"string\" } }, \"type\": \"object\" }")]
    [DataRow("\"é\"", "\"e\"")]
    public void Whatever_is_meant_differently_has_another_hash(string from, string to)
    {
        StringAssert.Contains(Plain, from);
        Assert.AreNotEqual(SpecHash.Of(Read(Plain)), SpecHash.Of(Read(Plain.Replace(from, to))));
    }

    [TestMethod]
    public void The_canonical_form_is_its_own_canonical_form_in_every_culture()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            foreach (var path in Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Specs"), "*.tool.json"))
            {
                Thread.CurrentThread.CurrentCulture = CultureInfo.InvariantCulture;
                var expected = Canonical(File.ReadAllText(path), Path.GetFileName(path));
                foreach (var culture in new[] { "de-DE", "tr-TR", "ar-SA", "th-TH" })
                {
                    Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                    Assert.AreEqual(expected, Canonical(expected, Path.GetFileName(path)), culture);
                }
            }
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [TestMethod]
    public void The_hash_is_the_sha256_of_the_canonical_bytes()
    {
        var spec = Read(Plain);
        Assert.AreEqual(System.Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(CanonicalSpec.Write(spec))), SpecHash.Of(spec));
    }

    private static string Canonical(string text, string path = "add.tool.json") => Encoding.UTF8.GetString(CanonicalSpec.Write(Read(text, path)));

    private static ToolSpec Read(string text, string path = "add.tool.json")
    {
        var reading = SpecReader.Read(new SourceText(path, text));
        Assert.AreEqual("", string.Join("\n", reading.Findings.Where(finding => finding.Severity == ToolGen.Specification.Findings.FindingSeverity.Error)));
        return reading.Spec!;
    }
}
