using System.Collections.Generic;

namespace ToolGen.Benchmarks.Rules;

/// <summary>Analyzers as a project gets them: the lines of its project file, and files beside it.</summary>
/// <param name="Name">As the table names them.</param>
/// <param name="Lines">Lines of the project file.</param>
/// <param name="IsOurs">Whether they are this repository's.</param>
internal sealed record RuleSet(string Name, string Lines, bool IsOurs = false)
{
    /// <summary>Files that lie beside the project.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>No analyzers at all, not even those of the SDK.</summary>
    public static RuleSet None { get; } = new("none", "");

    /// <summary>What the lone package does.</summary>
    /// <param name="version">Of the package that was packed for this run.</param>
    public static RuleSet Ours(string version) => new($"ToolGen.Analyzers", Package("ToolGen.Analyzers", version), IsOurs: true);

    /// <summary>Peers at versions whose licences let everybody run them, as they come and as they can be set up.</summary>
    public static IReadOnlyList<RuleSet> Peers { get; } =
    [
        new("SecurityCodeScan 5.6.7", Package("SecurityCodeScan.VS2019", "5.6.7")),
        new("SecurityCodeScan 5.6.7, every parameter a source", Package("SecurityCodeScan.VS2019", "5.6.7") + """<ItemGroup><AdditionalFiles Include="SecurityCodeScan.config.yml" /></ItemGroup>""")
        {
            Files = new Dictionary<string, string> { ["SecurityCodeScan.config.yml"] = EveryParameter },
        },
        new("SonarAnalyzer.CSharp 9.32.0", Package("SonarAnalyzer.CSharp", "9.32.0.97167")),
        new("NetAnalyzers 11.0.100, AnalysisMode=All",
            Package("Microsoft.CodeAnalysis.NetAnalyzers", "11.0.100") + "<PropertyGroup><EnableNETAnalyzers>true</EnableNETAnalyzers><AnalysisMode>All</AnalysisMode><AnalysisLevel>latest-all</AnalysisLevel></PropertyGroup>"),
        new("Meziantou.Analyzer 3.0.321", Package("Meziantou.Analyzer", "3.0.321")),
    ];

    private const string EveryParameter = """
        Version: 3.1
        TaintEntryPoints:
          System.Object:
            Class:
              Accessibility:
                - public
            Method:
              Accessibility:
                - public
              IncludeConstructor: false
        """;

    private static string Package(string id, string version) => $"""<ItemGroup><PackageReference Include="{id}" Version="{version}" PrivateAssets="all" /></ItemGroup>""";
}
