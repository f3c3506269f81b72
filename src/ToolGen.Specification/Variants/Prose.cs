using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Specification.Variants;

/// <summary>Descriptions: what the schema cannot say, they tell the model.</summary>
internal static class Prose
{
    private const int MaxValue = 60;
    private const int MaxSchema = 600;

    private static readonly HashSet<string> Annotations = ["title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly", "$comment", "$schema", "$id", "$anchor"];

    /// <param name="merged">The schema.</param>
    /// <param name="form">How the value is said; null: as it is.</param>
    /// <param name="unsaid">Keywords that the provider does not know.</param>
    public static string? Of(MergedSchema merged, string? form, IReadOnlyList<JsonMember> unsaid)
    {
        var words = unsaid.Select(member => (member.Name, Value: member.Value)).ToList();
        if (merged.Nodes.Select(node => node.Default).FirstOrDefault(value => value is not null) is { } otherwise) words.Add(("default", otherwise));
        var shown = words.Where(one => one.Value is not JsonObject).Select(one => (one.Name, Value: Excerpt.Of(one.Value))).Where(one => one.Value.Length <= MaxValue).Select(one => $"{one.Name}: {one.Value}").ToArray();
        return Join(
            merged.Nodes.Select(node => node.Description).FirstOrDefault(text => text is not null) ?? merged.Nodes[0].Title,
            form,
            shown.Length == 0 ? null : $"({string.Join("; ", shown)})");
    }

    public static string OfText(SchemaNode node)
    {
        var isFree = node.Node is not JsonObject written || written.Members.All(member => Annotations.Contains(member.Name) || member.Name.StartsWith("x-", System.StringComparison.Ordinal));
        var schema = isFree ? "" : node.Node.ToString();
        return Join(node.Description, schema.Length is > 0 and <= MaxSchema ? $"As JSON text, of this schema: {schema}" : "As JSON text.")!;
    }

    private static string? Join(params string?[] parts)
    {
        var text = string.Join(" ", parts.Where(part => !string.IsNullOrEmpty(part)));
        return text.Length == 0 ? null : text;
    }
}
