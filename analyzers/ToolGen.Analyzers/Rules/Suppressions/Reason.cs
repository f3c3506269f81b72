using System.Linq;

namespace ToolGen.Analyzers.Rules.Suppressions;

/// <summary>What counts as a reason: at least two words. <c>&lt;Pending&gt;</c>, which editors write, is none.</summary>
internal static class Reason
{
    public static bool IsGiven(string? text) =>
        text is not null && text.Split([' ', '\t', '/', '*', '<', '>', '.', ',', ':'], System.StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetter)) >= 2;
}
