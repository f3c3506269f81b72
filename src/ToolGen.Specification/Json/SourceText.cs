using System;
using System.Collections.Generic;

namespace ToolGen.Specification.Json;

/// <summary>A stretch of a <see cref="SourceText"/>, in UTF-16 units.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The position after the last unit.</summary>
    public int End => this.Start + this.Length;
}

/// <summary>A place for a person or a compiler: line and column count from 0, columns in UTF-16 units.</summary>
public readonly record struct TextPosition(int Line, int Column);

/// <summary>The text of one file and where its lines begin.</summary>
/// <param name="path">The path to show; nothing is opened.</param>
/// <param name="text">The decoded text.</param>
public sealed class SourceText(string path, string text)
{
    // Found when the first place is asked for: a spec without findings never pays for it.
    private readonly Lazy<int[]> lines = new(() => LineStartsOf(text));

    /// <summary>The path to show.</summary>
    public string Path { get; } = path;

    /// <summary>The whole text.</summary>
    public string Text { get; } = text;

    /// <summary>Line and column of an offset.</summary>
    public TextPosition PositionOf(int offset)
    {
        var starts = this.lines.Value;
        var index = Array.BinarySearch(starts, offset);
        var line = index >= 0 ? index : ~index - 1;
        return new(line, offset - starts[line]);
    }

    /// <summary>The offset of a line and column; both are clamped to what the text has.</summary>
    public int OffsetOf(TextPosition position)
    {
        var starts = this.lines.Value;
        var line = Math.Min(Math.Max(position.Line, 0), starts.Length - 1);
        var end = line + 1 < starts.Length ? starts[line + 1] : this.Text.Length;
        return Math.Min(starts[line] + Math.Max(position.Column, 0), end);
    }

    private static int[] LineStartsOf(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) starts.Add(i + 1);
        }

        return starts.ToArray();
    }
}
