using System;

namespace ToolGen.Checks;

/// <summary>Short textual formats: <c>uuid</c>, <c>json-pointer</c>, <c>glob</c>, and <c>contentEncoding: base64</c>.</summary>
static partial class TextFormats
{
    /// <summary>RFC 9562 §4: 8-4-4-4-12 hex digits, any case, any version.</summary>
    public static bool IsUuid(ReadOnlySpan<char> text)
    {
        if (text.Length != 36) return false;
        for (var i = 0; i < 36; i++)
            if (i is 8 or 13 or 18 or 23 ? text[i] != '-' : !Ascii.IsHex(text[i])) return false;
        return true;
    }

    /// <summary>RFC 6901 §3, as a JSON string: empty, or <c>/</c> before each token; <c>~</c> only as <c>~0</c> and <c>~1</c>.</summary>
    public static bool IsJsonPointer(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return true;
        if (text[0] != '/') return false;
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '~' && (i + 1 == text.Length || text[i + 1] is not ('0' or '1'))) return false;
        return true;
    }

    /// <summary>
    /// ToolGen's own: a relative path of segments parted by <c>/</c>, where <c>*</c> and <c>?</c> stand for characters of one segment and
    /// <c>**</c>, alone in its segment, for any folders. It never leaves its folder: no empty, <c>.</c> or <c>..</c> segment, no
    /// <c>\</c>, <c>:</c> or control character.
    /// </summary>
    public static bool IsGlob(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var slash = text.IndexOf('/');
            if (!IsGlobSegment(slash < 0 ? text : text.Slice(0, slash))) return false;
            if (slash < 0) return true;
            text = text.Slice(slash + 1);
        }
    }

    /// <summary>RFC 4648 §4: padded, standard alphabet, no line breaks; the unused bits are zero, so that each byte sequence has one text.</summary>
    public static bool IsBase64(ReadOnlySpan<char> text)
    {
        if (text.Length % 4 != 0) return false;
        if (text.IsEmpty) return true;
        var padding = text[text.Length - 1] != '=' ? 0 : text[text.Length - 2] != '=' ? 1 : 2;
        var digits = text.Length - padding;
        for (var i = 0; i < digits; i++)
            if (Base64Digit(text[i]) < 0) return false;
        return padding == 0 || (Base64Digit(text[digits - 1]) & (padding == 1 ? 0b11 : 0b1111)) == 0;
    }

    private static bool IsGlobSegment(ReadOnlySpan<char> segment)
    {
        if (segment.IsEmpty || (segment.Length <= 2 && segment.TrimStart('.').IsEmpty)) return false;
        for (var i = 0; i < segment.Length; i++)
        {
            if (segment[i] is '\\' or ':' || char.IsControl(segment[i])) return false;
            if (segment[i] == '*' && i > 0 && segment[i - 1] == '*' && segment.Length != 2) return false;
        }

        return true;
    }

    private static int Base64Digit(char c) => c switch
    {
        >= 'A' and <= 'Z' => c - 'A',
        >= 'a' and <= 'z' => c - 'a' + 26,
        >= '0' and <= '9' => c - '0' + 52,
        '+' => 62,
        '/' => 63,
        _ => -1,
    };
}
