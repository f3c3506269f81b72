using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Cli.Tests.Harness;
using ToolGen.Specification.Evidence;
using ToolGen.TestSupport;

namespace ToolGen.Cli.Tests.Commands;

[TestClass]
public sealed class ForgeTests
{
    [TestMethod]
    public async Task Samples_that_a_stub_passes_are_refused_unless_worth_is_left_out()
    {
        using var folder = new TestFolder();
        folder.Write("halve.tool.json", Texts.Halve());

        var weighed = await Toolgen.RunAsync(folder.Path, "forge", ".");
        Assert.AreEqual(1, weighed.Code, weighed.ToString());
        StringAssert.Contains(weighed.Out, "TG5060");
        StringAssert.Contains(weighed.Out, "worth ✗");

        var plain = await Toolgen.RunAsync(folder.Path, "forge", ".", "--no-worth");
        Assert.AreEqual(0, plain.Code, plain.ToString());
        Assert.IsFalse(plain.Out.Contains("worth", StringComparison.Ordinal), plain.Out);
    }

    [TestMethod]
    public async Task Json_is_one_document_with_evidence_whose_id_is_its_hash()
    {
        using var folder = new TestFolder();
        folder.Write("halve.tool.json", Texts.Halve(output: Texts.TwoSamples));

        var run = await Toolgen.RunAsync(folder.Path, "forge", ".", "--json", "--evidence", "seen", "--author", "m1");
        Assert.AreEqual(0, run.Code, run.ToString());
        using var document = JsonDocument.Parse(run.Out);
        var root = document.RootElement;
        Assert.IsTrue(root.GetProperty("ok").GetBoolean());
        Assert.AreEqual("halve", root.GetProperty("specs")[0].GetProperty("name").GetString());
        Assert.AreEqual(20, root.GetProperty("specs")[0].GetProperty("inputs").GetProperty("tried").GetInt32());
        Assert.IsGreaterThan(0, root.GetProperty("specs")[0].GetProperty("worth").GetProperty("changes").GetInt32());
        Assert.AreEqual("""{"value":2}""", JsonSerializer.Serialize(root.GetProperty("calls")[0].GetProperty("output")));

        var file = EvidenceReader.Read("halve.evidence.json", Encoding.UTF8.GetBytes(folder.Read("seen/halve.evidence.json"))).Evidence!;
        Assert.AreEqual(file.Id, root.GetProperty("evidence")[0].GetProperty("id").GetString());
        Assert.AreEqual(file.Id, root.GetProperty("times")[0].GetProperty("evidence").GetString());
        Assert.AreEqual("m1", file.Authors.Spec);
        Assert.IsTrue(file.IsSound);
    }

    [TestMethod]
    public async Task Evidence_of_the_round_before_shows_a_sample_that_was_bent()
    {
        using var folder = new TestFolder();
        folder.Write("tools/halve.tool.json", Texts.Halve(output: Texts.TwoSamples));
        var first = await Toolgen.RunAsync(folder.Path, "forge", "tools", "--no-worth", "--evidence", "seen", "--since", "seen");
        Assert.AreEqual(0, first.Code, first.ToString());

        folder.Write("tools/halve.tool.json", Texts.Halve("return new Output(input.N / input.By + 1);", """{ "value": 3 } }, { "input": { "n": 9, "by": 3 }, "output": { "value": 4 }"""));
        var second = await Toolgen.RunAsync(folder.Path, "forge", "tools", "--no-worth", "--evidence", "seen", "--since", "seen");
        Assert.AreEqual(0, second.Code, second.ToString());
        Assert.AreEqual(2, second.Out.Split("warning TG5072").Length - 1, second.ToString());

        folder.Write("seen/halve.evidence.json", """{"format":1,"approved":true}""");
        var spoiled = await Toolgen.RunAsync(folder.Path, "forge", "tools", "--since", "seen/halve.evidence.json");
        Assert.AreEqual(2, spoiled.Code, spoiled.ToString());
        StringAssert.Contains(spoiled.Error, "TG6051");
    }

