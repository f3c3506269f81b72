using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ToolGen.Generator.Kinds.Declarative;

namespace ToolGen.Generator.Kinds.Compose;

/// <summary>
/// What waits for what: statements that need no step stand before all; steps and what needs them become tasks. A rule of <c>fail</c> that needs
/// steps holds back whatever comes behind it and shares one of them (SPEC §1.4).
/// </summary>
internal sealed class StepGraph
{
    private readonly Dictionary<string, NodeModel> makers = [];

    /// <param name="ordered">Every item behind those it needs, a rule as early as can be.</param>
    /// <param name="steps">The tasks of those items that are steps.</param>
    public StepGraph(IReadOnlyList<FlowItem> ordered, IReadOnlyDictionary<FlowItem, NodeModel> steps)
    {
        var before = new List<string>();
        var nodes = new List<NodeModel>();
        var rules = new List<(FlowItem Item, NodeModel Node)>();
        foreach (var item in ordered)
        {
            var isStep = steps.TryGetValue(item, out var node);
            if (!isStep && !item.References.Any(this.makers.ContainsKey))
            {
                before.Add(item.Text);
                continue;
            }

            node ??= NodeOf(item, rules.Count);
            node.Awaits = [.. this.Needs(item).Concat(rules.Where(rule => this.Share(rule.Item, item)).Select(rule => rule.Node)).Distinct().Select(needed => needed.Await)];
            if (item.Names.Count == 0) rules.Add((item, node));
            foreach (var name in item.Names) this.makers[name] = node;
            nodes.Add(node);
        }

        this.Before = before;
        this.Nodes = nodes;
    }

    /// <summary>Statements.</summary>
    public IReadOnlyList<string> Before { get; }

    /// <summary>Tasks.</summary>
    public IReadOnlyList<NodeModel> Nodes { get; }

    // No name of a spec begins with a digit, so no task of a `let` is called so.
    private static NodeModel NodeOf(FlowItem item, int rule) => item.Names.Count == 0
        ? new(NodeModel.TaskOf(rule.ToString(CultureInfo.InvariantCulture)), "fail") { Text = item.Text }
        : new(NodeModel.TaskOf(item.Names[0]), "let") { Names = item.Names[0], Text = $"{item.Text} return {item.Names[0]};" };

    private IEnumerable<NodeModel> Needs(FlowItem item) => item.References.Where(this.makers.ContainsKey).Select(name => this.makers[name]);

    private bool Share(FlowItem rule, FlowItem item) => rule.References.Any(name => this.makers.ContainsKey(name) && item.References.Contains(name));
}
