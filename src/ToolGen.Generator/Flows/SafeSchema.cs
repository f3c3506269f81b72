using System.Linq;
using ToolGen.Generator.Kinds.Compose;
using ToolGen.Generator.Types;
using ToolGen.Specification.Schemas;

namespace ToolGen.Generator.Flows;

/// <summary>What values of a schema can not harm.</summary>
internal static class SafeSchema
{
    private const int MaxDepth = 12;

    /// <summary>Of a member, by its dotted names in C#; elements of lists have no name.</summary>
    public static Harm At(SchemaPlan plan, string path)
    {
        var node = SchemaValue.Follow(plan, plan.Root);
        foreach (var segment in path.Split(['.'], System.StringSplitOptions.RemoveEmptyEntries))
        {
            for (var i = 0; i < MaxDepth && node.Items is { } items && node.Properties.Count == 0; i++) node = SchemaValue.Follow(plan, items);
            var next = node.Properties.FirstOrDefault(property => CSharpNames.Pascal(property.Name) == segment.TrimEnd('_'))?.Schema;
            if (next is null) break;
            node = SchemaValue.Follow(plan, next);
        }

        return Of(plan, node, 0);
    }

    private static Harm Of(SchemaPlan plan, SchemaNode node, int depth)
    {
        node = SchemaValue.Follow(plan, node);
        if (depth > MaxDepth) return Harm.None;
        if (node.Enum is not null || node.Const is not null) return Harm.All;
        var safe = node.AllOf.Aggregate(Harm.None, (known, one) => known | Of(plan, one, depth + 1));
        var choices = node.AnyOf.Count > 0 ? node.AnyOf : node.OneOf;
        if (choices.Count > 0) safe |= choices.Aggregate(Harm.All, (known, one) => known & Of(plan, one, depth + 1));
        return safe | ByType(plan, node, depth);
    }

    private static Harm ByType(SchemaPlan plan, SchemaNode node, int depth)
    {
        var safe = Harm.All;
        if ((node.Types & SchemaTypes.String) != 0) safe &= Text(node);
        if ((node.Types & SchemaTypes.Array) != 0) safe &= node.PrefixItems.Count == 0 && node.Items is { } items ? Of(plan, items, depth + 1) : Harm.None;
        if ((node.Types & SchemaTypes.Object) == 0) return safe;
        if (node.Properties.Count == 0 && node.AdditionalProperties is null or { Types: SchemaTypes.Any }) return Harm.None;
        return node.Properties.Aggregate(safe, (known, property) => known & Of(plan, property.Schema, depth + 1));
    }

    private static Harm Text(SchemaNode node)
    {
        var safe = node.Pattern is { } pattern ? SafePattern.Of(pattern.Value) : Harm.None;
        if (!node.FormatAsserted) return safe;
        return safe | node.Format switch
        {
            "date" or "time" or "date-time" or "duration" or "uuid" or "decimal" or "big" => Harm.All,
            "ipv4" or "hostname" => Harm.Path | Harm.Address | Harm.Sql,
            "ipv6" => Harm.Path | Harm.Sql,
            _ => Harm.None,
        };
    }
}
