using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Registry.Changes.Schemas;

/// <summary>Whether two schemas say the same of every value: keyword by keyword, through references. Texts play no part. Where it can't be told the answer is no.</summary>
internal sealed class SchemaSameness(SchemaPlan older, SchemaPlan newer, SchemaBudget budget)
{
    private readonly Dictionary<(SchemaNode, SchemaNode), bool> known = [];
    private readonly Stack<(SchemaNode, SchemaNode)> assumed = [];

    public bool Of(SchemaNode? before, SchemaNode? after)
    {
        if (before is null || after is null) return before is null && after is null;
        before = SchemaShape.Resolved(before, older);
        after = SchemaShape.Resolved(after, newer);
        if (this.known.TryGetValue((before, after), out var same)) return same;
        if (!budget.Enter()) return false;

        // A schema that holds itself is the same where everything else is; where it is not, what relied on it is not known.
        var below = this.assumed.Count;
        this.assumed.Push((before, after));
        this.known[(before, after)] = true;
        var holds = this.Values(before, after) && this.Parts(before, after) && this.InPlace(before, after);
        while (!holds && this.assumed.Count > below) this.known.Remove(this.assumed.Pop());
        if (!holds) this.known[(before, after)] = false;
        budget.Leave();
        return holds;
    }

    /// <summary>Whether two lists are the same, in whatever order.</summary>
    public bool Of(IReadOnlyList<SchemaNode> before, IReadOnlyList<SchemaNode> after)
    {
        if (before.Count != after.Count) return false;
        var (gone, more) = this.Apart(before, after);
        return gone.Count == 0 && more.Count == 0;
    }

    /// <summary>What stands in one list alone.</summary>
    public (List<SchemaNode> Gone, List<SchemaNode> More) Apart(IReadOnlyList<SchemaNode> before, IReadOnlyList<SchemaNode> after)
    {
        var (gone, more) = (new List<SchemaNode>(), after.ToList());
        foreach (var one in before)
        {
            var at = more.FindIndex(other => this.Of(one, other));
            if (at < 0) gone.Add(one);
            else more.RemoveAt(at);
        }

        return (gone, more);
    }

    private bool Values(SchemaNode a, SchemaNode b) =>
        a.Types == b.Types && Choices(a.Enum, b.Enum) && Value(a.Const, b.Const) && Value(a.Minimum, b.Minimum) && Value(a.Maximum, b.Maximum)
        && Value(a.ExclusiveMinimum, b.ExclusiveMinimum) && Value(a.ExclusiveMaximum, b.ExclusiveMaximum) && Value(a.MultipleOf, b.MultipleOf)
        && a.MinLength == b.MinLength && a.MaxLength == b.MaxLength && a.Pattern?.Value == b.Pattern?.Value
        && a.FormatAsserted == b.FormatAsserted && (!a.FormatAsserted || a.Format == b.Format)
        && a.Base64 == b.Base64 && a.JsonText == b.JsonText && a.NominalType == b.NominalType && Value(a.Default, b.Default) && this.Of(a.ContentSchema, b.ContentSchema);

    private bool Parts(SchemaNode a, SchemaNode b) =>
        Paired(a.PrefixItems, b.PrefixItems, this.Of) && this.Of(a.Items, b.Items) && a.MinItems == b.MinItems && a.MaxItems == b.MaxItems && a.UniqueItems == b.UniqueItems
        && this.Of(a.Contains, b.Contains) && a.MinContains == b.MinContains && a.MaxContains == b.MaxContains
        && this.Named(a.Properties, b.Properties) && Names(a.Required, b.Required) && this.Of(a.AdditionalProperties, b.AdditionalProperties)
        && a.MinProperties == b.MinProperties && a.MaxProperties == b.MaxProperties && this.Of(a.PropertyNames, b.PropertyNames)
        && a.PatternProperties.Count == b.PatternProperties.Count
        && a.PatternProperties.All(one => b.PatternProperties.FirstOrDefault(other => other.Pattern == one.Pattern) is { } other && this.Of(one.Schema, other.Schema))
        && Dependencies(a.DependentRequired, b.DependentRequired)
        && this.Of(a.UnevaluatedProperties, b.UnevaluatedProperties) && this.Of(a.UnevaluatedItems, b.UnevaluatedItems);

    private bool InPlace(SchemaNode a, SchemaNode b) =>
        a.DynamicReference is null && b.DynamicReference is null && a.DynamicAnchor is null && b.DynamicAnchor is null && this.Reference(a.Reference, b.Reference)
        && this.Of(a.AllOf, b.AllOf) && this.Of(a.AnyOf, b.AnyOf) && this.Of(a.OneOf, b.OneOf) && this.Of(a.Not, b.Not) && this.Of(a.If, b.If) && this.Of(a.Then, b.Then) && this.Of(a.Else, b.Else)
        && this.Named(a.DependentSchemas, b.DependentSchemas);

    private bool Reference(string? before, string? after)
    {
        if (before is null || after is null) return before is null && after is null;
        return SchemaShape.IsPublished(before, after) || this.Of(older.Definitions.GetValueOrDefault(before), newer.Definitions.GetValueOrDefault(after));
    }

    private bool Named(IReadOnlyList<SchemaProperty> before, IReadOnlyList<SchemaProperty> after)
    {
        if (before.Count != after.Count) return false;
        var byName = after.ToDictionary(property => property.Name, property => property.Schema, StringComparer.Ordinal);
        return before.All(property => byName.TryGetValue(property.Name, out var other) && this.Of(property.Schema, other));
    }

    private static bool Dependencies(IReadOnlyList<SchemaDependency> before, IReadOnlyList<SchemaDependency> after) =>
        before.Count == after.Count && before.All(one => after.FirstOrDefault(other => other.Name == one.Name) is { } other && Names(one.Required, other.Required));

    private static bool Names(IReadOnlyList<string> before, IReadOnlyList<string> after) => before.ToHashSet(StringComparer.Ordinal).SetEquals(after);

    private static bool Choices(IReadOnlyList<JsonNode>? before, IReadOnlyList<JsonNode>? after) =>
        before is null || after is null ? before is null && after is null : before.ToHashSet(JsonEquality.Comparer).SetEquals(after);

    private static bool Value(JsonNode? before, JsonNode? after) => before is null || after is null ? before is null && after is null : JsonEquality.Equals(before, after);

    private static bool Paired(IReadOnlyList<SchemaNode> before, IReadOnlyList<SchemaNode> after, Func<SchemaNode, SchemaNode, bool> same) =>
        before.Count == after.Count && before.Zip(after).All(pair => same(pair.First, pair.Second));
}
