using System;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using ToolGen.Checks;

namespace ToolGen;

public sealed partial class ToolWriter
{
    public void String(string? value, SchemaRule? rule = null)
    {
        if (value is null)
        {
            this.Absent("a string");
            return;
        }

        // Each UTF-16 unit is at least one byte: what cannot fit is not encoded first.
        if (value.Length > this.limit) throw new OutputTooLongException();
        var start = this.Place();
        if (HasLoneSurrogate(value))
        {
            this.Violation("the text holds half of a surrogate pair", "valid Unicode");
            value = "";
        }

        this.json.WriteStringValue(value);
        this.After(start, rule is not null && rule.Takes(value) ? null : rule);
    }

    public void Boolean(bool value, SchemaRule? rule = null)
    {
        var start = this.Place();
        this.json.WriteBooleanValue(value);
        this.After(start, rule);
    }

    public void Int32(int value, SchemaRule? rule = null) => this.Int64(value, rule);

    public void Int64(long value, SchemaRule? rule = null)
    {
        var start = this.Place();
        this.json.WriteNumberValue(value);
        this.After(start, rule is not null && rule.Takes(value) ? null : rule);
    }

    public void Big(BigInteger value, SchemaRule? rule = null)
    {
        var start = this.Place();
        var digits = value.ToString(CultureInfo.InvariantCulture);
        if (!NumberFormats.IsBig(digits)) this.Violation("the integer has more than 10,000 digits", "an integer of at most 10,000 digits");
        this.json.WriteRawValue(digits, skipInputValidation: true);
        this.After(start, rule);
    }

    public void Double(double value, SchemaRule? rule = null)
    {
        if (!double.IsFinite(value))
        {
            this.Violation($"JSON has no {(double.IsNaN(value) ? "NaN" : "infinity")}", "a finite number");
            this.json.WriteNullValue();
            return;
        }

        var start = this.Place();
        this.json.WriteNumberValue(value);
        this.After(start, rule is not null && rule.TakesWritten(value) ? null : rule);
    }

    public void Decimal(decimal value, SchemaRule? rule = null)
    {
        var start = this.Place();
        this.json.WriteNumberValue(value);
        this.After(start, rule);
    }

    public void Date(DateOnly value, SchemaRule? rule = null) => this.Text(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), rule);

    /// <summary>In UTC: <c>09:30:00Z</c>.</summary>
    public void Time(TimeOnly value, SchemaRule? rule = null) => this.Text(value.ToString("HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture), rule);

    /// <summary>In UTC: <c>2025-03-31T09:30:00Z</c>.</summary>
    public void DateTime(DateTimeOffset value, SchemaRule? rule = null) =>
        this.Text(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture), rule);

    public void Duration(TimeSpan value, SchemaRule? rule = null)
    {
        if (value < TimeSpan.Zero || value.Ticks % TimeSpan.TicksPerSecond != 0)
        {
            this.Violation("a duration is not negative and has whole seconds", "such as PT1H30M");
            this.json.WriteNullValue();
            return;
        }

        this.Text(DurationText.Of(value), rule);
    }

    public void Uuid(Guid value, SchemaRule? rule = null) => this.Text(value.ToString("D"), rule);

    public void Bytes(ReadOnlyMemory<byte> value, SchemaRule? rule = null)
    {
        if (value.Length > this.limit) throw new OutputTooLongException();
        var start = this.Place();
        this.json.WriteBase64StringValue(value.Span);
        this.After(start, rule);
    }

    /// <summary>Any JSON, as it is.</summary>
    public void Element(JsonElement value, SchemaRule? rule = null)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            this.Absent("a JSON value");
            return;
        }

        var start = this.Place();
        value.WriteTo(this.json);
        this.After(start, rule);
    }

    private void Text(string value, SchemaRule? rule)
    {
        var start = this.Place();
        this.json.WriteStringValue(value);
        this.After(start, rule);
    }

    private static bool HasLoneSurrogate(string text)
    {
        var at = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        if (at < 0) return false;
        for (; at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at])) continue;
            if (!char.IsHighSurrogate(text[at]) || at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1])) return true;
            at++;
        }

        return false;
    }
}
