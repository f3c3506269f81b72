using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.EndToEnd.Editor;

/// <summary>The quality of specs, in a real build and in an editor: told at its line, weighed by the project, mended by a fix.</summary>
[TestClass]
public sealed class QualityTests
{
    private const string Spec = """
        {
          "name": "wait_for", "description": "Waits until the service answers. Not for batch jobs.",
          "inputSchema": { "type": "object", "properties": {
            "timeout_ms": { "type": "integer", "description": "How long to wait, in seconds." },
            "retries": { "type": "integer", "description": "How often to ask again, between 0 and 9." } } },
          "outputSchema": { "type": "object", "properties": { "ok": { "type": "boolean" } } },
          "implementation": { "kind": "code", "body": ["return new Output(true);"] },
          "examples": [{ "input": { "timeout_ms": 100, "retries": 1 }, "output": { "ok": true } }]
        }
        """;

    [TestMethod]
    [DataRow("warnings", null, "wait_for.tool.json(4,55): warning TG1060: ")]
    [DataRow("weighed", "is_global = true\ndotnet_diagnostic.TG1060.severity = none\ndotnet_diagnostic.TG1062.severity = error\n", "wait_for.tool.json(5,52): error TG1062: ")]
    public async Task A_build_says_it_at_its_line_with_the_weight_that_the_project_gives(string name, string? configuration, string expected)
    {
        var consumer = await Consumer.Create("quality " + name);
        consumer.Project("Waits", consumer.Reference + "<PropertyGroup><TreatWarningsAsErrors>false</TreatWarningsAsErrors><AnalysisLevel>latest-all</AnalysisLevel></PropertyGroup>").Write("Waits/wait_for.tool.json", Spec);
        // Build and editor look for configuration above the C# of a project.
        consumer.Write("Waits/Use.cs", "// nothing yet");
        if (configuration is not null) consumer.Write("Waits/.globalconfig", configuration);

        var answer = await consumer.TryDotnet("build", "Waits", "-v:q");

        StringAssert.Contains(answer.Output, expected, StringComparison.Ordinal);
        foreach (var other in new[] { "TG1060", "TG1062" }.Where(id => !expected.Contains(id, StringComparison.Ordinal)))
            Assert.DoesNotContain(other, answer.Output);
    }

    [TestMethod]
    public async Task An_editor_shows_it_while_typing_and_its_fix_writes_the_bound()
    {
        var consumer = await Consumer.Create("quality editor");
        consumer.Project("Edited", consumer.Reference).Write("Edited/wait_for.tool.json", Spec);
        using var editor = await Editor.Open(consumer, "Edited");
        CollectionAssert.AreEqual(new[] { "TG1060", "TG1062" }, (await editor.Findings("wait_for.tool.json")).Select(one => one.Id).Order(StringComparer.Ordinal).ToArray());

        await editor.Type("wait_for.tool.json", "in seconds", "in milliseconds");
        var finding = (await editor.Findings("wait_for.tool.json")).Single();
        await editor.Apply((await editor.Fixes("wait_for.tool.json", finding)).Single(fix => fix.EquivalenceKey == "TG1062"));

        Assert.IsEmpty(await editor.Findings("wait_for.tool.json"));
        StringAssert.Contains(await editor.TextOf("wait_for.tool.json"), "between 0 and 9.\", \"minimum\": 0, \"maximum\": 9 }", StringComparison.Ordinal);
    }
}
