using System;
using System.Buffers;
using System.IO;

namespace ToolGen.Transforms;

/// <summary>Characters of a reader through one buffer of 32 Ki characters, counting lines (LF, CR LF and a lone CR end one).</summary>
internal sealed class CharSource(TextReader reader)
{
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\r\n");

    private readonly char[] buffer = new char[32 * 1024];
    private int position;
    private int length;
    private bool started;
    private bool ended;

    /// <summary>The line that the next character stands on, from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>The next character, not taken; -1 at the end.</summary>
    public int Peek() => this.position < this.length || this.Fill() ? this.buffer[this.position] : -1;

    /// <summary>Takes the next character; -1 at the end. Line ends go through <see cref="TakeLineEnd"/>.</summary>
    public int Take() => this.position < this.length || this.Fill() ? this.buffer[this.position++] : -1;

    /// <summary>What is in the buffer; empty only at the end.</summary>
    public ReadOnlySpan<char> Buffered => this.position < this.length || this.Fill() ? this.buffer.AsSpan(this.position, this.length - this.position) : default;

    /// <summary>Takes characters of <see cref="Buffered"/> that hold no line end.</summary>
    public void Advance(int count) => this.position += count;

    /// <summary>Takes a line end where one stands next.</summary>
    /// <returns>Its length, 0 where none stands there.</returns>
    public int TakeLineEnd()
    {
        var next = this.Peek();
        if (next is not ('\r' or '\n')) return 0;
        this.position++;
        this.Line++;
        if (next == '\n' || this.Peek() != '\n') return 1;
        this.position++;
        return 2;
    }

    /// <summary>Passes over the rest of a line, its end too.</summary>
    public void SkipLine()
    {
        while (!this.Buffered.IsEmpty)
        {
            var at = this.Buffered.IndexOfAny(LineEnds);
            this.Advance(at < 0 ? this.Buffered.Length : at);
            if (this.TakeLineEnd() > 0) return;
        }
    }

    /// <summary>Takes the rest of a line without its end.</summary>
    /// <returns>False at the end of the text.</returns>
    public bool TakeLine(TextBuffer into)
    {
        into.Clear();
        if (this.Peek() < 0) return false;
        while (!this.Buffered.IsEmpty)
        {
            var rest = this.Buffered;
            var at = rest.IndexOfAny(LineEnds);
            var part = at < 0 ? rest : rest[..at];
            into.Append(part);
            this.Advance(part.Length);
            if (this.TakeLineEnd() > 0) return true;
        }

        return true;
    }

    private bool Fill()
    {
        if (this.ended) return false;
        this.position = 0;
        this.length = reader.Read(this.buffer, 0, this.buffer.Length);
        if (!this.started && this.length > 0)
        {
            // A byte order mark that the decoder left belongs to no record.
            this.started = true;
            if (this.buffer[0] == '\uFEFF') this.position = 1;
            if (this.position == this.length) return this.Fill();
        }

        this.ended = this.length == 0;
        return !this.ended;
    }
}
