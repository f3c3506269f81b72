using System;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Fixes;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;
using ToolGen.TestSupport;

namespace ToolGen.Specification.Tests.Fixes;

/// <summary>Whole specs through the reader: those of the repository as they are, those written blind after they were mended.</summary>
[TestClass]
public sealed class RealSpecsTests
{
    [TestMethod]
    public void Specs_of_the_repository_read_without_a_finding()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(SharedData.Repository, "tests", "Specs"), "*.tool.json"))
        {
            var reading = SpecReader.Read(Load(path));
            Assert.IsNotNull(reading.Spec, string.Join("\n", reading.Findings));
            Assert.AreEqual(0, reading.Findings.Count, string.Join("\n", reading.Findings));
            Assert.IsGreaterThanOrEqualTo(2, reading.Spec.Examples.Count, path);
            var heldOut = TestsReader.Read(Load(path.Replace(".tool.json", ".tests.json", StringComparison.Ordinal)), reading.Spec);
            Assert.AreEqual(0, heldOut.Findings.Count, string.Join("\n", heldOut.Findings));
            Assert.IsGreaterThanOrEqualTo(3, heldOut.Samples.Count, path);
            Assert.IsTrue(heldOut.Samples.Any(sample => sample.ErrorCode is not null), path);
        }
    }

    [TestMethod]
    public void All_27_shared_specs_read_without_an_error_after_they_were_mended()
    {
        var paths = Directory.GetFiles(SharedData.Require("specs"), "*.tool.json");
        Assert.HasCount(27, paths);
        var errors = paths.SelectMany(path =>
        {
            var mended = SpecFixer.Fix(Load(path));
            var reading = SpecReader.Read(mended.Spec);
            var findings = reading.Findings.AsEnumerable();
            if (reading.Spec is { } spec) findings = findings.Concat(TestsReader.Read(mended.HeldOut!, spec).Findings);
            return findings.Where(finding => finding.Severity == FindingSeverity.Error);
        });
        Assert.AreEqual("", string.Join("\n", errors));
    }

    private static SourceText Load(string path) => new(Path.GetFileName(path), File.ReadAllText(path));
}
