using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;
using ToolGen.Checks;

namespace ToolGen;

/// <summary>The checks of single values; each notes its errors in the reader.</summary>
public sealed partial class SchemaRule
{
    private HashSet<string>? enumKeys;
    private List<string>? enumTexts;

    internal static SchemaRule Anything { get; } = new();

    internal void CheckText(ref ToolReader reader, string text)
    {
        if (this.MinLength > 0 || this.MaxLength < text.Length)
        {
            var length = TextLength.CodePoints(text);
            if (length < this.MinLength && reader.Tells()) reader.Violation(Faults.MinLength(this.MinLength));
            if (length > this.MaxLength && reader.Tells()) reader.Violation(Faults.MaxLength(this.MaxLength));
        }

        if (this.Pattern is not null && reader.Spend(1 + (text.Length / 8)) && !this.Pattern.IsMatch(text) && reader.Tells())
            reader.Violation(Faults.Pattern(this.Pattern.Source));
        if (this.Format is not null && !StringFormats.Holds(this.Format, text) && reader.Tells()) reader.Violation(Faults.Format(this.Format));
        if (this.Base64 && !TextFormats.IsBase64(text))
        {
            if (reader.Tells()) reader.Violation(Faults.NotBase64);
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
            reader.Violation(Faults.MultipleOf(divisor));
        if (this.Format is "decimal" && !NumberFormats.IsDecimal(number) && reader.Tells()) reader.Violation(Faults.Format("decimal"));
        if (this.Format is "big" && !NumberFormats.IsBig(number) && reader.Tells()) reader.Violation(Faults.Format("big"));
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
        reader.Violation(Faults.Enum(this.Enum, this.enumTexts ??= TextsOf(this.Enum)));
    }

    private void CheckBounds(ref ToolReader reader, ref Utf8JsonReader copy, ReadOnlySpan<byte> number)
    {
        if ((copy.TryGetInt64(out var whole) && this.Bounds.Hold(whole)) || (copy.TryGetDouble(out var nearest) && this.Bounds.Hold(nearest))) return;
        if (Compare(number, this.Minimum) < 0 && reader.Tells()) reader.Violation(Faults.Minimum(this.Minimum!));
        if (this.ExclusiveMinimum is not null && Compare(number, this.ExclusiveMinimum) <= 0 && reader.Tells()) reader.Violation(Faults.ExclusiveMinimum(this.ExclusiveMinimum));
        if (Compare(number, this.Maximum) > 0 && reader.Tells()) reader.Violation(Faults.Maximum(this.Maximum!));
        if (this.ExclusiveMaximum is not null && Compare(number, this.ExclusiveMaximum) >= 0 && reader.Tells()) reader.Violation(Faults.ExclusiveMaximum(this.ExclusiveMaximum));
    }

    private static int Compare(ReadOnlySpan<byte> number, string? bound) =>
        bound is null ? 0 : ExactNumber.Compare(number, Encoding.UTF8.GetBytes(bound));

    private static HashSet<string> KeysOf(IReadOnlyList<string> values)
    {
        var keys = new HashSet<string>(values.Count, StringComparer.Ordinal);
        foreach (var value in values) keys.Add(JsonKey.Of(value));
        return keys;
    }

    private static List<string> TextsOf(IReadOnlyList<string> values)
    {
        var texts = new List<string>();
        foreach (var value in values)
        {
            using var document = JsonDocument.Parse(value);
            if (document.RootElement.ValueKind == JsonValueKind.String) texts.Add(document.RootElement.GetString()!);
        }

        return texts;
    }
}
