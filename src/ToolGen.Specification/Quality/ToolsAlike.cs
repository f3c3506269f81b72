using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Findings;

namespace ToolGen.Specification.Quality;

/// <summary>Tools of one catalog that a model takes for one another.</summary>
public static class ToolsAlike
{
    /// <summary>At most this many tools are compared with one another: more are found by search, not by reading a list.</summary>
    private const int MaxTools = 2_000;

    /// <summary>Descriptions that only look alike at first sight cost their words: beyond so many words no more are looked at.</summary>
    private const long MaxWords = 5_000_000;

    /// <summary>A finding at the later tool of each pair, in ordinal order of names; each tool at most once a kind.</summary>
    public static IReadOnlyList<Finding> Find(IEnumerable<CatalogEntry> catalog)
    {
        var tools = catalog.OrderBy(tool => tool.Name, StringComparer.Ordinal).ThenBy(tool => tool.Place.Path, StringComparer.Ordinal).Take(MaxTools).ToArray();
        var findings = new List<Finding>();
        var words = MaxWords;
        for (var i = 1; i < tools.Length; i++)
        {
            var tool = tools[i];
            if (Array.FindIndex(tools, 0, i, other => other.Plain == tool.Plain && other.Name != tool.Name) is >= 0 and var same) Say(FindingCatalog.ToolNamesSame, tools[same], tool);
            else if (Array.FindIndex(tools, 0, i, other => NamesAlike(other.Letters, tool.Letters) && other.Name != tool.Name) is >= 0 and var name) Say(FindingCatalog.ToolNamesAlike, tools[name], tool);
            if (Array.FindIndex(tools, 0, i, other => other.Words.IsLike(tool.Words, ref words)) is >= 0 and var described) Say(FindingCatalog.DescriptionsAlike, tools[described], tool);
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

        return left - start <= 0 && right - start <= 0 && !(left >= start && char.IsDigit(one[start])) && !(right >= start && char.IsDigit(other[start]));
    }
}
