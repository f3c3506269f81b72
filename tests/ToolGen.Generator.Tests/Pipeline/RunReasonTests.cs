using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;
using ToolGen.Generator.Pipeline;

namespace ToolGen.Generator.Tests.Pipeline;

/// <summary>What runs again after edits that a person makes: a table of step × reason.</summary>
[TestClass]
public sealed class RunReasonTests
{
    private static readonly (string Path, string Text)[] Three = [Specs.File("a"), Specs.File("b"), Specs.File("c")];

    [TestMethod]
    public void Keystroke_in_CSharp_runs_nothing()
    {
        var after = Project.Of(Three).EditSource("class More;");
        AssertTable(after, """
            Tool: Cached 3
            Names: Cached 1
            Block: Cached 3
            File: Cached 3
            Catalog: Cached 1
            Output: Cached 4
            """);
    }

    [TestMethod]
    public void Edit_of_a_body_runs_that_spec_and_its_file()
    {
        var after = Project.Of(Three).Edit(Three[1].Path, Specs.File("b", "return new Output(2);").Text);
        AssertTable(after, """
            Tool: Cached 2, Modified 1
            Names: Cached 1
            Block: Cached 2, Modified 1
            File: Cached 2, Modified 1
            Catalog: Cached 1
            Output: Cached 3, Modified 1
            """);
    }

    [TestMethod]
    public void Edit_of_what_a_model_sees_leaves_the_catalog()
    {
        var text = Three[1].Text.Replace("A sample.", "Another sentence.", System.StringComparison.Ordinal).Replace("\"properties\": {  }", "\"properties\": { \"more\": { \"type\": \"string\" } }", System.StringComparison.Ordinal);
        AssertTable(Project.Of(Three).Edit(Three[1].Path, text), """
            Tool: Cached 2, Modified 1
            Names: Cached 1
            File: Cached 2, Modified 1
            Catalog: Cached 1
            Output: Cached 3, Modified 1
            """);
    }

    [TestMethod]
    public void Edit_behind_the_code_regenerates_no_source()
    {
        var after = Project.Of(Three).Edit(Three[1].Path, Three[1].Text + "\n\n");
        AssertTable(after, """
            Tool: Cached 2, Unchanged 1
            Names: Cached 1
            Block: Cached 3
            File: Cached 3
            Catalog: Cached 1
            Output: Cached 4
            """);
    }

    [TestMethod]
    public void New_spec_runs_itself_and_the_catalog()
    {
        var (path, text) = Specs.File("d");
        AssertTable(Project.Of(Three).Add(path, text), """
            Tool: Cached 3, New 1
            Names: Modified 1
            Block: Cached 3, New 1
            File: Cached 3, New 1
            Catalog: Modified 1
            Output: Cached 3, New 1, Modified 1
            """);
    }

    [TestMethod]
    public void Removed_spec_runs_the_catalog()
    {
        var after = Project.Of(Three).Remove(Three[2].Path);
        Assert.AreEqual("Cached 2, Removed 1", Order(after.Reasons(Steps.Tool)));
        Assert.AreEqual("Modified 1", after.Reasons(Steps.Catalog));
        CollectionAssert.AreEquivalent(new[] { "A.g.cs", "B.g.cs", "ToolGen.Catalog.g.cs" }, after.Files.ToArray());
    }

    [TestMethod]
    public void Spec_that_breaks_leaves_the_others_cached()
    {
        var after = Project.Of(Three).Edit(Three[1].Path, "{");
        Assert.AreEqual("Cached 2, Modified 1", Order(after.Reasons(Steps.File)));
        Assert.AreEqual("Modified 1", after.Reasons(Steps.Catalog));
        Assert.AreNotEqual(0, after.Diagnostics.Length);
    }

    [TestMethod]
    public void Edit_among_many_runs_that_spec_and_its_bucket()
    {
        var many = Enumerable.Range(0, 300).Select(i => Specs.File($"tool_{i}")).ToArray();
        var before = Project.Of(many);
        Assert.AreEqual("", before.Reasons(Steps.File));
        Assert.IsTrue(before.Files.Count <= 65, "64 buckets and the catalog");
        var after = before.Edit(many[7].Path, Specs.File("tool_7", "return new Output(2);").Text);
        AssertTable(after, """
            Tool: Cached 299, Modified 1
            Names: Cached 1
            Block: Cached 299, Modified 1
            File:
            Bucket: Cached 63, Modified 1
            Catalog: Cached 1
            """);
    }

    private static void AssertTable(Project project, string expected)
    {
        foreach (var line in expected.Split('\n'))
        {
            var (step, reasons) = (line[..line.IndexOf(':')], Order(line[(line.IndexOf(':') + 1)..].Trim()));
            var actual = step == "Output" ? project.OutputReasons() : project.Reasons(step);
            Assert.AreEqual(reasons, Order(actual.Replace("Unchanged", Unchanged(reasons), System.StringComparison.Ordinal)), step);
        }
    }

    // Cached and Unchanged both mean that nothing behind the step runs; a table says Unchanged only where the step itself had to run.
    private static string Unchanged(string expected) => expected.Contains("Unchanged", System.StringComparison.Ordinal) ? "Unchanged" : "Cached";

    private static string Order(string reasons)
    {
        var counts = new SortedDictionary<string, int>(System.StringComparer.Ordinal);
        foreach (var part in reasons.Split(", ", System.StringSplitOptions.RemoveEmptyEntries))
        {
            var at = part.IndexOf(' ');
            var reason = part[..at];
            counts[reason] = counts.GetValueOrDefault(reason) + int.Parse(part[(at + 1)..], System.Globalization.CultureInfo.InvariantCulture);
        }

        return string.Join(", ", counts.Select(pair => $"{pair.Key} {pair.Value}"));
    }
}
