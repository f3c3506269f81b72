using System.Collections.Generic;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <summary>Faults of a schema's nodes in the words that generated code has too.</summary>
internal static class SchemaFaults
{
    public static Fault Enum(IReadOnlyList<JsonNode> values) => Faults.Enum([.. values.Select(Excerpt.Of)], [.. values.OfType<JsonString>().Select(text => text.Value)]);

    public static Fault Type(SchemaNode schema)
    {
        var format = schema.Types == SchemaTypes.String && schema.FormatAsserted ? schema.Format : null;
        return Faults.Type(format is null ? TypeWords.Describe(schema.Types) : FormatWords.Of(format), format);
    }
}
