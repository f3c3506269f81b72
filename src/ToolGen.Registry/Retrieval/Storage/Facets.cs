using System;
using System.Collections.Generic;

namespace ToolGen.Registry.Retrieval.Storage;

/// <summary>What tools are filtered by: a letter of what it is, and its text.</summary>
internal static class Facets
{
    private const int MaxText = 300;
    private const int MaxEach = 50;

    public static string Kind(string kind) => Key('k', kind);

    public static string Collection(string collection) => Key('c', collection);

    public static string Capability(string capability) => Key('e', capability);

    /// <summary>All facets of a tool, each once.</summary>
    public static IReadOnlyCollection<string> Of(ToolDocument tool)
    {
        var facets = new HashSet<string>(StringComparer.Ordinal) { Kind(tool.Kind) };
        for (var i = 0; i < tool.Collections.Count && i < MaxEach; i++) facets.Add(Collection(tool.Collections[i]));
        for (var i = 0; i < tool.Capabilities.Count && i < MaxEach; i++) facets.Add(Capability(tool.Capabilities[i]));
        return facets;
    }

    /// <summary>The tools that have what a query asks for, by their numbers; null: it asks for nothing of the kind.</summary>
    public static HashSet<int>? Allowed(ToolQuery query, TermSource source, Snapshot snapshot)
    {
        HashSet<int>? allowed = null;
        if (query.Kind is { } kind) Narrow(ref allowed, Tools([Kind(kind)], source, snapshot));
        if (query.Collection is { } collection) Narrow(ref allowed, Tools([Collection(collection)], source, snapshot));
        if (query.Capability is { } pattern)
        {
            var wanted = Capability(pattern);
            var facets = wanted.Contains('*', StringComparison.Ordinal) ? Matching(source.Facets(wanted[..wanted.IndexOf('*', StringComparison.Ordinal)]), wanted) : [wanted];
            Narrow(ref allowed, Tools(facets, source, snapshot));
        }

        return allowed;
    }

    /// <summary>Whether a text is what a pattern says, each <c>*</c> of which stands for any text. Takes no more than the product of the two lengths.</summary>
    public static bool Fits(string text, string pattern)
    {
        var (at, in1, star, mark) = (0, 0, -1, 0);
        while (at < text.Length)
        {
            if (in1 < pattern.Length && pattern[in1] == '*') (star, mark, in1) = (in1, at, in1 + 1);
            else if (in1 < pattern.Length && pattern[in1] == text[at]) (at, in1) = (at + 1, in1 + 1);
            else if (star >= 0) (in1, mark, at) = (star + 1, mark + 1, mark + 1);
            else return false;
        }

        while (in1 < pattern.Length && pattern[in1] == '*') in1++;
        return in1 == pattern.Length;
    }

    private static string Key(char what, string text) => what + ":" + (text.Length > MaxText ? text[..MaxText] : text);

    private static List<string> Matching(IReadOnlyList<string> facets, string pattern)
    {
        var matching = new List<string>();
        foreach (var facet in facets)
            if (Fits(facet, pattern)) matching.Add(facet);
        return matching;
    }

    private static void Narrow(ref HashSet<int>? allowed, HashSet<int> to)
    {
        if (allowed is null) allowed = to;
        else allowed.IntersectWith(to);
    }

    private static HashSet<int> Tools(IEnumerable<string> facets, TermSource source, Snapshot snapshot)
    {
        var tools = new HashSet<int>();
        foreach (var facet in facets)
        {
            foreach (var list in source.Facet(facet))
            {
                var (at, number) = (0, -1);
                while (at < list.Length)
                {
                    if (!Postings.TryRead(list, ref at, out var step) || step == 0 || (number += step) >= snapshot.Tools) throw Snapshot.Damaged();
                    tools.Add(number);
                }
            }
        }

        return tools;
    }
}
