using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.EndToEnd.Editor;

/// <summary>What the page on editors shows is what a project that references the package gets.</summary>
[TestClass]
public sealed class EditorPageTests
{
    [TestMethod]
    public async Task A_build_prints_the_finding_of_the_page_and_lays_the_schemas_where_its_settings_look_for_them()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src", "ToolGen", "docs", "editors.md"));
        var consumer = await Consumer.Create("editor page");
        consumer.Project("Page", consumer.Reference).WithSpecs("Page", "count_tags");
        var spec = consumer.PathOf("Page/tools/count_tags.tool.json");
        await File.WriteAllTextAsync(spec, (await File.ReadAllTextAsync(spec)).Replace("\"inputSchema\"", "\"parameters\"", StringComparison.Ordinal));

        var answer = await consumer.TryDotnet("build", "Page", "-v:q");

        StringAssert.Contains(answer.Output, "/" + Block(page, "finding").Trim(), StringComparison.Ordinal);
        var associations = JsonNode.Parse(Block(page, "settings"))!["json.schemas"]!.AsArray();
        CollectionAssert.AreEqual(new[] { "*.tool.json", "toolgen.json" }, associations.Select(one => one!["fileMatch"]![0]!.ToString()).ToArray());
        foreach (var association in associations)
        {
            var file = consumer.PathOf("Page", association!["url"]!.ToString());
            Assert.AreEqual(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src", "ToolGen.Specification", Path.GetFileName(file))), await File.ReadAllTextAsync(file));
        }
    }

    private static string Block(string page, string name) =>
        Regex.Match(page, $"<!-- {name} -->\n```\\w+\n(.*?)```", RegexOptions.Singleline) is { Success: true } block ? block.Groups[1].Value : throw new AssertFailedException($"no block {name}");
}
