using System;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ToolGen.Analyzers.Taint;

/// <summary>What a project says in <c>.globalconfig</c>.</summary>
/// <param name="EveryMethod"><c>toolgen.entries = all</c>: what any method reads from outside is followed, not only what tools are given.</param>
/// <param name="TrustsEnvironment"><c>toolgen.trust_environment = false</c>: environment variables and command lines are as foreign as a model's arguments.</param>
internal sealed record TaintOptions(bool EveryMethod, bool TrustsEnvironment)
{
    public static TaintOptions Read(AnalyzerConfigOptions options) => new(
        options.TryGetValue("toolgen.entries", out var entries) && entries.Trim().Equals("all", StringComparison.OrdinalIgnoreCase),
        !(options.TryGetValue("toolgen.trust_environment", out var trusts) && trusts.Trim().Equals("false", StringComparison.OrdinalIgnoreCase)));
}
