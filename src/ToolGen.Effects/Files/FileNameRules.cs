using System;
using System.Globalization;
using System.Text;
using ToolGen.Specification.Json;

namespace ToolGen.Effects.Files;

/// <summary>
/// What one part of a path may be: the same on every system, so that a tool that passes its samples on one does not reach something else
/// on another. A name that another program could read as a different one (percent-encoded, look-alike slashes, Windows devices and
/// streams, invisible characters) is no name.
/// </summary>
internal static class FileNameRules
{
    /// <summary>Most bytes of a name in UTF-8: what ext4, XFS, APFS and NTFS take.</summary>
    public const int MaximumBytes = 255;

    // Slashes, dots and colons of other alphabets: what best-fit conversions and people take for the real ones.
    private const string LookAlikes = "\u2024\u2025\u2044\u2215\u29F5\u29F8\u29F9\uFE52\uFE55\uFE68\uFF0E\uFF0F\uFF1A\uFF3C";

    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"];

    /// <summary>A clause that says why a name is none; null where it is one.</summary>
    public static string? FaultOf(string name) => PlainFault(name) ?? (IsDisguised(name) ? "a percent-encoded part stands for what a name may not have" : null);

    /// <summary>A clause that says which character no name may have; null where all are fine.</summary>
    public static string? CharacterFault(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            var code = InvisibleCharacters.CodePointAt(name, i);
            if (code < ' ' || code is >= 0xD800 and <= 0xDFFF or 0xFFFD || InvisibleCharacters.Contains(code)) return $"it has the character {InvisibleCharacters.Name(code)}";
            if (name[i] == '\\') return "it has a backslash; parts are separated by /";
            if (name[i] is '<' or '>' or ':' or '"' or '|' or '?' or '*') return $"it has the character {name[i]}, which file names may not have everywhere";
            if (LookAlikes.Contains(name[i])) return $"it has the character {InvisibleCharacters.Name(code)}, which looks like another";
            if (code > 0xFFFF) i++;
        }

        return null;
    }

    private static string? PlainFault(string name)
    {
        if (name.Length == 0) return "it has an empty part";
        if (name is "." or "..") return $"\"{name}\" is no name: a path leads down only";
        if (CharacterFault(name) is { } fault) return fault;
        if (Encoding.UTF8.GetByteCount(name) > MaximumBytes) return $"a part is longer than {MaximumBytes} bytes";
        if (name[^1] == '.' || char.IsWhiteSpace(name[^1]) || char.IsWhiteSpace(name[0])) return "a part begins with a blank, or ends with a blank or a dot";
        if (IsDevice(name)) return $"\"{name}\" is a device on Windows";
        return TemporaryName.Is(name) ? "it is the name of an output that is being written" : null;
    }

    // CON, con.txt, COM1, LPT¹: what stands before the first dot counts.
    private static bool IsDevice(string name)
    {
        var dot = name.IndexOf('.');
        var stem = (dot < 0 ? name : name[..dot]).TrimEnd(' ');
        if (Array.Exists(Devices, device => device.Equals(stem, StringComparison.OrdinalIgnoreCase))) return true;
        return stem.Length == 4 && (stem.StartsWith("COM", StringComparison.OrdinalIgnoreCase) || stem.StartsWith("LPT", StringComparison.OrdinalIgnoreCase))
            && (char.IsAsciiDigit(stem[3]) || stem[3] is '¹' or '²' or '³');
    }

    // Names are taken literally; but what would become something else when decoded once more is refused.
    private static bool IsDisguised(string name)
    {
        for (var layer = 0; layer < 4 && name.Contains('%'); layer++)
        {
            var decoded = Decoded(name);
            if (decoded == name) return false;
            if (PlainFault(decoded.Replace('/', '\\')) is not null || HasOverlongForm(decoded)) return true;
            name = decoded;
        }

        return false;
    }

    // %2e as a byte, %u002e as a UTF-16 unit.
    private static string Decoded(string name)
    {
        var text = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '%' && IsHex(name, i + 1, 2, out var value)) i += 2;
            else if (name[i] == '%' && i + 1 < name.Length && name[i + 1] is 'u' or 'U' && IsHex(name, i + 2, 4, out value)) i += 5;
            else value = name[i];
            text.Append((char)value);
        }

        return text.ToString();
    }

    // Bytes that no UTF-8 has, with which lenient readers make dots and slashes: C0 AE is '.', C0 AF is '/'.
    private static bool HasOverlongForm(string bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            var next = i + 1 < bytes.Length ? bytes[i + 1] : '\0';
            if (bytes[i] is '\u00C0' or '\u00C1' && next is >= '\u0080' and <= '\u00BF') return true;
            if (bytes[i] == '\u00E0' && next is >= '\u0080' and < '\u00A0') return true;
            if (bytes[i] == '\u00F0' && next is >= '\u0080' and < '\u0090') return true;
        }

        return false;
    }

    private static bool IsHex(string text, int start, int length, out int value)
    {
        value = 0;
        return start + length <= text.Length && int.TryParse(text.AsSpan(start, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }
}
