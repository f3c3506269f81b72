using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas.Values;

/// <content>Numbers and texts.</content>
internal sealed partial class ValueMaker
{
    private const int UsualLength = 12;

    /// <summary>What a text without an upper bound gets at most.</summary>
    private const int LongText = 200;

    /// <summary>Longer texts than these are not made, whatever is allowed.</summary>
    private const int LongestText = 2_000;

    private static readonly string[] Letters = ["a", "b", "Z", "0", "9", " ", "-", "_", ".", ",", ";", ":", "/", "\\", "\"", "'", "<", "&", "%", "{", "}", "[", "(", "*", "?", "\n", "\t", "é", "ß", "漢", "😀"];

    private JsonNode? Number(SchemaNode schema)
    {
        // Without a step, values are as dense as they like: the one beside a bound is a thousandth away.
        var step = Decimal(schema.MultipleOf) is > 0 and var multiple ? multiple : (schema.Types & SchemaTypes.Number) == SchemaTypes.Integer ? 1m : (decimal?)null;
        try
        {
            var low = Max(From(Decimal(schema.Minimum), step, isExclusive: false), From(Decimal(schema.ExclusiveMinimum), step, isExclusive: true));
            var high = Min(To(Decimal(schema.Maximum), step, isExclusive: false), To(Decimal(schema.ExclusiveMaximum), step, isExclusive: true));
            return Text(edge switch
            {
                ValueEdge.Most => high ?? To(Math.Max(low ?? 0, 1_000), step, isExclusive: false)!.Value,
                ValueEdge.None => this.Among(low, high, step),
                _ => low ?? From(Math.Min(high ?? 0, 0), step, isExclusive: false)!.Value,
            });
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    // The bounds and their neighbours, what is special, what is near, and what is anywhere between.
    private decimal Among(decimal? low, decimal? high, decimal? step)
    {
        var from = low ?? Math.Min((high ?? 0) - 1_000, -1_000);
        var to = high ?? Math.Max((low ?? 0) + 1_000, 1_000);
        var beside = step ?? 0.001m;
        var choices = new List<decimal> { from, to, from + beside, to - beside, 0, 1, -1, beside, from + ((to - from) * random.Below(1_001) / 1_000), from + (beside * random.Below(20)) };
        if (step is null) choices.AddRange([0.1m, 0.5m, 1234.5678m, -0.5m]);
        return random.Of(choices.Select(choice => From(choice, step, isExclusive: false)!.Value).Where(choice => choice >= from && choice <= to).DefaultIfEmpty(from).ToArray());
    }

    /// <summary>The least value of a step from a bound on.</summary>
    private static decimal? From(decimal? bound, decimal? step, bool isExclusive)
    {
        if (bound is not { } value) return null;
        var on = step is { } width ? Math.Ceiling(value / width) * width : value;
        return isExclusive && on == value ? on + (step ?? 0.001m) : on;
    }

    private static decimal? To(decimal? bound, decimal? step, bool isExclusive) => -From(-bound, step, isExclusive);

    private static JsonNumber Text(decimal value) => new(CanonicalNumber.Normalize(value.ToString(CultureInfo.InvariantCulture)), default);

    private static decimal? Decimal(JsonNumber? number) =>
        number is not null && decimal.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static decimal? Max(decimal? left, decimal? right) => left is null ? right : right is null ? left : Math.Max(left.Value, right.Value);

    private static decimal? Min(decimal? left, decimal? right) => left is null ? right : right is null ? left : Math.Min(left.Value, right.Value);

    private JsonNode? Text(SchemaNode schema, int depth)
    {
        if (schema.JsonText) return this.Make(schema.ContentSchema ?? Anything, depth + 1) is { } content ? JsonMake.Text(JsonWriter.Compact(content)) : null;
        if (schema.FormatAsserted && FormatTexts.Of(schema.Format!) is { Count: > 0 } texts) return JsonMake.Text(this.Pick(texts.Where(text => Fits(schema, text)).DefaultIfEmpty(texts[0]).ToArray()));
        if (schema.Base64) return JsonMake.Text(this.Pick(new[] { "", "AA==", "aGVsbG8=", "//79" }));
        if (schema.Pattern is { } pattern)
        {
            string? made = null;
            for (var attempt = 0; attempt < 4 && (made is null || !Fits(schema, made)); attempt++) made = new PatternTexts(random, attempt == 0 ? edge : ValueEdge.None).Make(pattern.Value);
            return made is null ? null : JsonMake.Text(made);
        }

        var least = schema.MinLength ?? 0;
        if (least > LongestText) return null;
        var most = Math.Min(schema.MaxLength ?? least + LongText, LongestText);
        var length = (int)(this.IsLeast || most <= least ? least : edge == ValueEdge.Most ? most : least + random.Below((int)Math.Min(most - least, UsualLength) + 1));
        var text = new StringBuilder();
        for (var i = 0; i < length; i++) text.Append(this.IsLeast ? "a" : random.Of(Letters));
        return JsonMake.Text(text.ToString());
    }

    private static bool Fits(SchemaNode schema, string text)
    {
        var length = text.Length - text.Count(char.IsLowSurrogate);
        return length >= (schema.MinLength ?? 0) && length <= (schema.MaxLength ?? long.MaxValue);
    }
}
