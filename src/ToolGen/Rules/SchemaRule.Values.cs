using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using ToolGen.Checks;

namespace ToolGen;

/// <summary>The checks of single values; each notes its errors in the reader.</summary>
public sealed partial class SchemaRule
{
    /// <summary>More allowed values than this are counted, not listed.</summary>
    private const int MaxListed = 50;

    private HashSet<string>? enumKeys;

    internal static SchemaRule Anything { get; } = new();

    internal void CheckText(ref ToolReader reader, string text)
    {
        if (this.MinLength > 0 || this.MaxLength < text.Length)
        {
            var length = TextLength.CodePoints(text);
            if (length < this.MinLength && reader.Tells()) reader.Violation($"too short: {Count(length, "character")}, at least {this.MinLength}", $"at least {Count(this.MinLength, "character")}");
            if (length > this.MaxLength && reader.Tells()) reader.Violation($"too long: {Count(length, "character")}, at most {this.MaxLength}", $"at most {Count(this.MaxLength, "character")}");
        }

        if (this.Pattern is not null && reader.Spend(1 + (text.Length / 8)) && !this.Pattern.IsMatch(text) && reader.Tells())
            reader.Violation($"does not match the pattern {this.Pattern}", $"text that matches {this.Pattern}");
        if (this.Format is not null && !StringFormats.Holds(this.Format, text) && reader.Tells()) reader.Violation($"not in the format {this.Format}", $"format {this.Format}");
        if (this.Base64 && !TextFormats.IsBase64(text))
        {
            if (reader.Tells()) reader.Violation("not base64 (RFC 4648 §4)", "base64 with its padding");
        }
        else if (this.JsonText)
        {
            reader.CheckContent(this.Base64 ? Convert.FromBase64String(text) : Encoding.UTF8.GetBytes(text), this.Content ?? Anything);
        }

        this.CheckEnum(ref reader);
    }

    internal void CheckNumber(ref ToolReader reader)
    {
        var copy = reader.Copy();
        var number = copy.ValueSpan;
        this.CheckBounds(ref reader, ref copy, number);
        if (this.MultipleOf is { } divisor && !ExactNumber.IsMultipleOf(Encoding.UTF8.GetString(number), divisor) && reader.Tells())
            reader.Violation($"not a multiple of {divisor}", $"a multiple of {divisor}");
        if (this.Format is "decimal" && !NumberFormats.IsDecimal(number) && reader.Tells()) reader.Violation("not in the format decimal", "at most 28 significant digits");
        if (this.Format is "big" && !NumberFormats.IsBig(number) && reader.Tells()) reader.Violation("not in the format big", "an integer of at most 10,000 digits");
        this.CheckEnum(ref reader);
    }

    internal void CheckEnum(ref ToolReader reader)
    {
        if (this.Enum is null) return;
        this.enumKeys ??= KeysOf(this.Enum);
        var copy = reader.Copy();
        var start = copy;
        if (start.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && !reader.SpendValue()) return;
        if (this.enumKeys.Contains(JsonKey.Of(ref copy)) || !reader.Tells()) return;
        var correction = start.TokenType == JsonTokenType.String ? NearestText(start.GetString()!) : null;
        var allowed = string.Join(", ", this.Enum.Take(MaxListed)) + (this.Enum.Count > MaxListed ? $" and {this.Enum.Count - MaxListed} more" : "");
        reader.Violation(this.Enum.Count == 1 ? $"must be {allowed}" : $"must be one of {allowed}", allowed, correction);
    }

    private void CheckBounds(ref ToolReader reader, ref Utf8JsonReader copy, ReadOnlySpan<byte> number)
    {
        if (copy.TryGetInt64(out var whole) && (this.bounds ??= new(this)).Hold(whole)) return;
        if (Compare(number, this.Minimum) < 0 && reader.Tells()) reader.Violation($"too small: at least {this.Minimum}", $">= {this.Minimum}");
        if (this.ExclusiveMinimum is not null && Compare(number, this.ExclusiveMinimum) <= 0 && reader.Tells()) reader.Violation($"too small: more than {this.ExclusiveMinimum}", $"> {this.ExclusiveMinimum}");
        if (Compare(number, this.Maximum) > 0 && reader.Tells()) reader.Violation($"too large: at most {this.Maximum}", $"<= {this.Maximum}");
        if (this.ExclusiveMaximum is not null && Compare(number, this.ExclusiveMaximum) >= 0 && reader.Tells()) reader.Violation($"too large: less than {this.ExclusiveMaximum}", $"< {this.ExclusiveMaximum}");
    }

    private static int Compare(ReadOnlySpan<byte> number, string? bound) =>
        bound is null ? 0 : ExactNumber.Compare(number, Encoding.UTF8.GetBytes(bound));

    private static HashSet<string> KeysOf(IReadOnlyList<string> values)
    {
        var keys = new HashSet<string>(values.Count, StringComparer.Ordinal);
        foreach (var value in values) keys.Add(JsonKey.Of(value));
        return keys;
    }

    private string? NearestText(string given)
    {
        var texts = new List<string>();
        foreach (var value in this.Enum!)
        {
            using var document = JsonDocument.Parse(value);
            if (document.RootElement.ValueKind == JsonValueKind.String) texts.Add(document.RootElement.GetString()!);
        }

        return NearMiss.Of(given, texts) is { } near ? ErrorList.Quote(near) : null;
    }

    private static string Count(long count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
