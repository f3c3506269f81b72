using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using ToolGen.Specification;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Forge.Specs;

/// <summary>The specs that a command names: files as given, and every <c>*.tool.json</c> below a folder.</summary>
/// <param name="Inputs">In ordinal order of their paths.</param>
/// <param name="Findings">Files that could not be read, and searches that were cut off.</param>
/// <param name="Missing">Paths that are neither a file nor a folder: a fault of the caller.</param>
public sealed record SpecSet(IReadOnlyList<SpecInput> Inputs, EquatableArray<Finding> Findings, IReadOnlyList<string> Missing)
{
    /// <summary>The end of a spec's file name.</summary>
    public const string Extension = ".tool.json";

    private const string TestsExtension = ".tests.json";

    /// <summary>Reads what the paths name. A folder is searched without following links; <c>bin</c>, <c>obj</c>, <c>node_modules</c> and names that begin with a dot are left out.</summary>
    /// <param name="paths">Files and folders, relative to the current folder or absolute.</param>
    /// <param name="cancellationToken">Ends the search early with <see cref="OperationCanceledException"/>.</param>
    public static SpecSet Find(IEnumerable<string> paths, CancellationToken cancellationToken = default)
    {
        var findings = new List<Finding>();
        var missing = new List<string>();
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in paths.Select(Spec))
        {
            if (File.Exists(path)) files[Path.GetFullPath(path)] = path;
            else if (Directory.Exists(path)) SpecSearch.Below(path, static name => name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase), files, findings, cancellationToken);
            else missing.Add(path);
        }

        var inputs = new List<SpecInput>();
        foreach (var (full, shown) in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Load(shown, full, findings) is { } input) inputs.Add(input);
        }

        return new(inputs, findings.ToEquatableArray(), missing);
    }

    /// <summary>Whoever names the held-out samples (a shell's <c>*.json</c> does) means the spec beside them.</summary>
    private static string Spec(string path) =>
        path.EndsWith(TestsExtension, StringComparison.OrdinalIgnoreCase) && path[..^TestsExtension.Length] + Extension is var spec && File.Exists(spec) ? spec : path;

    private static SpecInput? Load(string shown, string full, List<Finding> findings)
    {
        try
        {
            var (companionPath, testsPath) = Beside(shown);
            var (companionFull, testsFull) = Beside(full);
            return new SpecInput(shown, SpecBytes.Read(full))
            {
                FullPath = full,
                Companion = IsFile(companionFull) ? new SourceText(companionPath!, System.Text.Encoding.UTF8.GetString(SpecBytes.Read(companionFull!))) : null,
                TestsPath = IsFile(testsFull) ? testsPath : null,
                Tests = IsFile(testsFull) ? SpecBytes.Read(testsFull!) : default,
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add(Unreadable(shown, e.Message));
            return null;
        }
    }

    /// <summary>A file of its own: what lies beside a spec is found, not named, so a link is not followed.</summary>
    /// <exception cref="IOException">It is a link.</exception>
    private static bool IsFile(string? path) =>
        path is not null && File.Exists(path)
        && (new FileInfo(path).LinkTarget is null ? true : throw new IOException($"{Path.GetFileName(path)} beside it is a link"));

    internal static Finding Unreadable(string path, string reason) =>
        new(FindingCatalog.UnreadableSpecFile, Place.Of(new SourceText(path, ""), default), new(reason));

    /// <summary>The paths of <c>NAME.tool.cs</c> and <c>NAME.tests.json</c>; null where the file is not called <c>NAME.tool.json</c>.</summary>
    private static (string? Companion, string? Tests) Beside(string path)
    {
        if (!path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)) return (null, null);
        var stem = path[..^Extension.Length];
        return (stem + ".tool.cs", stem + TestsExtension);
    }
}
