using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Forge;
using ToolGen.Forge.Compilation;
using ToolGen.Forge.Specs;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;
using ToolGen.Testing;
using ToolGen.TestSupport;

namespace ToolGen.Sandbox.Tests.Effects;

/// <summary>The repository's own specs: a sample that passes in this process gives the very same in a worker.</summary>
[TestClass]
public sealed class SampleTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Specs");

    [TestMethod]
    [DataRow("draw_winners next_cron_runs")]
    [DataRow("query_sales reserve_stock")]
    [DataRow("split_orders archive_errors log_errors_per_hour")]
    [DataRow("send_receipt fetch_feed")]
    [DataRow("convert_prices convert_currency")]
    public async Task Samples_of_every_effect_give_the_same_as_in_process(string specs) =>
        Assert.IsGreaterThan(4, await AssertAlike(specs.Split(' ').Select(spec => Path.Combine(Folder, spec + SpecSet.Extension))));

    [TestMethod]
    [TestCategory("full")]
    public async Task Every_sample_gives_the_same_as_in_process() => Assert.IsGreaterThan(150, await AssertAlike([Folder]));

    private static async Task<int> AssertAlike(IEnumerable<string> paths)
    {
        var forged = new Forge.Forge().Make(SpecSet.Find(paths).Inputs);
        var image = forged.Compiled.Image;
        using var loaded = new LoadedTools(image.AsSpan());
        await using var sandbox = new Sandbox(Sandboxes.Options);
        var tools = forged.Tools.Where(tool => tool.IsRunnable).Select(tool => (Forged: tool, Direct: loaded.Find(tool.Compiled!.Unit.TypeName)!)).ToArray();
        var apart = tools.ToDictionary(
            tool => tool.Forged.Name,
            tool => (Tool)sandbox.Tool(image.AsMemory(), tool.Forged.Compiled!.Unit.TypeName, tool.Direct.Descriptor, tool.Direct.Limits, "samples", "1"), StringComparer.OrdinalIgnoreCase);
        var direct = tools.ToDictionary(tool => tool.Forged.Name, tool => tool.Direct, StringComparer.OrdinalIgnoreCase);

        var (wrong, count) = (new List<string>(), 0);
        foreach (var (tool, _) in tools)
        {
            foreach (var (sample, outer) in Samples(tool))
            {
                var here = await SampleRunner.RunAsync(direct[tool.Name], tool.Spec!, sample, outer, Find(direct));
                var there = await SampleRunner.RunAsync(apart[tool.Name], tool.Spec!, sample, outer, Find(apart));
                count++;
                if (Shown(here) != Shown(there)) wrong.Add($"{tool.Name} {sample.Name}\n{Shown(here)}\n{Shown(there)}");
            }
        }

        Assert.AreEqual("", string.Join("\n\n", wrong.Take(5)));
        return count;
    }

    private static Func<string, Tool?> Find(Dictionary<string, Tool> tools) => reference => tools.GetValueOrDefault(reference.Split('@')[0]);

    private static IEnumerable<(Sample Sample, Given? Outer)> Samples(ForgedTool tool)
    {
        var tests = tool.Input.TestsPath is null ? null : TestsReader.Read(new SourceText(tool.Input.TestsPath, System.Text.Encoding.UTF8.GetString(tool.Input.Tests.Span)), tool.Spec);
        return tool.Spec!.Examples.Select(sample => (sample, (Given?)null)).Concat((tests?.Samples ?? []).Select(sample => (sample, tests!.Given)));
    }

    private static string Shown(SampleResult result) =>
        $"{result.Outcome} {result.Describe()} {result.Output} {string.Join(',', result.Errors)} {string.Join(',', result.Used)} {string.Join(',', result.Unused)} {string.Join('\n', result.Log)}";
}
