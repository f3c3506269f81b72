using System;
using System.Collections.Generic;
using System.IO;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.Effects;

/// <summary>What the machine says about granted folders, links resolved: a root, a missing one, one that holds the grants, one within another.</summary>
internal static class FolderReview
{
    private static readonly StringComparison Comparison = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    public static void Check(IReadOnlyDictionary<string, FolderGrant> folders, Func<string, JsonMember> member, string? file, FindingSink sink)
    {
        var real = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, folder) in folders)
        {
            var path = RealPath.Of(folder.Path);
            var place = ((JsonObject)member(name).Value)["path"]!.Span;
            if (path == Path.GetPathRoot(path)) sink.Add(FindingCatalog.FolderIsRoot, place, name, path == folder.Path ? path : $"{folder.Path}, which leads to {path}");
            else if (file is not null && folder.Access != GrantAccess.Read && IsWithin(RealPath.Of(file), path)) sink.Add(FindingCatalog.FolderHoldsGrants, place, name);
            else if (!Directory.Exists(path)) sink.Add(FindingCatalog.FolderMissing, place, name, folder.Path, File.Exists(path) ? "which is a file" : "which is not there");
            real.Add(name, path);
        }

        foreach (var (inner, within) in real)
        {
            foreach (var (outer, around) in real)
            {
                var more = folders[outer].Access & ~folders[inner].Access;
                if (inner != outer && more != 0 && (within == around || IsWithin(within, around)))
                    sink.Add(FindingCatalog.FolderWithin, ((JsonObject)member(inner).Value)["path"]!.Span, inner, outer, folders[outer].Access.ToString().ToLowerInvariant());
            }
        }
    }

    private static bool IsWithin(string path, string folder) => path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, Comparison);
}
