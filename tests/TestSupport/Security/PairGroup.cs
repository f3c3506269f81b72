using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ToolGen.TestSupport.Security;

/// <summary>Tools with a hole, each beside the same tool mended: files with the namespaces <c>Vulnerable</c> and <c>Fixed</c>.</summary>
/// <param name="Name">The folder.</param>
/// <param name="Ids">The findings that are the group's own.</param>
internal sealed record PairGroup(string Name, string Ids)
{
    public static IReadOnlyList<PairGroup> All { get; } =
    [
        new("sql", "TG3001"), new("path", "TG300[23]"), new("command", "TG300[456]"), new("request", "TG3007"), new("exfiltration", "TG300[89]"),
        new("regex", "TG301[01]"), new("reflection", "TG301[23]"), new("deserialization", "TG301[234]"), new("xml", "TG3015"), new("injection", "TG301[6789]"),
        new("bounds", "TG302[0-9]"), new("secrets", "TG310[0-9]"), new("timeouts", "TG311[0-9]"), new("unsafe", "TG312[0-9]"), new("authority", "TG313[0-9]"),
        new("crypto", "TG314[0-9]"), new("purity", "TG316[0-9]"),
    ];

    public static string Folder => Path.Combine(Repository.Root, "tests", "ToolGen.Analyzers.Tests", "Pairs");

    public IReadOnlyList<string> Files => [.. Directory.GetFiles(Path.Combine(Folder, this.Name), "*.cs").Order(StringComparer.Ordinal)];

    /// <summary>What the group's findings tell of its pairs.</summary>
    public PairResult Judge(CancellationToken cancellation = default)
    {
        // One compilation for all: what a file declares is put below a namespace of its own.
        var files = this.Files;
        var texts = files.Select((path, i) => (path, Regex.Replace(File.ReadAllText(path), "^namespace (Vulnerable|Fixed)", $"namespace Pair{i}.$1", RegexOptions.Multiline)));
        var compilation = ForeignCode.Compile(texts);
        var errors = compilation.GetDiagnostics(cancellation).Where(one => one.Severity == DiagnosticSeverity.Error).Select(one => one.ToString()).ToArray();
        var own = ForeignCode.Findings(compilation, ForeignCode.Analyzers, null, cancellation).Where(one => Regex.IsMatch(one.Id, this.Ids)).ToLookup(one => (one.Location.SourceTree!.FilePath, Half(one)));
        return new(
            files.Count,
            [.. files.Where(path => !own.Contains((path, "Vulnerable"))).Select(Path.GetFileName)!],
            [.. files.Where(path => own.Contains((path, "Fixed"))).Select(path => $"{Path.GetFileName(path)} {own[(path, "Fixed")].First().Id}")],
            errors);
    }

    private static string Half(Diagnostic found)
    {
        for (var node = found.Location.SourceTree!.GetRoot().FindNode(found.Location.SourceSpan); node is not null; node = node.Parent)
            if (node is NamespaceDeclarationSyntax space && space.Name.ToString().Split('.') is [_, var half, ..]) return half;
        return "";
    }
}

/// <param name="Pairs">How many there are.</param>
/// <param name="Missed">Holes that were not found.</param>
/// <param name="False">Mended tools that have a finding.</param>
/// <param name="Errors">Of the compiler.</param>
internal sealed record PairResult(int Pairs, IReadOnlyList<string> Missed, IReadOnlyList<string> False, IReadOnlyList<string> Errors)
{
    public double Found => 1 - ((double)this.Missed.Count / this.Pairs);

    public double FalseShare => (double)this.False.Count / this.Pairs;
}
