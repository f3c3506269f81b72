using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Prompts;

namespace ToolGen;

/// <summary>
/// Tools in few words, for a prompt: name, purpose, required and then optional parameters with types and bounds, and one example that passes the schema
/// (EASYTOOL, Yuan et al. 2024). What a model reads in place of a schema; calls are checked by the schema all the same.
/// </summary>
public static class ToolPrompts
{
    /// <summary>Tokens that one tool takes at most, where nothing else is said.</summary>
    public const int DefaultBudget = 400;

    /// <summary>One tool in few words.</summary>
    /// <param name="tool">What is described.</param>
    /// <param name="budget">
    /// Tokens that the text takes at most; at least 1, default <see cref="DefaultBudget"/>. Over it optional parameters are left out, the last ones first, and the text says
    /// how many; then descriptions are shortened. Required parameters and the example stay.
    /// </param>
    /// <param name="count">
    /// Counts the tokens of a text, such as a tokenizer of the model; a longer text never counts less. Null: an estimate from the kinds of characters, made to be too high rather than too low: beside o200k by half, as a rule.
    /// </param>
    /// <exception cref="ArgumentException">What has to stay does not fit.</exception>
    public static string ToPrompt(this ToolDescriptor tool, int budget = DefaultBudget, Func<string, int>? count = null)
    {
        ArgumentNullException.ThrowIfNull(tool);
        ArgumentOutOfRangeException.ThrowIfLessThan(budget, 1);
        return new PromptFitting(PromptParts.Of(tool), count ?? Estimate).Fit(budget);
    }

    /// <summary>Several tools, a blank line between them; what is said of one holds for each.</summary>
    /// <param name="tools">Such as <see cref="IToolbox.Tools"/>.</param>
    /// <param name="budget">Tokens of each.</param>
    /// <param name="count">Counts the tokens of a text; null: an estimate.</param>
    /// <exception cref="ArgumentException">One of them does not fit.</exception>
    public static string ToPrompt(this IEnumerable<ToolDescriptor> tools, int budget = DefaultBudget, Func<string, int>? count = null)
    {
        ArgumentNullException.ThrowIfNull(tools);
        return string.Join("\n\n", tools.Select(tool => tool.ToPrompt(budget, count)));
    }

    /// <summary>What is counted where nobody counts: less than the worst that such a text can cost, and more than texts of tools do.</summary>
    internal static int Estimate(string text) => (int)((ShortText.Cost(text, int.MaxValue - 1_000) * 85L + 9_999) / 10_000);
}
