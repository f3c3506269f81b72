using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;

namespace ToolGen.Generator.Tests.Transform;

[TestClass]
public sealed class TransformFindingTests
{
    private const string Csv = "\"parse\": \"csv\", \"record\": {\"x\": \"integer\"}, ";

    [TestMethod]
    [DataRow(Csv + "\"steps\": [{\"group\": {\"x\": \"row.X\"}, \"aggregate\": {\"y\": \"max(row.X, 2)\"}}]", "TG2201 max(row.X, 2)")]
    [DataRow(Csv + "\"steps\": [{\"group\": {\"x\": \"row.X\"}, \"aggregate\": {\"y\": \"sum(row.X - average(row.X))\"}}]", "TG2202 average(row.X)")]
    [DataRow(Csv + "\"steps\": [{\"group\": {\"x\": \"row.X\"}, \"aggregate\": {\"y\": \"count() + row.X\"}}]", "TG2203 row")]
    [DataRow(Csv + "\"let\": {\"y\": \"row.X\"}", "TG2203 row")]
    [DataRow("\"parse\": \"lines\", \"steps\": [{\"flatten\": \"row.Line.Split(' ')\"}, {\"set\": {\"x\": \"1\"}}]", "TG2205 {\"set\": {\"x\": \"1\"}}")]
    [DataRow(Csv + "\"let\": {\"a\": \"b + 1\", \"b\": \"a + 1\"}", "TG2206 \"a\"; TG2206 \"b\"")]
    [DataRow(Csv + "\"let\": {\"top\": \"max(row.X)\"}, \"steps\": [{\"where\": \"row.X == top\"}]", "TG2207 \"top\"")]
    [DataRow(Csv + "\"steps\": [{\"set\": {\"y\": \"prev\"}}]", "TG2208 \"y\"")]
    [DataRow(Csv + "\"result\": {\"itens\": \"rows\"}", "TG2209 \"itens\"")]
    [DataRow(Csv + "\"steps\": [{\"select\": {\"y\": \"row.X\"}}], \"result\": {\"items\": \"rows\"}", "TG2210 \"rows\"")]
    [DataRow(Csv + "\"result\": {\"items\": 5}", "TG2211 5")]
    [DataRow("\"parse\": \"csv\", \"record\": {\"x\": [\"integer\"]}", "TG2213 {\"x\": [\"integer\"]}")]
    [DataRow("\"parse\": \"xml\", \"records\": \"//a/b\", \"record\": {\"x\": \"integer\"}", "TG2214 \"//a/b\"")]
    [DataRow("\"parse\": \"xml\", \"records\": \"/a\", \"record\": {\"x\": \"integer\"}, \"paths\": {\"x\": \"b[1]\"}", "TG2214 \"b[1]\"")]
    [DataRow("\"parse\": \"xml\", \"records\": \"/a\", \"record\": {\"x\": \"integer\"}, \"paths\": {\"y\": \"b\"}", "TG2215 \"b\"")]
    [DataRow("\"parse\": \"json\", \"records\": \"a.b\", \"record\": {\"x\": \"integer\"}", "TG2216 \"a.b\"")]
    public void What_only_shows_when_the_parts_meet_is_found_at_its_place(string implementation, string expected) =>
        Assert.AreEqual(expected, TransformSpec.Findings(TransformSpec.Text(implementation)));

    [TestMethod]
    public void Without_one_required_text_the_source_is_asked_for()
    {
        var text = TransformSpec.Text(Csv + "\"result\": {\"items\": \"rows\"}").Replace("\"required\": [\"text\"]", "\"required\": []", System.StringComparison.Ordinal);
        Assert.AreEqual("TG2204 \"parse\"", TransformSpec.Findings(text));
    }

    [TestMethod]
    [DataRow("\"steps\": [{\"where\": \"row.X > \\\"1\\\"\"}]", "row.X > \\\"1\\\"")]
    [DataRow("\"steps\": [{\"group\": {\"x\": \"row.X\"}, \"aggregate\": {\"y\": \"count() + sum(row.Nope)\"}}]", "row.Nope")]
    [DataRow("\"steps\": [{\"order\": [\"row.X\", \"row.Y desc\"]}]", "row.Y")]
    [DataRow("\"result\": {\"items\": \"rows\"}, \"let\": {\"a\": \"input.Nope\"}", "input.Nope")]
    [DataRow("\"steps\": [{\"set\": {\"x\": \"\\\"text\\\"\"}}]", "\"x\"")]
    public void What_the_compiler_finds_stands_at_the_line_and_column_of_the_spec(string implementation, string at)
    {
        var spec = TransformSpec.Read(TransformSpec.Text(Csv + implementation));
        var generated = ToolSource.Generate(spec, new GenerationOptions());
        Assert.IsFalse(generated.IsFallback, string.Join("\n", generated.Findings));
        var error = CompiledTool.Compile(generated).GetDiagnostics().First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var place = error.Location.GetMappedLineSpan();
        Assert.AreEqual("sample.tool.json", place.Path);
        var expected = spec.Source.PositionOf(spec.Source.Text.LastIndexOf(at, System.StringComparison.Ordinal));
        Assert.AreEqual(expected.Line, place.StartLinePosition.Line, error.ToString());
        Assert.IsTrue(place.StartLinePosition.Character >= expected.Column && place.StartLinePosition.Character <= expected.Column + at.Length, $"{expected}: {error}");
    }

    [TestMethod]
    public void A_name_of_the_spec_cannot_reach_what_the_generator_names() =>
        StringAssert.Contains(TransformSpec.Findings(TransformSpec.Text(Csv + "\"steps\": [{\"where\": \"__rows0 == null && _0 == null\"}]")), "TG21");
}
