using System.Linq;
using ToolGen.Specification.Schemas;

namespace ToolGen.Testing.Comparison;

/// <summary>Finds the schema of a part of a value.</summary>
internal static class SchemaPlaces
{
    /// <summary>The schema behind <c>$ref</c>; chains end, the reader refuses circles.</summary>
    public static SchemaNode? Resolve(SchemaPlan? plan, SchemaNode? schema)
    {
        while (schema?.Reference is { } reference && plan is not null && plan.Definitions.TryGetValue(reference, out var target)) schema = target;
        return schema;
    }

    public static SchemaNode? Item(SchemaNode? schema, int index) =>
        schema is null ? null : index < schema.PrefixItems.Count ? schema.PrefixItems[index] : schema.Items;

    public static SchemaNode? Member(SchemaNode? schema, string name) =>
        schema?.Properties.FirstOrDefault(property => property.Name == name)?.Schema ?? schema?.AdditionalProperties;
}
