using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Specification.Specs.Reading;

/// <summary>In samples, an array of strings that stands where the schema says exactly "string" is text by lines (SPEC §1.5).</summary>
internal static class SampleLines
{
    /// <summary>The value with such arrays joined by LF; the same node where there are none.</summary>
    public static JsonNode Join(SchemaPlan plan, JsonNode value) => Join(plan, plan.Root, value);

    private static JsonNode Join(SchemaPlan plan, SchemaNode schema, JsonNode value)
    {
        // A definition may name itself: follow references only as far as there is a value to go down into.
        for (var steps = 0; schema.Reference is { } reference && plan.Definitions.TryGetValue(reference, out var target) && steps < 32; steps++) schema = target;
        switch (value)
        {
            case JsonArray lines when schema.Types == SchemaTypes.String:
                return Texts.Of(lines) is { } text && text.Lines.All(line => line.Value.IndexOfAny(['\n', '\r']) < 0) ? new JsonString(text.Value, lines.Span) : value;
            case JsonArray array:
                return Replace(array, plan, schema);
            case JsonObject @object:
                return Replace(@object, plan, schema);
            default:
                return value;
        }
    }

    private static JsonNode Replace(JsonArray array, SchemaPlan plan, SchemaNode schema)
    {
        List<JsonNode>? changed = null;
        for (var i = 0; i < array.Items.Count; i++)
        {
            var item = i < schema.PrefixItems.Count ? schema.PrefixItems[i] : schema.Items;
            if (item is null) continue;
            var joined = Join(plan, item, array.Items[i]);
            if (!ReferenceEquals(joined, array.Items[i])) (changed ??= [.. array.Items])[i] = joined;
        }

        return changed is null ? array : new JsonArray(changed, array.Span);
    }

    private static JsonNode Replace(JsonObject @object, SchemaPlan plan, SchemaNode schema)
    {
        List<JsonMember>? changed = null;
        for (var i = 0; i < @object.Members.Count; i++)
        {
            var member = @object.Members[i];
            var property = schema.Properties.FirstOrDefault(one => one.Name == member.Name)?.Schema ?? schema.AdditionalProperties;
            if (property is null) continue;
            var joined = Join(plan, property, member.Value);
            if (!ReferenceEquals(joined, member.Value)) (changed ??= [.. @object.Members])[i] = new(member.Name, member.NameSpan, joined);
        }

        return changed is null ? @object : new JsonObject(changed, @object.Span);
    }
}
