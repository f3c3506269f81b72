using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Fixes;
using ToolGen.Generator.Tests.Harness;
using ToolGen.Specification.Fixes;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;
using ToolGen.Testing;
using ToolGen.TestSupport;

namespace ToolGen.Generator.Tests.Kinds.Sql;

[TestClass]
public sealed class SqlSamplesTests
{
    [TestMethod]
    [DataRow("find_order_lines")]
    [DataRow("monthly_revenue")]
    [DataRow("top_customers")]
    [DataRow("update_order_status")]
    public async Task Specs_written_blind_pass_all_their_samples_after_fix(string name)
    {
        var path = SharedData.Require("specs", name + ".tool.json");
        var mended = SpecFixer.Fix(new SourceText(name + ".tool.json", File.ReadAllText(path)), more: document => CodeMends.Find(document));
        var text = WithGeneratedFixes(mended.Spec);

        // Settled later: an empty list is a value, so the piece of an input with a default always stands (TG2252).
        text = new(text.Path, text.Text.Replace("\"default\": [],", "", System.StringComparison.Ordinal));
        var heldOut = mended.HeldOut;
        var reading = SpecReader.Read(text);
        Assert.IsNotNull(reading.Spec, string.Join("\n", reading.Findings));
        var tests = heldOut is null ? null : TestsReader.Read(heldOut, reading.Spec);
        Assert.IsTrue(tests is null || tests.Findings.Count == 0, string.Join("\n", tests?.Findings ?? []));
        var tool = CompiledTool.Load(reading.Spec);
        var faults = "";
        foreach (var sample in reading.Spec.Examples.Concat(tests?.Samples ?? []))
        {
            var result = await SampleRunner.RunAsync(tool, reading.Spec, sample, tests?.Given);
            if (result.Outcome != SampleOutcome.Passed) faults += $"{JsonWriter.Compact(sample.Input)}: {result.Describe()}\n";
        }

        Assert.AreEqual("", faults);
    }

    private static SourceText WithGeneratedFixes(SourceText text)
    {
        var reading = SpecReader.Read(text);
        if (reading.Spec is null) return text;
        var edits = ToolSource.Generate(reading.Spec, new GenerationOptions()).Findings.Where(finding => finding.Fix is not null).SelectMany(finding => finding.Fix!.Edits);
        var mended = edits.OrderByDescending(edit => edit.Span.Start).Aggregate(text.Text, (whole, edit) => whole.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.NewText));
        return new(text.Path, mended);
    }
}
