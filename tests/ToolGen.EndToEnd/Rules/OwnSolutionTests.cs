using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.EndToEnd.Rules;

/// <summary>What the rules ask of others they ask of this repository: its solution is built, every project of it, under the strict profile of the packed rules.</summary>
[TestClass]
public sealed class OwnSolutionTests
{
    private static readonly string[] Left = ["bin", "obj", ".git"];

    /// <summary>A hole of one line, for the proof that the rules look.</summary>
    private const string Hole = """
        namespace ToolGen.Mcp;

        internal static class Planted
        {
            public static System.Net.Http.HttpClientHandler Handler() => new() { ServerCertificateCustomValidationCallback = (_, _, _, _) => true };
        }
        """;

    [TestMethod]
    [TestCategory("full")]
    public async Task Our_own_solution_passes_the_strict_profile()
    {
        var feed = await PackedFeed.Get();
        var folder = Path.Combine(PackedFeed.Root, "work", "own solution");
        Copy(Repository.Root, folder);
        var rules = Rules(feed.PackageOf("ToolGen.Analyzers"), Path.Combine(folder, ".rules"));

        var built = await Dotnet.Try(folder, feed.Environment, ["build", "ToolGen.sln", .. rules]);

        Assert.AreEqual(0, built.ExitCode, string.Join('\n', built.Output.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).Distinct()));

        File.WriteAllText(Path.Combine(folder, "src", "ToolGen.Mcp", "Planted.cs"), Hole);
        var planted = await Dotnet.Try(folder, feed.Environment, ["build", "src/ToolGen.Mcp", "--no-restore", .. rules]);

        Assert.AreNotEqual(0, planted.ExitCode);
        StringAssert.Contains(planted.Output, "error TG3147", StringComparison.Ordinal);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.EnumerateDirectories(from))
            if (!Left.Contains(Path.GetFileName(folder))) Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
    }

    /// <summary>The package's own files, given to each project as a reference to it would give them, without a change of what is restored.</summary>
    /// <returns>Arguments of a build.</returns>
    private static string[] Rules(string package, string folder)
    {
        ZipFile.ExtractToDirectory(package, folder);
        var before = Path.Combine(folder, "before.props");
        File.WriteAllText(before, """
            <Project>
              <Import Project="build/ToolGen.Analyzers.props" />
              <ItemGroup>
                <Analyzer Include="$(MSBuildThisFileDirectory)analyzers/dotnet/cs/*.dll" />
              </ItemGroup>
            </Project>
            """);
        var after = Path.Combine(folder, "after.targets");
        File.WriteAllText(after, """
            <Project>
              <Import Project="build/ToolGen.Analyzers.targets" />
              <Target Name="RulesAreThere" AfterTargets="CoreCompile" Condition="'$(MSBuildProjectExtension)' == '.csproj'">
                <ItemGroup>
                  <_Rules Include="@(Analyzer)" Condition="'%(Filename)' == 'ToolGen.Analyzers'" />
                </ItemGroup>
                <Error Text="no rules look at this project" Condition="'@(_Rules)' == ''" />
              </Target>
            </Project>
            """);
        return [$"-p:CustomAfterMicrosoftCommonProps={before}", $"-p:CustomAfterMicrosoftCommonTargets={after}", "-p:ToolGenProfile=strict", "-v:q"];
    }
}
