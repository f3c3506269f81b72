using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Testing.Tests.TestExplorer;

[TestClass]
public sealed class ToolSamplesTests
{
    private string folder = "";

    [TestMethod, ToolSamples(typeof(DemoCatalog))]
    public Task Runs_as_tests_of_a_project(ToolSample sample) => ToolSampleTest.RunAsync(sample);

    [TestMethod]
    public void Names_every_example_and_held_out_sample_for_people()
    {
        var source = new ToolSamplesAttribute(typeof(DemoCatalog));
        var method = (MethodInfo)MethodBase.GetCurrentMethod()!;
        Assert.AreEqual(
            "hand_made › example 1|hand_made › example 2 `no name`|hand_made › test 1 `blanks stay`",
            string.Join("|", source.GetData(method).Select(data => source.GetDisplayName(method, data))));
    }

    [TestMethod]
    public void Says_what_to_do_where_no_list_is()
    {
        var exception = Assert.ThrowsExactly<InvalidOperationException>(() => new ToolSamplesAttribute(typeof(ToolCatalog)).GetData(null!).ToArray());
        StringAssert.Contains(exception.Message, "ToolGen.toolgen.samples.json is not there: the build of a project that references the package ToolGen writes it.");
    }

    [TestMethod]
    public async Task A_failed_sample_points_to_the_value_that_did_not_come()
    {
        var sample = this.Write("""
            {
              "name": "hand_made",
              "description": "Greet someone by name. Use it in tests only.",
              "inputSchema": { "type": "object", "properties": { "name": { "type": "string" } }, "required": ["name"] },
              "outputSchema": { "type": "object", "properties": { "text": { "type": "string" } }, "required": ["text"] },
              "examples": [
                { "input": { "name": "Ann" },
                  "output": { "text": "Bye, Ann!" } }
              ]
            }
            """);
        var failed = await Assert.ThrowsExactlyAsync<AssertFailedException>(() => ToolSampleTest.RunAsync(sample));
        StringAssert.Contains(failed.Message, sample.SpecPath + "(8,27): error TG5050: example 1 fails: /text: expected \"Bye, Ann!\", got \"Hello, Ann!\"");
    }

    [TestMethod]
    public async Task A_computed_output_is_inconclusive_and_shown()
    {
        var sample = this.Write("""
            {
              "name": "hand_made",
              "description": "Greet someone by name. Use it in tests only.",
              "inputSchema": { "type": "object", "properties": { "name": { "type": "string" } }, "required": ["name"] },
              "outputSchema": { "type": "object", "properties": { "text": { "type": "string" } }, "required": ["text"] },
              "examples": [ { "input": { "name": "Ann" }, "output": "?" } ]
            }
            """);
        var open = await Assert.ThrowsExactlyAsync<AssertInconclusiveException>(() => ToolSampleTest.RunAsync(sample));
        StringAssert.Contains(open.Message, "(6,57): warning TG5054: example 1 has the output \"?\"; the tool answers {\"text\":\"Hello, Ann!\"}");
    }

    [TestMethod]
    public async Task A_spec_with_errors_is_a_test_that_fails_with_them()
    {
        var sample = this.Write("""{ "name": "hand_made", "descripton": "x" }""");
        var failed = await Assert.ThrowsExactlyAsync<AssertFailedException>(() => ToolSampleTest.RunAsync(sample));
        StringAssert.Contains(failed.Message, "hand_made.tool.json(1,24): error TG");
    }

    [TestCleanup]
    public void RemoveFolder()
    {
        if (this.folder.Length > 0) Directory.Delete(this.folder, recursive: true);
    }

    private ToolSample Write(string spec)
    {
        this.folder = Directory.CreateTempSubdirectory("toolgen").FullName;
        var path = Path.Combine(this.folder, "hand_made.tool.json");
        File.WriteAllText(path, spec);
        return new() { Catalog = typeof(DemoCatalog).AssemblyQualifiedName!, Tool = "hand_made", SpecPath = path, Title = "example 1" };
    }
}
