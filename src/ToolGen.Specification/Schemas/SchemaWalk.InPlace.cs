using System.Collections.Generic;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <content>Schemas that are applied to the same value (JSON Schema Core §8.2.3, §10.2).</content>
internal sealed partial class SchemaWalk
{
    private void AssertInPlace(SchemaNode schema, JsonNode value, EvaluatedParts? parts)
    {
        if (!schema.HasInPlace) return;
        if (this.Target(schema.Reference) is { } target) this.Visit(target, value, parts);
        if (this.Target(schema.DynamicReference) is { } dynamic) this.Visit(dynamic, value, parts);
        foreach (var part in schema.AllOf) this.Visit(part, value, parts);
        if (schema.AnyOf.Count > 0) this.AssertAnyOf(schema, value, parts);
        if (schema.OneOf.Count > 0) this.AssertOneOf(schema, value, parts);
        if (schema.Not is { } refused && this.Holds(refused, value) && this.end is null && this.Tells()) this.Add(Faults.Not, schema, value);
        if (schema.If is { } condition)
        {
            var then = this.Holds(condition, value, parts) ? schema.Then : schema.Else;
            if (then is not null) this.Visit(then, value, parts);
        }

        if (value is JsonObject members)
            foreach (var dependency in schema.DependentSchemas)
                if (members.Member(dependency.Name) is not null) this.Visit(dependency.Schema, value, parts);
    }

    private SchemaNode? Target(string? reference) => reference is not null && definitions.TryGetValue(reference, out var target) ? target : null;

    private SchemaNode? Target(SchemaDynamicReference? reference)
    {
        if (reference is null) return null;
        if (reference.Anchor is { } anchor)
            foreach (var scope in this.scopes)
                if (scope.DynamicAnchors.TryGetValue(anchor, out var found)) return found;
        return this.Target(reference.Target);
    }

    private void AssertAnyOf(SchemaNode schema, JsonNode value, EvaluatedParts? parts)
    {
        var holds = false;
        foreach (var one in schema.AnyOf)
        {
            holds |= this.Holds(one, value, parts);

            // Each that fits has its say about which parts are evaluated.
            if ((holds && parts is null) || this.end is not null) return;
        }

        if (!holds) this.Explain(schema, schema.AnyOf, value);
    }

    private void AssertOneOf(SchemaNode schema, JsonNode value, EvaluatedParts? parts)
    {
        var first = -1;
        for (var i = 0; i < schema.OneOf.Count; i++)
        {
            if (!this.Holds(schema.OneOf[i], value, parts)) continue;
            if (this.end is not null) return;
            if (first < 0)
            {
                first = i;
                continue;
            }

            if (this.Tells()) this.Add(Faults.SeveralOf(schema.OneOf.Count, first + 1, i + 1), schema, value);
            return;
        }

        if (first < 0 && this.end is null) this.Explain(schema, schema.OneOf, value);
    }

    // Where one alternative is clearly meant, its own words help; else none of them does.
    private void Explain(SchemaNode schema, IReadOnlyList<SchemaNode> alternatives, JsonNode value)
    {
        if (this.violations is null || this.IsFull)
        {
            this.count++;
            return;
        }

        var meant = alternatives.Where(one => this.IsMeant(one, value)).Take(2).ToArray();
        var before = this.count;
        if (meant.Length == 1) this.Visit(meant[0], value);
        if (this.count > before || this.IsFull) return;
        var words = string.Join(" or ", alternatives.Select(one => TypeWords.Describe(this.Follow(one).Types)).Distinct().Take(4));
        this.Add(Faults.NoneOf(ReferenceEquals(alternatives, schema.AnyOf) ? "anyOf" : "oneOf", alternatives.Count, words), schema, value);
    }

    private bool IsMeant(SchemaNode alternative, JsonNode value)
    {
        var schema = this.Follow(alternative);
        if ((schema.Types & TypeOf(value)) == 0) return false;
        return value is not JsonObject members || schema.Properties.All(property =>
            this.Follow(property.Schema).Const is not { } constant || (members[property.Name] is { } given && JsonEquality.Equals(constant, given)));
    }

    private SchemaNode Follow(SchemaNode schema)
    {
        for (var i = 0; i < 16 && schema.Types == SchemaTypes.Any && this.Target(schema.Reference) is { } target; i++) schema = target;
        return schema;
    }
}
