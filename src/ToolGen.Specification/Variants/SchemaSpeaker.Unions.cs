using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Specification.Variants;

/// <content>One of several: what was written must tell which one was meant.</content>
internal sealed partial class SchemaSpeaker
{
    private SaidSchema Union(MergedSchema merged, IReadOnlyList<SchemaNode> cases, SchemaTypes types, int levels)
    {
        var owner = merged.Nodes.First(one => one.AnyOf.Count + one.OneOf.Count > 0);
        var meant = cases.Where(one => (MergedSchema.Of(one, this.plan.Definitions).Types & types) != SchemaTypes.None).ToArray();
        if (meant.Length == 0) return this.Text(merged.Nodes[0], "no value fits");
        this.carried.Add((owner, "anyOf"));
        var all = meant.Select(one => new Alternative(one, SchemaTypes.Any, this.Of(one, types, levels))).ToArray();
        var tag = this.Tag(meant);
        var either = this.Either(all, tag);
        if (tag is not null || AreDistinct(all)) this.carried.Add((owner, "oneOf"));
        return either;
    }

    /// <summary>The property whose constant tells the cases apart, with their constants; null where there is none.</summary>
    private Tag? Tag(IReadOnlyList<SchemaNode> cases)
    {
        var merged = cases.Select(one => MergedSchema.Of(one, this.plan.Definitions)).ToArray();
        if (merged.Any(one => one.Types != SchemaTypes.Object || one.Cases is not null || one.Values is not null)) return null;
        foreach (var candidate in merged[0].Properties.Where(property => property.IsRequired && SafeNames.IsSafe(property.Name)))
        {
            var constants = merged.Select(one => this.Constants(one, candidate.Name)).ToArray();
            if (constants.Any(one => one.Count == 0)) continue;
            var flat = constants.SelectMany(one => one).ToArray();
            if (flat.Distinct().Count() == flat.Length) return new(candidate.Name, constants);
        }

        return null;
    }

    private IReadOnlyList<string> Constants(MergedSchema merged, string property)
    {
        if (merged.Properties.FirstOrDefault(one => one.Name == property && one.IsRequired) is not { } found) return [];
        var values = MergedSchema.Of(found.Schema, this.plan.Definitions).Values;
        return values is not null && values.All(value => value is JsonString) ? values.Select(value => ((JsonString)value).Value).ToArray() : [];
    }

    private SaidSchema Either(IReadOnlyList<Alternative> all, Tag? tag)
    {
        if (all.Count == 1) return all[0].Said;
        var plain = new SaidSchema(
            [JsonMake.Member("anyOf", JsonMake.Array(all.SelectMany(one => one.Said.Description is null ? one.Said.Alternatives() : [one.Said.ToNode()])))],
            VariantForm.Same, all.Aggregate(SchemaTypes.None, (types, one) => types | one.Said.Types), all.Max(one => one.Said.Levels))
        {
            HidesFirstKey = all.Any(one => one.Said.Types.HasFlag(SchemaTypes.Object)),
        };
        if (!this.provider.WantsDistinctFirstKeys || HaveDistinctFirstKeys(all, tag))
        {
            if (all.All(one => one.Said.Form.IsSame)) return plain;
            if (AreDistinct(all)) return plain with { Form = Branches(UnionChoice.Type, null, all, _ => []) };
            if (tag is not null && all.All(one => one.Said.Types == SchemaTypes.Object)) return plain with { Form = Branches(UnionChoice.Property, tag.Property, all, index => tag.Constants[index]) };
        }

        return this.Cases(all);
    }

    private SaidSchema Cases(IReadOnlyList<Alternative> all)
    {
        var taken = new HashSet<string>();
        var keys = all.Select((one, index) => SafeNames.Of(NameOf(one) ?? "case_" + (index + 1).ToString(CultureInfo.InvariantCulture), taken)).ToArray();
        var wrapped = all.Select((one, index) => SaidSchema.Around(keys[index], one.Said, VariantForm.Same)).ToArray();
        foreach (var one in all.Where(one => one.Schema is not null)) this.Lose(LossKind.Form, one.Schema!, null, $"{{{JsonWriter.Quote(keys[all.ToList().IndexOf(one)])}: …}}");
        return new(
            [JsonMake.Member("anyOf", JsonMake.Array(wrapped.Select(one => one.ToNode())))],
            Branches(UnionChoice.Case, null, all, index => [keys[index]]), SchemaTypes.Object, wrapped.Max(one => one.Levels))
        { HidesFirstKey = true };
    }

    private static string? NameOf(Alternative one) => one.Schema is { Reference: { } key } ? key.Substring(key.LastIndexOf('/') + 1) : one.Schema?.Title;

    private static UnionForm Branches(UnionChoice choice, string? property, IReadOnlyList<Alternative> all, System.Func<int, IReadOnlyList<string>> keys) =>
        new(choice, property, all.Select((one, index) => new BranchForm(one.Schema, one.Types, one.Said.Types, keys(index), one.Said.Form)).ToArray());

    private static bool AreDistinct(IReadOnlyList<Alternative> all)
    {
        var seen = SchemaTypes.None;
        foreach (var one in all)
        {
            if ((seen & one.Said.Types) != 0) return false;
            seen |= one.Said.Types;
        }

        return true;
    }

    private static bool HaveDistinctFirstKeys(IReadOnlyList<Alternative> all, Tag? tag)
    {
        var objects = all.Where(one => one.Said.Types.HasFlag(SchemaTypes.Object)).ToArray();
        if (objects.Length < 2) return true;
        if (objects.Any(one => one.Said.HidesFirstKey)) return false;
        var keys = objects.Select(one => one.Said.FirstKey).ToArray();
        return keys.Distinct().Count() == keys.Length || (tag is not null && keys.All(key => key == tag.Property));
    }
}

/// <summary>One of several.</summary>
/// <param name="Schema">A case of a union; null where <paramref name="Types"/> tells.</param>
/// <param name="Types">The types of its values.</param>
/// <param name="Said">How they are said.</param>
internal sealed record Alternative(SchemaNode? Schema, SchemaTypes Types, SaidSchema Said);

/// <summary>What tells the cases of a union apart.</summary>
internal sealed record Tag(string Property, IReadOnlyList<IReadOnlyList<string>> Constants);
