using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using ToolGen.Forge.Compilation;
using ToolGen.Forge.Inspection;
using ToolGen.Specification;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Members;

namespace ToolGen.Forge.Stations;

/// <summary>
/// Inspect: the compiled assembly against the list of members, before anything loads it. A tool that is refused is taken out and the rest compiled again without it; what belongs to no
/// tool refuses all.
/// </summary>
internal static class InspectStation
{
    public static ForgedSet Run(ForgedSet set, CancellationToken cancellationToken)
    {
        var entered = set.Tools.Count(tool => tool.IsCompiled);
        while (!set.Compiled.Image.IsDefaultOrEmpty)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var clock = Stopwatch.StartNew();
            var standing = set.Tools.Where(tool => tool.IsCompiled).ToArray();
            var refusals = AssemblyGate.Inspect(set.Compiled.Image, standing.ToDictionary(tool => tool.Compiled!.Unit.TypeName, Words, StringComparer.Ordinal), Members(standing));
            var share = clock.Elapsed / Math.Max(1, entered);
            var tools = set.Tools.Select(tool => tool.IsCompiled ? Inspected(tool, share, refusals) : tool).ToArray();
            if (refusals.Count == 0) return set with { Tools = tools };
            set = Again(tools, cancellationToken);
        }

        return set;
    }

    private static ForgedTool Inspected(ForgedTool tool, TimeSpan share, IReadOnlyList<Refusal> refusals)
    {
        var unit = tool.Compiled!.Unit;
        var own = refusals.Where(refusal => refusal.TypeName is null || refusal.TypeName == unit.TypeName).Select(refusal => Finding(unit, refusal)).ToArray();
        var time = share + tool.Times.GetValueOrDefault(Station.Inspect);
        return own.Length == 0 ? tool.With(Station.Inspect, time, []) : tool.With(Station.Inspect, time, own) with { Compiled = tool.Compiled with { IsCompiled = false } };
    }

    private static ForgedSet Again(ForgedTool[] tools, CancellationToken cancellationToken)
    {
        var rest = tools.Select((tool, index) => (tool, index)).Where(entry => entry.tool.IsCompiled).ToArray();
        var compiled = ToolCompiler.Compile(rest.Select(entry => entry.tool.Compiled!.Unit).ToArray(), cancellationToken);
        for (var i = 0; i < rest.Length; i++)
            tools[rest[i].index] = rest[i].tool.With(Station.Compile, rest[i].tool.Times[Station.Compile], compiled.Tools[i].Findings) with { Compiled = compiled.Tools[i] };
        return new(tools, compiled);
    }

    private static Finding Finding(ToolUnit unit, Refusal refusal) =>
        new(refusal.Descriptor, (refusal.Site is { } site ? SpecPlaces.Find(unit, site) : null) ?? Place.Of(unit.Spec, default), refusal.Arguments);

    /// <summary>The first words of what a tool may do, as the gate takes them, and those of the packages that its spec names.</summary>
    public static IReadOnlyCollection<string> Words(ForgedTool tool) =>
        tool.Generated!.Capabilities.Concat(tool.Compiled!.Unit.Capabilities ?? []).Select(line => line.Split(' ')[0])
            .Concat(tool.Packages.Where(tool.Compiled.Unit.Names).Select(package => package.Word)).Distinct(StringComparer.Ordinal).ToArray();

    /// <summary>The list of members, with what is granted of the packages of these tools: each tool asks with the words of its own alone.</summary>
    public static MemberAllowList Members(IEnumerable<ForgedTool> tools) =>
        MemberAllowList.Default.With(tools.SelectMany(tool => tool.Packages).DistinctBy(package => package.Id, StringComparer.OrdinalIgnoreCase).Select(package => package.Members));
}
