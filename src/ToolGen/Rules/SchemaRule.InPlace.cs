using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using ToolGen.Checks;

namespace ToolGen;

/// <summary>Rules for the same value (JSON Schema Core §8.2.3, §10.2), and for what none of them has said something about (§11).</summary>
public sealed partial class SchemaRule
{
    public IReadOnlyList<SchemaRule> AllOf { get; init; } = [];

    public IReadOnlyList<SchemaRule> AnyOf { get; init; } = [];

    public IReadOnlyList<SchemaRule> OneOf { get; init; } = [];

    public SchemaRule? Not { get; init; }

    public SchemaRule? If { get; init; }

    public SchemaRule? Then { get; init; }

    public SchemaRule? Else { get; init; }

    /// <summary>For the whole object, where the property is there.</summary>
    public IReadOnlyList<(string Name, SchemaRule Rule)> DependentSchemas { get; init; } = [];

    /// <summary>A rule that holds too (<c>$ref</c>); called late, because rules can refer to themselves.</summary>
    public Func<SchemaRule>? Reference { get; init; }

    /// <summary>A rule that holds too (<c>$dynamicRef</c>), unless a resource being evaluated has one under <see cref="DynamicAnchor"/>.</summary>
    public Func<SchemaRule>? DynamicReference { get; init; }

    /// <summary>The name that <see cref="DynamicReference"/> seeks.</summary>
    public string? DynamicAnchor { get; init; }

    /// <summary>The resource the rule belongs to, where it has dynamic anchors.</summary>
    public SchemaScope? Scope { get; init; }

    private bool HasInPlace =>
        this.Reference is not null || this.DynamicReference is not null || this.AllOf.Count > 0 || this.AnyOf.Count > 0 || this.OneOf.Count > 0 || this.Not is not null || this.If is not null;

    private void CheckInPlace(ref ToolReader reader, in ToolReader start, EvaluatedParts? parts)
    {
        if (this.Reference is { } reference) reader.Apply(reference(), start, parts);
        if (this.DynamicReference is { } dynamic) reader.Apply((this.DynamicAnchor is { } anchor ? start.DynamicRule(anchor) : null) ?? dynamic(), start, parts);
        foreach (var rule in this.AllOf) reader.Apply(rule, start, parts);
        if (this.AnyOf.Count > 0) this.CheckAnyOf(ref reader, start, parts);
        if (this.OneOf.Count > 0) this.CheckOneOf(ref reader, start, parts);
        if (this.Not is { } refused && start.Holds(refused) && !reader.IsExhausted && reader.Tells()) reader.ViolationAt(start.Copy(), Faults.Not);
        if (this.If is not { } condition) return;
        if ((start.Holds(condition, parts) ? this.Then : this.Else) is { } then) reader.Apply(then, start, parts);
    }

    private void CheckAnyOf(ref ToolReader reader, in ToolReader start, EvaluatedParts? parts)
    {
        var holds = false;
        foreach (var rule in this.AnyOf)
        {
            holds |= start.Holds(rule, parts);

            // Each that fits has its say about which parts are evaluated.
            if ((holds && parts is null) || reader.IsExhausted) return;
        }

        if (!holds) Explain(ref reader, start, this.AnyOf);
    }

    private void CheckOneOf(ref ToolReader reader, in ToolReader start, EvaluatedParts? parts)
    {
        var first = -1;
        for (var i = 0; i < this.OneOf.Count; i++)
        {
            var holds = start.Holds(this.OneOf[i], parts);
            if (reader.IsExhausted) return;
            if (!holds) continue;
            if (first < 0)
            {
                first = i;
                continue;
            }

            if (reader.Tells()) reader.ViolationAt(start.Copy(), Faults.SeveralOf(this.OneOf.Count, first + 1, i + 1));
            return;
        }

        if (first < 0) Explain(ref reader, start, this.OneOf);
    }

    // Where one alternative is clearly meant, its own words help; else none of them does.
    private static void Explain(ref ToolReader reader, in ToolReader start, IReadOnlyList<SchemaRule> alternatives)
    {
        if (!reader.Tells()) return;
        SchemaRule? meant = null;
        var count = 0;
        foreach (var rule in alternatives)
        {
            if (!rule.IsMeant(start)) continue;
            meant = rule;
            if (++count > 1) break;
        }

        var before = reader.ErrorCount;
        if (count == 1) reader.Apply(meant!, start, null);
        if (reader.ErrorCount > before) return;
        var words = string.Join(" or ", alternatives.Select(rule => ToolReader.Words(rule.Followed.Types)).Distinct().Take(4));
        reader.ViolationAt(start.Copy(), Faults.NoneOf("anyOf", alternatives.Count, words));
    }

    private SchemaRule Followed
    {
        get
        {
            var rule = this;
            for (var i = 0; i < 16 && rule is { Types: JsonTypes.Any, Reference: { } reference }; i++) rule = reference();
            return rule;
        }
    }

    private bool IsMeant(in ToolReader start)
    {
        var rule = this.Followed;
        var json = start.Copy();
        if ((rule.Types & TypeOf(json, json.TokenType, rule.Types)) == 0) return false;
        if (json.TokenType != JsonTokenType.StartObject) return true;
        var constants = rule.Properties.Where(property => property.Rule.Followed.Enum is { Count: 1 }).ToDictionary(property => property.Name, property => JsonKey.Of(property.Rule.Followed.Enum![0]));
        while (constants.Count > 0 && json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            var name = json.GetString()!;
            json.Read();
            if (!constants.Remove(name, out var key)) json.Skip();
            else if (JsonKey.Of(ref json) != key) return false;
        }

        return constants.Count == 0;
    }

    private void CheckUnevaluated(ref ToolReader reader, in ToolReader start, EvaluatedParts parts)
    {
        var again = start;
        again.TakeErrors(reader);
        var token = start.Copy().TokenType;
        if (this.UnevaluatedItems is { } items && token == JsonTokenType.StartArray)
        {
            for (var i = 0; !again.IsOver && again.Advance() != JsonTokenType.EndArray; i++)
            {
                if (parts.HasItem(i)) again.SkipValue();
                else items.CheckAll(ref again);
            }

            parts.AddAllItems();
        }

        if (this.UnevaluatedProperties is { } others && token == JsonTokenType.StartObject)
        {
            while (!again.IsOver && again.Advance() != JsonTokenType.EndObject)
            {
                var name = again.Copy().GetString()!;
                var place = again.Copy().TokenStartIndex;
                again.Advance();
                if (parts.HasName(name)) again.SkipValue();
                else if (others.Types == JsonTypes.None) again.UnknownMember(place, this.NamesInPlace());
                else others.CheckAll(ref again);
            }

            parts.AddAllNames();
        }

        reader.TakeErrors(again);
    }

    /// <summary>The properties that it and the rules for the same value name.</summary>
    private List<string> NamesInPlace()
    {
        var names = new List<string>();
        var seen = new HashSet<SchemaRule>();
        var open = new Queue<SchemaRule>([this]);
        while (open.Count > 0 && seen.Count < 100)
        {
            var next = open.Dequeue();
            if (!seen.Add(next)) continue;
            foreach (var name in next.Names().Where(name => !names.Contains(name))) names.Add(name);
            if (next.Reference is { } reference) open.Enqueue(reference());
            foreach (var rule in next.AllOf.Concat(next.AnyOf).Concat(next.OneOf)) open.Enqueue(rule);
            foreach (var rule in new[] { next.If, next.Then, next.Else }.OfType<SchemaRule>()) open.Enqueue(rule);
        }

        return names;
    }
}
