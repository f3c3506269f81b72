using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Kinds.Own;
using ToolGen.Generator.Tests.Harness;
using ToolGen.Generator.Tests.Hostile;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace ToolGen.Generator.Tests.OwnKinds;

/// <summary>Hostile values in every field of a kind of the project's, with a schema that refuses nothing.</summary>
[TestClass]
public sealed class OwnInjectionTests
{
    private const string Schema = """
        { "type": "object", "properties": { "constant": true, "token": true, "text": { "x-toolgen": "text" }, "body": { "x-toolgen": "json" }, "when": { "x-toolgen": "expression" } },
          "x-gives": ["seen"], "x-capabilities": ["secret {token}"] }
        """;

    private const string Template = """
        var text = {{ m.Fields.text }};
        var when = {{ m.Fields.when }};
        var all = Encoding.UTF8.GetString({{ m.Fields.body }}) + JsonBytes(__w => { {{ m.Fields.body.Write }} });
        static string JsonBytes(Action<ToolWriter> write) => Encoding.UTF8.GetString(ToolGen.Values.JsonBody.Of(w => write(w)));
        string constant = {{ m.Fields.constant }};
        var seen = constant + text + all + when;
        """;

    private static readonly string[] Fields = ["constant", "text", "body", "when", "token"];

    [TestMethod]
    public void A_hostile_value_of_a_field_is_a_finding_or_leaves_the_syntax_as_it_was()
    {
        var harmless = Fields.ToDictionary(field => field, field => Shapes(field, HostileStrings.Harmless.Append("\"\\\"\\\"\\\"raw\\\"\\\"\\\"\"")));
        var faults = new List<string>();
        var (made, refused) = (0, 0);
        foreach (var field in Fields)
        {
            foreach (var hostile in HostileStrings.All.Append(HostileStrings.Megabyte))
            {
                var generated = Generate(Spec(field, hostile));
                if (generated is null || generated.IsFallback) { refused++; continue; }
                made++;
                if (!harmless[field].Contains(Shape(generated))) faults.Add($"{field} {hostile[..Math.Min(hostile.Length, 60)]}");
            }
        }

        Assert.IsEmpty(faults, string.Join("\n", faults));
        Assert.IsGreaterThan(40, made);
        Assert.IsGreaterThan(20, refused);
    }

    [TestMethod]
    [DataRow("constant", "var seen = \"{{ m.Fields.constant }}\";")]
    [DataRow("constant", "// {{ m.Fields.constant }}\nvar seen = 1;")]
    [DataRow("constant", "/* {{ m.Fields.constant }} */ var seen = 1;")]
    [DataRow("constant", "var seen = $\"a {{ m.Fields.constant }}\";")]
    [DataRow("constant", "var seen = @\"{{ m.Fields.constant }}\";")]
    [DataRow("constant", "var seen = \"\"\"{{ m.Fields.constant }}\"\"\";")]
    [DataRow("constant", "{{ x = m.Fields.constant + '' }}var seen = {{ x[0] }}{{ x[1] }};")]
    [DataRow("constant", "var seen = {{ m.Fields.constant.Text }};")]
    [DataRow("text", "var seen = \"{{ m.Fields.text }}\";")]
    [DataRow("body", "var seen = \"{{ m.Fields.body.Write }}\";")]
    [DataRow("body", "#if false\n{{ m.Fields.body.Write }}\n#endif\nvar seen = 1;")]
    public void A_template_that_puts_a_field_where_it_would_be_code_is_a_finding_of_the_template(string field, string template)
    {
        foreach (var hostile in new[] { "); System.Environment.Exit(1); _ = (", "\"; System.Environment.Exit(1); //", "*/ System.Environment.Exit(1); /*", "harmless" })
        {
            var generated = Generate(Spec(field, JsonWriter.Quote(hostile)), template);
            Assert.IsNotNull(generated);
            Assert.IsTrue(generated.IsFallback, generated.Source);
            CollectionAssert.AreEqual(new[] { "TG2332" }, generated.Findings.Select(finding => finding.Id).Distinct().ToArray(), string.Join("\n", generated.Findings));
        }
    }

