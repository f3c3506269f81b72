using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Cli.Tests.Harness;
using ToolGen.TestSupport;

namespace ToolGen.Cli.Tests;

/// <summary>The README's tool with effects: its spec, its grants and its commands, unchanged.</summary>
[TestClass]
public sealed class ReadmeTests
{
    [TestMethod]
    public async Task Effects_run_as_the_readme_shows()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(SharedData.Repository, "README.md"));
        using var folder = new TestFolder();
        folder.Write("tools/keep_errors.tool.json", Block(readme, "keep_errors.tool.json"));
        folder.Write("logs/web.log", "INFO up\nERROR no connection\n");
        Directory.CreateDirectory(folder.Full("out"));

        var refused = await Toolgen.RunAsync(folder.Path, "call", "keep_errors", """{"log": "web.log"}""", "--tools", "tools");
        Assert.AreEqual(1, refused.Code, refused.ToString());
        StringAssert.Contains(readme, Regex.Match(refused.Error, "denied: .*").Value, refused.ToString());

        folder.Write("toolgen.json", Block(readme, "toolgen.json"));
        await ConsoleBlocks.RunAsync(readme, folder.Path);
        Assert.AreEqual("ERROR no connection\n", folder.Read("out/web.log"));
    }

    /// <summary>How an application gives a tool its effects: compiled against the tool that the README shows.</summary>
    [TestMethod]
    [DataRow("README.md", "using Tools;")]
    [DataRow("src/ToolGen.Cli/docs/grants.md", "using Tools; using ToolGen.Effects; using Microsoft.Extensions.Configuration; IConfiguration configuration = null!; string contentRoot = \".\";")]
    public async Task An_application_binds_as_the_page_shows(string page, string before)
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(SharedData.Repository, "README.md"));
        var set = new Forge.Forge().Make([new("keep_errors.tool.json", Encoding.UTF8.GetBytes(Block(readme, "keep_errors.tool.json")))]);
        var snippet = Regex.Matches(await File.ReadAllTextAsync(Path.Combine(SharedData.Repository, page)), "```csharp\n(.*?)```", RegexOptions.Singleline).Last().Groups[1].Value;
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => (MetadataReference)MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "application",
            [CSharpSyntaxTree.ParseText("using ToolGen; " + before + "\n" + snippet)],
            [.. references, MetadataReference.CreateFromImage(set.Compiled.Image)]);
        Assert.IsEmpty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), snippet);
    }

    /// <summary>The block behind the mark <c>&lt;!-- file: NAME --&gt;</c>.</summary>
    private static string Block(string page, string name) =>
        Regex.Match(page, $"<!-- file: {Regex.Escape(name)} -->\n```json\n(.*?)```", RegexOptions.Singleline) is { Success: true } block ? block.Groups[1].Value : throw new AssertFailedException($"no {name} in the README");
}
