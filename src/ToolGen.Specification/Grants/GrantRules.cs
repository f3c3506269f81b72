using System;
using System.Linq;
using ToolGen.Specification.Capabilities;
using ToolGen.Specification.Specs.Shapes;

namespace ToolGen.Specification.Grants;

/// <summary>The rules that strings of a grants file obey. What a pattern can't say, <see cref="GrantReview"/> does.</summary>
internal static class GrantRules
{
    public static readonly TextRule Path = new(
        "a folder's path of at most 1,024 characters", "data", "^[^\\u0000-\\u001f\\u007f]{1,1024}$", text => text.Length is >= 1 and <= 1024 && All(text, c => c is >= ' ' and not '\x7f'));

    public static readonly TextRule Variable = new(
        "the name of an environment variable, of letters, digits and '_'", "RATES_KEY", "^[A-Za-z_][A-Za-z0-9_]{0,127}$", IsVariable);

    public static readonly TextRule Provider = new(
        "a provider's name", "sqlite", "^[A-Za-z][A-Za-z0-9_.-]{0,127}$",
        text => text.Length is >= 1 and <= 128 && IsLetter(text[0]) && All(text, c => IsLetter(c) || IsDigit(c) || c is '_' or '.' or '-'));

    public static readonly TextRule Web = new(
        "an origin with its scheme", "https://api.example", "^[Hh][Tt][Tt][Pp][Ss]?://.",
        text => (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && text.Length > 8 && text[8] is not ('\n' or '\r' or '\u2028' or '\u2029'))
            || (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && text.Length > 7 && text[7] is not ('\n' or '\r' or '\u2028' or '\u2029')));

    public static readonly TextRule ConnectTo = new(
        "an IP address and a port", "127.0.0.1:8080", "^[0-9A-Fa-f.:\\[\\]]{3,60}$",
        text => text.Length is >= 3 and <= 60 && All(text, c => c is (>= '0' and <= '9') or (>= 'A' and <= 'F') or (>= 'a' and <= 'f') or '.' or ':' or '[' or ']'));

    public static readonly TextRule Capability = new(
        "a capability", "http GET https://api.example/**", "^[a-z]+( [^ ]+){0,2}$", text => Capabilities.Capability.TryParse(text) is not null);

    public static readonly TextRule PackageId = new(
        "a NuGet package's id", "CsvHelper", "^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}$",
        text => text.Length is >= 1 and <= 100 && text[0] is not ('.' or '-') && All(text, c => IsLetter(c) || IsDigit(c) || c is '_' or '.' or '-'));

    public static readonly TextRule PackageHash = new(
        "a SHA-512 hash in base64, 88 characters", new string('A', 86) + "==", "^[A-Za-z0-9+/]{86}==$",
        text => text.Length == 88 && text.EndsWith("==", StringComparison.Ordinal) && All(text.Substring(0, 86), c => IsLetter(c) || IsDigit(c) || c is '+' or '/'));

    public static readonly TextRule PackageMembers = new(
        "a type and names of its members, with blanks between, or *", "CsvHelper.CsvReader Read", "^(\\*|[A-Za-z_][A-Za-z0-9_.+`]{0,511}( [A-Za-z_.][A-Za-z0-9_.]{0,511}){0,200})$", IsMembers);

    public static bool IsVariable(string text) =>
        text.Length is >= 1 and <= 128 && (IsLetter(text[0]) || text[0] == '_') && All(text, c => IsLetter(c) || IsDigit(c) || c == '_');

    private static bool IsMembers(string text)
    {
        if (text == "*") return true;
        var words = text.Split(' ');
        return words.Length <= 201
            && words[0].Length is >= 1 and <= 512 && (IsLetter(words[0][0]) || words[0][0] == '_') && All(words[0], c => IsLetter(c) || IsDigit(c) || c is '_' or '.' or '+' or '`')
            && words.Skip(1).All(word => word.Length is >= 1 and <= 512 && (IsLetter(word[0]) || word[0] is '_' or '.') && All(word, c => IsLetter(c) || IsDigit(c) || c is '_' or '.'));
    }

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool All(string text, Func<char, bool> holds)
    {
        foreach (var c in text)
            if (!holds(c)) return false;
        return true;
    }
}
