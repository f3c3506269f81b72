using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ToolGen.Checks;

namespace ToolGen.Specification.Quality;

/// <summary>What can be told of a description's words alone.</summary>
internal static class DescriptionText
{
    /// <summary>Longer texts are not searched for what they state.</summary>
    public const int MaxLength = 1_000;

    private static readonly HashSet<string> Fillers =
        ["a", "an", "the", "of", "for", "to", "this", "that", "is", "it", "its", "value", "parameter", "param", "argument", "arg", "field", "property", "input", "string", "integer", "number", "boolean", "array", "object", "list", "text", "specify", "specifies", "given", "provide", "your"];

    private static readonly HashSet<string> Placeholders =
        ["todo", "tbd", "fixme", "xxx", "description", "descriptionhere", "adddescription", "nodescription", "na", "none", "null", "placeholder", "loremipsum", "string", "parameter"];

    private static readonly Regex StatedDefault = new(@"\b(?:default(?:s)?(?: value)?(?: is| to|:|=)?|by default)\s*['""`(]?(true|false|-?\d{1,15}(?:\.\d{1,9})?)(?![\w%/.:-]*\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly HashSet<string> Counted =
        ["count", "limit", "top", "page", "pages", "size", "num", "quantity", "qty", "rows", "results", "items", "depth", "retries", "attempts", "offset", "skip", "take"];

    private static readonly Regex HowMany = new(@"\b(?:how\s+many|number\s+of|no\.\s+of|count\s+of|quantity|per\s+page|page\s+(?:number|size))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Whether an integer counts something: what has no natural size, and where a slip costs the most.</summary>
    public static bool SaysHowMany(string name, string? text) =>
        Words(name).Any(Counted.Contains) || (text is not null && text.Length <= MaxLength && HowMany.IsMatch(text));

    /// <summary>Whether it stands where a description is still to be written.</summary>
    public static bool IsPlaceholder(string text)
    {
        var letters = new string([.. text.Where(char.IsLetter).Select(char.ToLowerInvariant)]);
        var words = Words(text);
        return letters.Length == 0 || Placeholders.Contains(letters) || words[0] is "todo" or "fixme" or "tbd"
            || (words.Count <= 3 && words.All(word => word is "string" or "integer" or "number" or "boolean" or "array" or "object" or "parameter" or "param" or "argument" or "value" or "field" or "input" or "the" or "a" or "an"));
    }

    /// <summary>Whether every word of it, but for fillers, is in the name.</summary>
    public static bool Restates(string text, string name)
    {
        var known = Stems(name);
        return Words(text).Where(word => !Fillers.Contains(word)).Select(Stem).All(known.Contains);
    }

    /// <summary>The words in lower case: letters and digits, split where case changes too.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (start >= 0 && (!inside || (char.IsUpper(text[i]) && char.IsLower(text[i - 1]))))
            {
                words.Add(text.Substring(start, i - start).ToLowerInvariant());
                start = -1;
            }

            if (inside && start < 0) start = i;
        }

        return words;
    }

    /// <summary>Words without the plural's ending.</summary>
    public static HashSet<string> Stems(string text) => new(Words(text).Select(Stem));

    /// <summary>The default that it states as a number or boolean, in JSON; null where it states none.</summary>
    public static string? DefaultIn(string text)
    {
        if (text.Length > MaxLength) return null;
        var match = StatedDefault.Match(text);
        return match.Success ? match.Groups[1].Value.ToLowerInvariant() : null;
    }

    /// <summary>Whether two defaults in JSON are one.</summary>
    public static bool IsSame(string stated, string value) =>
        stated == value || (NumberFormats.IsNumber(stated.AsSpan()) && NumberFormats.IsNumber(value.AsSpan()) && ExactNumber.Compare(stated.AsSpan(), value.AsSpan()) == 0);

    /// <summary>Whether it begins or ends with a word about being optional: <c>(optional)</c>, <c>Optional.</c>, <c>Optional: …</c>.</summary>
    public static bool SaysOptional(string text) => Says(text, "optional");

    /// <summary>The same of <c>required</c> and <c>mandatory</c>.</summary>
    public static bool SaysRequired(string text) => Says(text, "required") || Says(text, "mandatory");

    /// <summary>A name without case and separators.</summary>
    public static string Plain(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    /// <summary>The same without the plural's ending.</summary>
    public static string Letters(string name) => Stem(Plain(name));

    public static string Count(int count, string one, string many) => count.ToString(CultureInfo.InvariantCulture) + " " + (count == 1 ? one : many);

    private static bool Says(string text, string word)
    {
        var trimmed = text.Trim();
        foreach (var form in new[] { $"({word})", $"[{word}]" })
            if (trimmed.IndexOf(form, StringComparison.OrdinalIgnoreCase) >= 0) return true;
        return trimmed.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (trimmed.Length == word.Length || trimmed[word.Length] is '.' or ':' or ',' or ';')
            || trimmed.EndsWith(". " + word + ".", StringComparison.OrdinalIgnoreCase) || trimmed.EndsWith(". " + word, StringComparison.OrdinalIgnoreCase);
    }

    private static string Stem(string word) =>
        word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal) ? word.Substring(0, word.Length - 3) + "y"
        : word.Length > 3 && word.EndsWith("s", StringComparison.Ordinal) && !word.EndsWith("ss", StringComparison.Ordinal) ? word.Substring(0, word.Length - 1)
        : word;
}
