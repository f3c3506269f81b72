namespace ToolGen.Checks;

/// <summary>Classes and what follows a backslash.</summary>
internal sealed partial class PatternParser
{
    private CodePointSet Class(int start)
    {
        var negated = Take('^');
        var set = new CodePointSet.Builder();
        while (true)
        {
            if (AtEnd) throw Syntax("this class is not closed", @"add ], or write \[ for the character", start);
            if (Take(']')) break;
            var place = at;
            var low = ClassAtom(out var lowIsSet);
            if (at + 1 >= text.Length || text[at] != '-' || text[at + 1] == ']')
            {
                set.Add(low);
                continue;
            }

            at++;
            var high = ClassAtom(out var highIsSet);
            if (lowIsSet || highIsSet) throw Syntax("a range goes from one character to one character", @"write \- for the character, or put it last in the class", place);
            if (low.Single > high.Single) throw Syntax($"the range {text.Substring(place, at - place)} is out of order", "write the smaller character first", place);
            set.Add(low.Single, high.Single);
        }

        var result = set.Build();
        return negated ? result.Complement() : result;
    }

    private CodePointSet ClassAtom(out bool isSet)
    {
        isSet = false;
        if (text[at] == '\\') return Escape(inClass: true, out isSet);
        var codePoint = CodePoint();
        return CodePointSet.Of(codePoint, codePoint);
    }

    // At the backslash. isSet: a class escape such as \d, which cannot bound a range.
    private CodePointSet Escape(bool inClass, out bool isSet)
    {
        var start = at++;
        isSet = true;
        if (AtEnd) throw Syntax(@"a lone \ ends the pattern", @"write \\ for the character", start);
        switch (text[at++])
        {
            case 'd': return CodePointSet.Digit;
            case 'D': return CodePointSet.Digit.Complement();
            case 's': return CodePointSet.Space;
            case 'S': return CodePointSet.Space.Complement();
            case 'w': return CodePointSet.Word;
            case 'W': return CodePointSet.Word.Complement();
            case 'p': return Property(start);
            case 'P': return Property(start).Complement();
            case 'k' when !inClass:
            case >= '1' and <= '9' when !inClass:
                throw Error(
                    PatternErrorKind.BackReference,
                    "a back-reference repeats what a group matched, for which no linear-time algorithm is known",
                    "capture both parts in groups and compare them in C#",
                    start);
            default:
                at--;
                isSet = false;
                var codePoint = CharacterEscape(start, inClass);
                return CodePointSet.Of(codePoint, codePoint);
        }
    }

    private int CharacterEscape(int start, bool inClass)
    {
        switch (text[at++])
        {
            case 't': return '\t';
            case 'n': return '\n';
            case 'v': return '\v';
            case 'f': return '\f';
            case 'r': return '\r';
            case 'b' when inClass: return '\b';
            case '-' when inClass: return '-';
            case '0' when AtEnd || text[at] is not (>= '0' and <= '9'): return 0;
            case 'c' when !AtEnd && text[at] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'): return text[at++] % 32;
            case 'x' when Hex(2) is >= 0 and var value: return value;
            case 'u': return UnicodeEscape(start);
            case '^' or '$' or '\\' or '.' or '*' or '+' or '?' or '(' or ')' or '[' or ']' or '{' or '}' or '|' or '/': return text[at - 1];
            default: throw Syntax($"{Shown(start)} is no escape of ECMA-262 with the u flag", "write the character without a backslash", start);
        }
    }

    private int UnicodeEscape(int start)
    {
        if (Take('{'))
        {
            var (value, digits) = (0, 0);
            while (!AtEnd && HexDigit(text[at]) is >= 0 and var digit && value <= CodePointSet.Last)
            {
                value = (value * 16) + digit;
                (at, digits) = (at + 1, digits + 1);
            }

            if (digits == 0 || value > CodePointSet.Last || !Take('}')) throw Syntax(@"\u{…} holds no code point", @"write 1 to 6 hexadecimal digits up to 10FFFF, such as \u{1F600}", start);
            return value;
        }

        var lead = Hex(4);
        if (lead < 0) throw Syntax(@"\u needs four hexadecimal digits", @"write such as \u00E9 or \u{1F600}", start);
        if (!char.IsHighSurrogate((char)lead)) return lead;
        var behind = at;
        if (Take(@"\u") && Hex(4) is >= 0 and var trail && char.IsLowSurrogate((char)trail)) return char.ConvertToUtf32((char)lead, (char)trail);
        at = behind;
        return lead;
    }

    private CodePointSet Property(int start)
    {
        var close = Take('{') ? text.IndexOf('}', at) : -1;
        if (close < 0) throw Syntax(@"\p needs a property in braces", @"write such as \p{L}", start);
        var name = text.Substring(at, close - at);
        at = close + 1;
        var equals = name.IndexOf('=');
        var set = equals < 0 ? UnicodeProperty.Lone(name)
            : name.Substring(0, equals) is "General_Category" or "gc" ? UnicodeProperty.Category(name.Substring(equals + 1))
            : null;
        return set ?? throw Error(
            PatternErrorKind.UnicodeProperty,
            $"{Shown(start)} is no property that patterns know: general categories, Any, ASCII and Assigned are",
            @"write a general category such as \p{L} or \p{Lu}, or the ranges themselves such as [\u0370-\u03FF]",
            start);
    }

    private int Hex(int digits)
    {
        var value = 0;
        for (var i = 0; i < digits; i++)
        {
            var digit = at + i < text.Length ? HexDigit(text[at + i]) : -1;
            if (digit < 0) return -1;
            value = (value * 16) + digit;
        }

        at += digits;
        return value;
    }

    private static int HexDigit(char digit) => digit switch
    {
        >= '0' and <= '9' => digit - '0',
        >= 'a' and <= 'f' => digit - 'a' + 10,
        >= 'A' and <= 'F' => digit - 'A' + 10,
        _ => -1,
    };

    // What was read since a place, short enough for a message.
    private string Shown(int start) => text.Substring(start, System.Math.Min(at - start, 40));
}
