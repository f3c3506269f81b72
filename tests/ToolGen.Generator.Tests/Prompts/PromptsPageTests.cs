using System.IO;
using System.Linq;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;
using ToolGen.TestSupport;

namespace ToolGen.Generator.Tests.Prompts;

/// <summary>The page on tools in few words is compiled and run.</summary>
[TestClass]
public sealed class PromptsPageTests
{
    [TestMethod]
    public void The_snippet_makes_what_the_page_shows()
    {
        var page = File.ReadAllText(Path.Combine(SharedData.Repository, "src", "ToolGen", "docs", "prompts.md")).ReplaceLineEndings("\n");
        var generated = ToolSource.Generate(TestSpec.Read(Block(page, "json")), new GenerationOptions());
        var program = $$"""
            using ToolGen;
            public static class Page
            {
                public static string Run()
                {
                    {{Block(page, "csharp")}}
                    return prompt;
                }
            }
            """;
        using var image = new MemoryStream();
        var emitted = CompiledTool.Compile(generated, program).Emit(image);
        Assert.IsTrue(emitted.Success, string.Join("\n", emitted.Diagnostics));
        var assembly = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(new MemoryStream(image.ToArray()));
        Assert.AreEqual(Block(page, "text").TrimEnd('\n'), assembly.GetType("Page")!.GetMethod("Run")!.Invoke(null, null));
    }

    private static string Block(string page, string language) => Regex.Matches(page, $"```{language}\n(.*?)```", RegexOptions.Singleline).Select(match => match.Groups[1].Value).Single();
}
