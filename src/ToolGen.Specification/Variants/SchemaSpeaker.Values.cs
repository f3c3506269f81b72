using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Specification.Variants;

/// <content>Text, numbers and constants.</content>
internal sealed partial class SchemaSpeaker
{
    // A long list of texts may have this many characters in all.
    private const int LongEnum = 250;
    private const int MaxLongEnumText = 15_000;

    private SaidSchema String(MergedSchema merged)
    {
        var members = new List<JsonMember>();
        if (this.Carry(merged, "pattern", one => one.Pattern is { } text && PlainPattern.IsPlain(text.Value)) is { } pattern) members.Add(JsonMake.Member("pattern", JsonMake.Text(pattern.Pattern!.Value)));
        if (this.Carry(merged, "format", one => one.Format is { } name && this.provider.Formats.Contains(name)) is { } format) members.Add(JsonMake.Member("format", JsonMake.Text(format.Format!)));
        return SaidSchema.Scalar("string", SchemaTypes.String, members.ToArray());
    }

    private SaidSchema Number(MergedSchema merged, SchemaTypes types)
    {
        var members = new List<JsonMember>();
        Bound("minimum", one => one.Minimum);
        Bound("maximum", one => one.Maximum);
        Bound("exclusiveMinimum", one => one.ExclusiveMinimum);
        Bound("exclusiveMaximum", one => one.ExclusiveMaximum);
        Bound("multipleOf", one => one.MultipleOf);
        return (types & SchemaTypes.Number) == SchemaTypes.Number ? SaidSchema.Scalar("number", SchemaTypes.Number, members.ToArray()) : SaidSchema.Scalar("integer", SchemaTypes.Number, members.ToArray());

        void Bound(string keyword, System.Func<SchemaNode, JsonNumber?> of)
        {
            if (this.Carry(merged, keyword, one => of(one) is not null) is { } node) members.Add(JsonMake.Member(keyword, of(node)!));
        }
    }

    /// <summary>The constants by type; null where they are too many, or hold lists or objects.</summary>
    private SaidSchema? Enum(MergedSchema merged, IReadOnlyList<JsonNode> values, SchemaTypes types)
    {
        var fitting = values.Where(value => (SchemaWalk.TypeOf(value) & types) != 0).ToArray();
        var texts = fitting.OfType<JsonString>().ToArray();
        if (fitting.Length == 0 || fitting.Length > this.provider.MaxEnumValues || fitting.Any(value => value is JsonArray or JsonObject)) return null;
        if (texts.Length > LongEnum && texts.Sum(text => text.Value.Length) > MaxLongEnumText) return null;
        var all = new List<Alternative>();
        foreach (var same in fitting.GroupBy(value => value.Kind))
        {
            var (word, type) = same.Key switch
            {
                JsonKind.String => ("string", SchemaTypes.String),
                JsonKind.Boolean => ("boolean", SchemaTypes.Boolean),
                JsonKind.Null => ("null", SchemaTypes.Null),
                _ => (same.All(value => SchemaWalk.TypeOf(value) == SchemaTypes.Integer) ? "integer" : "number", SchemaTypes.Number),
            };
            all.Add(new(null, type, type == SchemaTypes.Null ? SaidSchema.Null : SaidSchema.Scalar(word, type, JsonMake.Member("enum", JsonMake.Array(same)))));
        }

        this.carried.Add((merged.Nodes.First(one => one.Enum is not null || one.Const is not null), "enum"));
        this.carried.Add((merged.Nodes.First(one => one.Enum is not null || one.Const is not null), "const"));
        return this.Either(all, null);
    }

    /// <summary>The schema whose keyword is said: the first that has it; null where the provider does not know the keyword, or none has it.</summary>
    private SchemaNode? Carry(MergedSchema merged, string keyword, System.Func<SchemaNode, bool> has)
    {
        if (!this.provider.Keywords.Contains(keyword) || merged.Nodes.FirstOrDefault(has) is not { } node) return null;
        this.carried.Add((node, keyword));
        return node;
    }

    private JsonMember? Count(MergedSchema merged, string keyword, System.Func<SchemaNode, long?> of)
    {
        if (this.Carry(merged, keyword, one => of(one) is not null) is not { } node) return null;
        var count = of(node)!.Value;
        if (keyword != "minItems" || count <= this.provider.MaxMinItems) return JsonMake.Member(keyword, JsonMake.Number(count));
        this.carried.Remove((node, keyword));
        return JsonMake.Member(keyword, JsonMake.Number(this.provider.MaxMinItems));
    }
}
