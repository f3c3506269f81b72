using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Specification.Variants;

/// <summary>Says a plan in the words of one provider: what it lets through is at least what the plan does, each value in the form that maps back.</summary>
internal sealed partial class SchemaSpeaker
{
    /// <summary>Schemas that are said, at most; beyond it the rest is JSON text.</summary>
    private const int MaxSaid = 5_000;

    /// <summary>Schemas that lead to each other, at most: references nest without levels.</summary>
    private const int MaxDepth = 150;

    private readonly SchemaPlan plan;
    private readonly Provider provider;
    private readonly HashSet<string> folded;
    private readonly Dictionary<string, int> uses;
    private readonly Dictionary<string, Definition> definitions = [];
    private readonly HashSet<string> names = [];
    private HashSet<SchemaNode> inside = [];
    private HashSet<(SchemaNode Node, string Keyword)> carried = [];
    private List<Loss> losses = [];
    private int said;
    private int depth;

    /// <param name="plan">Of the arguments.</param>
    /// <param name="provider">Whose words.</param>
    /// <param name="folded">Properties of the root that are said as JSON text.</param>
    public SchemaSpeaker(SchemaPlan plan, Provider provider, HashSet<string> folded)
    {
        this.plan = plan;
        this.provider = provider;
        this.folded = folded;
        this.uses = ReferenceUses.Of(plan);
    }

    /// <summary>Names of <c>$defs</c>, and what stands there.</summary>
    public IReadOnlyDictionary<string, Definition> Definitions => this.definitions;

    /// <summary>What the root's schema loses; that of a definition stands there.</summary>
    public IReadOnlyList<Loss> Losses => this.losses;

    /// <summary>The arguments; null where they can only be said as one text.</summary>
    public SaidSchema? Root()
    {
        var root = this.Of(this.plan.Root, SchemaTypes.Object, 0);
        if (root.Types == SchemaTypes.Object && root.Members[0] is { Name: "type" }) return root;
        if (root.Types == SchemaTypes.String || root.Levels >= this.provider.MaxLevels) return null;
        this.Lose(LossKind.Form, this.plan.Root, "type", $"an object whose only property \"{Variant.Arguments}\" holds the arguments");
        return SaidSchema.Around(Variant.Arguments, root, new WrappedForm(Variant.Arguments, root.Form));
    }

    private string TooDeep => $"it is nested deeper than {this.provider.MaxLevels} levels";

    private SaidSchema Of(SchemaNode node, SchemaTypes mask, int levels)
    {
        if (IsReference(node)) return this.Reference(node, mask, levels);
        if (++this.said > MaxSaid || this.depth > MaxDepth) return this.Text(node, "the schema is too large");
        if (!this.inside.Add(node)) return this.Text(node, "it contains itself");
        var (before, carried) = (this.losses.Count, this.carried);
        this.carried = [];
        this.depth++;
        try
        {
            var merged = MergedSchema.Of(node, this.plan.Definitions);
            var value = this.Said(merged, mask, levels);
            if (levels + value.Levels > this.provider.MaxLevels)
            {
                this.losses.RemoveRange(before, this.losses.Count - before);
                return this.Text(node, this.TooDeep);
            }

            if (value.Form is TextForm) return value;
            return value with { Description = Prose.Of(merged, value.Description, this.ReportUnsaid(merged)) };
        }
        finally
        {
            this.depth--;
            this.inside.Remove(node);
            this.carried = carried;
        }
    }

    private SaidSchema Said(MergedSchema merged, SchemaTypes mask, int levels)
    {
        var node = merged.Nodes[0];
        var types = merged.Types & mask;
        if (merged.IsDynamic) return this.Text(node, "\"$dynamicRef\" is known at the value only");
        if (merged.Cases is { } cases) return this.Union(merged, cases, types, levels);
        if (merged.Values is { } values && this.Enum(merged, values, types) is { } constants) return constants;
        if (types == SchemaTypes.Any) return this.Anything(merged);
        var all = new List<Alternative>();
        if (types.HasFlag(SchemaTypes.String)) all.Add(new(null, SchemaTypes.String, this.String(merged)));
        if ((types & SchemaTypes.Number) != 0) all.Add(new(null, SchemaTypes.Number, this.Number(merged, types)));
        if (types.HasFlag(SchemaTypes.Boolean)) all.Add(new(null, SchemaTypes.Boolean, SaidSchema.Scalar("boolean", SchemaTypes.Boolean)));
        if (types.HasFlag(SchemaTypes.Array)) all.Add(new(null, SchemaTypes.Array, this.Array(merged, levels)));
        if (types.HasFlag(SchemaTypes.Object)) all.Add(new(null, SchemaTypes.Object, this.Object(merged, levels)));
        if (types.HasFlag(SchemaTypes.Null)) all.Add(new(null, SchemaTypes.Null, SaidSchema.Null));
        return all.Count == 0 ? this.Text(node, "no value fits") : this.Either(all, null);
    }

    /// <summary>Any JSON at all loses nothing as text; what is asserted beside does.</summary>
    private SaidSchema Anything(MergedSchema merged) => merged.Nodes.Any(one => one.HasAssertions && one.Node is JsonObject)
        ? this.Text(merged.Nodes[0], "it has no \"type\"")
        : SaidSchema.Scalar("string", SchemaTypes.String) with { Form = VariantForm.Text, Description = Prose.OfText(merged.Nodes[0]) };

    private SaidSchema Text(SchemaNode node, string why)
    {
        this.Lose(LossKind.Text, node, null, why);
        return SaidSchema.Scalar("string", SchemaTypes.String) with { Form = VariantForm.Text, Description = Prose.OfText(node) };
    }

    private static bool IsReference(SchemaNode node) => node.Reference is not null && !node.HasAssertions;
}
