using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.EndToEnd;

/// <summary><c>toolgen</c> as it is published: packed in Release for a system, installed from a folder.</summary>
[TestClass]
public sealed class ReadyToRunToolTests
{
    [TestMethod]
    [TestCategory("full")]
    public async Task The_tool_of_a_system_is_compiled_ahead_with_its_worker_and_tries_samples()
    {
        var (feed, tools) = (Path.Combine(PackedFeed.Root, "ahead feed"), Path.Combine(PackedFeed.Root, "ahead"));
        var version = $"0.1.0-ahead.{DateTime.UtcNow:yyyyMMddHHmmss}";
        var packed = await Dotnet.Try(
            Repository.Root, new Dictionary<string, string>(), "pack", "src/ToolGen.Cli", "-c", "Release", "-p:ToolSystems=" + RuntimeInformation.RuntimeIdentifier, "-p:RunAnalyzers=false", "-p:Version=" + version, "-o", feed);
        if (packed.ExitCode != 0 && packed.Output.Contains("Crossgen2", StringComparison.OrdinalIgnoreCase)) Assert.Inconclusive("the compiler of ready-to-run code is not to be had here");
        Assert.AreEqual(0, packed.ExitCode, packed.Output);
        CollectionAssert.AreEquivalent(
            new[] { $"ToolGen.Cli.{version}.nupkg", $"ToolGen.Cli.{RuntimeInformation.RuntimeIdentifier}.{version}.nupkg" }, Directory.GetFiles(feed).Select(Path.GetFileName).ToArray());

        await Dotnet.Run(PackedFeed.Root, new Dictionary<string, string>(), "tool", "install", "ToolGen.Cli", "--version", version, "--tool-path", tools, "--source", feed);

        foreach (var name in new[] { "ToolGen.Forge.dll", "Microsoft.CodeAnalysis.CSharp.dll", Path.Combine("worker", "ToolGen.Sandbox.Worker.dll"), Path.Combine("worker", "ToolGen.dll") })
        {
            var path = Directory.EnumerateFiles(tools, Path.GetFileName(name), SearchOption.AllDirectories).Single(path => path.EndsWith(name, StringComparison.Ordinal) && (name.StartsWith("worker", StringComparison.Ordinal) || !path.Contains("worker", StringComparison.Ordinal)));
            using var image = new PEReader(File.OpenRead(path));
            Assert.AreNotEqual(0, image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size, path);
        }

        await File.WriteAllTextAsync(Path.Combine(tools, "toolgen.json"), """{"isolation": "process"}""");
        var tried = await Dotnet.TryProgram(Path.Combine(tools, OperatingSystem.IsWindows() ? "toolgen.exe" : "toolgen"), tools, new Dictionary<string, string>(), "try", Path.Combine(Repository.Root, "tests", "Specs", "split_bill.tool.json"));
        Assert.Contains("7 passed, 0 failed", tried.Output);
    }
}
