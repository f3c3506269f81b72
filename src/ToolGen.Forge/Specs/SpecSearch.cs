using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Forge.Specs;

/// <summary>Looks for files below a folder. Bounded, in a stated order, and never led elsewhere by a link.</summary>
internal static class SpecSearch
{
    private const int MaximumEntries = 500_000;
    private const int MaximumDepth = 64;
    private static readonly string[] Skipped = ["bin", "obj", "node_modules"];

    private static readonly EnumerationOptions Entries = new() { IgnoreInaccessible = true, AttributesToSkip = 0, RecurseSubdirectories = false };

    /// <summary>Adds what is found: full path → path to show.</summary>
    /// <param name="folder">Where the search begins.</param>
    /// <param name="isWanted">Of a file's name.</param>
    /// <param name="files">Takes the files.</param>
    /// <param name="findings">Takes what was left out.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static void Below(string folder, Func<string, bool> isWanted, IDictionary<string, string> files, List<Finding> findings, CancellationToken cancellationToken)
    {
        var pending = new Stack<(string Path, int Depth)>();
        pending.Push((folder, 0));
        var seen = 0;
        while (pending.TryPop(out var current))
        {
            foreach (var entry in new DirectoryInfo(current.Path).EnumerateFileSystemInfos("*", Entries).OrderBy(entry => entry.Name, StringComparer.Ordinal))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (++seen > MaximumEntries)
                {
                    findings.Add(Stopped(folder, MaximumEntries, "files and folders"));
                    return;
                }

                var path = current.Path == "." ? entry.Name : Path.Combine(current.Path, entry.Name);
                var isLink = entry.LinkTarget is not null;
                if (entry is DirectoryInfo)
                {
                    if (isLink || entry.Name.StartsWith('.') || Skipped.Contains(entry.Name, StringComparer.OrdinalIgnoreCase)) continue;
                    if (current.Depth == MaximumDepth) findings.Add(Stopped(path, MaximumDepth, "levels"));
                    else pending.Push((path, current.Depth + 1));
                }
                else if (isWanted(entry.Name))
                {
                    if (isLink) findings.Add(SpecSet.Unreadable(path, "it is a link, and what it leads to was not named"));
                    else files[entry.FullName] = path;
                }
            }
        }
    }

    private static Finding Stopped(string path, int count, string what) =>
        new(FindingCatalog.TooManySpecs, Place.Of(new SourceText(path, ""), default), new(count.ToString("#,##0", CultureInfo.InvariantCulture), what));
}
