using System;
using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Specification.Secrets;

/// <summary>Texts in the place of a secret that are none: what is to be put in, what was taken out, where it is to be found.</summary>
public static class Placeholder
{
    private static readonly HashSet<string> Words = ["your", "example", "placeholder", "replace", "insert", "todo", "redacted", "dummy", "fake", "none", "null", "empty", "undefined", "unknown", "missing", "invalid", "here", "enter", "masked", "hidden", "omitted", "removed", "optional", "required", "string", "notset", "unset", "foo", "bar", "lorem"];

    // Words of those who make up a secret; who names one has no use for them.
    private static readonly HashSet<string> Boasts = ["super", "my", "very", "this", "is", "do", "not", "top", "ultra", "mega", "our", "the", "most"];

    private static readonly string[] References = ["http:", "https:", "/", "./", "../", "~", "arn:", "projects/", "vault:", "env:", "file:", "secret:", "secrets/", "op:", "@Microsoft.KeyVault"];

    /// <summary>Whether a text stands for a secret that is elsewhere, or for none.</summary>
    public static bool Is(string text)
    {
        var plain = text.Trim();
        return plain.Length < 3 || plain.Distinct().Count() < 3 || HasHole(plain) || References.Any(start => plain.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            || NameWords.Of(plain).Any(Words.Contains) || plain.EndsWith("EXAMPLE", StringComparison.Ordinal);
    }

    /// <summary>Whether a text is itself the name of what it stands for: a variable of the environment, a key of a configuration, a column.</summary>
    public static bool IsNameFor(string name, string text)
    {
        var words = NameWords.Of(text);
        if (words.Count == 0 || text.Any(c => !char.IsLetter(c) && c is not ('_' or '-' or '.' or ':' or '/' or ' '))) return false;
        if (text.IndexOf('_') > 0 && text == text.ToUpperInvariant()) return true;
        if (words.Count > 1 && text.IndexOfAny(['.', ':', '/']) > 0 && text.IndexOf(' ') < 0) return true;
        var last = words[words.Count - 1];
        if (words.Count > 1) return words.Count <= 6 && SecretName.Mentions(text) && !words.Any(Boasts.Contains);
        return string.Concat(SecretName.Head(name)).EndsWith(last, StringComparison.Ordinal);
    }

    private static bool HasHole(string text) =>
        (text.IndexOf('<') >= 0 && text.IndexOf('>') > 0) || (text.IndexOf('{') >= 0 && text.IndexOf('}') > 0) || text.StartsWith("$", StringComparison.Ordinal) && text.IndexOf('(') == 1
        || (text.Length > 2 && text[0] == '%' && text[text.Length - 1] == '%') || text.Contains("...") || text.IndexOf('…') >= 0 || text.Contains("***") || text.IndexOf("xxxx", StringComparison.OrdinalIgnoreCase) >= 0;
}
