using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas.Values;

/// <content>Objects and arrays.</content>
internal sealed partial class ValueMaker
{
    private const int UsualItems = 3;

    private JsonNode? Object(SchemaNode schema, int depth)
    {
        var members = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var name in schema.Required)
        {
            if (this.Make(Of(schema, name), depth + 1) is not { } value) return null;
            members[name] = value;
        }

        foreach (var property in schema.Properties)
        {
            if (members.ContainsKey(property.Name) || !this.Includes(depth)) continue;
            if (this.Make(property.Schema, depth + 1) is { } value) members[property.Name] = value;
        }

        foreach (var dependency in schema.DependentRequired.Where(one => members.ContainsKey(one.Name)))
            foreach (var name in dependency.Required)
                if (!members.ContainsKey(name) && this.Make(Of(schema, name), depth + 1) is { } value) members[name] = value;
        this.AddFurther(schema, members, depth);

        // The order is that of the schema, so that equal values are equal texts.
        var order = schema.Properties.Select(property => property.Name).ToArray();
        return JsonMake.Object(members.OrderBy(member => System.Array.IndexOf(order, member.Key) is >= 0 and var at ? at : order.Length).ThenBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => JsonMake.Member(member.Key, member.Value)));
    }

    /// <summary>Members that no name tells.</summary>
    private void AddFurther(SchemaNode schema, Dictionary<string, JsonNode> members, int depth)
    {
        var pattern = schema.PatternProperties.Count > 0 ? schema.PatternProperties[0] : null;
        var further = pattern?.Schema ?? schema.AdditionalProperties ?? schema.UnevaluatedProperties;
        if (further is null or { Types: SchemaTypes.None }) return;
        var wanted = this.Count(Math.Max(0, (schema.MinProperties ?? 0) - members.Count), schema.MaxProperties is { } most ? Math.Max(0, most - members.Count) : null, depth < RichDepth ? UsualItems : 0);
        for (var i = 0; i < wanted; i++)
        {
            var name = pattern is not null ? new PatternTexts(random, edge).Make(pattern.Pattern)
                : schema.PropertyNames is { } names ? (this.Make(names, depth + 1) as JsonString)?.Value
                : "key" + (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (name is not null && !members.ContainsKey(name) && this.Make(further, depth + 1) is { } value) members[name] = value;
        }
    }

    private JsonNode? Array(SchemaNode schema, int depth)
    {
        var least = Math.Max(schema.MinItems ?? 0, schema.Contains is null ? 0 : schema.MinContains ?? 1);
        var isOpen = schema.Items is not { Types: SchemaTypes.None };
        var count = this.Count(least, isOpen ? schema.MaxItems : Math.Min(schema.MaxItems ?? int.MaxValue, schema.PrefixItems.Count), depth < RichDepth ? UsualItems : 0);
        var items = new List<JsonNode>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var attempt = 0; items.Count < count && attempt < 4 * count; attempt++)
        {
            var at = items.Count;
            var of = at < schema.PrefixItems.Count ? schema.PrefixItems[at]
                : schema.Contains is { } contained && at - schema.PrefixItems.Count < (schema.MinContains ?? 1) ? contained
                : schema.Items ?? Anything;
            if (this.Make(of, depth + 1) is not { } item) return items.Count >= least ? JsonMake.Array(items) : null;
            if (!schema.UniqueItems || seen.Add(JsonWriter.Canonical(item))) items.Add(item);
        }

        return JsonMake.Array(items);
    }

    private static SchemaNode Anything { get; } = new() { Node = JsonMake.True, Pointer = "", Types = SchemaTypes.String | SchemaTypes.Integer };

    private static SchemaNode Of(SchemaNode schema, string name) =>
        schema.Properties.FirstOrDefault(property => property.Name == name)?.Schema ?? schema.AdditionalProperties ?? Anything;

    private bool Includes(int depth) => edge switch
    {
        ValueEdge.Least => false,
        _ when depth >= RichDepth => false,
        ValueEdge.None => random.Chance(2),
        _ => true,
    };
}
