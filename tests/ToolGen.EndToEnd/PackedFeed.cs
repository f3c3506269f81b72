using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.EndToEnd;

/// <summary>The packages of this repository, packed once a run under a version of its own into a feed of its own.</summary>
internal sealed class PackedFeed
{
    private static readonly Lazy<Task<PackedFeed>> Shared = new(Pack);

#if DEBUG
    public const string Configuration = "Debug";
#else
    public const string Configuration = "Release";
#endif

    /// <summary>The projects whose packages others reference or install.</summary>
    private static readonly string[] Packages = ["src/ToolGen", "analyzers/ToolGen.Analyzers", "src/ToolGen.Specification", "src/ToolGen.Effects", "src/ToolGen.Testing", "src/ToolGen.Hosting", "src/ToolGen.Sandbox", "src/ToolGen.Forge", "src/ToolGen.Registry", "src/ToolGen.Server", "src/ToolGen.Extensions.AI", "src/ToolGen.AgentFramework", "src/ToolGen.Mcp", "src/ToolGen.Mcp.Client", "src/ToolGen.OpenApi", "src/ToolGen.Cli", "templates/ToolGen.Templates"];

    private PackedFeed(string folder, string version)
    {
        Folder = folder;
        Version = version;
    }

    /// <summary>Everything that a run makes; deleted at its end. The name has blanks, since people's folders do.</summary>
    public static string Root { get; } = Path.Combine(Path.GetTempPath(), "toolgen end to end " + Guid.NewGuid().ToString("N")[..8]);

    /// <summary>A packages folder without blanks, for native publishing: its own targets hand paths to the linker without quotes.</summary>
    public static string PlainPackages { get; } = Path.Combine(Path.GetTempPath(), "toolgen-packages-" + Guid.NewGuid().ToString("N")[..8]);

    public string Folder { get; }

    public string Version { get; }

    public string Package => PackageOf("ToolGen");

    public string PackageOf(string id) => Path.Combine(Folder, $"{id}.{Version}.nupkg");

    /// <summary>Keeps the packages under test apart from the machine's.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>
    {
        ["NUGET_PACKAGES"] = Path.Combine(Root, "packages"),

        // What is found out about other people's packages tomorrow is no fault of these.
        ["NuGetAudit"] = "false",
    };

    public static Task<PackedFeed> Get() => Shared.Value;

    private static async Task<PackedFeed> Pack()
    {
        var feed = new PackedFeed(Path.Combine(Root, "feed"), $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmss}");
        Directory.CreateDirectory(Root);
        var all = Path.Combine(Root, "pack.proj");
        // One process for all of them. Packs what the build of this test has built; only the version is another.
        File.WriteAllText(all, $"""
            <Project>
              <Target Name="Pack">
                <MSBuild Projects="{string.Join(';', Array.ConvertAll(Packages, project => Path.Combine(Repository.Root, project, Path.GetFileName(project) + ".csproj")))}"
                  Targets="Pack" BuildInParallel="true" Properties="NoBuild=true;_IsPacking=true;ToolSystems=;Configuration={Configuration};Version={feed.Version};PackageOutputPath={feed.Folder};NuspecOutputPath={Path.Combine(Root, "nuspec")}" />
              </Target>
            </Project>
            """);
        await Dotnet.Run(Repository.Root, new Dictionary<string, string>(), "msbuild", all, "-t:Pack", "-v:m");

        // Sources of the machine are inherited; what it has unpacked already is read, never written.
        var machine = System.Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        Directory.CreateDirectory(machine);
        File.WriteAllText(Path.Combine(Root, "nuget.config"), $"""
            <configuration>
              <packageSources><add key="packed" value="{feed.Folder}" /></packageSources>
              <fallbackPackageFolders><add key="machine" value="{machine}" /></fallbackPackageFolders>
            </configuration>
            """);
        return feed;
    }
}

/// <summary>Leaves nothing behind.</summary>
[TestClass]
public static class PackedFeedCleanup
{
    [AssemblyCleanup]
    public static void Delete()
    {
        foreach (var folder in new[] { PackedFeed.Root, PackedFeed.PlainPackages })
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}
