using System;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ToolGen.Analyzers.Rules.Suppressions;

/// <summary>What a project says about suppressions in <c>.globalconfig</c>.</summary>
internal static class ProfileOptions
{
    /// <summary><c>toolgen.profile = strict</c>, which the preset of that name says.</summary>
    public static bool IsStrict(AnalyzerConfigOptions options) =>
        options.TryGetValue("toolgen.profile", out var profile) && profile.Trim().Equals("strict", StringComparison.OrdinalIgnoreCase);

    /// <summary><c>toolgen.reason.TG3001 = why</c>; null where nothing is said.</summary>
    public static string? ReasonOf(AnalyzerConfigOptions options, string id) => options.TryGetValue("toolgen.reason." + id, out var reason) ? reason : null;
}
