using System;
using System.Linq;
using ToolGen.Checks;

namespace ToolGen;

/// <summary>Values that messages repeat nowhere: named for a secret by a step on the way to them, by a member inside, or in JSON inside a string.</summary>
internal static class SecretValues
{
    /// <summary>The longest name that is looked at, with quotes and blanks around.</summary>
    private const int Reach = 80;

    /// <summary>Whether a step of a pointer, not only its last, is named for a secret.</summary>
    public static bool IsAt(string pointer) => pointer.Split('/').Any(SecretNames.Contains);

    /// <summary>
    /// Whether a text has such a name before a colon, under quotes of any kind and depth: so JSON is found that stands in a string of JSON, is
    /// cut, or is written in single quotes.
    /// </summary>
    public static bool AreNamedIn(string text)
    {
        var plain = Unescaped(text).AsSpan();
        for (var colon = plain.IndexOf(':'); colon >= 0; colon = Next(plain, colon))
            if (IsSecret(plain[Math.Max(0, colon - Reach)..colon])) return true;
        return false;
    }

    private static int Next(ReadOnlySpan<char> text, int after)
    {
        var next = text[(after + 1)..].IndexOf(':');
        return next < 0 ? -1 : after + 1 + next;
    }

    // A name with an escape left in it could be any.
    private static bool IsSecret(ReadOnlySpan<char> before)
    {
        var name = before.TrimEnd(" \t\r\n\"'`\\");
        name = name[(name.LastIndexOfAny("\"'`{[(,;\n") + 1)..].Trim();
        return name.Contains("\\u", StringComparison.Ordinal) || SecretNames.Contains(name.ToString());
    }

    // Writers differ in which signs they escape.
    private static string Unescaped(string text) => !text.Contains("\\u00", StringComparison.Ordinal)
        ? text
        : text.Replace("\\u0022", "\"", StringComparison.Ordinal).Replace("\\u0027", "'", StringComparison.Ordinal).Replace("\\u003a", ":", StringComparison.OrdinalIgnoreCase);
}
