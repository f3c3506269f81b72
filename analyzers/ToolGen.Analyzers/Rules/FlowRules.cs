using System;
using System.Collections.Immutable;
using System.Linq;
using ToolGen.Analyzers.Taint;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Rules;

/// <summary>All rules over flows, and the model that they make together.</summary>
internal static class FlowRules
{
    public static readonly ImmutableArray<FlowRule> All = [new SqlRule(), new CommandRule(), new PathRule(), new RequestRule(), new ExfiltrationRule(), new RegexRule(), new CodeRule(), new MemberRule(), new QueryRule(), new TextRule(), new DeserializationRule(), new XmlRule(), new BoundsRule()];

    private static readonly Lazy<FlowModel> LazyModel = new(() =>
    {
        var model = new FlowModel();
        Libraries.Describe(model);
        foreach (var rule in All) rule.Describe(model);
        return model;
    });

    public static ImmutableArray<FindingDescriptor> Findings { get; } = [.. All.SelectMany(rule => rule.Findings).Distinct()];

    public static FlowModel Model => LazyModel.Value;
}

/// <summary>One kind of danger: where values must not arrive with it, and what takes it away.</summary>
internal abstract class FlowRule
{
    /// <summary>What it tells.</summary>
    public abstract ImmutableArray<FindingDescriptor> Findings { get; }

    /// <summary>Adds its sinks, checks and conversions.</summary>
    public abstract void Describe(FlowModel model);
}
