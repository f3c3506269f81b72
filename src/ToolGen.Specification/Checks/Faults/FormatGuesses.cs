using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace ToolGen.Checks;

/// <summary>Texts near a format, as the format writes them.</summary>
static class FormatGuesses
{
    // Each has one reading: 03/04/2025 is not among them.
    private static readonly string[] Dates = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "d.M.yyyy", "MMMM d, yyyy", "MMM d, yyyy", "d MMMM yyyy", "d MMM yyyy", "MMMM d yyyy", "MMM d yyyy"];
    private static readonly string[] Times = ["H:m", "H:m:s", "h:m tt", "h:mtt", "h tt", "htt"];

    public static IEnumerable<string> Of(string format, string text) => format switch
    {
        "date" => OfDate(text),
        "time" => OfTime(text),
        "date-time" => OfInstant(text),
        "duration" => OfDuration(text),
        "uuid" => OfUuid(text),
        "uri" => text.IndexOf(':') < 0 && text.IndexOf('.') > 0 ? ["https://" + text] : [],
        "email" => OfEmail(text),
        "hostname" => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? [uri.Host] : [],
        "glob" => text.Length > 1 ? [text.TrimStart('/', '.').Replace('\\', '/')] : [],
        _ => [],
    };

    private static IEnumerable<string> OfDate(string text)
    {
        if (Parsed(text, Dates) is { } date) yield return Date(date);
        else if (SlashDate(text) is { } other) yield return other;
        else if (text.Length > 10 && text[10] is 'T' or ' ' && DateTimeFormats.IsDate(text.AsSpan(0, 10))) yield return text.Substring(0, 10);
    }

    private static IEnumerable<string> OfTime(string text)
    {
        if (text.Length > 11 && text[10] is 'T' or ' ') text = text.Substring(11);
        if (Parsed(text, Times) is { } time) yield return time.ToString("HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        yield return text.ToUpperInvariant();
    }

    private static IEnumerable<string> OfInstant(string text)
    {
        foreach (var date in OfDate(text))
            if (text.Length <= 10 || text.IndexOf(':') < 0) yield return date + "T00:00:00Z";
        if (DateTimeFormats.IsDate(text.AsSpan())) yield return text + "T00:00:00Z";
        if (text.Length <= 11 || !DateTimeFormats.IsDate(text.AsSpan(0, 10))) yield break;
        var head = text.Substring(0, 10) + "T";
        var time = text.Substring(11).Trim().ToUpperInvariant().Replace(" ", "");
        yield return head + time;
        yield return head + time + "Z";
        if (Parsed(time, Times) is { } parsed) yield return head + parsed.ToString("HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }

    private static IEnumerable<string> OfDuration(string text)
    {
        var compact = text.ToUpperInvariant().Replace(" ", "");
        foreach (var (word, unit) in new[] { ("HOURS", "H"), ("HOUR", "H"), ("MINUTES", "M"), ("MINUTE", "M"), ("MINS", "M"), ("MIN", "M"), ("SECONDS", "S"), ("SECOND", "S"), ("SECS", "S"), ("SEC", "S"), ("DAYS", "D"), ("DAY", "D") })
            compact = compact.Replace(word, unit);
        if (compact.Length is 0 or > 20) yield break;
        yield return compact[0] == 'P' ? compact : "PT" + compact;
        yield return "P" + compact;
    }

    private static IEnumerable<string> OfUuid(string text)
    {
        var digits = new StringBuilder();
        foreach (var c in text.StartsWith("urn:uuid:", StringComparison.OrdinalIgnoreCase) ? text.Substring(9) : text)
            if (c is not ('-' or '{' or '}' or '(' or ')')) digits.Append(c);
        if (digits.Length == 32) yield return digits.Insert(20, '-').Insert(16, '-').Insert(12, '-').Insert(8, '-').ToString();
    }

    private static IEnumerable<string> OfEmail(string text)
    {
        var open = text.LastIndexOf('<');
        if (open >= 0 && text.EndsWith(">", StringComparison.Ordinal)) yield return text.Substring(open + 1, text.Length - open - 2);
        if (text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) yield return text.Substring(7);
    }

    // One of the two numbers can be no month.
    private static string? SlashDate(string text)
    {
        var parts = text.Split('/', '-');
        if (parts.Length != 3 || parts[2].Length != 4 || !int.TryParse(parts[0], out var first) || !int.TryParse(parts[1], out var second) || !int.TryParse(parts[2], out var year)) return null;
        if ((first > 12) == (second > 12)) return null;
        var (day, month) = first > 12 ? (first, second) : (second, first);
        return string.Format(CultureInfo.InvariantCulture, "{0:0000}-{1:00}-{2:00}", year, month, day);
    }

    private static DateTime? Parsed(string text, string[] formats) =>
        DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static string Date(DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
