using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Sandbox.Tests.Tools;
using ToolGen.TestSupport;

namespace ToolGen.Sandbox.Tests;

[TestClass]
public sealed class ReadmeTests
{
    [TestMethod]
    public async Task The_example_of_the_page_is_compiled_here_and_calls_a_tool()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src", "ToolGen.Sandbox", "README.md"));
        var source = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests", "ToolGen.Sandbox.Tests", "ReadmeExample.cs"));
        var example = page.Split("```csharp\n")[1].Split("```")[0];
        StringAssert.Contains(Flat(source), Flat(example));

        var result = await ReadmeExample.CallAsync(
            Sandboxes.Image, typeof(EchoTool).FullName!, EchoTool.Instance.Descriptor, ToolLimits.Default, "1", WorkerTool.Argument("x"), new PinnedContext());
        Assert.AreEqual("x", WorkerTool.Text(result));
    }

    private static string Flat(string code) => string.Join('\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
}
