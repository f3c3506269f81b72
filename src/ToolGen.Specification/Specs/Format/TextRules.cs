using System;
using ToolGen.Checks;
using ToolGen.Specification.Specs.Shapes;

namespace ToolGen.Specification.Specs.Format;

/// <summary>The rules that strings of a spec obey.</summary>
internal static class TextRules
{
    public static readonly TextRule ToolName = new(
        "a name of up to 64 letters, digits, '_' and '-' that begins with a letter", "check_iban", "^[A-Za-z][A-Za-z0-9_-]{0,63}$",
        text => text.Length is >= 1 and <= 64 && IsLetter(text[0]) && All(text, 1, c => IsLetter(c) || IsDigit(c) || c is '_' or '-'));

    public static readonly TextRule Identifier = new(
        "an identifier of up to 64 letters, digits and '_'", "last_day", "^[A-Za-z_][A-Za-z0-9_]{0,63}$",
        text => text.Length is >= 1 and <= 64 && (IsLetter(text[0]) || text[0] == '_') && All(text, 1, c => IsLetter(c) || IsDigit(c) || c == '_'));

    public static readonly TextRule ErrorCode = new(
        "an error code in snake case", "not_found", "^[a-z][a-z0-9_]{0,63}$", text => IsCode(text, text.Length));

    public static readonly TextRule ExpectedError = new(
        "an error code, or a code and a JSON Pointer", "invalid_input /top", "^[a-z][a-z0-9_]{0,63}( (/([^~/]|~[01])*)*)?$", text =>
        {
            var blank = text.IndexOf(' ');
            return blank < 0 ? IsCode(text, text.Length) : IsCode(text, blank) && IsPointer(text, blank + 1);
        });

    public static readonly TextRule JsonPointer = new(
        "a JSON Pointer (RFC 6901)", "/items", "^(/([^~/]|~[01])*)*$", text => IsPointer(text, 0));

    public static readonly TextRule Version = new(
        "a version of three numbers (semver.org)", "1.2.0",
        "^(0|[1-9][0-9]{0,8})\\.(0|[1-9][0-9]{0,8})\\.(0|[1-9][0-9]{0,8})(-(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)(\\.(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*))*)?(\\+[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?$",
        SemanticVersion.IsValid);

    public static readonly TextRule Time = new(
        "a whole number with the unit ms, s or min, at most 1440min", "30s", "^[1-9][0-9]{0,8}(ms|s|min)$", text => Quantity.Milliseconds(text) is not null);

    public static readonly TextRule Size = new(
        "a whole number with the unit B, KB, MB or GB (of 1,024)", "128MB", "^[1-9][0-9]{0,8}(B|KB|MB|GB)$", text => Quantity.Bytes(text) is not null);

    public static readonly TextRule KindName = new(
        "a kind's name in lower case", "http", "^[a-z][a-z0-9_-]{0,63}$",
        text => text.Length is >= 1 and <= 64 && text[0] is >= 'a' and <= 'z' && All(text, 1, c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '-'));

    public static readonly TextRule LogicalName = new(
        "a name that the host grants, of letters, digits, '_', '-' and '.'", "rates_key", "^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$",
        text => text.Length is >= 1 and <= 64 && (IsLetter(text[0]) || IsDigit(text[0]) || text[0] == '_') && All(text, 1, c => IsLetter(c) || IsDigit(c) || c is '_' or '-' or '.'));

    public static readonly TextRule ToolReference = new(
        "a tool's name, with a version where one is meant", "query_sales@^1", "^[A-Za-z][A-Za-z0-9_-]{0,63}(@[~^]?[0-9][0-9A-Za-z.+-]{0,63})?$", text =>
        {
            var at = text.IndexOf('@');
            if (!ToolName.Holds(at < 0 ? text : text.Substring(0, at))) return false;
            if (at < 0) return true;
            var version = at + 1 < text.Length && text[at + 1] is '~' or '^' ? at + 2 : at + 1;
            return version < text.Length && text.Length - version <= 64 && IsDigit(text[version]) && All(text, version, c => IsLetter(c) || IsDigit(c) || c is '.' or '+' or '-');
        });

    public static readonly TextRule PartName = new(
        "a name of up to 100 ASCII characters without quote and backslash", "photo", "^[ !#-\\[\\]-~]{1,100}$", PartRules.IsName);

    public static readonly TextRule ErrorStatus = new(
        "an HTTP status from 400 to 599", "422", "^[45][0-9][0-9]$", text => text.Length == 3 && text[0] is '4' or '5' && All(text, 1, IsDigit));

    public static readonly TextRule OneCharacter = new(
        "one character", ";", "^[\\u0000-\\u0009\\u000b\\u000c\\u000e-\\ud7ff\\ue000-\\uffff]$", text => text.Length == 1 && !char.IsSurrogate(text[0]) && text[0] is not ('\r' or '\n'));

    public static readonly TextRule NotBlank = new(
        "text that is not blank", "…", "[^ \\t\\r\\n]", text => !All(text, 0, c => c is ' ' or '\t' or '\r' or '\n'));

    private static bool IsCode(string text, int length)
    {
        if (length is < 1 or > 64 || text[0] is < 'a' or > 'z') return false;
        for (var i = 1; i < length; i++)
            if (text[i] is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '_')) return false;
        return true;
    }

    private static bool IsPointer(string text, int start)
    {
        if (start == text.Length) return true;
        if (text[start] != '/') return false;
        for (var i = start; i < text.Length; i++)
            if (text[i] == '~' && (i + 1 == text.Length || text[i + 1] is not ('0' or '1'))) return false;
        return true;
    }

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool All(string text, int start, Func<char, bool> holds)
    {
        for (var i = start; i < text.Length; i++)
            if (!holds(text[i])) return false;
        return true;
    }
}
