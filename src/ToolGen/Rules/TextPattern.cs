using System;
using ToolGen.Checks;

namespace ToolGen;

/// <summary>A pattern of a schema, made ready at its first use.</summary>
internal sealed class TextPattern(string pattern)
{
    private readonly EcmaPattern compiled = EcmaPattern.Parse(pattern);

    public bool IsMatch(string text) => this.compiled.IsMatch(text);

    /// <summary>Whether a text is a pattern.</summary>
    public static bool IsPattern(string text) => EcmaPattern.TryParse(text, out _, out _);
}
