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
public sealed class SourceText
{
    private readonly int[] lineStarts;

    /// <param name="path">The path to show; nothing is opened.</param>
    /// <param name="text">The decoded text.</param>
    public SourceText(string path, string text)
    {
        this.Path = path;
        this.Text = text;
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) starts.Add(i + 1);
        }

        this.lineStarts = starts.ToArray();
    }

    /// <summary>The path to show.</summary>
    public string Path { get; }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>Line and column of an offset.</summary>
    public TextPosition PositionOf(int offset)
    {
        var index = Array.BinarySearch(this.lineStarts, offset);
        var line = index >= 0 ? index : ~index - 1;
        return new(line, offset - this.lineStarts[line]);
    }

    /// <summary>The offset of a line and column; both are clamped to what the text has.</summary>
    public int OffsetOf(TextPosition position)
    {
        var line = Math.Min(Math.Max(position.Line, 0), this.lineStarts.Length - 1);
        var end = line + 1 < this.lineStarts.Length ? this.lineStarts[line + 1] : this.Text.Length;
        return Math.Min(this.lineStarts[line] + Math.Max(position.Column, 0), end);
    }
}
