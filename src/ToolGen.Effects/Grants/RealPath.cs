using System;
using System.IO;

namespace ToolGen.Effects;

/// <summary>Where a path leads when every link on its way is followed; parts that are not there stay as written.</summary>
internal static class RealPath
{
    private const int MaximumLinks = 40;

    public static string Of(string absolute)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(absolute));
        for (var links = 0; links < MaximumLinks; links++)
        {
            if (Followed(path) is not { } next) return path;
            path = next;
        }

        return path;
    }

    // The path with its first link followed; null where there is none.
    private static string? Followed(string path)
    {
        var root = Path.GetPathRoot(path) ?? "";
        var at = root;
        var parts = path[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            at = Path.Combine(at, parts[i]);
            if (Target(at) is not { } target) continue;
            var whole = Path.GetFullPath(target, Path.GetDirectoryName(at)!);
            return Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine([whole, .. parts[(i + 1)..]])));
        }

        return null;
    }

    private static string? Target(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
