using System;
using System.Collections.Generic;
using System.Globalization;

namespace ToolGen.Checks;

/// <summary>A value that may have been meant: a text, or a number, boolean or null as JSON.</summary>
readonly record struct Guess(string Text, bool IsText);

/// <summary>What a wrong value may have meant, likeliest first. No guess is right until it was checked, and none is ever applied by itself.</summary>
static class Guesses
{
    /// <summary>Longer texts are meant as they are.</summary>
    private const int MaxLength = 200;

    /// <summary>For a text.</summary>
    public static IEnumerable<Guess> OfText(string text, Fault fault)
    {
        if (text.Length > MaxLength) yield break;
        var trimmed = text.Trim();
        if (fault.Options.Count > 0 && NearMiss.Of(trimmed, fault.Options) is { } near && near != text) yield return new(near, IsText: true);
        if (Literal(Unquoted(trimmed)) is { } literal) yield return new(literal, IsText: false);
        if (fault.Format is { } format)
            foreach (var mended in FormatGuesses.Of(format, trimmed)) yield return new(mended, IsText: true);
        if (Unquoted(trimmed) is var plain && plain != text) yield return new(plain, IsText: true);
    }

    /// <summary>For a number or boolean, as JSON.</summary>
    public static IEnumerable<Guess> OfLiteral(string json, Fault fault)
    {
        if (json.Length > MaxLength) yield break;
        if (json is "0" or "1") yield return new(json == "0" ? "false" : "true", IsText: false);
        if (json is "true" or "false") yield return new(json == "true" ? "1" : "0", IsText: false);
        yield return new(json, IsText: true);
        if (fault.Keyword == "type" && json.IndexOf('.') > 0 && decimal.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == Math.Floor(number))
            yield return new(number.ToString("0", CultureInfo.InvariantCulture), IsText: false);
    }

    // "'red'" for "red": quotes that were put twice.
    private static string Unquoted(string text) =>
        text.Length >= 2 && text[0] == text[text.Length - 1] && text[0] is '\'' or '"' or '`' ? text.Substring(1, text.Length - 2).Trim() : text;

    private static string? Literal(string text) => text switch
    {
        "true" or "True" or "TRUE" or "yes" or "Yes" => "true",
        "false" or "False" or "FALSE" or "no" or "No" => "false",
        "null" or "None" => "null",
        _ => NumberFormats.IsNumber(text.AsSpan()) ? text : Grouped(text),
    };

    // 1,000,000 and 1_000_000 have one reading; 1,000 alone could be a decimal comma.
    private static string? Grouped(string text)
    {
        var plain = text.Replace("_", "").Replace(" ", "");
        var parts = plain.Split(',');
        if (parts.Length == 2 || plain == text && parts.Length == 1) return null;
        for (var i = 1; i < parts.Length; i++)
            if (parts[i].Length != 3) return null;
        plain = plain.Replace(",", "");
        return text[0] is not (' ' or ',' or '_') && NumberFormats.IsNumber(plain.AsSpan()) ? plain : null;
    }
}
