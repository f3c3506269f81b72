using System;
using System.Collections.Generic;
using System.Text.Json;
using ToolGen.Checks;

namespace ToolGen;

public ref partial struct ToolReader
{
    /// <summary>Whether the value is <c>null</c>; it is then read.</summary>
    public readonly bool Null() => this.json.TokenType == JsonTokenType.Null;

    /// <summary>A string, checked by the rule's length, enum, pattern and format.</summary>
    public string String(SchemaRule? rule = null)
    {
        if (rule is not null && this.json.TokenType == JsonTokenType.String && rule.Word(ref this.json) is { } word) return word;
        if (!this.TryText(rule?.Format, out var text)) return null!;
        if (rule is not null && !rule.Takes(text)) rule.CheckText(ref this, text);
        return text;
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool Boolean(SchemaRule? rule = null)
    {
        var token = this.json.TokenType;
        if (token is not (JsonTokenType.True or JsonTokenType.False))
        {
            this.Mismatch("true or false");
            return false;
        }

        rule?.CheckEnum(ref this);
        return token == JsonTokenType.True;
    }

    /// <summary>RFC 3339 <c>full-date</c>.</summary>
    public DateOnly Date(SchemaRule? rule = null)
    {
        if (!this.TryText("date", out var text)) return default;
        if (!DateTimeFormats.TryReadDate(text, out var year, out var month, out var day)) this.BadFormat("date");
        else if (year == 0) this.Unheld("years begin at 0001");
        else if (this.Passes(rule, text)) return new(year, month, day);
        return default;
    }

    /// <summary>RFC 3339 <c>full-time</c> in UTC.</summary>
    public TimeOnly Time(SchemaRule? rule = null)
    {
        if (!this.TryText("time", out var text)) return default;
        if (!DateTimeFormats.TryReadTime(text, out var ticks, out var offset, out var leap)) this.BadFormat("time");
        else if (offset != 0 || leap) this.Unheld("write it in UTC (Z), without a leap second");
        else if (this.Passes(rule, text)) return new(ticks);
        return default;
    }

    /// <summary>RFC 3339 <c>date-time</c>, with its offset.</summary>
    public DateTimeOffset DateTime(SchemaRule? rule = null)
    {
        if (!this.TryText("date-time", out var text)) return default;
        if (!DateTimeFormats.IsDateTime(text))
        {
            this.BadFormat("date-time");
            return default;
        }

        _ = DateTimeFormats.TryReadDate(text.AsSpan(0, 10), out var year, out var month, out var day);
        _ = DateTimeFormats.TryReadTime(text.AsSpan(11), out var ticks, out var offset, out var leap);
        if (leap || year == 0 || Math.Abs(offset) > 14 * 60)
        {
            this.Unheld("years begin at 0001, offsets end at 14:00, no leap second");
            return default;
        }

        var local = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified).Ticks + ticks;
        var utc = local - (offset * TimeSpan.TicksPerMinute);
        if (utc < System.DateTime.MinValue.Ticks || utc > System.DateTime.MaxValue.Ticks) this.Unheld("in UTC it leaves the years 0001 to 9999");
        else if (this.Passes(rule, text)) return new(local, TimeSpan.FromMinutes(offset));
        return default;
    }

    /// <summary>RFC 3339 appendix A, without years and months.</summary>
    public TimeSpan Duration(SchemaRule? rule = null)
    {
        if (!this.TryText("duration", out var text)) return default;
        if (!DateTimeFormats.IsDuration(text)) this.BadFormat("duration");
        else if (!DateTimeFormats.TryReadDuration(text, out var ticks)) this.Unheld("years and months have no fixed length: write days");
        else if (this.Passes(rule, text)) return new(ticks);
        return default;
    }

    /// <summary>RFC 9562.</summary>
    public Guid Uuid(SchemaRule? rule = null)
    {
        if (!this.TryText("uuid", out var text)) return default;
        if (!TextFormats.IsUuid(text)) this.BadFormat("uuid");
        else if (this.Passes(rule, text)) return Guid.ParseExact(text, "D");
        return default;
    }

    /// <summary>Base64 (RFC 4648 §4).</summary>
    public ReadOnlyMemory<byte> Bytes(SchemaRule? rule = null)
    {
        if (!this.TryText(null, out var text)) return default;
        if (!TextFormats.IsBase64(text)) this.Violation(Faults.NotBase64);
        else if (this.Passes(rule, text)) return Convert.FromBase64String(text);
        return default;
    }

    private bool TryText(string? format, out string text)
    {
        text = null!;
        if (this.json.TokenType == JsonTokenType.String)
        {
            text = this.json.GetString()!;
            return true;
        }

        this.Mismatch(format is null ? "a string" : FormatWords.Of(format), format);
        return false;
    }

    private bool Passes(SchemaRule? rule, string text)
    {
        if (rule is null) return true;
        var before = this.ErrorCount;
        rule.CheckText(ref this, text);
        return before == this.ErrorCount;
    }

    private void BadFormat(string format) => this.Violation(Faults.Format(format));

    /// <summary>The schema allows it, the C# type cannot hold it (SPEC §2).</summary>
    private void Unheld(string why) => this.Violation(new("type", $"this tool cannot hold the value: {why}", why));

    internal readonly Utf8JsonReader Copy() => this.json;
}
