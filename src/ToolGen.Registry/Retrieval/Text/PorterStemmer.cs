using System;

namespace ToolGen.Registry.Retrieval.Text;

/// <summary>Porter's stemmer of English (M. F. Porter, "An algorithm for suffix stripping", 1980), as SQLite's tokenizer <c>porter</c> has it. Words that are not all a to z stay as they are.</summary>
internal static class PorterStemmer
{
    private static readonly (string Ending, string Instead)[] Second =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"), ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"),
        ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"), ("logi", "log"),
    ];

    private static readonly (string Ending, string Instead)[] Third =
        [("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", "")];

    private static readonly string[] Fourth =
        ["ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic", "ou"];

    /// <summary>The stem, written into <paramref name="buffer"/>, which has room for the word and one more character.</summary>
    public static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word, Span<char> buffer)
    {
        word.CopyTo(buffer);
        var length = word.Length;
        if (length <= 2 || word.ContainsAnyExceptInRange('a', 'z')) return buffer[..length];
        Plural(buffer, ref length);
        Past(buffer, ref length);
        if (buffer[length - 1] == 'y' && HasVowel(buffer[..(length - 1)])) buffer[length - 1] = 'i';
        Replace(buffer, ref length, Second);
        Replace(buffer, ref length, Third);
        foreach (var ending in Fourth)
        {
            if (!buffer[..length].EndsWith(ending)) continue;
            var stem = buffer[..(length - ending.Length)];
            if (Measure(stem) > 1 && (ending != "ion" || stem[^1] is 's' or 't')) length = stem.Length;
            break;
        }

        if (buffer[length - 1] == 'e')
        {
            var stem = buffer[..(length - 1)];
            var measure = Measure(stem);
            if (measure > 1 || (measure == 1 && !IsShort(stem))) length--;
        }

        if (buffer[..length].EndsWith("ll") && Measure(buffer[..length]) > 1) length--;
        return buffer[..length];
    }

    private static void Plural(Span<char> word, ref int length)
    {
        var whole = word[..length];
        if (length > 3 && (whole.EndsWith("sses") || whole.EndsWith("ies"))) length -= 2;
        else if (whole[^1] == 's' && !whole.EndsWith("ss")) length--;
    }

    private static void Past(Span<char> word, ref int length)
    {
        var whole = word[..length];
        if (whole.EndsWith("eed"))
        {
            if (Measure(whole[..^3]) > 0) length--;
            return;
        }

        if (whole.EndsWith("ed") && HasVowel(whole[..^2])) length -= 2;
        else if (whole.EndsWith("ing") && HasVowel(whole[..^3])) length -= 3;
        else return;
        whole = word[..length];
        if (whole.EndsWith("at") || whole.EndsWith("bl") || whole.EndsWith("iz") || (Measure(whole) == 1 && IsShort(whole))) word[length++] = 'e';
        else if (length > 1 && whole[^1] == whole[^2] && !IsVowel(whole, length - 1) && whole[^1] is not ('l' or 's' or 'z')) length--;
    }

    private static void Replace(Span<char> word, ref int length, (string Ending, string Instead)[] endings)
    {
        foreach (var (ending, instead) in endings)
        {
            if (!word[..length].EndsWith(ending)) continue;
            var stem = length - ending.Length;
            if (Measure(word[..stem]) == 0) return;
            instead.CopyTo(word[stem..]);
            length = stem + instead.Length;
            return;
        }
    }

    private static bool IsVowel(ReadOnlySpan<char> word, int at) => word[at] is 'a' or 'e' or 'i' or 'o' or 'u' || (word[at] == 'y' && at > 0 && !IsVowel(word, at - 1));

    private static bool HasVowel(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
            if (IsVowel(word, i)) return true;
        return false;
    }

    /// <summary>How often a consonant follows a vowel.</summary>
    private static int Measure(ReadOnlySpan<char> word)
    {
        var (count, wasVowel) = (0, false);
        for (var i = 0; i < word.Length; i++)
        {
            var isVowel = word[i] is 'a' or 'e' or 'i' or 'o' or 'u' || (word[i] == 'y' && i > 0 && !wasVowel);
            if (wasVowel && !isVowel) count++;
            wasVowel = isVowel;
        }

        return count;
    }

    /// <summary>Consonant, vowel, consonant at the end, the last none of w, x, y.</summary>
    private static bool IsShort(ReadOnlySpan<char> word) =>
        word.Length > 2 && !IsVowel(word, word.Length - 3) && IsVowel(word, word.Length - 2) && !IsVowel(word, word.Length - 1) && word[^1] is not ('w' or 'x' or 'y');
}
