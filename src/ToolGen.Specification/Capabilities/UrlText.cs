using System;
using System.Globalization;
using System.Text;

namespace ToolGen.Specification.Capabilities;

/// <summary>Paths and queries of URLs in one spelling (RFC 3986 §6.2.2), so that what is compared is what is sent.</summary>
internal static class UrlText
{
    private const string Reserved = ":/?@!$&'()*+,;=[]";

    /// <summary>
    /// Escapes in capitals, what needs none unescaped, all that is not allowed escaped as UTF-8; null where an escape or a character is broken.
    /// </summary>
    public static string? Normal(string text)
    {
        var at = 0;
        while (at < text.Length && IsPlain(text[at])) at++;
        if (at == text.Length) return text;
        var normal = new StringBuilder(text, 0, at, text.Length + 16);
        while (at < text.Length)
        {
            if (IsPlain(text[at]))
            {
                normal.Append(text[at++]);
            }
            else if (text[at] == '%')
            {
                if (at + 2 >= text.Length || Hex(text[at + 1]) is not { } high || Hex(text[at + 2]) is not { } low) return null;
                var value = (char)((high * 16) + low);
                if (IsUnreserved(value)) normal.Append(value);
                else Escape(normal, (byte)value);
                at += 3;
            }
            else
            {
                var pair = at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);
                if (!pair && char.IsSurrogate(text[at])) return null;
                foreach (var value in Encoding.UTF8.GetBytes(text.Substring(at, pair ? 2 : 1))) Escape(normal, value);
                at += pair ? 2 : 1;
            }
        }

        return normal.ToString();
    }

    /// <summary>Whether a character stands in a path or query as it is.</summary>
    public static bool IsPlain(char c) => IsUnreserved(c) || Reserved.IndexOf(c) >= 0;

    private static bool IsUnreserved(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '.' or '_' or '~';

    private static int? Hex(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => null,
    };

    private static void Escape(StringBuilder text, byte value) => text.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));
}
