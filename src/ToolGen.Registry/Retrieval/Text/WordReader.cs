using System;
using System.Globalization;
using System.Text;

namespace ToolGen.Registry.Retrieval.Text;

/// <summary>
/// The words of a text, in small letters, identifiers split: <c>getPDFPages2</c> reads as <c>get pdf pages 2 getpdfpages2</c>. A run of letters and digits that has several
/// parts is read as a whole too; scripts without spaces are read as pairs of characters. Accents are left out, and endings after an apostrophe.
/// </summary>
internal ref struct WordReader
{
    /// <summary>What is longer is cut: no word of a language, and a bound on what a stranger can make a key of.</summary>
    public const int MaxWord = 40;

    private readonly ReadOnlySpan<char> text;
    private readonly Span<char> word;
    private int at;
    private int end;
    private int start;
    private bool isWholeDue;

    /// <param name="text">As <see cref="Plain"/> gave it.</param>
    /// <param name="buffer">Room for a word, <see cref="MaxWord"/> characters.</param>
    public WordReader(ReadOnlySpan<char> text, Span<char> buffer)
    {
        this.text = text;
        this.word = buffer[..MaxWord];
    }

    /// <summary>The text, cut to a length, with compatible characters and accents made plain. ASCII stays what it is.</summary>
    public static string Plain(string text, int most)
    {
        if (text.Length > most) text = text[..most];
        if (Ascii.IsValid(text)) return text;
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) whole.Append(rune.Value is '\u2019' or '\u02BC' ? "'" : rune.ToString());
        var plain = new StringBuilder(whole.Length);
        foreach (var c in whole.ToString().Normalize(NormalizationForm.FormKD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) plain.Append(c);
        return plain.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>The next word; it is gone with the next call.</summary>
    public bool Read(out ReadOnlySpan<char> next)
    {
        if (this.at >= this.end)
        {
            if (this.isWholeDue)
            {
                this.isWholeDue = false;
                next = this.Lower(this.start, this.end);
                return true;
            }

            if (!this.FindRun())
            {
                next = default;
                return false;
            }
        }

        var from = this.at;
        this.at = this.PartEnd(from);
        this.isWholeDue |= this.at < this.end && !IsUnspaced(this.text[from]);
        next = this.Lower(from, this.at);

        // Pairs of characters overlap by one.
        if (this.at - from == 2 && this.at < this.end && IsUnspaced(this.text[from]) && IsUnspaced(this.text[this.at])) this.at--;
        return true;
    }

    private bool FindRun()
    {
        var from = this.end;
        while (from < this.text.Length && !char.IsLetterOrDigit(this.text[from])) from++;
        if (from == this.text.Length) return false;
        var to = from + 1;
        while (to < this.text.Length && char.IsLetterOrDigit(this.text[to])) to++;
        (this.start, this.at, this.end) = (from, from, to);
        if (from > 1 && this.text[from - 1] == '\'' && char.IsLetter(this.text[from - 2]) && to - from <= 2)
        {
            // What stands behind the apostrophe of "user's" and "I'll" is no word.
            this.at = to;
            return this.FindRun();
        }

        return true;
    }

    private readonly int PartEnd(int from)
    {
        var first = this.text[from];
        var to = from + 1;
        if (IsUnspaced(first)) return to < this.end && IsUnspaced(this.text[to]) ? to + 1 : to;
        if (char.IsDigit(first))
        {
            while (to < this.end && char.IsDigit(this.text[to])) to++;
            return to;
        }

        if (char.IsUpper(first) && to < this.end && char.IsUpper(this.text[to]))
        {
            // An acronym ends before the capital that begins a word.
            while (to < this.end && char.IsUpper(this.text[to])) to++;
            if (to == this.end || !char.IsLower(this.text[to])) return to;
            return this.IsPlural(to) ? to + 1 : to - 1;
        }

        while (to < this.end && char.IsLetter(this.text[to]) && !char.IsUpper(this.text[to]) && !IsUnspaced(this.text[to])) to++;
        return to;
    }

    /// <summary>The s of <c>URLs</c>.</summary>
    private readonly bool IsPlural(int at) => this.text[at] == 's' && (at + 1 == this.end || !char.IsLower(this.text[at + 1]));

    private readonly ReadOnlySpan<char> Lower(int from, int to)
    {
        var length = Math.Min(to - from, MaxWord);
        for (var i = 0; i < length; i++) this.word[i] = char.ToLowerInvariant(this.text[from + i]);
        return this.word[..length];
    }

    private static bool IsUnspaced(char c) => c is >= '\u0E00' and <= '\u0EFF' or >= '\u1000' and <= '\u109F' or >= '\u1780' and <= '\u17FF' or >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';
}