    [TestMethod]
    [DataRow("{{ s = 'xxxxxxxxxxxxxxxx' }}{{ for i in 1..40 }}{{ s = s + s }}{{ end }}{{ s }}")]
    [DataRow("{{ s = 'x' * 2000000000 }}{{ s }}")]
    [DataRow("{{ for i in 1..900000 }}{{ for j in 1..900000 }}{{ end }}{{ end }}")]
    [DataRow("{{ s = [] }}{{ for i in 1..900000 }}{{ s[i * 1000] = i }}{{ end }}")]
    [DataRow("{{ x = 9 ** 9 ** 9 ** 9 }}")]
    [DataRow("{{ tablerow i in 1..2000000000 }}{{ end }}")]
    [DataRow("{{ s = (1..2000000000) + [1] }}")]
    [DataRow("{{ wrap x }}{{ end }}")]
    [DataRow("{{ 1 << 2000000000 }}")]
    [Timeout(30_000)]
    public void A_template_that_takes_all_there_is_ends_with_a_finding(string template)
    {
        var before = GC.GetTotalAllocatedBytes();
        var generated = Generate(Spec("constant", "\"a\""), template);
        Assert.AreEqual("TG2332", string.Join(" ", generated!.Findings.Select(finding => finding.Id)), string.Join("\n", generated.Findings));
        Assert.IsLessThan(1L << 30, GC.GetTotalAllocatedBytes() - before);
    }

    [TestMethod]
    [DataRow("(", ")")]
    [DataRow("[", "]")]
    [DataRow("{a:", "}")]
    [DataRow("!", "")]
    [DataRow("a[", "]")]
    [DataRow("if true;", "end;")]
    [DataRow("for x in 1..1;", "end;")]
    public void A_template_that_nests_without_end_is_a_finding_and_no_end_of_the_compiler(string open, string close)
    {
        var deep = "{{ " + string.Concat(Enumerable.Repeat(open, 10_000)) + " 1 " + string.Concat(Enumerable.Repeat(close, 10_000)) + " }}var seen = 1;";
        Assert.AreEqual("TG2332", string.Join(" ", Generate(Spec("constant", "\"a\""), deep)!.Findings.Select(finding => finding.Id)));
    }

    [TestMethod]
    public async Task Templates_ask_what_a_constant_is_without_seeing_its_text()
    {
        const string template = "var seen = {{ if equals m.Fields.constant 'fast' }}1{{ else }}2{{ end }};";
        Assert.AreEqual("""{"seen":"1"}""", await CompiledTool.Load(Generate(Spec("constant", "\"fast\""), template)!).Answer("{}"));
        Assert.AreEqual("""{"seen":"2"}""", await CompiledTool.Load(Generate(Spec("constant", "\"slow\""), template)!).Answer("{}"));
    }

    private static string Shape(GeneratedTool made) => SyntaxShape.Of(CSharpSyntaxTree.ParseText(made.Source, new CSharpParseOptions(LanguageVersion.CSharp14)));

    private static HashSet<string> Shapes(string field, IEnumerable<string> values) =>
        [.. values.Select(value => Generate(Spec(field, value))).Where(made => made is { IsFallback: false }).Select(made => Shape(made!))];

    private static string Spec(string field, string value)
    {
        var implementation = new JsonObject { ["kind"] = "probe", ["constant"] = "a", ["text"] = "b", ["body"] = new JsonObject { ["c"] = "d" }, ["when"] = "1 > 2" };
        if (field == "token") implementation["token"] = "";
        implementation["result"] = new JsonObject { ["seen"] = "seen + \"\"" };
        const string mark = "\"@@@\"";
        implementation[field] = field == "body" ? new JsonObject { ["c"] = "@@@" } : "@@@";
        return $$"""
            { "name": "probe_tool", "description": "Probes.", "inputSchema": {"type": "object", "properties": {} }, "outputSchema": {"type": "object", "properties": {"seen": {"type": "string"} }, "required": ["seen"]},
              "implementation": {{implementation.ToJsonString().Replace(mark, value.Trim(), StringComparison.Ordinal)}},
              "examples": [{"input": {"x": 1}, "error": "invalid_input /x"}] }
            """;
    }

    private static GeneratedTool? Generate(string spec, string template = Template) =>
        SpecReader.Read(new SourceText("probe_tool.tool.json", spec)).Spec is { } read
            ? ToolSource.Generate(read, new GenerationOptions { Kinds = new(new OwnKindDefinition("probe", template, Schema, "probe.tool.sbn")) }) : null;
}
