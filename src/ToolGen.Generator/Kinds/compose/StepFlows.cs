using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Generator.Flows;
using ToolGen.Generator.Signatures;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.Compose;

/// <summary>Finds what a step got from outside and hands unchecked to a tool that makes a path, an address or SQL of it.</summary>
internal sealed class StepFlows
{
    private const int MaxDepth = 12;

    private readonly KindWork work;
    private readonly IReadOnlyDictionary<string, StepTool> tools;
    private readonly Dictionary<string, IReadOnlyList<FlowLeaf>> leaves = new(StringComparer.Ordinal);
    private readonly ComposeImplementation implementation;

    public StepFlows(KindWork work, ComposeImplementation implementation, IReadOnlyDictionary<string, StepTool> tools)
    {
        (this.work, this.implementation, this.tools) = (work, implementation, tools);
        var reader = new FlowReader();
        var scope = SpecFlow.ScopeOf(reader, implementation, implementation.Steps.Select(step => step.Name));
        foreach (var step in implementation.Steps) this.leaves[step.Name] = FlowLeaf.Of(step, reader, scope).ToList();
    }

    /// <summary>One finding a place of the arguments.</summary>
    public void Report()
    {
        foreach (var step in this.implementation.Steps)
        {
            var tool = this.tools[step.Name].Signature;
            var sinks = FlowReach.SinksOf(tool, this.work.Tools);
            foreach (var leaf in this.leaves[step.Name])
            {
                var found = sinks.Select(sink => (Sink: sink, Way: this.Way(leaf, sink))).FirstOrDefault(one => one.Way is not null);
                if (found.Way is { } way)
                    this.work.Findings.Add(FindingCatalog.StepFromOutside, leaf.Node.Span, step.Name, leaf.Path, tool.Name, found.Sink.Does, string.Join(" → ", way));
            }
        }
    }

    // From where to where; null where nothing from outside arrives that can do this harm.
    private IReadOnlyList<string>? Way(FlowLeaf leaf, FlowSink sink)
    {
        // A text whose beginning fixes the host can still choose the path behind it.
        var harm = sink.Harm == Harm.Host && UrlOrigin.IsWhole(leaf.Start) ? Harm.Address : sink.Harm;
        return this.Way(leaf, sink.Member, harm, 0);
    }

    private IReadOnlyList<string>? Way(FlowLeaf leaf, string member, Harm harm, int depth)
    {
        if (FlowReach.Rest(leaf.Member, member) is not { } rest) return null;
        foreach (var origin in leaf.Taint.Origins)
            if ((origin.Value & harm) != Harm.None && this.Outside(FlowHoles.Plain(origin.Key) + rest, origin.Value & harm, depth) is { } way) return way;
        return null;
    }

    private IReadOnlyList<string>? Outside(string origin, Harm harm, int depth)
    {
        var dot = origin.IndexOf('.');
        var name = dot < 0 ? origin : origin.Substring(0, dot);
        if (depth > MaxDepth || !this.tools.TryGetValue(name, out var tool)) return null;
        harm &= ~SafeSchema.At(tool.Output, dot < 0 ? "" : origin.Substring(dot + 1));
        if (harm == Harm.None) return null;
        if (FlowReach.IsOutside(tool.Signature, this.work.Tools)) return [$"{origin} of {tool.Signature.Name}"];
        foreach (var pass in tool.Signature.Flow.Passes)
        {
            if ((pass.Harm & harm) == Harm.None) continue;
            foreach (var leaf in this.leaves[name])
                if (this.Way(leaf, pass.Member, pass.Harm & harm, depth + 1) is { } way) return [.. way, origin];
        }

        return null;
    }
}
