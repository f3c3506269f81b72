using System;
using System.Linq;

namespace ToolGen.Specification.Secrets;

/// <summary>Whether a text under a name is a secret.</summary>
public static class SecretValue
{
    private const int ShortestWeak = 8;

    /// <summary>Under a name of secrets alone, any text but placeholders, messages and names; under a name of secrets and other things, a text that looks like one.</summary>
    public static bool IsOf(string name, string value)
    {
        if (Placeholder.Is(value) || Placeholder.IsNameFor(name, value)) return false;
        if (SecretName.IsStrong(name)) return !IsMessage(value);
        return SecretName.IsWeak(name) && LooksLike(value);
    }

    /// <summary>A text that looks like a password or a key, whatever it is called: letters and digits or signs in one word, and no path, name or version.</summary>
    public static bool LooksLike(string value) =>
        value.Length >= ShortestWeak && !value.Any(char.IsWhiteSpace) && value.Any(char.IsDigit) && value.Any(char.IsLetter) && value.IndexOf('/') != 0
        && (Unescaped(value).Split(':').Any(part => RandomText.Is(part, 16)) || (value.IndexOfAny(['!', '@', '#', '$', '%', '^', '&', '*']) >= 0 && value.IndexOf(':') < 0) || NameWords.Of(value).Any(SecretName.Mentions));

    private static string Unescaped(string value) => value.IndexOf('%') < 0 ? value : Uri.UnescapeDataString(value);

    // A sentence for people: several words, and a capital or a stop.
    private static bool IsMessage(string value) =>
        value.IndexOf(' ') >= 0 && (char.IsUpper(value[0]) || value.TrimEnd().EndsWith(".") || value.TrimEnd().EndsWith(":") || value.Split(' ').Length > 8 || value.IndexOf('\'') >= 0);
}
