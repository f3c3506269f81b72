using System;

namespace ToolGen.Specification.Specs.Format;

/// <summary>The lines of <c>capabilities</c> (SPEC §3).</summary>
internal static class CapabilityText
{
    public static bool IsValid(string text)
    {
        var words = text.Split(' ');
        return words[0] switch
        {
            "clock" or "random" => words.Length == 1,
            "http" => words.Length == 3 && Array.IndexOf(Methods, words[1]) >= 0 && IsOrigin(words[2]),
            "read" or "write" => words.Length == 2 && IsFolderPath(words[1]),
            "sql" => words.Length == 3 && TextRules.LogicalName.Holds(words[1]) && words[2] is "read" or "write",
            "tool" => words.Length == 2 && TextRules.ToolReference.Holds(words[1]),
            "secret" => words.Length == 2 && TextRules.LogicalName.Holds(words[1]),
            _ => false,
        };
    }

    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "*"];

    private static bool IsOrigin(string text)
    {
        var start = text.StartsWith("https://", StringComparison.Ordinal) ? 8 : text.StartsWith("http://", StringComparison.Ordinal) ? 7 : -1;
        if (start < 0 || text.IndexOf('{') >= 0) return false;
        var slash = text.IndexOf('/', start);
        var host = slash < 0 ? text.Substring(start) : text.Substring(start, slash - start);
        return host.Length > 0 && host.IndexOfAny(['*', '@', '?', '#']) < 0 && text.IndexOf("..", StringComparison.Ordinal) < 0;
    }

    private static bool IsFolderPath(string text)
    {
        var slash = text.IndexOf('/');
        return TextRules.LogicalName.Holds(slash < 0 ? text : text.Substring(0, slash)) && text.IndexOf('\\') < 0 && !Array.Exists(text.Split('/'), part => part is ".." or ".");
    }
}
