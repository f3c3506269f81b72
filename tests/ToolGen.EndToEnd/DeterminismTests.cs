using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.EndToEnd;

/// <summary>Promise 1.</summary>
[TestClass]
public sealed class DeterminismTests
{
    [TestMethod]
    [TestCategory("full")]
    public async Task Two_clones_in_other_places_cultures_and_time_zones_give_the_same_bytes()
    {
        var here = await Build("clone one", ("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8"), ("TZ", "Asia/Kathmandu"));
        var there = await Build("elsewhere/deeper, and = other/clone two", ("LANG", "de_DE.UTF-8"), ("LC_ALL", "de_DE.UTF-8"), ("TZ", "America/St_Johns"));

        var files = Files(here);
        CollectionAssert.AreEqual(files, Files(there));
        Assert.IsTrue(files.Any(file => file.EndsWith(".g.cs", StringComparison.Ordinal)), "emitted source is among them");
        foreach (var file in files)
            CollectionAssert.AreEqual(await File.ReadAllBytesAsync(Path.Combine(here, file)), await File.ReadAllBytesAsync(Path.Combine(there, file)), file);
    }

    private static async Task<string> Build(string folder, params (string, string)[] environment)
    {
        var consumer = await Consumer.Create(folder);
        consumer.Project("Same", consumer.Reference + """<ItemGroup><SourceRoot Include="$(MSBuildProjectDirectory)/" /></ItemGroup>""", """
            <TargetFramework>net10.0</TargetFramework><ContinuousIntegrationBuild>true</ContinuousIntegrationBuild><EnableSourceControlManagerQueries>false</EnableSourceControlManagerQueries>
            <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles><CompilerGeneratedFilesOutputPath>generated</CompilerGeneratedFilesOutputPath><UseSharedCompilation>false</UseSharedCompilation>
            """).WithSpecs("Same", RealSpecs.Ten);
        await EndToEnd.Dotnet.Run(consumer.Folder, consumer.Environment(environment), "build", "Same", "-c", "Release");
        return consumer.PathOf("Same");
    }

    // Emitted source, assembly, symbols, tools.json; the list of samples holds absolute paths and stays on the machine.
    private static string[] Files(string project) => Directory.GetFiles(Path.Combine(project, "generated"), "*", SearchOption.AllDirectories)
        .Concat(new[] { "Same.dll", "Same.pdb", "tools.json" }.Select(name => Path.Combine(project, "bin", "Release", "net10.0", name)))
        .Select(file => Path.GetRelativePath(project, file)).Order(StringComparer.Ordinal).ToArray();
}
