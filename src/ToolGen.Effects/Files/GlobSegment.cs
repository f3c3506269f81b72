using System;
using System.Collections.Generic;
using System.Text;

namespace ToolGen.Effects.Files;

/// <summary>
/// One part of a pattern between slashes. <c>*</c> any characters, <c>?</c> one, <c>[a-z]</c> and <c>[!a-z]</c> one of a set; a bracket that
/// is not closed is itself. A name that begins with a dot is matched only by a part that does. Ordinal, and linear in the name for each star.
/// </summary>
internal sealed class GlobSegment
{
    private readonly List<Token> tokens = [];

    private GlobSegment(string text, bool isDeep)
    {
        this.Text = text;
        this.IsDeep = isDeep;
    }

    /// <summary>As written; the name itself where it is <see cref="IsLiteral"/>.</summary>
    public string Text { get; }

    /// <summary>Whether it is <c>**</c>: any folders, none too.</summary>
    public bool IsDeep { get; }

    /// <summary>Whether it has no sign, so that it is a name.</summary>
    public bool IsLiteral { get; private set; } = true;

    /// <summary>Reads a part.</summary>
    /// <param name="text">Its characters.</param>
    /// <param name="isSign">Of each, whether it may be a sign.</param>
    public static GlobSegment Parse(ReadOnlySpan<char> text, ReadOnlySpan<bool> isSign)
    {
        var segment = new GlobSegment(text.ToString(), text is "**" && isSign[0] && isSign[1]) { };
        for (var i = 0; i < text.Length;)
        {
            if (isSign[i] && text[i] is '*' or '?')
            {
                // Of stars in a row one is enough.
                if (text[i] == '?' || segment.tokens.Count == 0 || segment.tokens[^1].Sign != Sign.Any) segment.tokens.Add(new(text[i] == '*' ? Sign.Any : Sign.One, default, null, false));
                segment.IsLiteral = false;
                i++;
            }
            else if (isSign[i] && text[i] == '[' && SetAt(text, isSign, i, out var set, out var next))
            {
                segment.tokens.Add(set);
                segment.IsLiteral = false;
                i = next;
            }
            else
            {
                segment.tokens.Add(new(Sign.Literal, RuneAt(text, i, out var length), null, false));
                i += length;
            }
        }

        return segment;
    }

    /// <summary>Whether a name fits.</summary>
    public bool Matches(string name)
    {
        if (this.IsLiteral) return string.Equals(this.Text, name, StringComparison.Ordinal);
        if (name.StartsWith('.') && (this.tokens.Count == 0 || this.tokens[0] is not { Sign: Sign.Literal, Value: '.' })) return false;
        var (at, token, star, resume) = (0, 0, -1, 0);
        while (at < name.Length)
        {
            if (token < this.tokens.Count && this.tokens[token].Sign == Sign.Any)
            {
                star = token++;
                resume = at;
                continue;
            }

            var value = RuneAt(name, at, out var length);
            if (token < this.tokens.Count && this.tokens[token].Takes(value))
            {
                token++;
                at += length;
            }
            else if (star >= 0)
            {
                // Only the last star can need more: what earlier ones took is settled.
                token = star + 1;
                _ = RuneAt(name, resume, out length);
                resume += length;
                at = resume;
            }
            else
            {
                return false;
            }
        }

        while (token < this.tokens.Count && this.tokens[token].Sign == Sign.Any) token++;
        return token == this.tokens.Count;
    }

    private static bool SetAt(ReadOnlySpan<char> text, ReadOnlySpan<bool> isSign, int start, out Token set, out int next)
    {
        var at = start + 1;
        var isNot = at < text.Length && isSign[at] && text[at] is '!' or '^';
        if (isNot) at++;
        var first = at;
        var ranges = new List<(int From, int To)>();
        while (at < text.Length && (at == first || !(isSign[at] && text[at] == ']')))
        {
            var from = RuneAt(text, at, out var length);
            at += length;
            var to = from;
            if (at + 1 < text.Length && isSign[at] && text[at] == '-' && !(isSign[at + 1] && text[at + 1] == ']'))
            {
                to = RuneAt(text, at + 1, out length);
                at += 1 + length;
            }

            ranges.Add((from, to));
        }

        set = new(Sign.Set, 0, ranges, isNot);
        next = at + 1;
        return at < text.Length && ranges.Count > 0;
    }

    private static int RuneAt(ReadOnlySpan<char> text, int at, out int length)
    {
        var whole = Rune.DecodeFromUtf16(text[at..], out var rune, out length) == System.Buffers.OperationStatus.Done;
        return whole ? rune.Value : text[at];
    }

    private enum Sign
    {
        Literal,
        One,
        Any,
        Set,
    }

    private readonly record struct Token(Sign Sign, int Value, List<(int From, int To)>? Ranges, bool IsNot)
    {
        public bool Takes(int value) => this.Sign switch
        {
            Sign.One => true,
            Sign.Set => this.Ranges!.Exists(range => value >= range.From && value <= range.To) != this.IsNot,
            _ => value == this.Value,
        };
    }
}
