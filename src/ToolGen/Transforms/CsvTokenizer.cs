using System;
using System.Buffers;

namespace ToolGen.Transforms;

/// <summary>How a table is written. RFC 4180 unless said otherwise.</summary>
/// <param name="Delimiter">Between cells.</param>
/// <param name="Escape">What makes a quote part of a quoted cell: <c>"</c> (doubled) or <c>\</c>, which then also escapes itself; before another character it stands for itself.</param>
public readonly record struct CsvFormat(char Delimiter = ',', char Escape = '"');

/// <summary>Cuts text into records and cells, one record at a time. Strict: what RFC 4180 does not allow is a fault of that record.</summary>
internal sealed class CsvTokenizer(CharSource source, CsvFormat format)
{
    private readonly SearchValues<char> endsBare = SearchValues.Create([format.Delimiter, '"', '\r', '\n']);
    private readonly SearchValues<char> endsQuoted = SearchValues.Create(['"', format.Escape, '\r', '\n']);
    private readonly TextBuffer text = new();
    private int[] ends = new int[16];

    /// <summary>Cells of the record at hand.</summary>
    public int Count { get; private set; }

    /// <summary>Whether an empty line is passed over. In a table of one column it is a record with an empty cell.</summary>
    public bool SkipEmptyLines { get; set; } = true;

    public ReadOnlySpan<char> Cell(int index) => this.text.Span[(index == 0 ? 0 : this.ends[index - 1])..this.ends[index]];

    /// <summary>Reads the next record; what is wrong with it is noted in <paramref name="bad"/>, and the next begins on a line of its own.</summary>
    /// <returns>False at the end of the text.</returns>
    public bool Read(BadRecord bad)
    {
        bad.Clear();
        this.text.Clear();
        this.Count = 0;
        while (this.SkipEmptyLines && source.TakeLineEnd() > 0)
        {
        }

        if (source.Peek() < 0) return false;
        bad.Line = source.Line;
        do
        {
            var whole = source.Peek() == '"' ? this.ReadQuoted(bad) : this.ReadBare(bad);
            if (!whole)
            {
                source.SkipLine();
                return true;
            }

            this.EndCell();
        }
        while (this.TakeDelimiter());

        source.TakeLineEnd();
        return true;
    }

    private bool TakeDelimiter()
    {
        if (source.Peek() != format.Delimiter) return false;
        source.Take();
        return true;
    }

    private bool ReadBare(BadRecord bad)
    {
        while (true)
        {
            var rest = source.Buffered;
            if (rest.IsEmpty) return true;
            var at = rest.IndexOfAny(this.endsBare);
            this.text.Append(at < 0 ? rest : rest[..at]);
            source.Advance(at < 0 ? rest.Length : at);
            if (at < 0) continue;
            if (source.Peek() != '"') return true;
            bad.Note($"cell {this.Count + 1} has a quote but does not begin with one; put the whole cell in quotes and write a quote inside as {this.QuoteInside()}");
            return false;
        }
    }

    private bool ReadQuoted(BadRecord bad)
    {
        source.Take();
        while (true)
        {
            var rest = source.Buffered;
            if (rest.IsEmpty)
            {
                bad.Note($"the quote that opens cell {this.Count + 1} is not closed");
                return false;
            }

            var at = rest.IndexOfAny(this.endsQuoted);
            this.text.Append(at < 0 ? rest : rest[..at]);
            source.Advance(at < 0 ? rest.Length : at);
            if (at < 0) continue;

            var next = (char)source.Peek();
            if (next is '\r' or '\n')
            {
                this.text.Append(source.TakeLineEnd() == 2 ? "\r\n" : next.ToString());
                continue;
            }

            source.Take();
            if (next == format.Escape && (source.Peek() == '"' || (next != '"' && source.Peek() == next)))
            {
                this.text.Append((char)source.Take());
                continue;
            }

            if (next != '"')
            {
                this.text.Append(next);
                continue;
            }

            if (source.Peek() == format.Delimiter || source.Peek() is -1 or '\r' or '\n') return true;
            bad.Note($"cell {this.Count + 1} has text behind its closing quote; write a quote inside a cell as {this.QuoteInside()}");
            return false;
        }
    }

    private string QuoteInside() => format.Escape == '"' ? "\"\"" : $"{format.Escape}\"";

    private void EndCell()
    {
        if (this.Count == this.ends.Length) Array.Resize(ref this.ends, this.ends.Length * 2);
        this.ends[this.Count++] = this.text.Length;
    }
}
