using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;

namespace ToolGen.Hosting;

/// <summary>Rules in order; the first that fits decides. Where none fits a call is allowed: a tool that is compiled in was approved when it was merged.</summary>
public sealed class RulePolicy : IToolPolicy
{
    // A host has few callers; a flood of made-up ones must not stay.
    private const int MaximumKept = 10_000;

    private static readonly PolicyDecision Allowed = new(PolicyVerdict.Allow, "no rule says otherwise");
    private readonly PolicyRule[] rules;
    private readonly ConcurrentDictionary<(ToolDescriptor Tool, string Caller), PolicyDecision> kept = new(new ByTool());

    /// <param name="rules">In order.</param>
    public RulePolicy(params IReadOnlyList<PolicyRule> rules) => this.rules = [.. rules];

    /// <inheritdoc/>
    public PolicyDecision Decide(ToolDescriptor tool, ToolCaller caller)
    {
        if (this.rules.Length == 0) return Allowed;
        if (this.kept.TryGetValue((tool, caller.Name), out var decision)) return decision;
        decision = this.rules.FirstOrDefault(rule => rule.Fits(tool, caller)) is { } rule ? new(rule.Verdict, Said(rule)) : Allowed;
        if (this.kept.Count < MaximumKept) this.kept[(tool, caller.Name)] = decision;
        return decision;
    }

    private static string Said(PolicyRule rule) =>
        $"the rule {{{string.Join(", ", new[] { "tools: " + rule.Tools, "callers: " + rule.Callers, rule.Capability is null ? null : "capability: " + rule.Capability, rule.Destructive ? "destructive" : null }.OfType<string>())}}} says {rule.Verdict.ToString().ToLowerInvariant()}";

    private sealed class ByTool : IEqualityComparer<(ToolDescriptor Tool, string Caller)>
    {
        public bool Equals((ToolDescriptor Tool, string Caller) left, (ToolDescriptor Tool, string Caller) right) => ReferenceEquals(left.Tool, right.Tool) && left.Caller == right.Caller;

        public int GetHashCode((ToolDescriptor Tool, string Caller) key) => HashCode.Combine(RuntimeHelpers.GetHashCode(key.Tool), key.Caller);
    }
}
