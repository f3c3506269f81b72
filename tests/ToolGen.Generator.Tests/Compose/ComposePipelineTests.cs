using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Pipeline;
using ToolGen.Generator.Tests.Harness;

namespace ToolGen.Generator.Tests.Compose;

/// <summary>A composite is made again when a tool's schemas change, and not when its code does.</summary>
[TestClass]
public sealed class ComposePipelineTests
{
    private static readonly (string Path, string Text) Child = Specs.File("child");

    private static readonly (string Path, string Text) Composite = ("/src/tools/both.tool.json", """
        {"name": "both", "description": "Calls.", "inputSchema": {"type": "object", "properties": {}}, "outputSchema": {"type": "object", "properties": {"v": {"type": ["integer", "null"]}}, "required": ["v"]},
        "implementation": {"kind": "compose", "steps": {"a": {"tool": "child"}}, "result": {"v": "a.V"}},
        "examples": [{"input": {"x": 1}, "error": "invalid_input /x"}]}
        """);

    [TestMethod]
    public void Body_of_a_step_regenerates_the_step_alone()
    {
        var before = Project.Of([Child, Composite, Specs.File("other")]);
        Assert.IsEmpty(before.Output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning), string.Join("\n", before.Diagnostics));
        var after = before.Edit(Child.Path, Specs.File("child", "return new Output(2);").Text);
        Assert.AreEqual("Cached 1", Cached(after.Reasons(Steps.Signatures)));
        Assert.AreEqual("Cached 1", Cached(after.Reasons(Steps.Linked)));
        Assert.AreEqual("Cached 1", Cached(after.Reasons(Steps.Composed)));
        Assert.AreEqual("Modified 1, Cached 3", after.OutputReasons(), "the child's file; both others and the catalog stay");
    }

    [TestMethod]
    public void Description_of_a_step_regenerates_no_composite()
    {
        var after = Project.Of([Child, Composite]).Edit(Child.Path, Child.Text.Replace("A sample.", "Another text.", StringComparison.Ordinal).Replace("\"type\": \"integer\"", "\"type\": \"integer\", \"description\": \"how many\"", StringComparison.Ordinal));
        Assert.AreEqual("Cached 1", Cached(after.Reasons(Steps.Composed)));
    }

    [TestMethod]
    public void Schema_of_a_step_regenerates_the_composites_that_call_it()
    {
        var other = ("/src/tools/another.tool.json", Composite.Text.Replace("\"both\"", "\"another\"", StringComparison.Ordinal).Replace("\"child\"", "\"third\"", StringComparison.Ordinal));
        var before = Project.Of([Child, Composite, other, Specs.File("third")]);
        var after = before.Edit(Child.Path, Child.Text.Replace("\"v\": { \"type\": \"integer\" }", "\"v\": { \"type\": \"string\" }", StringComparison.Ordinal).Replace("Output(1)", "Output(null!)", StringComparison.Ordinal));
        Assert.AreEqual("Modified 1, Cached 1", Cached(after.Reasons(Steps.Linked)));
        Assert.AreEqual("Modified 1, Cached 1", Cached(after.Reasons(Steps.Composed)));
        Assert.IsTrue(after.Output.GetDiagnostics().Any(d => d.Id == "CS0029" && d.Location.GetMappedLineSpan().Path == Composite.Path), "the compiler speaks at the composite's line");
    }

    [TestMethod]
    public void Tool_that_appears_and_goes_is_noticed()
    {
        var alone = Project.Of([Composite]);
        Assert.AreEqual("TG2260", alone.Diagnostics.Single().Id);
        var found = alone.Add(Child.Path, Child.Text);
        Assert.IsEmpty(found.Diagnostics);
        Assert.AreEqual("TG2260", found.Remove(Child.Path).Diagnostics.Single().Id);
    }

    private static string Cached(string reasons) => reasons.Replace("Unchanged", "Cached", StringComparison.Ordinal);
}
