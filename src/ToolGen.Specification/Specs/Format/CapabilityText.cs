using System;
using ToolGen.Specification.Capabilities;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Specs.Format;

/// <summary>The lines of <c>capabilities</c> (SPEC §3).</summary>
internal static class CapabilityText
{
    /// <summary>UTF-16 units of one line.</summary>
    public const int MaximumLength = 1_000;

    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "*"];

    /// <summary>Whether the line has a form that <see cref="Capability.TryParse"/> can read; an address may still be none.</summary>
    public static bool IsValid(string text)
    {
        if (text.Length > MaximumLength || InvisibleCharacters.IndexIn(text) >= 0 || Array.Exists(text.ToCharArray(), unit => unit != ' ' && (char.IsControl(unit) || char.IsWhiteSpace(unit)))) return false;
        var words = text.Split(' ');
        return words[0] switch
        {
            "clock" or "random" => words.Length == 1,
            "http" => words.Length == 3 && Array.IndexOf(Methods, words[1]) >= 0 && IsAddress(words[2]),
            "read" or "write" => words.Length == 2 && IsFolderPath(words[1]),
            "sql" => words.Length == 3 && TextRules.LogicalName.Holds(words[1]) && words[2] is "read" or "write",
            "tool" => words.Length == 2 && TextRules.ToolReference.Holds(words[1]),
            "secret" => words.Length == 2 && TextRules.LogicalName.Holds(words[1]),
            _ => false,
        };
    }

    /// <summary>
    /// What a line leaves open that only the host's grants may leave open: <c>host</c>, <c>folder</c>, <c>database</c>, <c>tool</c>, <c>secret</c>, or
    /// <c>effect</c> for a line that is a star alone; null where it names one.
    /// </summary>
    public static string? Unnamed(string text)
    {
        var words = text.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return null;
        var name = words.Length > 1 ? words[words[0] == "http" ? words.Length - 1 : 1] : "";
        return words[0] switch
        {
            "*" or "**" or "all" or "any" => "effect",
            "http" when HasStar(Host(name)) => "host",
            "read" or "write" when HasStar(name.Split('/')[0]) => "folder",
            "sql" when HasStar(name) => "database",
            "tool" when HasStar(name) => "tool",
            "secret" when HasStar(name) => "secret",
            _ => null,
        };
    }

    private static bool HasStar(string text) => text.IndexOf('*') >= 0;

    private static string Host(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0;
        var end = url.IndexOf('/', start);
        return end < 0 ? url.Substring(start) : url.Substring(start, end - start);
    }

    // A host of another script is written as it is resolved (xn--…): letters that look alike are not the same host.
    private static bool IsAddress(string text)
    {
        var start = text.StartsWith("https://", StringComparison.Ordinal) ? 8 : text.StartsWith("http://", StringComparison.Ordinal) ? 7 : -1;
        if (start < 0 || text.IndexOfAny(['{', '}', '?', '#', '\\', '"', '<', '>']) >= 0) return false;
        var slash = text.IndexOf('/', start);
        var host = slash < 0 ? text.Substring(start) : text.Substring(start, slash - start);
        return host.Length > 0 && host.IndexOfAny(['*', '@', '%']) < 0 && Array.TrueForAll(host.ToCharArray(), unit => unit < '\u007F') && (slash < 0 || IsPath(text.Substring(slash + 1)));
    }

    private static bool IsFolderPath(string text)
    {
        var slash = text.IndexOf('/');
        return TextRules.LogicalName.Holds(slash < 0 ? text : text.Substring(0, slash)) && text.IndexOf('\\') < 0 && IsPath(text);
    }

    /// <summary>Whether a path has no dot segments, and signs that stand where signs may.</summary>
    public static bool IsPath(string path) => PathPattern.IsValid(path) && !Array.Exists(path.Split('/'), part => part is ".." or ".");
}
