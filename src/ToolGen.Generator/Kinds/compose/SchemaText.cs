using System.Linq;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Generator.Kinds.Compose;

/// <summary>A schema in a few words, for a finding: <c>array of number</c>, <c>object {day, total}</c>, <c>image</c>.</summary>
internal static class SchemaText
{
    private const int MaxNames = 8;

    public static string Of(SchemaPlan plan, SchemaNode schema, int depth = 0)
    {
        var node = SchemaValue.Follow(plan, schema);
        if (node.NominalType is { } nominal) return "`" + Short(nominal) + "`";
        if (node.Enum is { Count: > 0 } values) return "one of " + string.Join(", ", values.Take(MaxNames).Select(Excerpt.Of)) + (values.Count > MaxNames ? " …" : "");
        var types = node.Types & ~SchemaTypes.Null;
        var text = types switch
        {
            SchemaTypes.Array when node.Items is { } items && depth < 3 => "array of " + Bare(Of(plan, items, depth + 1)),
            SchemaTypes.Object when node.Properties.Count > 0 => $"object {{{string.Join(", ", node.Properties.Take(MaxNames).Select(property => Short(property.Name)))}{(node.Properties.Count > MaxNames ? ", …" : "")}}}",
            SchemaTypes.String when node.Base64 => "base64 text",
            SchemaTypes.String when node is { FormatAsserted: true, Format: { } format } => format,
            _ => TypeWords.Describe(types),
        };
        return SchemaValue.IsNullable(node) ? text + " or null" : text;
    }

    // "an integer" → "integer"
    private static string Bare(string text) => text.StartsWith("a ", System.StringComparison.Ordinal) ? text.Substring(2) : text.StartsWith("an ", System.StringComparison.Ordinal) ? text.Substring(3) : text;

    private static string Short(string name) => name.Length <= 40 ? name : name.Substring(0, 40) + "…";
}
