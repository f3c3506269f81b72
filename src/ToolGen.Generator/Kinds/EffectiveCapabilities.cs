using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification;
using ToolGen.Specification.Capabilities;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Fixes;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds;

/// <summary>
/// What a tool may do (SPEC §3), for all kinds: the lines that its spec writes, which must cover what its kind derived; where it writes none, the
/// derived ones.
/// </summary>
internal static class EffectiveCapabilities
{
    /// <summary>The effective lines; what is wrong with the written ones becomes findings at their places.</summary>
    /// <exception cref="InvalidOperationException">A kind derived a line that is none.</exception>
    public static CapabilitySet Of(ToolSpec spec, KindCode code, FindingSink findings)
    {
        var derived = new CapabilitySet(code.Capabilities.Select(Parse).ToArray()).Shortest();
        if (spec.Root["capabilities"] is not JsonArray list) return derived;
        var written = Written(spec);
        var set = new CapabilitySet(written.Select(line => line.Capability).ToArray());
        foreach (var needed in derived.All)
            if (!set.Allows(needed)) findings.Add(FindingCatalog.CapabilityUncovered, list.Span, CapabilityEdits.Add(spec.Source, spec.Root, [needed.Text]), needed.Text);
        for (var i = 0; i < written.Count; i++) Check(spec, list, derived, set, written[i], i, findings);
        return set;
    }

    private static void Check(
        ToolSpec spec, JsonArray list, CapabilitySet derived, CapabilitySet set, (JsonString Node, Capability Capability) line, int index, FindingSink findings)
    {
        var (node, capability) = line;
        var needs = derived.All.Where(capability.Covers).ToArray();
        if (set.IsRepeated(index))
        {
            var other = set.All.Where((each, at) => at != index && each.Covers(capability)).First();
            findings.Add(FindingCatalog.CapabilityRepeated, node.Span, other.Text, capability.Text);
        }
        else if (needs.Length == 0 && IsWhole(spec))
        {
            findings.Add(FindingCatalog.CapabilityUnneeded, node.Span, CapabilityEdits.Remove(spec.Source, list, node), capability.Text);
        }
        else if (capability is HttpCapability { Method: "*" })
        {
            var shown = needs.Length == 0 ? "" : ": " + string.Join(", ", needs.Select(need => $"\"{need.Text}\""));
            findings.Add(FindingCatalog.CapabilityAnyMethod, node.Span, capability.Text, shown);
        }
    }

    /// <summary>Whether everything that the tool does is known here: C# in a body or beside the spec is looked at by the compiler, a fallback elsewhere.</summary>
    private static bool IsWhole(ToolSpec spec) => spec.Implementation is not (null or CodeImplementation) && spec.Fallback is null;

    private static List<(JsonString Node, Capability Capability)> Written(ToolSpec spec)
    {
        var written = new List<(JsonString, Capability)>();
        foreach (var line in spec.Capabilities)
            if (Capability.TryParse(line.Value) is { } capability) written.Add((line, capability));
        return written;
    }

    private static Capability Parse(string line) =>
        Capability.TryParse(line) ?? throw new InvalidOperationException($"\"{line}\" was derived and is no capability");
}
