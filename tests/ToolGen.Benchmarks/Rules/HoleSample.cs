using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ToolGen.TestSupport;

namespace ToolGen.Benchmarks.Rules;

/// <summary>Every eighth pair of each group: one file a half, its namespace its own, so that all of a half compile together.</summary>
internal static class HoleSample
{
    private const int Step = 8;

    /// <summary>The libraries that the pairs use.</summary>
    public static string References { get; } = "<ItemGroup>" + string.Concat(
        new[]
        {
            ("Dapper", "2.1.86"), ("Microsoft.EntityFrameworkCore.Sqlite", "10.0.15"), ("Microsoft.EntityFrameworkCore.Relational", "10.0.15"), ("Microsoft.Data.Sqlite", "10.0.15"), ("Npgsql", "10.0.3"),
            ("Newtonsoft.Json", "13.0.4"), ("YamlDotNet", "18.1.0"), ("System.DirectoryServices", "10.0.15"), ("System.DirectoryServices.Protocols", "10.0.15"), ("ModelContextProtocol", "2.4.0"),
            ("Microsoft.SemanticKernel.Core", "1.82.0"), ("System.Numerics.Tensors", "10.0.14"), ("Microsoft.Extensions.AI", "10.11.0"), ("Microsoft.Extensions.Http", "10.0.15"),
            ("Microsoft.Extensions.DependencyInjection", "10.0.15"), ("Microsoft.Extensions.Configuration.Binder", "10.0.15"), ("System.Security.Cryptography.Xml", "10.0.15"), ("MessagePack", "2.5.307"),
            ("SharpZipLib", "1.4.2"), ("Microsoft.CodeAnalysis.CSharp.Scripting", "5.9.0"), ("Microsoft.CodeAnalysis.CSharp", "5.9.0"),
        }.Select(package => $"""<PackageReference Include="{package.Item1}" Version="{package.Item2}" ExcludeAssets="analyzers;build;buildTransitive" />"""))
        + $"""<Reference Include="{typeof(Tool).Assembly.Location}" /></ItemGroup>""";

    /// <summary>The files of one half.</summary>
    /// <param name="half"><c>Vulnerable</c> or <c>Fixed</c>.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static IReadOnlyList<(string Path, string Text)> Files(string half, CancellationToken cancellationToken)
    {
        var pairs = Path.Combine(Repository.Root, "tests", "ToolGen.Analyzers.Tests", "Pairs");
        var files = new List<(string, string)>();
        foreach (var group in Directory.GetDirectories(pairs).Order(StringComparer.Ordinal))
            foreach (var (path, index) in Directory.GetFiles(group, "*.cs").Order(StringComparer.Ordinal).Select((path, index) => (path, index)))
                if (index % Step == 0) files.Add(($"{Path.GetFileName(group)}.{Path.GetFileName(path)}", Half(File.ReadAllText(path), half, files.Count, cancellationToken)));
        return files;
    }

    private static string Half(string text, string half, int index, CancellationToken cancellationToken)
    {
        var root = CSharpSyntaxTree.ParseText(text, cancellationToken: cancellationToken).GetCompilationUnitRoot(cancellationToken);
        var other = root.Members.OfType<BaseNamespaceDeclarationSyntax>().Where(space => space.Name.ToString() is "Vulnerable" or "Fixed" && space.Name.ToString() != half);
        root = root.RemoveNodes(other, SyntaxRemoveOptions.KeepNoTrivia)!;
        return root.ToFullString().Replace($"namespace {half}", $"namespace Sample{index}", StringComparison.Ordinal).Replace(half + ".", $"Sample{index}.", StringComparison.Ordinal);
    }
}
