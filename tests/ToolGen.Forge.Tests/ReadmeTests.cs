using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.Forge.Tests;

[TestClass]
public sealed class ReadmeTests
{
    private const string Twice = """
        { "name": "twice", "description": "Double a whole number.",
          "inputSchema": { "type": "object", "properties": { "n": { "type": "integer", "minimum": 0, "maximum": 99 } }, "required": ["n"] },
          "outputSchema": { "type": "object", "properties": { "n": { "type": "integer", "minimum": 0, "maximum": 198 } }, "required": ["n"] },
          "implementation": { "kind": "code", "body": "return new Output(input.N * 2);" },
          "examples": [{ "input": { "n": 2 }, "output": { "n": 4 } }] }
        """;

    [TestMethod]
    public async Task The_example_of_the_page_is_compiled_here_and_calls_what_it_forged()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(SharedData.Repository, "src", "ToolGen.Forge", "README.md"));
        var source = await File.ReadAllTextAsync(Path.Combine(SharedData.Repository, "tests", "ToolGen.Forge.Tests", "ReadmeExample.cs"));
        StringAssert.Contains(Flat(source), Flat(page.Split("```csharp\n")[1].Split("```")[0]));

        Assert.AreEqual("""{"n":42}""", Encoding.UTF8.GetString((await ReadmeExample.RunAsync(Twice))!.Output.Span));
        Assert.IsNull(await ReadmeExample.RunAsync(Twice.Replace("input.N * 2", "input.N * 3", System.StringComparison.Ordinal)));
    }

    private static string Flat(string code) => string.Join('\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
}
