using System;
using System.Text;
using System.Text.Json;
using ToolGen.Checks;

namespace ToolGen;

/// <summary>A value as compact JSON for a message: cut where it is long, and what is named for a secret is masked.</summary>
internal static class ValueExcerpt
{
    /// <summary>More characters than this are never looked at.</summary>
    private const int MaxLength = 100;

    /// <summary>The value that begins at an offset of a text; the pointer tells whether it, or what it stands in, is named for a secret.</summary>
    public static string Of(ReadOnlySpan<byte> utf8, long offset, string pointer)
    {
        if (SecretValues.IsAt(pointer)) return SecretNames.Masked;
        var reader = new Utf8JsonReader(utf8[(int)offset..], isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = ToolReader.MaxDepth }));
        var text = new StringBuilder();
        var (depth, follows, secret) = (0, false, false);
        while (text.Length <= MaxLength && reader.Read())
        {
            var token = reader.TokenType;
            if (secret && token is (JsonTokenType.StartObject or JsonTokenType.StartArray))
            {
                // To find its end could take long.
                text.Append(SecretNames.Masked).Append('…');
                break;
            }

            if (token is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                depth--;
                text.Append(token == JsonTokenType.EndObject ? '}' : ']');
            }
            else
            {
                if (follows) text.Append(',');
                Append(reader, text, secret);
            }

            follows = token is not (JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.PropertyName);
            secret = token == JsonTokenType.PropertyName && SecretNames.Contains(Name(reader));
            if (token is JsonTokenType.StartObject or JsonTokenType.StartArray) depth++;
            if (depth == 0) break;
        }

        // A final number is not read before something follows it.
        if (text.Length == 0) text.Append(Encoding.UTF8.GetString(utf8[(int)offset..Math.Min(utf8.Length, (int)offset + MaxLength)]));
        var whole = text.Length > MaxLength ? text.ToString(0, MaxLength) + "…" : text.ToString();
        return ShortText.Cut(whole, ShortText.ExcerptCost);
    }

    private static void Append(in Utf8JsonReader reader, StringBuilder text, bool secret)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                text.Append('{');
                break;
            case JsonTokenType.StartArray:
                text.Append('[');
                break;
            case JsonTokenType.PropertyName:
                text.Append('"').Append(Short(reader.ValueSpan)).Append("\":");
                break;
            case JsonTokenType.String:
                var value = Short(reader.ValueSpan);
                text.Append(secret || SecretValues.AreNamedIn(value) ? SecretNames.Masked : '"' + value + '"');
                break;
            default:
                text.Append(secret ? SecretNames.Masked : Short(reader.ValueSpan));
                break;
        }
    }

    // As it is escaped; a huge text costs no more than a short one.
    private static string Short(ReadOnlySpan<byte> utf8)
    {
        var text = Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, (MaxLength + 1) * 4)]);
        return text.Length > MaxLength + 1 ? text[..(MaxLength + 1)] : text;
    }

    private static string Name(in Utf8JsonReader reader) => reader.ValueSpan.Length > 256 ? "" : reader.GetString()!;
}
