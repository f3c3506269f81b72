using System;

namespace ToolGen.Analyzers.Taint;

/// <summary>Whether what a URL begins with already says where it goes.</summary>
internal static class UrlText
{
    /// <param name="before">The text that stands before a value.</param>
    /// <param name="isOpen">Whether text that is not known, but that nobody else writes, stands before that.</param>
    public static bool FixesHost(string before, bool isOpen)
    {
        var scheme = before.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0) return before.IndexOfAny(['/', '?', '#'], scheme + 3) > scheme + 3;
        if (before.Length == 0) return false;
        var last = before[before.Length - 1];
        // After an unknown base a separator ends the host; a relative reference is settled once it has a segment before the value.
        if (isOpen) return before.IndexOfAny(['/', '?', '#', '=']) >= 0;
        return before.Trim('/', '\\').Length > 0 && before.IndexOfAny(['/', '?', '#', '=']) >= 0 && last != ':';
    }
}
