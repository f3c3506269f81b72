using System;
using System.Globalization;
using System.Text.RegularExpressions;
using ToolGen.Checks;

namespace ToolGen.Analyzers.Backtracking;

/// <summary>Backslashes and classes.</summary>
internal sealed partial class ExpressionParser
{
    private PatternNode Escape()
    {
        var c = this.Next();
        switch (c)
        {
            case 'A': return new AnchorNode(Anchor.Start);
            case 'z': return new AnchorNode(Anchor.End);
            case 'Z': return new AnchorNode(Anchor.EndOrNewline);
            case 'b': return new AnchorNode(Anchor.WordBoundary);
            case 'B': return new AnchorNode(Anchor.NotWordBoundary);
            case 'G': return new AnchorNode(Anchor.Continuation);
            case >= '1' and <= '9':
                while (!this.AtEnd && char.IsDigit(this.text[this.at])) this.at++;
                return new BackReferenceNode();
            case 'k' when !this.AtEnd:
                this.at = this.After(this.Next() == '<' ? '>' : '\'');
                return new BackReferenceNode();
        }

        return this.Category(c) is { } set ? new SetNode(set) : this.Literal(this.Character(c));
    }

    /// <summary><c>\d \w \s \p{…}</c> and their opposites; null for what names one character.</summary>
    private CodePointSet? Category(char c)
    {
        switch (c)
        {
            case 'd': return this.Is(RegexOptions.ECMAScript) ? CodePointSet.Digit : CharacterSets.Digit;
            case 'D': return CharacterSets.Digit.Complement();
            case 'w': return this.Is(RegexOptions.ECMAScript) ? CodePointSet.Word : CharacterSets.Word;
            case 'W': return CharacterSets.Word.Complement();
            case 's': return CharacterSets.Space;
            case 'S': return CharacterSets.Space.Complement();
            case 'p' or 'P':
                if (!this.Take('{')) throw new FormatException();
                var start = this.at;
                this.at = this.After('}');
                var set = CharacterSets.Named(this.text.Substring(start, this.at - start).TrimEnd('}')) ?? throw new FormatException();
                return c == 'p' ? set : set.Complement();
            default: return null;
        }
    }

    private int Character(char c) => c switch
    {
        't' => '\t',
        'n' => '\n',
        'r' => '\r',
        'f' => '\f',
        'v' => '\v',
        'a' => '\a',
        'e' => 0x1B,
        'x' => this.Hex(2),
        'u' => this.Hex(4),
        'c' => this.Next() & 0x1F,
        '0' => this.Octal(),
        _ => c,
    };

    private char Next() => this.AtEnd ? throw new FormatException() : this.text[this.at++];

    private int Hex(int digits)
    {
        if (this.at + digits > this.text.Length || !int.TryParse(this.text.Substring(this.at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)) throw new FormatException();
        this.at += digits;
        return value;
    }

    private int Octal()
    {
        var value = 0;
        for (var i = 0; i < 2 && !this.AtEnd && this.text[this.at] is >= '0' and <= '7'; i++) value = (value * 8) + (this.text[this.at++] - '0');
        return value;
    }

    private CodePointSet Class()
    {
        var isNegated = this.Take('^');
        var members = new CodePointSet.Builder();
        var without = CharacterSets.Nothing;
        for (var isFirst = true; ; isFirst = false)
        {
            if (this.AtEnd) throw new FormatException();
            if (!isFirst && this.Take(']')) break;
            if (this.Take("-["))
            {
                without = this.Class();
                if (this.Take(']')) break;
                throw new FormatException();
            }

            var c = this.Next();
            if (c == '\\')
            {
                var escaped = this.Next();
                if (this.Category(escaped) is { } set)
                {
                    members.Add(set);
                    continue;
                }

                this.Range(members, escaped == 'b' ? '\b' : this.Character(escaped));
                continue;
            }

            this.Range(members, c);
        }

        var built = members.Build();
        if (this.Is(RegexOptions.IgnoreCase)) built = built.BothCases();
        return (isNegated ? built.Complement() : built).Without(without);
    }

    private void Range(CodePointSet.Builder members, int first)
    {
        var isRange = this.at + 1 < this.text.Length && this.text[this.at] == '-' && this.text[this.at + 1] is not (']' or '[');
        if (!isRange)
        {
            members.Add(first, first);
            return;
        }

        this.at++;
        var c = this.Next();
        if (c == '\\')
        {
            var escaped = this.Next();
            if (this.Category(escaped) is { } set)
            {
                // A class ends no range: all three are members.
                members.Add(first, first);
                members.Add('-', '-');
                members.Add(set);
                return;
            }

            Add(members, first, this.Character(escaped));
            return;
        }

        Add(members, first, c);
    }

    private static void Add(CodePointSet.Builder members, int first, int last)
    {
        if (last < first) throw new FormatException();
        members.Add(first, last);
    }
}
