using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;
using ToolGen.Specification.Fixes;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;
using ToolGen.Testing;
using ToolGen.TestSupport;

namespace ToolGen.Generator.Tests.Transform;

[TestClass]
public sealed class TransformSamplesTests
{
    [TestMethod]
    [DataRow("feed_items")]
    [DataRow("extract_dates")]
    [DataRow("log_errors_per_hour")]
    [DataRow("sales_by_region")]
    public async Task Specs_written_blind_pass_all_their_samples_after_fix(string name)
    {
        var path = SharedData.Require("specs", name + ".tool.json");
        var mended = SpecFixer.Fix(new SourceText(name + ".tool.json", File.ReadAllText(path)));
        await Passes(mended.Spec, mended.HeldOut);
    }

    [TestMethod]
    [DynamicData(nameof(OwnSpecs))]
    public async Task Own_specs_pass_all_their_samples(string name)
    {
        var path = Path.Combine(SharedData.Repository, "tests", "Specs", name + ".tool.json");
        var heldOut = Path.ChangeExtension(path, null)[..^".tool".Length] + ".tests.json";
        await Passes(new SourceText(name + ".tool.json", File.ReadAllText(path)), File.Exists(heldOut) ? new SourceText(name + ".tests.json", File.ReadAllText(heldOut)) : null);
    }

    public static IEnumerable<object[]> OwnSpecs() =>
        Directory.GetFiles(Path.Combine(SharedData.Repository, "tests", "Specs"), "*.tool.json").Order(StringComparer.Ordinal)
            .Where(path => File.ReadAllText(path).Contains("\"transform\"", StringComparison.Ordinal))
            .Select(path => new object[] { Path.GetFileName(path)[..^".tool.json".Length] });

    private static async Task Passes(SourceText text, SourceText? heldOut)
    {
        var reading = SpecReader.Read(text);
        Assert.IsNotNull(reading.Spec, string.Join("\n", reading.Findings));
        var tests = heldOut is null ? null : TestsReader.Read(heldOut, reading.Spec);
        Assert.IsTrue(tests is null || tests.Findings.Count == 0, string.Join("\n", tests?.Findings ?? []));
        var samples = reading.Spec.Examples.Concat(tests?.Samples ?? []).ToList();
        Assert.IsTrue(samples.Count >= 2);
        var tool = CompiledTool.Load(reading.Spec);
        foreach (var sample in samples)
        {
            var result = await SampleRunner.RunAsync(tool, reading.Spec, sample, tests?.Given);
            Assert.AreEqual(SampleOutcome.Passed, result.Outcome, $"{JsonWriter.Compact(sample.Input)}: {result.Describe()}");
        }
    }
}
