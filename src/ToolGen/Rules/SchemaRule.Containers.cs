using System;
using System.Collections.Generic;
using System.Text.Json;
using ToolGen.Checks;

namespace ToolGen;

/// <summary>The checks of arrays and objects, and of a value by all of a rule.</summary>
public sealed partial class SchemaRule
{
    private Dictionary<string, SchemaRule>? propertyRules;

    internal void CheckItems(ref ToolReader reader, Utf8JsonReader start, long count)
    {
        if (count < this.MinItems && reader.Tells()) reader.ViolationAt(start, Faults.MinItems(this.MinItems));
        if (count > this.MaxItems && reader.Tells()) reader.ViolationAt(start, Faults.MaxItems(this.MaxItems));
        if (this.UniqueItems) CheckUnique(ref reader, start);
    }

    internal void CheckMemberCount(ref ToolReader reader, Utf8JsonReader start, long count)
    {
        if (count < this.MinProperties && reader.Tells()) reader.ViolationAt(start, Faults.MinProperties(this.MinProperties));
        if (count > this.MaxProperties && reader.Tells()) reader.ViolationAt(start, Faults.MaxProperties(this.MaxProperties));
    }

    /// <summary>Walks the value the reader stands on; ends on its last token, but for a value that is decided or given up.</summary>
    internal void CheckAll(ref ToolReader reader, EvaluatedParts? outer = null)
    {
        if (reader.IsOver || !reader.Enter(this.Scope)) return;
        var before = reader.ErrorCount;
        var parts = outer is null && this.UnevaluatedItems is null && this.UnevaluatedProperties is null ? null : new EvaluatedParts();
        if (this.HasInPlace || parts is not null)
        {
            var start = reader;
            if (this.CheckOwn(ref reader, parts) && this.HasInPlace) this.CheckInPlace(ref reader, start, parts);
            if (parts is not null)
            {
                this.CheckUnevaluated(ref reader, start, parts);
                if (reader.ErrorCount == before) outer?.Add(parts);
            }
        }
        else
        {
            this.CheckOwn(ref reader, null);
        }

        reader.Leave(this.Scope);
    }

    /// <summary>The rule's own keywords; false where the type does not fit, which makes all others meaningless.</summary>
    private bool CheckOwn(ref ToolReader reader, EvaluatedParts? parts)
    {
        var token = reader.Copy().TokenType;
        if (!this.Allows(ref reader, token)) return false;
        if (token is JsonTokenType.StartObject or JsonTokenType.StartArray) this.CheckEnum(ref reader);
        switch (token)
        {
            case JsonTokenType.String:
                this.CheckText(ref reader, reader.Copy().GetString()!);
                break;
            case JsonTokenType.Number:
                this.CheckNumber(ref reader);
                break;
            case JsonTokenType.StartArray:
                this.WalkArray(ref reader, parts);
                break;
            case JsonTokenType.StartObject:
                this.WalkObject(ref reader, parts);
                break;
            default:
                this.CheckEnum(ref reader);
                break;
        }

        return true;
    }

    private bool Allows(ref ToolReader reader, JsonTokenType token)
    {
        if ((this.Types & TypeOf(reader.Copy(), token, this.Types)) != 0) return true;
        reader.Refuse(this.Types, this.Format);
        return false;
    }

    private static JsonTypes TypeOf(Utf8JsonReader json, JsonTokenType token, JsonTypes asked) => token switch
    {
        JsonTokenType.StartObject => JsonTypes.Object,
        JsonTokenType.StartArray => JsonTypes.Array,
        JsonTokenType.String => JsonTypes.String,
        JsonTokenType.Number => (asked & JsonTypes.Number) == JsonTypes.Integer && !ExactNumber.IsInteger(json.ValueSpan) ? JsonTypes.Number & ~JsonTypes.Integer : JsonTypes.Integer,
        JsonTokenType.True or JsonTokenType.False => JsonTypes.Boolean,
        _ => JsonTypes.Null,
    };

