using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Gate;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Tests.Gate;

/// <summary>What a gated text knows of itself, and what the names and holes around it may be.</summary>
[TestClass]
public sealed class GatedCodeTests
{
    [TestMethod]
    public void Root_names_are_those_of_the_scope_alone_in_order_of_use()
    {
        var (gated, _) = GateRun.Expression("rows.Where(row => row.A > input.Top).Select(r => rate + r.rate)");

        CollectionAssert.AreEqual(new[] { "rows", "input", "rate" }, gated!.RootNames.ToArray());
    }

    [TestMethod]
    public void Function_calls_are_listed_and_members_of_the_same_name_are_not()
    {
        var (gated, _) = GateRun.Expression("sum(row.A) / count() + rows.Sum(r => r.sum(1)) + max(min(row.A))");

        CollectionAssert.AreEqual(new[] { "sum(row.A)", "count()", "max(min(row.A))", "min(row.A)" }, gated!.FunctionCalls.Select(call => call.ToString()).ToArray());
    }

    [TestMethod]
    public void Finding_stands_at_its_column_behind_escapes_and_lines()
    {
        const string json = "{ \"body\": [ \"var a = \\\"x\\\";\",\n  \"a = \\\"\\\"; typeof(int);\" ] }";
        var source = new SourceText("a.tool.json", json);
        var array = (JsonArray)((JsonObject)JsonReader.Read(source).Root!)["body"]!;
        var findings = new FindingSink(source);

        BodyGate.Check(new SpecText(array, array.Items.Cast<JsonString>().ToArray()), findings);

        var finding = findings.ToArray().Single();
        Assert.AreEqual("typeof(int)", json.Substring(finding.Place.Span.Start, finding.Place.Span.Length));
        Assert.AreEqual(1, finding.Place.Start.Line);
    }

    [TestMethod]
    public void Single_quotes_are_mended_in_the_escapes_of_the_file()
    {
        const string json = "{ \"where\": \"row.A == 'open' && 1 == 1\" }";
        var source = new SourceText("a.tool.json", json);
        var node = (JsonString)((JsonObject)JsonReader.Read(source).Root!)["where"]!;
        var findings = new FindingSink(source);

        ExpressionGate.Check(new SpecText(node, [node]), null, GateRun.Scope, findings);

        var mended = findings.ToArray().Single().Fix!.Edits.OrderByDescending(edit => edit.Span.Start)
            .Aggregate(json, (text, edit) => text[..edit.Span.Start] + edit.NewText + text[edit.Span.End..]);
        Assert.AreEqual("{ \"where\": \"row.A == \\\"open\\\" && 1 == 1\" }", mended);
    }

    [TestMethod]
    public void Unknown_name_offers_the_nearest()
    {
        var (_, findings) = GateRun.Expression("inptu.Top");

        StringAssert.Contains(findings.ToArray().Single().Remedy, "`input`");
        Assert.AreEqual("input", findings.ToArray().Single().Fix!.Edits[0].NewText);
    }

    [TestMethod]
    public void Only_the_length_asked_for_is_read()
    {
        var (text, findings) = GateRun.Field("row.Total desc");

        Assert.AreEqual("row.Total", ExpressionGate.Check(text, 9, GateRun.Scope, findings)!.Source);
    }

    [TestMethod]
    [DataRow("a + 1", "F(2 * {0})", DisplayName = "operator in front binds tighter")]
    [DataRow("a + 1", "F({0} * 2)", DisplayName = "operator behind binds tighter")]
    [DataRow("a", "F({0}.B)", DisplayName = "member behind")]
    [DataRow("x => a", "F({0} + 1)", DisplayName = "lambda swallows what follows")]
    [DataRow("a", "F(-{0})", DisplayName = "another parent than the template's")]
    [DataRow("a", "F(\"{0}\")", DisplayName = "inside a text")]
    [DataRow("a", "F(1) // {0}", DisplayName = "inside a comment")]
    public void Hole_whose_node_moved_is_refused(string expression, string template)
    {
        var (text, findings) = GateRun.Field(expression);
        var gated = ExpressionGate.Check(text, null, ExpressionScope.Of("a"), findings)!;
        var source = "class T { object M() => " + template.Replace("{0}", expression) + "; }";
        var start = source.IndexOf(template[..template.IndexOf("{0}", System.StringComparison.Ordinal)], System.StringComparison.Ordinal) + template.IndexOf("{0}", System.StringComparison.Ordinal);

        Assert.IsFalse(HoleVerifier.Verify(source, [new(start, gated, SyntaxKind.Argument)], findings));
        Assert.AreEqual("TG2123", GateRun.Ids(findings));
    }

    [TestMethod]
    public void Body_in_a_block_that_a_line_of_the_template_ends_is_refused()
    {
        var (gated, findings) = GateRun.Body("F(); return new Output(1);");
        var source = "class T { X M() { if (a)\n" + gated!.Source + "\n} }";

        Assert.IsFalse(HoleVerifier.Verify(source, [new(source.IndexOf("F();", System.StringComparison.Ordinal), gated, SyntaxKind.MethodDeclaration)], findings));
    }

    [TestMethod]
    [DataRow("total", true)]
    [DataRow("type", true)]
    [DataRow("Rate2_b", true)]
    [DataRow("", false)]
    [DataRow("2nd", false)]
    [DataRow("_x", false)]
    [DataRow("é", false)]
    [DataRow("a-b", false)]
    [DataRow("@a", false)]
    [DataRow("a\u200B", false)]
    [DataRow("class", false)]
    [DataRow("from", false)]
    [DataRow("record", false)]
    [DataRow("await", false)]
    [DataRow("dynamic", false)]
    [DataRow("input", false)]
    [DataRow("count", false)]
    [DataRow("Math", false)]
    public void Name_is_a_plain_identifier_that_means_nothing_else(string name, bool passes)
    {
        var findings = new FindingSink(new SourceText("a.tool.json", "\"x\""));

        Assert.AreEqual(passes, IdentifierGate.Check(name, new TextSpan(0, 3), findings));
        Assert.AreEqual(passes ? 0 : 1, findings.Errors);
    }

    [TestMethod]
    public void Lines_of_a_body_know_where_they_stand()
    {
        const string json = "{ \"body\": [ \"var a = 1;\",\n  \"return new(a);\" ] }";
        var source = new SourceText("a.tool.json", json);
        var array = (JsonArray)((JsonObject)JsonReader.Read(source).Root!)["body"]!;

        var lines = BodyGate.Check(new SpecText(array, array.Items.Cast<JsonString>().ToArray()), new FindingSink(source))!.LinesIn(source);

        Assert.AreEqual(new CodeLine(0, 10, new TextPosition(0, 13), new TextPosition(0, 23)), lines[0]);
        Assert.AreEqual(new CodeLine(11, 14, new TextPosition(1, 3), new TextPosition(1, 17)), lines[1]);
    }
}
