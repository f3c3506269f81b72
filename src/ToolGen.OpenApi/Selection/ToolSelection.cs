using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace ToolGen.OpenApi.Selection;

/// <summary>
/// Chooses among imported tools: by a path (<c>/pets/**</c>, <c>GET /pets/*</c>), by a tag (<c>pets</c>, <c>tag:pets</c>), or by what one needs in
/// free words. Several choices are taken together.
/// </summary>
/// <param name="choices">What is wanted; none: everything.</param>
/// <param name="budget">Most tools; null: any number. Only free words say which of too many are the right ones.</param>
public sealed class ToolSelection(IReadOnlyList<string> choices, int? budget)
{
    private const string TagMark = "tag:";

    /// <summary>The chosen tools in the order of the document, or why there are none.</summary>
    public SelectedTools Of(IReadOnlyList<ImportedTool> tools)
    {
        ArgumentNullException.ThrowIfNull(tools);
        var chosen = new HashSet<ImportedTool>();
        var ranked = new List<ImportedTool>();
        foreach (var choice in choices)
        {
            if (PathOf(choice) is { } path)
            {
                chosen.UnionWith(tools.Where(tool => path.IsMatch($"{tool.Method} {tool.Path}")));
            }
            else if (choice.StartsWith(TagMark, StringComparison.OrdinalIgnoreCase) || tools.Any(tool => HasTag(tool, choice)))
            {
                var tag = choice.StartsWith(TagMark, StringComparison.OrdinalIgnoreCase) ? choice[TagMark.Length..].Trim() : choice;
                chosen.UnionWith(tools.Where(tool => HasTag(tool, tag)));
            }
            else
            {
                ranked.AddRange(NeedRanking.Of(tools, choice));
            }
        }

        if (choices.Count == 0) chosen.UnionWith(tools);
        if (budget is { } most && chosen.Count > most) return new([], $"{chosen.Count} tools are more than {most}: choose with `--select`, such as a tag, a path or what you need in words");
        foreach (var tool in ranked.Where(tool => budget is null || chosen.Count < budget)) chosen.Add(tool);
        return chosen.Count == 0 && tools.Count > 0 ? new([], $"nothing fits; there are the tags {Tags(tools)}") : new([.. tools.Where(chosen.Contains)], null);
    }

    private static bool HasTag(ImportedTool tool, string tag) => tool.Tags.Contains(tag.Trim(), StringComparer.OrdinalIgnoreCase);

    private static string Tags(IReadOnlyList<ImportedTool> tools) =>
        tools.SelectMany(tool => tool.Tags).Distinct(StringComparer.OrdinalIgnoreCase).Take(20).ToList() is { Count: > 0 } tags ? string.Join(", ", tags) : "(none)";

    private static Regex? PathOf(string choice)
    {
        var (method, path) = choice.Trim().Split(' ', 2, StringSplitOptions.RemoveEmptyEntries) is [var word, ['/', ..] rest] && word.All(char.IsAsciiLetter) ? (word.ToUpperInvariant(), rest) : ("[A-Z]+", choice.Trim());
        if (!path.StartsWith('/')) return null;
        var pattern = Regex.Escape(path.Trim()).Replace(@"/\*\*", "(/.*)?", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal);
        return new Regex($"^{method} /?{pattern.TrimStart('/')}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }
}

/// <summary>What was chosen.</summary>
/// <param name="Tools">In the order of the document.</param>
/// <param name="Problem">Why nothing was chosen, as a sentence for a person; null: it went well.</param>
public sealed record SelectedTools(IReadOnlyList<ImportedTool> Tools, string? Problem);
