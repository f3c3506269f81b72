using System;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ToolGen.Analyzers.Backtracking;
using ToolGen.Analyzers.Taint;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Rules;

/// <summary>Expressions whose matching somebody else can make endless, and what a passed match tells of a text.</summary>
internal sealed class RegexRule : FlowRule
{
    private const string Type = "System.Text.RegularExpressions.Regex";
    private const int NonBacktracking = 1024;

    // As long as a caller may reasonably be kept waiting.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly string[] Deciding = ["this", "pattern", "options", "matchTimeout"];
    private static readonly string[] Matching = ["IsMatch", "Match", "Matches", "Replace", "Split", "Count", "EnumerateMatches", "EnumerateSplits"];

    /// <inheritdoc/>
    public override ImmutableArray<FindingDescriptor> Findings => [FindingCatalog.PatternFromInput, FindingCatalog.BacktrackingOnInput];

    /// <inheritdoc/>
    public override void Describe(FlowModel model)
    {
        model.Configured(Type);
        model.Sink(Danger.Pattern, FindingCatalog.PatternFromInput, Type, ".ctor", "pattern", call => !IsBounded(call));
        foreach (var name in Matching)
        {
            model.Sink(Danger.Pattern, FindingCatalog.PatternFromInput, Type, name, "pattern", call => !IsBounded(call));
            model.Sink(Danger.Backtracking, FindingCatalog.BacktrackingOnInput, Type, name, "input", call => CostOf(call) == Cost.Polynomial, Deciding);
            model.Sink(Danger.Exploding, FindingCatalog.BacktrackingOnInput, Type, name, "input", call => CostOf(call) == Cost.Exponential, Deciding);
        }

        foreach (var name in new[] { "IsMatch", "Match" })
        {
            model.Judges(call => Told(call).Whole, Type, name, "input");
            model.Judges(call => Told(call).Without, Type, name, "input", outcome: false);
        }

        model.Narrows(call => Told(call).Part, Type, "Match");
        model.Narrows(call => Told(call).Part, Type, "Matches");
        model.Narrows(call => call.Text("replacement") is { } put ? Told(call).Removed & Alphabet.Of(put).Cleared : Danger.None, Type, "Replace");
    }

    private static bool IsBounded(SinkSite call) => Timeout(call) || (Options(call) & NonBacktracking) != 0;

    private static bool Timeout(SinkSite call) =>
        (call["matchTimeout"].Constant ?? (call["this"].IsClean ? null : call.Property("this", "MatchTimeout"))) is TimeSpan wait && wait > TimeSpan.Zero && wait <= LongestWait;

    private static int Options(SinkSite call) => (call["options"].Constant ?? (call["this"].IsClean ? null : call.Property("this", "Options"))) as int? ?? 0;

    private static string? Pattern(SinkSite call) => call.Text("pattern") ?? (call["this"].IsClean ? null : call.Property("this", "Pattern") as string);

    private static Cost CostOf(SinkSite call) => Pattern(call) is { } pattern && !IsBounded(call) ? Costs.Of(pattern, (RegexOptions)Options(call)) : Cost.Linear;

    private static MatchedText.Cleared Told(SinkSite call) => Pattern(call) is { } pattern ? MatchedText.Of(pattern, (RegexOptions)Options(call)) : MatchedText.Cleared.Nothing;
}
