using System.IO;
using System.Linq;
using System.Runtime.Loader;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;
using ToolGen.TestSupport;

namespace ToolGen.Generator.Tests.Variants;

/// <summary>The page on providers is compiled and run.</summary>
[TestClass]
public sealed class ProvidersPageTests
{
    [TestMethod]
    public async Task Snippets_compile_and_do_what_the_page_says()
    {
        var page = File.ReadAllText(Path.Combine(SharedData.Repository, "src", "ToolGen", "docs", "providers.md")).ReplaceLineEndings("\n");
        var generated = ToolSource.Generate(TestSpec.Read(Blocks(page, "json").Single()), new GenerationOptions());
        var program = $$"""
            using System; using System.Text; using System.Threading.Tasks; using ToolGen;
            public static class Page
            {
                public static async Task<string> Run()
                {
                    {{string.Join("\n", Blocks(page, "csharp"))}}
                    return Encoding.UTF8.GetString(result.Output.Span) + Encoding.UTF8.GetString(canonical.Span) + errors.Count + Encoding.UTF8.GetString(schema.Span);
                }
            }
            """;
        using var image = new MemoryStream();
        var emitted = CompiledTool.Compile(generated, program).Emit(image);
        Assert.IsTrue(emitted.Success, string.Join("\n", emitted.Diagnostics));
        var assembly = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(new MemoryStream(image.ToArray()));
        var said = await (Task<string>)assembly.GetType("Page")!.GetMethod("Run")!.Invoke(null, null)!;

        var canonical = Regex.Match(page, "// canonical: (.*)").Groups[1].Value;
        StringAssert.StartsWith(said, "{\"count\":1}" + canonical + "0{\"type\":\"object\"");
    }

    private static string[] Blocks(string page, string language) => Regex.Matches(page, $"```{language}\n(.*?)```", RegexOptions.Singleline).Select(match => match.Groups[1].Value).ToArray();
}
