using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.Registry.Tests;

[TestClass]
public sealed class ReadmeTests
{
    [TestMethod]
    public async Task The_example_of_the_page_is_compiled_here_and_leaves_an_approved_version()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src", "ToolGen.Registry", "README.md"));
        var source = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests", "ToolGen.Registry.Tests", "ReadmeExample.cs"));
        StringAssert.Contains(Flat(source), Flat(page.Split("```csharp\n")[1].Split("```")[0]));

        var folder = Directory.CreateTempSubdirectory("toolgen-registry-");
        try
        {
            var (options, keyFile) = (MadeVersions.OptionsIn(folder.FullName), Path.Combine(folder.FullName, "keys", "anna.key.pem"));
            await ReadmeExample.RunAsync(options, keyFile, "twelve characters", MadeVersions.Of());

            await using var registry = await SqliteRegistry.OpenAsync(options);
            using var key = ApproverKey.Open(keyFile, "twelve characters");
            Assert.AreEqual((ToolState.Approved, key.Id), (registry.Find("halve")!.State, registry.Find("halve")!.Approval!.Key));
            Assert.IsTrue(RegistryVerifier.Verify(options).IsClean);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Flat(string code) => string.Join('\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
}
