using System;

namespace ToolGen.Checks;

/// <summary>The format <c>regex</c>: what <see cref="EcmaPattern"/> accepts, since a pattern that passes must also run.</summary>
static partial class PatternFormat
{
    /// <summary>ECMA-262 with the flag <c>u</c>, without look-around and back-references.</summary>
    public static bool IsRegex(ReadOnlySpan<char> text) => EcmaPattern.TryParse(text.ToString(), out _, out _);
}
