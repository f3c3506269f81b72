using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Forge.Fixes;
using ToolGen.Forge.Specs;
using ToolGen.Forge.Trial;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.TestSupport;

namespace ToolGen.Forge.Tests.SharedSpecs;

/// <summary>The 27 specs written blind, mended by machine alone, made and tried together with the seven tools that they call.</summary>
[TestClass]
public sealed class SharedSpecsTests
{
    private static readonly string[] Children =
        ["backup_rate", "current_air_quality", "describe_numbers", "fetch_feed", "format_table", "query_sales", "write_text"];

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task Every_sample_of_all_27_passes()
    {
        var folder = Directory.CreateTempSubdirectory("toolgen-shared-").FullName;
        try
        {
            var shared = Directory.GetFiles(SharedData.Require("specs"), "*.tool.json").Order(StringComparer.Ordinal).ToArray();
            Assert.HasCount(27, shared);
            foreach (var path in shared) Mend(path, folder);
            foreach (var child in Children)
                foreach (var end in new[] { ".tool.json", ".tests.json" })
                    File.Copy(Path.Combine(SharedData.Repository, "tests", "Specs", child + end), Path.Combine(folder, child + end));

            var forge = new Forge();
            var set = forge.Make(SpecSet.Find([folder]).Inputs, this.TestContext.CancellationToken);
            set = await forge.TryAsync(set, Tests.Children.Sandbox, this.TestContext.CancellationToken);
            Assert.HasCount(34, set.Tools);

            var report = new StringBuilder();
            foreach (var tool in set.Tools)
            {
                var wrong = Wrong(tool).ToArray();
                this.TestContext.WriteLine($"{tool.Name}: {tool.Samples.Count(sample => sample.Result.Outcome == RunOutcome.Passed)} of {tool.Samples.Count} samples pass");
                foreach (var line in wrong) report.AppendLine($"{tool.Name}: {line}");
            }

            if (report.Length > 0) Assert.Fail(report.ToString().Replace(folder, "", StringComparison.Ordinal));
            Assert.IsGreaterThanOrEqualTo(27 * 4, set.Tools.Sum(tool => tool.Samples.Count));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Mend(string path, string folder)
    {
        var mended = ToolFixer.Fix(new SourceText(Path.GetFileName(path), File.ReadAllText(path)));
        File.WriteAllText(Path.Combine(folder, Path.GetFileName(path)), mended.Spec.Text);
        if (mended.HeldOut is { } tests) File.WriteAllText(Path.Combine(folder, Path.GetFileName(path).Replace(".tool.json", ".tests.json", StringComparison.Ordinal)), tests.Text);
    }

    // Every sample has run and passed, and nothing was found that needs a hand.
    private static IEnumerable<string> Wrong(ForgedTool tool)
    {
        foreach (var finding in tool.Findings.Where(finding => finding.Severity == FindingSeverity.Error)) yield return finding.ToString();
        if (!tool.IsCompiled) yield return "it does not compile";
        foreach (var sample in tool.Samples.Where(sample => sample.Result.Outcome is not (RunOutcome.Passed or RunOutcome.Failed)))
            yield return $"{sample.Sample.Input} is {sample.Result.Outcome}: {string.Join("; ", sample.Result.Differences)}";
        if (tool.Samples.Count < (Array.IndexOf(Children, tool.Name) >= 0 ? 2 : 4)) yield return $"only {tool.Samples.Count} samples ran";
    }
}
