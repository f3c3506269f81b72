using System;
using System.Collections.Generic;

namespace ToolGen.Registry.Retrieval.Storage;

/// <summary>The requests of a tool: its own first, then those that were heard; each once, cut, and no more than so many.</summary>
internal static class AskList
{
    public static IReadOnlyList<string> Of(IReadOnlyList<string> own, IReadOnlyList<string>? heard)
    {
        if (own.Count == 0 && heard is null) return [];
        var asks = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var list in new[] { own, heard ?? [] })
        {
            foreach (var ask in list)
            {
                if (asks.Count == Bounds.Asks) return asks;
                var text = Tidy(ask);
                if (text.Length > 0 && seen.Add(text)) asks.Add(text);
            }
        }

        return asks;
    }

    /// <summary>Without blanks around it, and no longer than a request may be.</summary>
    public static string Tidy(string ask)
    {
        var text = ask.AsSpan().Trim();
        return (text.Length > Bounds.Ask ? text[..Bounds.Ask].TrimEnd() : text).ToString();
    }
}
