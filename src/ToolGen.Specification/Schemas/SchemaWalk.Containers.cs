using System.Collections.Generic;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <content>Arrays and objects (JSON Schema Validation §6.4, §6.5; Core §10.3, §11).</content>
internal sealed partial class SchemaWalk
{
    private Dictionary<SchemaNode, Dictionary<string, SchemaNode>>? properties;

    private void AssertArray(SchemaNode schema, JsonArray value, EvaluatedParts? parts)
    {
        var count = value.Items.Count;
        if (count < schema.MinItems && this.Tells()) this.Add(Faults.MinItems(schema.MinItems.Value), schema, value);
        if (count > schema.MaxItems && this.Tells()) this.Add(Faults.MaxItems(schema.MaxItems.Value), schema, value);
        if (schema.UniqueItems && this.Compares(value)) this.AssertUnique(schema, value);

        for (var i = 0; i < count && !this.IsFull; i++)
        {
            if (i < schema.PrefixItems.Count) this.At(i, schema.PrefixItems[i], value.Items[i]);
            else if (schema.Items is not { } items) break;
            else this.At(i, items, value.Items[i]);
            parts?.AddItem(i);
        }

        if (schema.Contains is { } contains) this.AssertContains(schema, contains, value, parts);
    }

    private void AssertContains(SchemaNode schema, SchemaNode contains, JsonArray value, EvaluatedParts? parts)
    {
        var (min, max) = (schema.MinContains ?? 1, schema.MaxContains);
        long found = 0;
        for (var i = 0; i < value.Items.Count && this.end is null; i++)
        {
            if (!this.Holds(contains, value.Items[i])) continue;
            found++;
            parts?.AddItem(i);
            if (parts is null && found >= min && (max is null || found > max)) break;
        }

        if (found < min && this.Tells()) this.Add(Faults.Contains(min), schema, value);
        if (found > max && this.Tells()) this.Add(Faults.MaxContains(max!.Value), schema, value);
    }

    private void AssertUnique(SchemaNode schema, JsonArray value)
    {
        var seen = new Dictionary<JsonNode, int>(JsonEquality.Comparer);
        for (var i = 0; i < value.Items.Count; i++)
        {
            if (!seen.TryGetValue(value.Items[i], out var first))
            {
                seen.Add(value.Items[i], i);
                continue;
            }

            if (this.Tells()) this.Add(Faults.UniqueItems(i, first), schema, value);
            return;
        }
    }

    private void AssertObject(SchemaNode schema, JsonObject value, EvaluatedParts? parts)
    {
        foreach (var name in schema.Required)
            if (value.Member(name) is null && this.Tells()) this.AddMissing(Faults.Missing, name);
        foreach (var dependency in schema.DependentRequired.Where(dependency => value.Member(dependency.Name) is not null))
            foreach (var name in dependency.Required)
                if (value.Member(name) is null && this.Tells()) this.AddMissing(Faults.MissingBeside(dependency.Name), name);

        var count = value.Members.Count;
        if (count < schema.MinProperties && this.Tells()) this.Add(Faults.MinProperties(schema.MinProperties.Value), schema, value);
        if (count > schema.MaxProperties && this.Tells()) this.Add(Faults.MaxProperties(schema.MaxProperties.Value), schema, value);
        if (schema.Properties.Count == 0 && schema.PatternProperties.Count == 0 && schema.AdditionalProperties is null && schema.PropertyNames is null) return;

        var known = this.PropertiesOf(schema);
        foreach (var member in value.Members)
        {
            if (this.IsFull) return;
            if (schema.PropertyNames is { } names && !this.Holds(names, new JsonString(member.Name, member.NameSpan)) && this.Tells()) this.AddMember(Faults.NameRefused(member.Name), member, null);
            this.AssertMember(schema, known, value, member, parts);
        }
    }

    private void AssertMember(SchemaNode schema, Dictionary<string, SchemaNode> known, JsonObject value, JsonMember member, EvaluatedParts? parts)
    {
        var isKnown = known.TryGetValue(member.Name, out var property);
        if (isKnown) this.At(member.Name, property!, member.Value);
        foreach (var pattern in schema.PatternProperties)
        {
            if (!this.Matches(pattern.Matcher, member.Name)) continue;
            isKnown = true;
            this.At(member.Name, pattern.Schema, member.Value);
        }

        if (!isKnown && schema.AdditionalProperties is { } additional)
        {
            isKnown = true;
            if (additional.Types != SchemaTypes.None) this.At(member.Name, additional, member.Value);
            else if (this.Tells()) this.RefuseMember(schema, value, member, "additionalProperties");
        }

        if (isKnown) parts?.AddName(member.Name);
    }

    private void AssertUnevaluated(SchemaNode schema, JsonNode value, EvaluatedParts parts)
    {
        if (schema.UnevaluatedItems is { } items && value is JsonArray array)
        {
            for (var i = 0; i < array.Items.Count && !this.IsFull; i++)
                if (!parts.HasItem(i)) this.At(i, items, array.Items[i]);
            parts.AddAllItems();
        }

        if (schema.UnevaluatedProperties is not { } others || value is not JsonObject members) return;
        foreach (var member in members.Members)
        {
            if (this.IsFull) return;
            if (parts.HasName(member.Name)) continue;
            if (others.Types != SchemaTypes.None) this.At(member.Name, others, member.Value);
            else if (this.Tells()) this.RefuseMember(schema, members, member, "unevaluatedProperties");
        }

        parts.AddAllNames();
    }

    private Dictionary<string, SchemaNode> PropertiesOf(SchemaNode schema)
    {
        this.properties ??= [];
        if (!this.properties.TryGetValue(schema, out var map))
            this.properties.Add(schema, map = schema.Properties.GroupBy(property => property.Name).ToDictionary(same => same.Key, same => same.First().Schema));
        return map;
    }

    private void RefuseMember(SchemaNode schema, JsonObject value, JsonMember member, string keyword)
    {
        var names = this.NamesOf(schema);
        var near = NearMiss.Of(member.Name, names.Where(name => value.Member(name) is null));
        this.AddMember(Faults.Unknown(names, near) with { Keyword = keyword }, member, near is null ? null : Excerpt.Quote(near));
    }

    /// <summary>The properties that it and the schemas of the same value name.</summary>
    private List<string> NamesOf(SchemaNode schema)
    {
        var names = new List<string>();
        var seen = new HashSet<SchemaNode>();
        var open = new Queue<SchemaNode>([schema]);
        while (open.Count > 0 && seen.Count < 100)
        {
            var next = open.Dequeue();
            if (!seen.Add(next)) continue;
            names.AddRange(next.Properties.Select(property => property.Name).Where(name => !names.Contains(name)));
            if (this.Target(next.Reference) is { } target) open.Enqueue(target);
            foreach (var inner in next.InPlace) open.Enqueue(inner);
        }

        return names;
    }
}
