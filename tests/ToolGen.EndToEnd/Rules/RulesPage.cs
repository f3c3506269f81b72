using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ToolGen.TestSupport;

namespace ToolGen.EndToEnd.Rules;

/// <summary>The page of the lone package: its tool, what a build prints of it, and projects that have both.</summary>
internal static partial class RulesPage
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "analyzers", "README.md")).ReplaceLineEndings("\n");

    /// <summary>The tool.</summary>
    public static string Orders => Snippet().Match(Page).Groups["code"].Value;

    /// <summary>The lines that a build prints, from the file's name on.</summary>
    public static string[] Lines => Output().Match(Page).Groups["text"].Value.Trim().Split('\n');

    /// <summary>The words of the command that applies fixes, behind <c>dotnet</c>.</summary>
    public static string[] Format => Command().Match(Page).Groups["words"].Value.Split(' ');

    /// <summary>A server over HTTP with that tool.</summary>
    public const string Server = """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddMcpServer().WithHttpTransport().WithTools<Orders>();
        var app = builder.Build();
        app.MapMcp();
        app.Run();
        """;

    /// <summary>A plugin of a kernel, and a lambda that becomes a function.</summary>
    public const string Plugin = """
        using System.ComponentModel;
        using System.Diagnostics;
        using Microsoft.SemanticKernel;

        var kernel = Kernel.CreateBuilder().Build();
        kernel.Plugins.AddFromType<Repository>();
        kernel.Plugins.AddFromFunctions("shell", [KernelFunctionFactory.CreateFromMethod((string tool) => Process.Start(tool)!.Id, "start")]);
        return kernel.Plugins.Count;

        public sealed class Repository
        {
            [KernelFunction, Description("What an author changed.")]
            public int Changes(string author)
            {
                using var git = Process.Start("git", "log --author=" + author);
                git.WaitForExit();
                return git.ExitCode;
            }
        }
        """;

    /// <summary>The lone package in a project whose warnings are warnings.</summary>
    public static string Package(string version) => $"""<ItemGroup><PackageReference Include="ToolGen.Analyzers" Version="{version}" PrivateAssets="all" /></ItemGroup><PropertyGroup><TreatWarningsAsErrors>false</TreatWarningsAsErrors></PropertyGroup>""";

    /// <summary>Warnings of a build, each once, from the file's name on.</summary>
    public static string[] Findings(string output) => [.. Finding().Matches(output).Select(match => match.Value).Distinct()];

    /// <summary>The ids of the findings of a build, in their order.</summary>
    public static string[] Ids(string output) => [.. Findings(output).Select(line => IdOf().Match(line).Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"<!-- file: Orders\.cs -->\n```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Snippet();

    [GeneratedRegex(@"^dotnet (?<words>format analyzers .*)$", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"<!-- output -->\n```text\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Output();

    [GeneratedRegex(@"\w+\.cs\(\d+,\d+\): (?:warning|error) TG[34]\d{3}: .*?(?= \[)")]
    private static partial Regex Finding();

    [GeneratedRegex(@"TG[34]\d{3}")]
    private static partial Regex IdOf();
}
