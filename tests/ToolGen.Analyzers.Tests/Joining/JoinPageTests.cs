using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.Analyzers.Tests.Joining;

/// <summary>The pages on coming from another stack: what they show before becomes what they show after, and both are programs.</summary>
[TestClass]
public sealed class JoinPageTests
{
    [TestMethod]
    [DataRow("from-mcp-server.md", 1)]
    [DataRow("from-aifunctionfactory.md", 2)]
    public async Task What_a_page_shows_before_becomes_what_it_shows_after(string page, int count)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src", "ToolGen", "docs", page));
        string[] Blocks(string mark) => [.. Regex.Matches(text, $"<!-- {mark} -->\n```csharp\n(.*?)```", RegexOptions.Singleline).Select(match => match.Groups[1].Value)];
        var (before, after) = (Blocks("before"), Blocks("after"));
        Assert.HasCount(count, before);
        for (var i = 0; i < count; i++)
        {
            var project = JoinedProject.Of(before[i]);
            await project.GenerateAsync();
            var made = await project.FixAllAsync();
            Assert.AreEqual(after[i], made.Text(), page);
            await made.GenerateAsync();
        }
    }

    [TestMethod]
    public async Task Both_stand_in_the_readme()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"));
        StringAssert.Contains(readme, "(src/ToolGen/docs/from-mcp-server.md)");
        StringAssert.Contains(readme, "(src/ToolGen/docs/from-aifunctionfactory.md)");
    }
}
