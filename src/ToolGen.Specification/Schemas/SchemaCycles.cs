using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Specification.Schemas;

/// <summary>
/// Finds schemas that lead back to themselves at the same value (<c>$ref</c>, <c>allOf</c> …): no value could ever be decided. What only goes round
/// through a property or an item ends with the value. Each schema is looked at once.
/// </summary>
internal static class SchemaCycles
{
    /// <summary>A schema of a circle, one with a reference; null where there is none.</summary>
    public static SchemaNode? Find(SchemaPlan plan, IEnumerable<SchemaNode> schemas)
    {
        var ended = new HashSet<SchemaNode>();
        foreach (var schema in schemas)
            if (Find(plan, schema, ended) is { } circle) return circle;
        return null;
    }

    // Without recursion: a chain can be as long as a plan has schemas.
    private static SchemaNode? Find(SchemaPlan plan, SchemaNode start, HashSet<SchemaNode> ended)
    {
        var open = new HashSet<SchemaNode>();
        var stack = new Stack<(SchemaNode Node, IEnumerator<SchemaNode> Next)>();
        if (ended.Contains(start)) return null;
        stack.Push((start, Next(plan, start).GetEnumerator()));
        open.Add(start);
        while (stack.Count > 0)
        {
            var (node, next) = stack.Peek();
            if (!next.MoveNext())
            {
                stack.Pop();
                open.Remove(node);
                ended.Add(node);
            }
            else if (open.Contains(next.Current))
            {
                return stack.Select(entry => entry.Node).FirstOrDefault(one => one.Reference is not null || one.DynamicReference is not null) ?? node;
            }
            else if (!ended.Contains(next.Current))
            {
                open.Add(next.Current);
                stack.Push((next.Current, Next(plan, next.Current).GetEnumerator()));
            }
        }

        return null;
    }

    private static IEnumerable<SchemaNode> Next(SchemaPlan plan, SchemaNode node)
    {
        if (node.Reference is { } reference && plan.Definitions.TryGetValue(reference, out var target)) yield return target;
        if (node.DynamicReference is { } dynamic && plan.Definitions.TryGetValue(dynamic.Target, out var first)) yield return first;
        foreach (var inner in node.InPlace) yield return inner;
    }
}