    [TestMethod]
    public async Task What_can_not_be_is_refused_before_anything_runs()
    {
        using var folder = new TestFolder();
        folder.Write("halve.tool.json", Texts.Halve());

        var both = await Toolgen.RunAsync(folder.Path, "forge", ".", "--watch", "--json");
        Assert.AreEqual(2, both.Code, both.ToString());
        var missing = await Toolgen.RunAsync(folder.Path, "forge", ".", "--since", "nowhere");
        Assert.AreEqual(2, missing.Code, missing.ToString());
        StringAssert.Contains(missing.Error, "nowhere");
    }

    [TestMethod]
    public async Task A_name_from_a_broken_spec_leads_no_file_out_of_the_folder()
    {
        using var folder = new TestFolder();
        folder.Write("tools/a.tool.json", Texts.Halve().Replace("\"halve\"", "\"../../out\"", StringComparison.Ordinal));

        var run = await Toolgen.RunAsync(folder.Path, "forge", "tools", "--no-worth", "--evidence", "a/b/seen");
        Assert.AreEqual(1, run.Code, run.ToString());

        // The name is none: the file's stands for it.
        Assert.AreEqual(folder.Full("a/b/seen/a.evidence.json"), Directory.GetFiles(folder.Path, "*.evidence.json", SearchOption.AllDirectories).Single());
    }

    [TestMethod]
    public async Task Watch_forges_what_changes_and_ends_with_its_processes()
    {
        using var folder = new TestFolder();
        folder.Write("halve.tool.json", Texts.Halve(output: Texts.TwoSamples));
        folder.Write("other.tool.json", Texts.Halve(output: Texts.TwoSamples).Replace("\"halve\"", "\"other\"", StringComparison.Ordinal));
        using var process = Toolgen.Start(folder.Path, ["forge", ".", "--no-worth", "--watch"]);
        var error = process.StandardError.ReadToEndAsync();
        await LineAsync(process, line => line.Contains("halve {", StringComparison.Ordinal));

        folder.Write("halve.tool.json", Texts.Halve(output: """{ "value": 5 }"""));
        StringAssert.Contains(await LineAsync(process, line => line.Contains("TG50", StringComparison.Ordinal)), "halve.tool.json");
        var round = await LineAsync(process, line => line.StartsWith("round ", StringComparison.Ordinal));
        StringAssert.Contains(round, ": halve: 1 errors, 0 of 1 samples passed");

        // A file that is moved in is a change too, and one that is taken away.
        folder.Write("elsewhere/new.txt", Texts.Halve(output: Texts.TwoSamples).Replace("\"halve\"", "\"third\"", StringComparison.Ordinal));
        File.Move(folder.Full("elsewhere/new.txt"), folder.Full("third.tool.json"));
        StringAssert.Contains(await LineAsync(process, line => line.StartsWith("round ", StringComparison.Ordinal)), ": third: 0 errors, 2 of 2 samples passed");
        File.Delete(folder.Full("third.tool.json"));
        StringAssert.Contains(await LineAsync(process, line => line.StartsWith("round ", StringComparison.Ordinal)), "1 specs are gone, 2 are left");

        Interrupts.SendOrKill(process);
        await process.WaitForExitAsync();
        Assert.AreEqual(130, process.ExitCode, await error);
    }

    /// <summary>The next line that fits; what stands before it is passed over.</summary>
    private static async Task<string> LineAsync(Process process, Func<string, bool> fits)
    {
        var seen = new List<string>();
        using var late = new System.Threading.CancellationTokenSource(TimeSpan.FromMinutes(4));
        while (await process.StandardOutput.ReadLineAsync(late.Token) is { } line)
        {
            if (fits(line)) return line;
            seen.Add(line);
        }

        throw new AssertFailedException("it ended: " + string.Join('\n', seen));
    }
}
