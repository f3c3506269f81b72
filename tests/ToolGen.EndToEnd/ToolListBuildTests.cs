using System;
using System.IO;
using System.IO.Compression;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.EndToEnd;

/// <summary>tools.json through real builds, from metadata written by hand: the generator plays no part.</summary>
[TestClass]
public sealed class ToolListBuildTests
{
    private const string Metadata = """
        [assembly: ToolGen.ToolMetadata("zero", "{\"name\":\"zero\",\"inputSchema\":{\"type\":\"object\"}}")]
        [assembly: ToolGen.ToolMetadata("Alpha", "{\"inputSchema\":{\"type\":\"object\"},\"description\":\"\\u00e4\",\"name\":\"Alpha\"}")]
        """;

    private const string Expected = "{\"tools\":[\n{\"name\":\"Alpha\",\"description\":\"ä\",\"inputSchema\":{\"type\":\"object\"}},\n{\"name\":\"zero\",\"inputSchema\":{\"type\":\"object\"}}\n]}\n";

    [TestMethod]
    public async Task Stands_beside_the_assembly_is_published_and_packed_and_is_removed_by_clean()
    {
        var consumer = await Consumer.Create("tool list");
        consumer.Project("My.Cool-Server", consumer.Reference).Write("My.Cool-Server/Metadata.cs", Metadata);
        const string Project = "My.Cool-Server/My.Cool-Server.csproj";
        var beside = consumer.PathOf("My.Cool-Server/bin/Debug/net10.0/tools.json");

        await consumer.Dotnet("build", Project);
        Assert.AreEqual(Expected, await File.ReadAllTextAsync(beside));
        Assert.AreEqual((byte)'{', (await File.ReadAllBytesAsync(beside))[0], "no byte order mark");

        var written = File.GetLastWriteTimeUtc(beside);
        await File.AppendAllTextAsync(consumer.PathOf("My.Cool-Server/Metadata.cs"), "\ninternal sealed class More;\n");
        await consumer.Dotnet("build", Project, "--no-restore");
        Assert.AreEqual(written, File.GetLastWriteTimeUtc(beside), "a new assembly with the same tools leaves the file alone");

        await consumer.Dotnet("publish", Project, "-c", "Release", "-o", consumer.PathOf("published"));
        Assert.AreEqual(Expected, await File.ReadAllTextAsync(consumer.PathOf("published", "tools.json")));

        await consumer.Dotnet("pack", Project, "-c", "Release", "-o", consumer.PathOf("packed"));
        using (var package = ZipFile.OpenRead(consumer.PathOf("packed", "My.Cool-Server.1.0.0-a.nupkg")))
        using (var entry = new StreamReader(package.GetEntry("lib/net10.0/tools.json")!.Open()))
            Assert.AreEqual(Expected, await entry.ReadToEndAsync());

        consumer.Write("My.Cool-Server/Metadata.cs", "internal sealed class Less;");
        await consumer.Dotnet("build", Project, "--no-restore");
        Assert.IsFalse(File.Exists(beside), "no tools, no list");

        consumer.Write("My.Cool-Server/Metadata.cs", Metadata);
        await consumer.Dotnet("build", Project, "--no-restore");
        Assert.IsTrue(File.Exists(beside));
        await consumer.Dotnet("clean", Project);
        Assert.IsFalse(File.Exists(beside), "clean removes it");
        Assert.IsFalse(File.Exists(consumer.PathOf("My.Cool-Server/obj/Debug/net10.0/tools.json")));
    }

    [TestMethod]
    public async Task Every_target_framework_of_a_project_has_its_own()
    {
        var consumer = await Consumer.Create("frameworks");
        consumer.Project("Many", consumer.Reference, "<TargetFrameworks>net10.0;net10.0-windows</TargetFrameworks><DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads><EnableWindowsTargeting>true</EnableWindowsTargeting>")
            .Write("Many/Metadata.cs", Metadata + "\n#if WINDOWS\n[assembly: ToolGen.ToolMetadata(\"windows\", \"{\\\"name\\\":\\\"windows\\\"}\")]\n#endif\n");

        await consumer.Dotnet("pack", "Many/Many.csproj", "-o", consumer.PathOf("packed"));

        using var package = ZipFile.OpenRead(consumer.PathOf("packed", "Many.1.0.0-a.nupkg"));
        using var plain = new StreamReader(package.GetEntry("lib/net10.0/tools.json")!.Open());
        using var windows = new StreamReader(package.GetEntry("lib/net10.0-windows7.0/tools.json")!.Open());
        Assert.AreEqual(Expected, await plain.ReadToEndAsync());
        Assert.Contains("\"windows\"", await windows.ReadToEndAsync());
    }

    [TestMethod]
    public async Task Misleading_metadata_stops_the_build_with_its_finding()
    {
        var consumer = await Consumer.Create("misleading");
        consumer.Project("Misleading", consumer.Reference).Write("Misleading/Metadata.cs", """[assembly: ToolGen.ToolMetadata("sum", "{\"name\":\"total\"}")]""");

        var answer = await consumer.TryDotnet("build", "Misleading/Misleading.csproj");

        Assert.AreEqual(1, answer.ExitCode);
        Assert.Contains("error TG2071", answer.Output, StringComparison.Ordinal);
    }
}
