using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using ToolGen.Generator.Gate;
using ToolGen.Generator.Kinds.Declarative;
using ToolGen.Generator.Templates;
using ToolGen.Generator.Types;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Kinds.Compose;

/// <summary>Makes the model of one composite: steps, what stands between them, and what waits for what.</summary>
internal sealed class ComposeWriter
{
    private readonly KindWork work;
    private readonly ComposeImplementation implementation;
    private readonly ComposeCode code;
    private readonly IReadOnlyDictionary<string, StepTool> tools;
    private readonly IReadOnlyList<HoleRoot> roots;
    private readonly HoleSchemas schemas;
    private readonly ResultWriter slots;
    private readonly Dictionary<FlowItem, NodeModel> nodes = [];

    public ComposeWriter(KindWork work, ComposeImplementation implementation)
    {
        this.work = work;
        this.implementation = implementation;
        this.tools = StepTool.Of(implementation, work.Tools);
        var names = implementation.Let.Select(let => (let.Name, let.Member))
            .Concat(implementation.Steps.Select(step => (step.Name, step.Member)))
            .Concat(implementation.Steps.Where(step => step.Optional).Select(step => (ErrorOf(step), step.Member)));
        this.code = new(work, DeclarativeNames.Of(work, names));
        var values = implementation.Steps.Where(step => this.tools.ContainsKey(step.Name)).ToDictionary(step => step.Name, this.ValueOf);
        this.roots = [.. implementation.Let.Select(let => new HoleRoot(let.Name)), .. values.Select(value => new HoleRoot(value.Key, value.Value.Use)), .. implementation.Steps.Where(step => step.Optional).Select(step => new HoleRoot(ErrorOf(step), ErrorUse(step)))];
        this.schemas = new(
            work.Types,
            new(work.Spec.Input, SchemaValue.Follow(work.Spec.Input, work.Spec.Input.Root), work.Input, false),
            values.Where(value => !this.FailsByElement(value.Key)).ToDictionary(value => value.Key, value => value.Value),
            [.. implementation.Let.Select(let => let.Name)]);
        this.slots = new(this.code, (text, scope) => this.code.Gate(text, scope), this.ShapeOf);
    }

    /// <summary>The model; null where findings say why there is none.</summary>
    public ComposeModel? Write()
    {
        if (!StepTools.Check(this.work, this.implementation, this.tools)) return null;
        var writer = new DeclarativeWriter(this.code, this.implementation, this.roots.Skip(this.implementation.Let.Count).ToList());
        var items = writer.Items().Concat(this.implementation.Steps.Select(this.Step)).ToList();
        if (this.work.Findings.Errors > 0) return null;

        var flow = new Flow(items);
        var available = new HashSet<string>(StringComparer.Ordinal) { "input", "now" };
        var ordered = flow.TakeItems(available);
        if (flow.Waiting.Count > 0)
        {
            StepCycles.Report(flow.Waiting, this.work.Findings);
            return null;
        }

        var result = writer.Result(this.ShapeOf, this.ByName);
        StepTools.CheckUse(this.work, this.implementation, this.tools, new(this.code.UsedNames.Concat(items.SelectMany(item => item.References)), StringComparer.Ordinal));
        new StepFlows(this.work, this.implementation, this.tools).Report();
        var graph = new StepGraph(ordered, this.nodes);
        return new()
        {
            Output = this.work.Output.TypeName,
            ToolsLimit = this.work.Spec.Limits.Tools,
            UsesNow = this.code.UsesNow,
            Before = graph.Before,
            Nodes = graph.Nodes,
            Result = result,
            Functions = this.code.Functions(),
        };
    }

    /// <summary>The variable that says why an optional step failed.</summary>
    private static string ErrorOf(ComposeStep step) => step.Name + "_error";

    private static TypeUse ErrorUse(ComposeStep step) => step.Each is null ? new(LeafType.String, true) : new(new ListType(new(LeafType.String, true)), true);

    private SchemaValue ValueOf(ComposeStep step)
    {
        var tool = this.tools[step.Name];
        var use = this.work.Types.Roots[tool.OutputRoot] with { IsNullable = step.Optional || step.When is not null };
        if (step.Each is null) return new(tool.Output, SchemaValue.Follow(tool.Output, tool.Output.Root), use, use.IsNullable);
        var list = new SchemaNode { Node = tool.Output.Root.Node, Pointer = "", Types = SchemaTypes.Array, Items = tool.Output.Root };
        return new(tool.Output, list, new(new ListType(use with { IsNullable = step.Optional }), step.When is not null), step.When is not null);
    }

    // Elements of such a list can be null, which no schema says: C# types it.
    private bool FailsByElement(string step) => this.implementation.Steps.Any(one => one.Name == step && one is { Each: not null, Optional: true });

    private RowShape? ShapeOf(string name) =>
        this.tools.TryGetValue(name, out var tool) && this.code.RecordOf(this.work.Types.Roots[tool.OutputRoot].Type) is { } record ? RowShape.Of(record, this.work.Types, default) : null;

    private FlowItem Step(ComposeStep step)
    {
        var references = new HashSet<string>(step.After.Select(after => after.Value), StringComparer.Ordinal);
        var tool = this.tools[step.Name];
        var when = step.When is null ? null : this.code.Gate(step.When, this.code.Names.Whole);
        var each = step.Each is null ? null : this.code.Gate(step.Each, this.code.Names.Whole);
        references.UnionWith(when?.RootNames ?? []);
        references.UnionWith(each?.RootNames ?? []);
        var item = each is null ? null : this.schemas.Of(each.Expression)?.Element();
        var holes = new HoleResolver(this.code, step.Each is null ? this.roots : [.. this.roots, new HoleRoot("item", item?.Use)]);
        var input = new StepInputWriter(this.code, step, tool, holes, this.schemas.With(item), this.slots, when?.RootNames ?? []);
        var arguments = input.Write(references);
        references.Remove("item");
        var node = new NodeModel(NodeModel.TaskOf(step.Name), (step.Optional, each) switch { (false, null) => "call", (true, null) => "try", (false, _) => "each", _ => "try-each" })
        {
            Names = step.Optional ? $"({step.Name}, {ErrorOf(step)})" : step.Name,
            When = when is null ? "" : this.code.Hole(when, SyntaxKind.EqualsValueClause),
            Each = each is null ? "" : this.code.Hole(each, SyntaxKind.Argument),
            Step = CSharpText.Literal(step.Name),
            Tool = CSharpText.Literal(step.Tool.Value),
            Type = this.work.Types.Roots[tool.OutputRoot].Type.Name,
            Values = input.Values,
            Arguments = arguments,
            Reader = this.work.Types.ReaderOf(this.work.Types.Roots[tool.OutputRoot]),
            Retries = step.Retry,
        };
        var made = new FlowItem(step.Optional ? [step.Name, ErrorOf(step)] : [step.Name], references.ToList(), "", step.Member.NameSpan);
        this.nodes[made] = node;
        return made;
    }

    // An output without an entry takes the step of its name.
    private HoleRootValue? ByName(PropertyModel property)
    {
        if (!this.tools.ContainsKey(property.JsonName)) return null;
        this.code.Use(property.JsonName);
        return new(property.JsonName, this.ShapeOf(property.JsonName));
    }
}
