using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.EndToEnd.Editor;

/// <summary>What someone who types a spec sees and can do, in a project that references the package.</summary>
[TestClass]
public sealed class EditorTests
{
    private const string Whole = "toolgen fix";

    [TestMethod]
    public async Task A_wrong_key_is_found_at_its_line_while_typing_and_its_fix_writes_what_toolgen_fix_writes()
    {
        using var editor = await Open("typing");
        await AssertClean(editor, "count_tags.tool.json");

        await editor.Type("count_tags.tool.json", "\"inputSchema\"", "\"parameters\"");
        var typed = await editor.TextOf("count_tags.tool.json");
        var finding = (await editor.Findings("count_tags.tool.json")).Single();
        Assert.AreEqual(typed[..typed.IndexOf("\"parameters\"", StringComparison.Ordinal)].Count(c => c == '\n'), finding.Location.GetLineSpan().StartLinePosition.Line, finding.ToString());
        StringAssert.EndsWith(finding.Location.GetLineSpan().Path, "count_tags.tool.json", StringComparison.Ordinal);

        await editor.Apply((await editor.Fixes("count_tags.tool.json", finding)).Single(fix => fix.EquivalenceKey == finding.Id));

        await AssertClean(editor, "count_tags.tool.json");
        Assert.AreEqual(await ToolgenFix("count_tags.tool.json", typed), await editor.TextOf("count_tags.tool.json"));
    }

    [TestMethod]
    public async Task One_fix_mends_everything_in_a_spec_as_toolgen_fix_does()
    {
        using var editor = await Open("whole");
        await editor.Type("summarize_expenses.tool.json", "\"inputSchema\"", "\"parameters\"");
        await editor.Type("summarize_expenses.tool.json", "\"steps\": [", "\"steps\": [\n      { \"filter\": \"item.Line != null\" },");
        var typed = await editor.TextOf("summarize_expenses.tool.json");
        var findings = await editor.Findings("summarize_expenses.tool.json");

        await editor.Apply((await editor.Fixes("summarize_expenses.tool.json", findings[0])).Single(fix => fix.EquivalenceKey == Whole));

        Assert.AreEqual(await ToolgenFix("summarize_expenses.tool.json", typed), await editor.TextOf("summarize_expenses.tool.json"));
    }

    [TestMethod]
    public async Task One_fix_mends_the_same_in_every_spec_of_the_project()
    {
        using var editor = await Open("all");
        string[] files = ["count_tags.tool.json", "summarize_expenses.tool.json"];
        foreach (var file in files) await editor.Type(file, "\"inputSchema\"", "\"parameters\"");
        var finding = (await editor.Findings(files[0])).Single();

        await editor.Apply(await editor.FixAll(finding.Id, finding.Id));

        foreach (var file in files)
        {
            await AssertClean(editor, file);
            Assert.AreEqual(await File.ReadAllTextAsync(Path.Combine(RealSpecs.Folder, file)), await editor.TextOf(file));
        }
    }

    [TestMethod]
    public async Task What_the_editor_loads_comes_from_the_package()
    {
        using var editor = await Open("loaded");
        var names = editor.Project.AnalyzerReferences.OfType<AnalyzerFileReference>().Select(one => one.FullPath).Where(path => Path.GetFileName(path).StartsWith("ToolGen.", StringComparison.Ordinal)).ToArray();

        foreach (var name in new[] { "ToolGen.Generator.dll", "ToolGen.SpecFixes.dll", "ToolGen.Specification.dll" })
            Assert.Contains(name, names.Select(Path.GetFileName));
        foreach (var path in names) StringAssert.StartsWith(path, PackedFeed.Root, StringComparison.Ordinal);
    }

    private static async Task AssertClean(Editor editor, string file)
    {
        var findings = await editor.Findings(file);
        Assert.IsEmpty(findings, string.Join("\n", findings));
    }

    private static async Task<Editor> Open(string name)
    {
        var consumer = await Consumer.Create("editor " + name);
        consumer.Project("Edited", consumer.Reference).WithSpecs("Edited", "count_tags", "summarize_expenses");
        return await Editor.Open(consumer, "Edited");
    }

    // The real command over a copy: the text that it leaves.
    private static async Task<string> ToolgenFix(string file, string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(PackedFeed.Root, "fixed " + Guid.NewGuid().ToString("N")[..8])).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, file), text);
        var command = Path.Combine(Repository.Root, "src", "ToolGen.Cli", "bin", PackedFeed.Configuration, "net10.0", "ToolGen.Cli.dll");
        await Dotnet.Run(folder, new System.Collections.Generic.Dictionary<string, string>(), command, "fix", file);
        return await File.ReadAllTextAsync(Path.Combine(folder, file));
    }
}
