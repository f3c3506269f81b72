using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Specification.Variants;

/// <content>References: a definition that is used once is said in its place.</content>
internal sealed partial class SchemaSpeaker
{
    private SaidSchema Reference(SchemaNode node, SchemaTypes mask, int levels)
    {
        var key = node.Reference!;
        var target = this.plan.Definitions[key];
        if (this.uses.TryGetValue(key, out var count) && count == 1 && !this.inside.Contains(target))
        {
            var inline = this.Of(target, mask, levels);
            return node.Description is { } own && inline.Form is not TextForm ? inline with { Description = own } : inline;
        }

        if (!this.definitions.TryGetValue(key, out var definition)) definition = this.Define(key, target);
        if (definition.Said is null && !this.provider.Recurses) return this.Text(node, "it contains itself");
        if (levels + (definition.Said?.Levels ?? 1) > this.provider.MaxLevels) return this.Text(node, this.TooDeep);
        return new([JsonMake.Member("$ref", JsonMake.Text("#/$defs/" + definition.Name))], new ReferenceForm(definition.Name), definition.Said?.Types ?? this.Expected(target), definition.Said?.Levels ?? 1)
        {
            Description = node.Description,
            FirstKey = definition.Said?.FirstKey,
            HidesFirstKey = definition.Said?.HidesFirstKey ?? true,
        };
    }

    private Definition Define(string key, SchemaNode target)
    {
        var definition = new Definition(SafeNames.Of(key.Substring(key.LastIndexOf('/') + 1), this.names));
        this.definitions.Add(key, definition);
        var (outerInside, outerLosses) = (this.inside, this.losses);
        (this.inside, this.losses) = ([], []);
        definition.Said = this.Of(target, SchemaTypes.Any, 0);
        definition.Losses = this.losses;
        (this.inside, this.losses) = (outerInside, outerLosses);
        return definition;
    }

    /// <summary>The types of a definition that is being said: an object's are sure, others can turn out to be said otherwise.</summary>
    private SchemaTypes Expected(SchemaNode target)
    {
        if (IsReference(target)) return SchemaTypes.Any;
        var merged = MergedSchema.Of(target, this.plan.Definitions);
        return merged.Types != SchemaTypes.Object || merged.Cases is not null || merged.Values is not null || merged.IsDynamic ? SchemaTypes.Any
            : IsMap(merged) ? SchemaTypes.Array : SchemaTypes.Object;
    }
}

/// <summary>An entry of <c>$defs</c>.</summary>
internal sealed class Definition(string name)
{
    public string Name { get; } = name;

    /// <summary>Null while it is being said.</summary>
    public SaidSchema? Said { get; set; }

    public IReadOnlyList<Loss> Losses { get; set; } = [];
}

/// <summary>How often each definition is referred to.</summary>
internal static class ReferenceUses
{
    public static Dictionary<string, int> Of(SchemaPlan plan)
    {
        var uses = new Dictionary<string, int>();
        var seen = new HashSet<SchemaNode>();
        var open = new Stack<SchemaNode>([plan.Root]);
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (!seen.Add(next)) continue;
            if (next.Reference is { } key && plan.Definitions.TryGetValue(key, out var target))
            {
                uses[key] = uses.TryGetValue(key, out var count) ? count + 1 : 1;
                open.Push(target);
            }

            if (next.DynamicReference is { } dynamic && plan.Definitions.TryGetValue(dynamic.Target, out var first)) open.Push(first);
            foreach (var inner in next.Inner) open.Push(inner);
        }

        // Where two keys lead to one schema, each use counts for both.
        foreach (var same in uses.Keys.GroupBy(key => plan.Definitions[key]).Where(same => same.Count() > 1).ToArray())
            foreach (var key in same) uses[key] = 2;
        return uses;
    }
}
