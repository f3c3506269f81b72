using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Generator.Signatures;

namespace ToolGen.Generator.Flows;

/// <summary>What tools do by themselves and by the tools that they call.</summary>
internal static class FlowReach
{
    private const int MaxDepth = 8;
    private const int Most = 200;

    /// <summary>Whether what a tool answers comes from the world.</summary>
    public static bool IsOutside(ToolSignature tool, ToolSignatures tools) =>
        tool.Flow.IsOutside || tools.Reach(tool.Calls).Names.Any(name => tools.Find(name) is { Flow.IsOutside: true });

    /// <summary>Where the members of a tool can do harm, through the tools that it calls too.</summary>
    public static IReadOnlyList<FlowSink> SinksOf(ToolSignature tool, ToolSignatures tools) => SinksOf(tool, tools, 0).Distinct().Take(Most).ToList();

    /// <summary>What is left of a member's name behind the place that is given; null where the two are different members.</summary>
    public static string? Rest(string given, string member)
    {
        if (member.Length == 0 || given == member || given.StartsWith(member + ".", StringComparison.Ordinal)) return "";
        return given.Length == 0 ? "." + member : member.StartsWith(given + ".", StringComparison.Ordinal) ? member.Substring(given.Length) : null;
    }

    private static IEnumerable<FlowSink> SinksOf(ToolSignature tool, ToolSignatures tools, int depth)
    {
        if (depth > MaxDepth) return [];
        var handed = from hand in tool.Flow.Hands
                     let called = tools.Find(hand.Tool)
                     where called is not null
                     from sink in SinksOf(called, tools, depth + 1)
                     let rest = Rest(hand.To, sink.Member)
                     where rest is not null && (sink.Harm & hand.Harm) != Harm.None
                     select new FlowSink(hand.Member + rest, sink.Harm & hand.Harm, sink.Does);
        return tool.Flow.Sinks.Concat(handed.Take(Most));
    }
}