    private void WalkArray(ref ToolReader reader, EvaluatedParts? parts)
    {
        var start = reader.Copy();
        var count = 0;
        long found = 0;
        while (reader.Advance() != JsonTokenType.EndArray)
        {
            var rule = count < this.PrefixItems.Count ? this.PrefixItems[count] : this.Items;
            if (this.Contains is { } contains && reader.Holds(contains))
            {
                found++;
                parts?.AddItem(count);
            }

            if (rule is not null) parts?.AddItem(count);
            (rule ?? Anything).CheckAll(ref reader);
            if (reader.IsOver) return;
            count++;
        }

        this.CheckItems(ref reader, start, count);
        if (this.Contains is null) return;
        if (found < this.MinContains && reader.Tells()) reader.ViolationAt(start, Faults.Contains(this.MinContains));
        if (found > this.MaxContains && reader.Tells()) reader.ViolationAt(start, Faults.MaxContains(this.MaxContains));
    }

    private void WalkObject(ref ToolReader reader, EvaluatedParts? parts)
    {
        var start = reader;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Advance() != JsonTokenType.EndObject)
        {
            var name = reader.Copy().GetString()!;
            var place = reader.Copy().TokenStartIndex;
            reader.Advance();
            if (seen.Add(name)) this.CheckMember(ref reader, name, place, parts);
            else reader.Repeated(place);
            if (reader.IsOver) return;
        }

        foreach (var name in this.Required)
            if (!seen.Contains(name)) reader.Missing(start.Copy().TokenStartIndex, name);
        foreach (var (name, required) in this.DependentRequired)
        {
            if (!seen.Contains(name)) continue;
            foreach (var other in required)
                if (!seen.Contains(other)) reader.Missing(start.Copy().TokenStartIndex, other, Faults.MissingBeside(name));
        }

        this.CheckMemberCount(ref reader, start.Copy(), seen.Count);
        foreach (var (name, rule) in this.DependentSchemas)
            if (seen.Contains(name)) reader.Apply(rule, start, parts);
    }

    private void CheckMember(ref ToolReader reader, string name, long place, EvaluatedParts? parts)
    {
        if (this.PropertyNames is { } names && !reader.HoldsOf(names, name) && reader.Tells()) reader.ViolationOfName(place, name);
        var rule = this.RuleOf(name);
        if (this.PatternProperties.Count > 0) rule = this.PatternRule(ref reader, name, rule);
        if (rule is null && this.AdditionalProperties is { Types: JsonTypes.None })
        {
            parts?.AddName(name);
            reader.UnknownMember(place, this.Names());
            return;
        }

        rule ??= this.AdditionalProperties;
        if (rule is not null) parts?.AddName(name);
        (rule ?? Anything).CheckAll(ref reader);
    }

    // All that match hold; the last is left to the caller, whose reader goes on behind the value.
    private SchemaRule? PatternRule(ref ToolReader reader, string name, SchemaRule? rule)
    {
        foreach (var (pattern, next) in this.PatternProperties)
        {
            if (reader.IsOver) break;
            if (!reader.Spend(1 + (name.Length / 8)) || !pattern.IsMatch(name)) continue;
            if (rule is not null) reader.Apply(rule, reader, null);
            rule = next;
        }

        return rule;
    }

    private SchemaRule? RuleOf(string name)
    {
        if (this.propertyRules is null)
        {
            var rules = new Dictionary<string, SchemaRule>(this.Properties.Count, StringComparer.Ordinal);
            foreach (var (property, rule) in this.Properties) rules[property] = rule;
            this.propertyRules = rules;
        }

        return this.propertyRules.GetValueOrDefault(name);
    }

    private List<string> Names()
    {
        var names = new List<string>(this.Properties.Count);
        foreach (var (name, _) in this.Properties) names.Add(name);
        return names;
    }

    private static void CheckUnique(ref ToolReader reader, Utf8JsonReader array)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var start = array;
        for (var i = 0; array.Read() && array.TokenType != JsonTokenType.EndArray; i++)
        {
            var place = array.TokenStartIndex;
            var key = JsonKey.Of(ref array);
            if (seen.TryAdd(key, i) && reader.Spend(1 + ((array.BytesConsumed - place) / 8))) continue;
            if (!reader.IsExhausted && reader.Tells()) reader.ViolationAt(start, Faults.UniqueItems(i, seen[key]));
            return;
        }
    }
}
