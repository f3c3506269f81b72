using System;
using System.IO.Enumeration;
using System.Linq;

namespace ToolGen.Hosting;

/// <summary>A line of a policy. Patterns take <c>*</c> for any text and ignore case; all of them have to fit.</summary>
/// <param name="Verdict">What holds where the rule fits.</param>
public sealed record PolicyRule(PolicyVerdict Verdict)
{
    /// <summary>Names of tools, such as <c>delete_*</c>. Default all.</summary>
    public string Tools { get; init; } = "*";

    /// <summary>Names of callers. Default all.</summary>
    public string Callers { get; init; } = "*";

    /// <summary>One of the tool's capabilities, such as <c>write *</c> or <c>http * https://api.example/*</c>; null: whatever it has.</summary>
    public string? Capability { get; init; }

    /// <summary>Whether only tools that say of themselves that they may destroy (MCP's <c>destructiveHint</c>) are meant. Default no.</summary>
    public bool Destructive { get; init; }

    /// <summary>Whether the rule speaks of this call.</summary>
    public bool Fits(ToolDescriptor tool, ToolCaller caller) =>
        Matches(this.Tools, tool.Name) && Matches(this.Callers, caller.Name)
        && (!this.Destructive || tool.Annotations.DestructiveHint)
        && (this.Capability is null || tool.Capabilities.Any(capability => Matches(this.Capability, capability)));

    private static bool Matches(string pattern, string text) => pattern == "*" || FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase: true);
}
