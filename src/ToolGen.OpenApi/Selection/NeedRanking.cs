using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace ToolGen.OpenApi.Selection;

/// <summary>Ranks tools by the words of a need: rare words weigh more, and those of name, path and tags more than those of the description.</summary>
internal static class NeedRanking
{
    /// <summary>The share of the best score that a tool needs to be among the answers.</summary>
    private const double Enough = 0.5;

    private static readonly HashSet<string> Ordinary = new("a an the of to in on for by with and or from at as is are be it its this that i we you my our all any some one me please want need would like can how what which".Split(' '), StringComparer.Ordinal);

    /// <summary>Those that fit, best first; of equal ones the first of the document.</summary>
    public static IReadOnlyList<ImportedTool> Of(IReadOnlyList<ImportedTool> tools, string need)
    {
        var wanted = Words(need).Where(word => !Ordinary.Contains(word)).Distinct().ToList();
        var texts = tools.Select(tool => (Tool: tool, Near: Words($"{tool.Name} {tool.Method} {tool.Path} {string.Join(' ', tool.Tags)}").ToHashSet(), Far: Words(tool.Words).ToHashSet())).ToList();
        var weights = wanted.ToDictionary(word => word, word => Math.Log(1 + (tools.Count / (1.0 + texts.Count(text => text.Near.Contains(word) || text.Far.Contains(word))))));
        var scored = texts.Select(text => (text.Tool, Score: wanted.Sum(word => weights[word] * (text.Near.Contains(word) ? 2 : text.Far.Contains(word) ? 1 : 0)))).Where(scored => scored.Score > 0).OrderByDescending(scored => scored.Score).ToList();
        return scored.Count == 0 ? [] : [.. scored.TakeWhile(one => one.Score >= Enough * scored[0].Score).Select(one => one.Tool)];
    }

    // Letters and digits, split where a capital follows a small letter; without the plural's s.
    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            var splits = !char.IsLetterOrDigit(c) || (char.IsUpper(c) && i > 0 && char.IsLower(text[i - 1]));
            if (splits && word.Length > 0)
            {
                var plain = word.ToString();
                yield return plain.Length > 3 && plain.EndsWith('s') && !plain.EndsWith("ss", StringComparison.Ordinal) ? plain[..^1] : plain;
                word.Clear();
            }

            if (char.IsLetterOrDigit(c)) word.Append(char.ToLowerInvariant(c));
        }
    }
}
