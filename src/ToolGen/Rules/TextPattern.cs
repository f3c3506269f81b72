using System;
using System.Text.RegularExpressions;

namespace ToolGen;

/// <summary>A pattern of a schema, made ready at its first use.</summary>
internal sealed class TextPattern(string pattern)
{
    private readonly Regex regex = new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public bool IsMatch(string text) => this.regex.IsMatch(text);

    /// <summary>Whether a text is a pattern.</summary>
    public static bool IsPattern(string text)
    {
        try
        {
            _ = new TextPattern(text);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
