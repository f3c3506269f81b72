using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Forge.Compilation;
using ToolGen.Forge.Tests.Compilation;
using ToolGen.Specification.Findings;

namespace ToolGen.Forge.Tests.Inspection;

[TestClass]
public sealed class SourceRulesTests
{
    private static readonly TestRule Counts = new(
        OperationKind.PropertyReference,
        operation => operation is IPropertyReferenceOperation { Property.Name: "Count" } ? [operation.Syntax.GetLocation(), operation.Syntax.Parent!.GetLocation()] : null);

    [TestMethod]
    public void A_finding_stands_in_the_spec_as_an_error_and_refuses_its_tool_alone()
    {
        var compiled = Compile(Counts, HandWritten.Tool("triple", "input.Count * 3"), HandWritten.Tool("label", "input.Label ?? \"\""));

        var finding = compiled.Tools[0].Findings.Single();
        Assert.AreEqual("tools/triple.tool.json(3,11): error TG3001", finding.ToString()[..42]);
        Assert.AreEqual("the argument becomes part of the SQL that Run runs", finding.Message);
        Assert.AreEqual(FindingCatalog.SqlFromInput.Remedy, finding.Remedy);
        CollectionAssert.AreEqual(new[] { false, true }, compiled.Tools.Select(tool => tool.IsCompiled).ToArray());
    }

    [TestMethod]
    public void The_way_of_a_value_is_told_in_places_of_the_spec()
    {
        var finding = Compile(Counts, HandWritten.Tool("triple", "input.Count * 3")).Tools[0].Findings.Single();

        Assert.AreEqual(
            "tools/triple.tool.json(3,11) input.Count|tools/triple.tool.json(3,11) input.Count * 3",
            string.Join('|', finding.Steps.Select(step => $"{step.Place} {step.Text}")));
    }

    [TestMethod]
    [DataRow("#nullable enable", "#nullable enable\n#pragma warning disable TG3001")]
    [DataRow("#nullable enable", "#nullable enable\n#pragma warning disable")]
    [DataRow("    public sealed partial", "    [global::System.Diagnostics.CodeAnalysis.SuppressMessage(\"ToolGen\", \"TG3001\", Justification = \"no\")]\n    public sealed partial")]
    [DataRow("    public sealed partial", "    [global::System.CodeDom.Compiler.GeneratedCode(\"x\", \"1\")]\n    public sealed partial")]
    public void No_suppression_takes_a_finding_away(string at, string with)
    {
        var unit = HandWritten.Tool("triple", "input.Count * 3");
        var tool = Compile(Counts, unit with { Source = unit.Source.Replace(at, with, StringComparison.Ordinal) }).Tools[0];

        Assert.IsFalse(tool.IsCompiled);
        Assert.IsTrue(tool.Findings.Any(finding => finding.Id == "TG3001"));
    }

    [TestMethod]
    public void What_a_template_wrote_is_not_judged_here()
    {
        var rule = new TestRule(OperationKind.ObjectCreation, operation => operation is IObjectCreationOperation { Type.Name: "Input" } ? [] : null);
        Assert.IsTrue(Compile(rule, HandWritten.Tool("triple", "input.Count * 3")).Tools[0].IsCompiled);
    }

    [TestMethod]
    public void A_rule_that_fails_refuses_all_that_it_was_to_judge()
    {
        var rule = new TestRule(OperationKind.PropertyReference, _ => throw new InvalidOperationException("lost"));
        var tools = Compile(rule, HandWritten.Tool("triple", "input.Count * 3"), HandWritten.Tool("label", "input.Label ?? \"\"")).Tools;

        foreach (var tool in tools)
        {
            Assert.IsFalse(tool.IsCompiled);
            Assert.AreEqual("TG3902", tool.Findings.Single().Id);
        }
    }

    [TestMethod]
    public void A_tool_whose_calls_are_too_deep_to_follow_is_refused()
    {
        var calls = string.Concat(Enumerable.Range(0, 60).Select(index => $"int F{index}(int x) => F{index + 1}(x) + 1; "));
        var tool = new Forge().Make([SpecTexts.Halve(body: calls + "int F60(int x) => x; return new Output(F0(input.N) % 100);")]).Tools[0];

        Assert.IsFalse(tool.IsCompiled);
        Assert.AreEqual("TG3099", tool.Findings.Single(finding => finding.Severity == FindingSeverity.Error).Id);
    }

    private static CompiledTools Compile(TestRule rule, params ToolUnit[] units) => ToolCompiler.Compile(units, [rule]);
}
