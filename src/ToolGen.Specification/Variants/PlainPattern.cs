namespace ToolGen.Specification.Variants;

/// <summary>
/// Patterns that every reading of regular expressions lets match at least what ECMA-262 does: from <c>^</c> to <c>$</c>, so that anchored and
/// unanchored readings agree; no negated or Unicode classes, whose sets differ; no word boundaries, no large counts.
/// </summary>
internal static class PlainPattern
{
    private const int MaxCount = 64;

    public static bool IsPlain(string pattern)
    {
        if (pattern.Length < 2 || pattern[0] != '^' || pattern[pattern.Length - 1] != '$') return false;
        var depth = 0;
        var inClass = false;
        for (var i = 1; i < pattern.Length - 1; i++)
        {
            var sign = pattern[i];
            if (sign is < ' ' or > '~') return false;
            if (sign == '\\')
            {
                // A letter or digit behind it is a class, a reference or a control character; of those only two mean no less elsewhere.
                var next = pattern[++i];
                if (i == pattern.Length - 1 || (IsWord(next) && next is not ('d' or 'w'))) return false;
            }
            else if (inClass)
            {
                inClass = sign != ']';
                if (sign is '[' or '&' or '~') return false;
            }
            else
            {
                switch (sign)
                {
                    case '[':
                        inClass = true;
                        if (pattern[i + 1] is '^' or ']') return false;
                        break;
                    case '(':
                        depth++;
                        if (pattern[i + 1] == '?') return false;
                        break;
                    case ')':
                        if (--depth < 0) return false;
                        break;
                    case '^' or '$':
                        return false;
                    case '|' when depth == 0:
                        return false;
                    case '{' when !IsSmallCount(pattern, ref i):
                        return false;
                    case '*' or '+' or '?' or '}' when i + 1 < pattern.Length && pattern[i + 1] is '?' or '+':
                        return false;
                }
            }
        }

        return depth == 0 && !inClass;
    }

    private static bool IsWord(char sign) => sign is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';

    private static bool IsSmallCount(string pattern, ref int i)
    {
        var count = 0;
        for (i++; i < pattern.Length && pattern[i] != '}'; i++)
        {
            if (pattern[i] == ',') count = 0;
            else if (pattern[i] is >= '0' and <= '9') count = (count * 10) + pattern[i] - '0';
            else return false;
            if (count > MaxCount) return false;
        }

        return i + 1 >= pattern.Length || pattern[i + 1] is not ('?' or '+');
    }
}
