using System;
using System.Collections.Generic;
using System.IO;
using ToolGen.Checks;

namespace ToolGen.Transforms;

/// <summary>The source of a transform: a text and a way to cut it into rows. Rows are read as the steps ask for them, and only once.</summary>
public sealed class TransformSource
{
    private readonly TransformRun run;
    private readonly TextReader text;
    private readonly bool skipBad;

    /// <param name="run">Counts what is read.</param>
    /// <param name="text">Read once, forwards; no more than one record is held.</param>
    /// <param name="skipBad">Whether bad records are counted and passed over, not <c>bad_data</c>.</param>
    public TransformSource(TransformRun run, TextReader text, bool skipBad = false)
    {
        this.run = run;
        this.text = text;
        this.skipBad = skipBad;
    }

    /// <summary>A text that the tool has already; null stands for the empty text.</summary>
    public TransformSource(TransformRun run, string? text, bool skipBad = false)
        : this(run, new StringReader(text ?? ""), skipBad)
    {
    }

    /// <summary>A table with a header.</summary>
    public Rows<T> Csv<T>(CsvFormat format, IReadOnlyList<CsvColumn> columns, Func<CsvCells, T> read) =>
        new(this.run, CsvRows.Read(this.run, this.text, format, this.skipBad, columns, read));

    /// <summary>A table with a header, every column kept by its name.</summary>
    public Rows<CsvRow> Csv(CsvFormat format) => this.Csv(format, [], static cells => cells.Row());

    /// <summary>One JSON text.</summary>
    /// <param name="pointer">The unescaped parts of a JSON Pointer (RFC 6901) to the array of records; empty: the root.</param>
    /// <param name="read">The generated reader of a record.</param>
    public Rows<T> Json<T>(IReadOnlyList<string> pointer, ToolRead<T> read) =>
        new(this.run, JsonRows.Read(this.run, this.text, pointer, this.skipBad, read));

    /// <summary>JSON Lines.</summary>
    public Rows<T> JsonLines<T>(ToolRead<T> read) => new(this.run, JsonLineRows.Read(this.run, this.text, this.skipBad, read));

    /// <summary>The elements of an XML document that stand at a path.</summary>
    public Rows<T> Xml<T>(XmlPath records, Func<XmlValue, T> read) => new(this.run, XmlRows.Read(this.run, this.text, records, this.skipBad, read));

    /// <summary>Every line.</summary>
    public Rows<TextLine> Lines() => new(this.run, TextRows.Lines(this.run, this.text));

    /// <summary>The text as one row.</summary>
    public Rows<WholeText> Whole() => new(this.run, TextRows.Whole(this.run, this.text));
}
