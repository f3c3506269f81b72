using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace ToolGen.Specification.Secrets;

/// <summary>Whether a text looks as chance makes it: many different characters, no words, no order.</summary>
public static class RandomText
{
    private static readonly Regex Guids = new("[0-9A-Fa-f]{8}-?[0-9A-Fa-f]{4}-?[0-9A-Fa-f]{4}-?[0-9A-Fa-f]{4}-?[0-9A-Fa-f]{12}", RegexOptions.CultureInvariant);
    private static readonly string[] Images = ["iVBOR", "R0lGOD", "/9j/", "UklGR", "AAAA"];

    /// <summary>One unbroken word of at least <paramref name="shortest"/> letters and digits (with <c>+/=_-.</c>) as chance makes them. Hashes in hex are such, and so are GUIDs; the caller knows whether they are meant.</summary>
    public static bool Is(string text, int shortest = 20)
    {
        if (text.Length < shortest || text.Length > 1024) return false;
        int digits = 0, letters = 0, turns = 0, rising = 0, lower = 0, upper = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= '0' and <= '9') digits++;
            else if (c is >= 'a' and <= 'z') lower++;
            else if (c is >= 'A' and <= 'Z') upper++;
            else if (c is not ('+' or '/' or '=' or '_' or '-' or '.' or '~')) return false;
            if (i == 0) continue;
            if (ClassOf(c) != ClassOf(text[i - 1])) turns++;
            if (c == text[i - 1] + 1) rising++;
        }

        letters = lower + upper;
        if (digits < 2 || letters < 2 || rising * 4 > text.Length) return false;
        var mixed = lower > 0 && upper > 0;
        return turns * (mixed ? 4 : 5) >= text.Length && Entropy(text) >= 0.8 * Math.Log(Math.Min(text.Length, mixed ? 40 : 16), 2);
    }

    /// <summary>The same without what looks so and is meant to be known: GUIDs, digests in hex, images and texts in base64, versions and names with dots, placeholders.</summary>
    public static bool IsKey(string text, int shortest = 24) =>
        text.Length <= 200 && Is(text, shortest) && text.IndexOf('.') < 0 && text.Any(c => c is (> 'f' and <= 'z') or (> 'F' and <= 'Z')) && !Placeholder.Is(text) && !Guids.IsMatch(text)
        && !Images.Any(start => text.StartsWith(start, StringComparison.Ordinal)) && !IsEncodedText(text);

    /// <summary>Whether a text is base64 of something that people read: markup, JSON, words.</summary>
    private static bool IsEncodedText(string text)
    {
        if (text.Length % 4 != 0 || text.Length > 4096) return false;
        try
        {
            return Convert.FromBase64String(text).All(one => one is >= 32 and < 127 or (byte)'\n' or (byte)'\r' or (byte)'\t');
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Bits a character, by how often each occurs (Shannon).</summary>
    public static double Entropy(string text) =>
        text.GroupBy(c => c).Select(one => (double)one.Count() / text.Length).Sum(share => -share * Math.Log(share, 2));

    private static int ClassOf(char c) => c is >= '0' and <= '9' ? 0 : c is >= 'a' and <= 'z' ? 1 : c is >= 'A' and <= 'Z' ? 2 : 3;
}
