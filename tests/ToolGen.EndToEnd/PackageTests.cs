using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.EndToEnd;

[TestClass]
public sealed class PackageTests
{
    [TestMethod]
    public async Task The_package_carries_the_contract_the_compiler_parts_and_the_build_and_depends_on_nothing()
    {
        var feed = await PackedFeed.Get();
        await using var package = await ZipFile.OpenReadAsync(feed.Package);
        var entries = package.Entries.Select(entry => entry.FullName).Where(name => !name.StartsWith("_rels", System.StringComparison.Ordinal) && !name.StartsWith("package/", System.StringComparison.Ordinal) && name != "[Content_Types].xml").Order(System.StringComparer.Ordinal);

        CollectionAssert.AreEqual(
            new[]
            {
                "LICENSE", "README.md", "THIRD-PARTY-NOTICES.txt", "ToolGen.nuspec",
                "analyzers/dotnet/cs/Microsoft.Bcl.AsyncInterfaces.dll", "analyzers/dotnet/cs/Microsoft.CSharp.dll", "analyzers/dotnet/cs/Scriban.Signed.dll",
                "analyzers/dotnet/cs/System.Buffers.dll", "analyzers/dotnet/cs/System.IO.Pipelines.dll", "analyzers/dotnet/cs/System.Memory.dll",
                "analyzers/dotnet/cs/System.Numerics.Vectors.dll", "analyzers/dotnet/cs/System.Runtime.CompilerServices.Unsafe.dll",
                "analyzers/dotnet/cs/System.Text.Encodings.Web.dll", "analyzers/dotnet/cs/System.Text.Json.dll", "analyzers/dotnet/cs/System.Threading.Tasks.Extensions.dll",
                "analyzers/dotnet/cs/ToolGen.Analyzers.dll", "analyzers/dotnet/cs/ToolGen.CodeFixes.dll", "analyzers/dotnet/cs/ToolGen.Generator.dll", "analyzers/dotnet/cs/ToolGen.Specification.dll",
                "build/ToolGen.props", "build/ToolGen.targets", "buildTransitive/ToolGen.props", "buildTransitive/ToolGen.targets",
                "lib/net10.0/ToolGen.dll", "lib/net10.0/ToolGen.xml",
                "schemas/toolgen.schema.json", "schemas/toolgen.tool.schema.json",
                "tasks/netstandard2.0/ToolGen.Build.dll", "tasks/netstandard2.0/ToolGen.Specification.dll",
            },
            entries.ToArray());
        using var nuspec = new StreamReader(await package.GetEntry("ToolGen.nuspec")!.OpenAsync());
        Assert.DoesNotContain("<dependency ", await nuspec.ReadToEndAsync());
    }
}
