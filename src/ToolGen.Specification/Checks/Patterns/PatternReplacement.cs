using System.Collections.Generic;
using System.Text;

namespace ToolGen.Checks;

/// <summary>GetSubstitution of ECMA-262 (22.1.3.19.1): <c>$$ $&amp; $` $' $1 $12 $&lt;name&gt;</c>; any other <c>$</c> stands for itself.</summary>
internal static class PatternReplacement
{
    /// <exception cref="PatternLimitException">The result is longer than <see cref="EcmaPattern.MaxReplacedLength"/>.</exception>
    public static string Apply(string text, string replacement, IReadOnlyList<PatternMatch> matches)
    {
        if (matches.Count == 0) return text;
        var result = new StringBuilder();
        var end = 0;
        foreach (var match in matches)
        {
            Append(result, text, end, match.Index - end);
            Expand(result, text, replacement, match);
            end = match.Index + match.Length;
        }

        Append(result, text, end, text.Length - end);
        return result.ToString();
    }

    private static void Expand(StringBuilder result, string text, string replacement, PatternMatch match)
    {
        var at = 0;
        while (at < replacement.Length)
        {
            var dollar = replacement.IndexOf('$', at);
            if (dollar < 0 || dollar + 1 == replacement.Length) break;
            Append(result, replacement, at, dollar - at);
            at = dollar + 2;
            var sign = replacement[dollar + 1];
            switch (sign)
            {
                case '$':
                    Append(result, "$", 0, 1);
                    break;
                case '&':
                    Append(result, text, match.Index, match.Length);
                    break;
                case '`':
                    Append(result, text, 0, match.Index);
                    break;
                case '\'':
                    var behind = match.Index + match.Length;
                    Append(result, text, behind, text.Length - behind);
                    break;
                case '<' when match.Groups.AreNamed && replacement.IndexOf('>', at) is >= 0 and var close:
                    Append(result, match.Groups[replacement.Substring(at, close - at)]);
                    at = close + 1;
                    break;
                case >= '0' and <= '9' when Group(replacement, dollar + 1, match.Groups.Count, out var digits) is > 0 and var group:
                    Append(result, match.Groups[group]);
                    at = dollar + 1 + digits;
                    break;
                default:
                    Append(result, replacement, dollar, 1);
                    at = dollar + 1;
                    break;
            }
        }

        Append(result, replacement, at, replacement.Length - at);
    }

    // Two digits if there is such a group, else one; 0 where neither is.
    private static int Group(string replacement, int at, int count, out int digits)
    {
        var one = replacement[at] - '0';
        digits = 2;
        if (at + 1 < replacement.Length && replacement[at + 1] is >= '0' and <= '9' and var second)
        {
            var two = (10 * one) + second - '0';
            if (two > 0 && two < count) return two;
        }

        digits = 1;
        return one < count ? one : 0;
    }

    private static void Append(StringBuilder result, string? text) => Append(result, text ?? "", 0, text?.Length ?? 0);

    private static void Append(StringBuilder result, string text, int start, int length)
    {
        if (length > EcmaPattern.MaxReplacedLength - result.Length)
            throw new PatternLimitException($"the replaced text is longer than {EcmaPattern.MaxReplacedLength} characters");
        result.Append(text, start, length);
    }
}
