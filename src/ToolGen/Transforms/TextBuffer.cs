using System;

namespace ToolGen.Transforms;

/// <summary>Text of the record at hand, used again for the next one. Refuses a record that no memory should hold.</summary>
internal sealed class TextBuffer
{
    /// <summary>Most UTF-16 units of one record.</summary>
    public const int MaxLength = 16 * 1024 * 1024;

    private char[] text = new char[256];

    public int Length { get; private set; }

    public ReadOnlySpan<char> Span => this.text.AsSpan(0, this.Length);

    public void Clear() => this.Length = 0;

    public void Append(char c)
    {
        this.Reserve(1);
        this.text[this.Length++] = c;
    }

    public void Append(ReadOnlySpan<char> part)
    {
        this.Reserve(part.Length);
        part.CopyTo(this.text.AsSpan(this.Length));
        this.Length += part.Length;
    }

    private void Reserve(int more)
    {
        var needed = this.Length + more;
        if (needed <= this.text.Length) return;
        if (needed > MaxLength) throw new ToolException(ToolErrorCodes.Limit, $"one record is longer than {MaxLength} characters; is a quote not closed, or is this another format?");
        Array.Resize(ref this.text, Math.Min(MaxLength, Math.Max(needed, this.text.Length * 2)));
    }
}
