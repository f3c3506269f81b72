using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Fixes;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;
using ToolGen.TestSupport;

namespace ToolGen.Specification.Tests.Specs;

[TestClass]
public sealed class RealSpecsTests
{
    public static IEnumerable<object[]> Own => Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Specs"), "*.tool.json").Order().Select(path => new object[] { Path.GetFileName(path) });

    [TestMethod]
    [DynamicData(nameof(Own))]
    public void A_spec_of_the_repository_and_its_held_out_samples_read_without_a_finding(string file)
    {
        var path = Path.Combine(Repository.Root, "tests", "Specs", file);
        var reading = SpecReader.Read(file, File.ReadAllBytes(path));
        Assert.AreEqual("", string.Join("\n", reading.Findings), file);
        Assert.AreEqual(file, reading.Spec!.Name + ".tool.json");
        var tests = TestsReader.Read(new SourceText(file, File.ReadAllText(path.Replace(".tool.", ".tests."))), reading.Spec);
        Assert.AreEqual("", string.Join("\n", tests.Findings), file);
        Assert.AreNotEqual(0, tests.Samples.Count);
    }

    [TestMethod]
    public void Every_blind_spec_reads_without_an_error_once_it_is_mended()
    {
        var failures = new List<string>();
        foreach (var path in Directory.GetFiles(SharedData.Require("specs"), "*.tool.json"))
        {
            // The one mend that takes a hand: a column that is not there is invalid_input at the input that names it (SPEC §5).
            var mended = SpecFixer.Fix(new(path, File.ReadAllText(path).Replace("\"column_not_found\"", "\"invalid_input /column\"")));
            var reading = SpecReader.Read(mended.Spec);
            failures.AddRange(reading.Findings.Select(finding => finding.ToString()));
            if (mended.HeldOut is null) continue;
            var tests = TestsReader.Read(mended.HeldOut, reading.Spec);
            failures.AddRange(tests.Findings.Select(finding => finding.ToString()));
        }

        Assert.AreEqual("", string.Join("\n", failures));
    }
}
