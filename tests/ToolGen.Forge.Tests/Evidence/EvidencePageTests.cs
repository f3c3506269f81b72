using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.Forge.Tests.Evidence;

[TestClass]
public sealed class EvidencePageTests
{
    [TestMethod]
    public async Task The_example_of_the_page_is_compiled_here()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(SharedData.Repository, "src", "ToolGen.Forge", "docs", "evidence.md"));
        var source = await File.ReadAllTextAsync(Path.Combine(SharedData.Repository, "tests", "ToolGen.Forge.Tests", "Evidence", "EvidenceExample.cs"));
        StringAssert.Contains(Flat(source), Flat(page.Split("```csharp\n")[1].Split("```")[0]));
    }

    private static string Flat(string code) => string.Join('\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
}
