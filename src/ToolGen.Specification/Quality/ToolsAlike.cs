using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Findings;

namespace ToolGen.Specification.Quality;

/// <summary>A tool of a catalog as far as a choice between tools depends on it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">Its description.</param>
/// <param name="Place">Where the name stands.</param>
public sealed record CatalogEntry(string Name, string Description, Place Place);

/// <summary>Tools of one catalog that a model takes for one another.</summary>
public static class ToolsAlike
{
    /// <summary>At most this many tools are compared with one another: more are found by search, not by reading a list.</summary>
    private const int MaxTools = 2_000;

    /// <summary>A finding at the later tool of each pair, in ordinal order of names; each tool at most once a kind.</summary>
    public static IReadOnlyList<Finding> Find(IEnumerable<CatalogEntry> catalog)
    {
        var tools = catalog.OrderBy(tool => tool.Name, StringComparer.Ordinal).Take(MaxTools).Select(tool => (Entry: tool, Letters: DescriptionText.Letters(tool.Name), Words: new WordSet(DescriptionText.Stems(tool.Description)))).ToArray();
        var findings = new List<Finding>();
        for (var i = 1; i < tools.Length; i++)
        {
            var tool = tools[i];
            if (Array.FindIndex(tools, 0, i, other => NamesAlike(other.Letters, tool.Letters)) is >= 0 and var name) Say(FindingCatalog.ToolNamesAlike, tools[name].Entry, tool.Entry);
            if (Array.FindIndex(tools, 0, i, other => other.Words.IsLike(tool.Words)) is >= 0 and var words) Say(FindingCatalog.DescriptionsAlike, tools[words].Entry, tool.Entry);
        }

        return findings;

        void Say(FindingDescriptor descriptor, CatalogEntry first, CatalogEntry later) => findings.Add(new(descriptor, later.Place, new(first.Name, later.Name)));
    }

    private static bool NamesAlike(string one, string other)
    {
        if (one == other) return true;
        if (Math.Min(one.Length, other.Length) < 6 || Math.Abs(one.Length - other.Length) > 1) return false;

        // One letter more, less or other; a digit tells versions and numbered things apart.
        var start = 0;
        while (start < one.Length && start < other.Length && one[start] == other[start]) start++;
        int left = one.Length - 1, right = other.Length - 1;
        while (left >= start && right >= start && one[left] == other[right])
        {
            left--;
            right--;
        }

        var differing = one.Substring(start, Math.Max(0, left - start + 1)) + other.Substring(start, Math.Max(0, right - start + 1));
        return left - start <= 0 && right - start <= 0 && !differing.Any(char.IsDigit);
    }
}
