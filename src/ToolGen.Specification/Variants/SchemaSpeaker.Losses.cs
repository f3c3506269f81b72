using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Specification.Variants;

/// <content>What the provider's schema does not say.</content>
internal sealed partial class SchemaSpeaker
{
    private static readonly HashSet<string> Asserting = new(
        ("enum const minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern format contentEncoding contentMediaType contentSchema "
        + "minItems maxItems uniqueItems contains minContains maxContains unevaluatedItems minProperties maxProperties patternProperties propertyNames "
        + "dependentRequired dependentSchemas anyOf oneOf not if then else required").Split(' '));

    private void Lose(LossKind kind, SchemaNode node, string? keyword, string how) => this.losses.Add(new(kind, node, keyword, how));

    /// <summary>Gathers the keywords that were not carried over.</summary>
    private List<JsonMember> ReportUnsaid(MergedSchema merged)
    {
        var unsaid = new List<JsonMember>();
        foreach (var node in merged.Nodes)
        {
            if (node.Node is not JsonObject written) continue;
            foreach (var member in written.Members.Where(member => this.IsUnsaid(merged, node, member)))
            {
                this.Lose(LossKind.Keyword, node, member.Name, "");
                unsaid.Add(member);
            }
        }

        return unsaid;
    }

    private bool IsUnsaid(MergedSchema merged, SchemaNode node, JsonMember member)
    {
        if (!Asserting.Contains(member.Name) || this.carried.Contains((node, member.Name))) return false;
        if (SchemaKeywords.AppliesTo.TryGetValue(member.Name, out var types) && (types & merged.Types) == 0) return false;
        return member.Name switch
        {
            "format" => node.FormatAsserted,
            "contentEncoding" => node.Base64,
            "contentMediaType" => node.JsonText,
            "contentSchema" => node.ContentSchema is not null,
            "uniqueItems" => node.UniqueItems,
            "then" or "else" => node.If is not null,
            "minContains" or "maxContains" => node.Contains is not null,
            "required" => node.Required.Any(name => merged.Properties.All(property => property.Name != name)),
            "minLength" or "minItems" or "minProperties" => member.Value is not JsonNumber { Text: "0" },
            _ => true,
        };
    }
}

/// <summary>Something that a provider's schema says less of, or otherwise.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Node">Where.</param>
/// <param name="Keyword">The keyword; null: the schema as a whole.</param>
/// <param name="How">How it is said, or why it is not.</param>
internal sealed record Loss(LossKind Kind, SchemaNode Node, string? Keyword, string How);

internal enum LossKind
{
    Keyword,
    Form,
    Text,
}
