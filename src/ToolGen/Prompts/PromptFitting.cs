using System;
using System.Linq;
using System.Text;
using ToolGen.Checks;

namespace ToolGen.Prompts;

/// <summary>Finds the longest form of a prompt within a budget.</summary>
internal sealed class PromptFitting(PromptParts parts, Func<string, int> count)
{
    /// <summary>What descriptions are cut to, in hundredths of a token: of the tool, and of each parameter.</summary>
    private static readonly (int Purpose, int Parameter)[] Cuts = [(6_000, 2_400), (3_000, 1_200), (1_500, 600), (1_000, 0)];

    private readonly int optional = parts.Parameters.Count(parameter => !parameter.IsRequired);

    /// <exception cref="ArgumentException">Nothing fits.</exception>
    public string Fit(int budget)
    {
        if (this.TryKeep(budget) is { } text) return text;
        foreach (var (purpose, parameter) in Cuts)
            if (this.Print(0, purpose, parameter) is var cut && count(cut) <= budget) return cut;
        var least = count(this.Print(0, Cuts[^1].Purpose, Cuts[^1].Parameter));
        throw new ArgumentException($"{parts.Name} does not fit into {budget} tokens: its name, {Counted(parts.Parameters.Count - this.optional, "required parameter")} and the example take {least}; raise the budget to that");
    }

    /// <summary>With as many optional parameters as fit, all descriptions whole.</summary>
    private string? TryKeep(int budget)
    {
        var (text, kept, left) = ((string?)null, this.optional, 0);
        if (this.Fits(kept, budget) is { } all) return all;

        // More parameters never cost less: half of what is open is decided each time.
        for (kept--; left <= kept;)
        {
            var middle = left + ((kept - left) / 2);
            if (this.Fits(middle, budget) is { } fitting) (text, left) = (fitting, middle + 1);
            else kept = middle - 1;
        }

        return text;
    }

    private string? Fits(int kept, int budget) => this.Print(kept, int.MaxValue, int.MaxValue) is var text && count(text) <= budget ? text : null;

    private string Print(int kept, int purpose, int description)
    {
        var text = new StringBuilder(parts.Name);
        Add(text, ": ", parts.Purpose, purpose);
        var shown = parts.Parameters.Count - this.optional + kept;
        foreach (var parameter in parts.Parameters.Take(shown))
        {
            text.Append('\n').Append(parameter.Name).Append(parameter.IsRequired ? ": " : "?: ").Append(parameter.Type);
            Add(text, " - ", parameter.Description, description);
        }

        if (kept < this.optional) text.Append("\n(").Append(Counted(this.optional - kept, kept == 0 ? "optional parameter" : "more optional parameter")).Append(" left out)");
        foreach (var rule in parts.RulesOf(shown)) text.Append('\n').Append(rule);
        if (parts.Example.Length > 0) text.Append("\nexample: ").Append(parts.Example);
        return text.ToString();
    }

    private static void Add(StringBuilder text, string before, string words, int cost)
    {
        if (words.Length == 0 || cost == 0) return;
        text.Append(before).Append(cost == int.MaxValue ? words : ShortText.Cut(words, cost));
    }

    private static string Counted(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";
}
