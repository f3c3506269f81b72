using System;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ToolGen.Transforms;

/// <summary>Parts of file names made of data. Whoever writes the data must not choose where a file stands: what no name may have everywhere becomes <c>_</c>.</summary>
internal static class SafeName
{
    // So that with folder, extension and a number behind it a name stays below 255 bytes.
    private const int MaxBytes = 120;

    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"];

    /// <summary>A part of a name.</summary>
    /// <param name="value">Anything.</param>
    /// <exception cref="ToolException"><c>denied</c>: it climbs (<c>..</c> between slashes): that is never meant as a name.</exception>
    public static string Of(string value)
    {
        if (Climbs(value)) throw new ToolException(ToolErrorCodes.Denied, $"{BadRecord.Show(value)} stands in the data and would be the name of a file: a path must not climb");
        var name = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes()) name.Append(IsPlain(rune) ? rune.ToString() : "_");
        if (name.Length == 0 || name[0] is '.' or ' ') name.Insert(0, '_');
        if (name[^1] is '.' or ' ') name.Append('_');
        var text = name.ToString();
        if (IsDevice(text)) text = "_" + text;
        return Encoding.UTF8.GetByteCount(text) <= MaxBytes ? text : Shortened(text, value);
    }

    private static bool Climbs(string value)
    {
        foreach (var part in value.AsSpan().SplitAny('/', '\\'))
            if (value.AsSpan(part) is "..") return true;
        return false;
    }

    private static bool IsPlain(Rune rune) => rune.Value switch
    {
        ' ' or '-' or '_' or '.' or ',' or '+' or '=' or '@' or '#' or '&' or '\'' or '(' or ')' or '!' or '~' => true,

        // Letters of a kind that nobody sees.
        0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFFA0 => false,
        0x34F or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0xE0FFF) => false,
        _ => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark,
    };

    private static bool IsDevice(string name)
    {
        var dot = name.IndexOf('.');
        var stem = (dot < 0 ? name : name[..dot]).TrimEnd(' ');
        if (Array.Exists(Devices, device => device.Equals(stem, StringComparison.OrdinalIgnoreCase))) return true;
        return stem.Length == 4 && (stem.StartsWith("COM", StringComparison.OrdinalIgnoreCase) || stem.StartsWith("LPT", StringComparison.OrdinalIgnoreCase)) && (char.IsAsciiDigit(stem[3]) || stem[3] is '¹' or '²' or '³');
    }

    // Two long values that begin alike must not become one name.
    private static string Shortened(string text, string value)
    {
        var mark = "~" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)).AsSpan(0, 6));
        var kept = 0;
        var bytes = mark.Length;
        foreach (var rune in text.EnumerateRunes())
        {
            if ((bytes += rune.Utf8SequenceLength) > MaxBytes) break;
            kept += rune.Utf16SequenceLength;
        }

        return text[..kept] + mark;
    }
}
