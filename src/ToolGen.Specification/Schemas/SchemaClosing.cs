using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <summary>
/// Closes what stands in a tool (SPEC §2), and the published schema says so: an object that lists properties gets <c>additionalProperties: false</c>,
/// or <c>unevaluatedProperties: false</c> outermost where other schemas bring properties to the same object; a tuple has all its elements and no more.
/// </summary>
internal sealed class SchemaClosing
{
    private readonly SchemaPlan plan;
    private readonly HashSet<SchemaNode> own;

    // Schemas that something else adds properties to: closed by themselves they would refuse those.
    private readonly HashSet<SchemaNode> shared = [];

    private SchemaClosing(SchemaPlan plan, IEnumerable<SchemaNode> own)
    {
        this.plan = plan;
        this.own = new(own);
    }

    /// <param name="plan">The schema.</param>
    /// <param name="own">The schemas of the file; other documents stay as they are.</param>
    public static void Run(SchemaPlan plan, IReadOnlyList<SchemaNode> own) => new SchemaClosing(plan, own).Run(own);

    private void Run(IReadOnlyList<SchemaNode> nodes)
    {
        foreach (var node in nodes.Where(IsComposite)) this.Share(node);
        foreach (var node in nodes.Where(node => !this.shared.Contains(node))) this.Close(node);
        foreach (var node in nodes) CloseTuple(node);
    }

    /// <summary>Cases of a union, and what a bare reference leads to, are whole by themselves; any other schema of the same value adds to this one.</summary>
    private static bool IsComposite(SchemaNode node) => node.HasInPlace && !IsTransparent(node);

    private static bool IsTransparent(SchemaNode node) =>
        node.AdditionalProperties is null && node.UnevaluatedProperties is null && node.Properties.Count == 0 && node.PatternProperties.Count == 0
        && node.AllOf.Count == 0 && node.Not is null && node.If is null && node.DependentSchemas.Count == 0 && node.DynamicReference is null
        && (node.Reference is null ? 0 : 1) + (node.AnyOf.Count > 0 ? 1 : 0) + (node.OneOf.Count > 0 ? 1 : 0) == 1;

    private void Share(SchemaNode node)
    {
        var open = new Stack<SchemaNode>(this.Applied(node));
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (!this.shared.Add(next)) continue;
            foreach (var inner in this.Applied(next)) open.Push(inner);
        }
    }

    private IEnumerable<SchemaNode> Applied(SchemaNode node)
    {
        foreach (var inner in node.InPlace) yield return inner;
        if (node.Reference is { } reference && this.plan.Definitions.TryGetValue(reference, out var target)) yield return target;
        if (node.DynamicReference is { } dynamic && this.plan.Definitions.TryGetValue(dynamic.Target, out var first)) yield return first;
    }

    // An object without "properties" is a free map: closing it would leave only {}. The root is the list of arguments itself.
    private void Close(SchemaNode node)
    {
        if (node.Node is not JsonObject written || (node.Types & SchemaTypes.Object) == 0 || node.AdditionalProperties is not null || node.UnevaluatedProperties is not null) return;
        var isRoot = ReferenceEquals(node, this.plan.Root);
        if (!node.HasInPlace)
        {
            if (written.Member("properties") is not null || isRoot) node.AdditionalProperties = Nothing(node, "additionalProperties");
        }
        else if (IsComposite(node) ? isRoot || this.Brings(node) : this.Applied(node).Any(inner => this.shared.Contains(inner) && this.own.Contains(inner) && this.Brings(inner)))
        {
            node.UnevaluatedProperties = Nothing(node, "unevaluatedProperties");
        }
    }

    /// <summary>Whether it, or a schema of the same value, names properties.</summary>
    private bool Brings(SchemaNode node)
    {
        var seen = new HashSet<SchemaNode>();
        var open = new Stack<SchemaNode>([node]);
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (!seen.Add(next)) continue;
            if (next.Properties.Count > 0) return true;
            foreach (var inner in this.Applied(next)) open.Push(inner);
        }

        return false;
    }

    private static void CloseTuple(SchemaNode node)
    {
        if (node.PrefixItems.Count == 0 || node.UnevaluatedItems is not null || node.MinItems is not null || (node.Items is { Types: not SchemaTypes.None })) return;
        if (node.MaxItems is { } most && most != node.PrefixItems.Count) return;
        node.MinItems = node.PrefixItems.Count;
        node.Items ??= Nothing(node, "items");
    }

    private static SchemaNode Nothing(SchemaNode node, string keyword) =>
        new() { Node = new JsonBoolean(false, node.Node.Span), Pointer = node.Pointer + "/" + keyword, Resource = node.Resource, Types = SchemaTypes.None };
}
