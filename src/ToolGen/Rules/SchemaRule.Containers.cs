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
        if (count < this.MinItems) reader.ViolationAt(start, $"too few elements: {count}, at least {this.MinItems}", $"at least {Count(this.MinItems, "element")}");
        if (count > this.MaxItems) reader.ViolationAt(start, $"too many elements: {count}, at most {this.MaxItems}", $"at most {Count(this.MaxItems, "element")}");
        if (this.UniqueItems) CheckUnique(ref reader, start);
    }

    internal void CheckMemberCount(ref ToolReader reader, Utf8JsonReader start, long count)
    {
        if (count < this.MinProperties) reader.ViolationAt(start, $"too few properties: {count}, at least {this.MinProperties}", $"at least {Count(this.MinProperties, "property")}");
        if (count > this.MaxProperties) reader.ViolationAt(start, $"too many properties: {count}, at most {this.MaxProperties}", $"at most {Count(this.MaxProperties, "property")}");
    }

    /// <summary>Walks the value the reader stands on; ends on its last token.</summary>
    internal void CheckAll(ref ToolReader reader)
    {
        if (this.Reference is { } reference)
        {
            // Both hold, so the value is walked twice; what the two say of one fault is then said twice, which misleads nobody.
            var again = reader;
            reference().CheckAll(ref again);
            reader.TakeErrors(again);
        }

        var token = reader.Copy().TokenType;
        if (!this.Allows(ref reader, token)) return;
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
                this.WalkArray(ref reader);
                break;
            case JsonTokenType.StartObject:
                this.WalkObject(ref reader);
                break;
            default:
                this.CheckEnum(ref reader);
                break;
        }
    }

    private bool Allows(ref ToolReader reader, JsonTokenType token)
    {
        var type = token switch
        {
            JsonTokenType.StartObject => JsonTypes.Object,
            JsonTokenType.StartArray => JsonTypes.Array,
            JsonTokenType.String => JsonTypes.String,
            JsonTokenType.Number => (this.Types & JsonTypes.Number) == JsonTypes.Integer && !ExactNumber.IsInteger(reader.Copy().ValueSpan) ? JsonTypes.Number & ~JsonTypes.Integer : JsonTypes.Integer,
            JsonTokenType.True or JsonTokenType.False => JsonTypes.Boolean,
            _ => JsonTypes.Null,
        };
        if ((this.Types & type) != 0) return true;
        reader.Refuse(this.Types);
        return false;
    }

    private void WalkArray(ref ToolReader reader)
    {
        var start = reader.Copy();
        var count = 0;
        while (reader.Advance() != JsonTokenType.EndArray)
        {
            var rule = count < this.PrefixItems.Count ? this.PrefixItems[count] : this.Items ?? Anything;
            rule.CheckAll(ref reader);
            count++;
        }

        this.CheckItems(ref reader, start, count);
    }

    private void WalkObject(ref ToolReader reader)
    {
        var start = reader.Copy();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Advance() != JsonTokenType.EndObject)
        {
            var name = reader.Copy().GetString()!;
            var place = reader.Copy().TokenStartIndex;
            reader.Advance();
            if (!seen.Add(name)) reader.Repeated(place);
            else if (this.RuleOf(name) is { } rule) rule.CheckAll(ref reader);
            else if (this.AdditionalProperties is { Types: JsonTypes.None }) reader.UnknownMember(place, name, this.Names());
            else (this.AdditionalProperties ?? Anything).CheckAll(ref reader);
        }

        foreach (var name in this.Required)
            if (!seen.Contains(name)) reader.Missing(start.TokenStartIndex, name);
        this.CheckMemberCount(ref reader, start, seen.Count);
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
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var start = array;
        while (array.Read() && array.TokenType != JsonTokenType.EndArray)
        {
            if (seen.Add(JsonKey.Of(ref array))) continue;
            reader.ViolationAt(start, "two elements are equal", "elements that all differ");
            return;
        }
    }
}
