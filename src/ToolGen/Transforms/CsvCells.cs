using System;
using System.Collections.Generic;

namespace ToolGen.Transforms;

/// <summary>The cells of the record at hand, in the order of the columns that the tool's record names.</summary>
public sealed class CsvCells
{
    private readonly CsvTokenizer tokens;
    private readonly CsvHeader header;
    private readonly IReadOnlyList<CsvColumn> columns;
    private readonly int[] places;
    private readonly BadRecord bad;

    internal CsvCells(CsvTokenizer tokens, CsvHeader header, IReadOnlyList<CsvColumn> columns, BadRecord bad)
    {
        this.tokens = tokens;
        this.header = header;
        this.columns = columns;
        this.bad = bad;
        this.places = new int[columns.Count];
        for (var i = 0; i < this.places.Length; i++)
        {
            this.places[i] = header.IndexOf(columns[i].Name);
            if (this.places[i] < 0 && columns[i].Required) throw bad.ToException(header.Missing(columns[i].Name));
        }
    }

    /// <summary>A cell by its column's place in the tool's record.</summary>
    public Cell this[int column] => this.places[column] < 0
        ? new(default, this.columns[column].Name, this.bad, isAbsent: true)
        : new(this.tokens.Cell(this.places[column]), this.columns[column].Name, this.bad);

    /// <summary>The whole record with all its columns.</summary>
    public CsvRow Row()
    {
        var values = new string[this.tokens.Count];
        for (var i = 0; i < values.Length; i++) values[i] = this.tokens.Cell(i).ToString();
        return new(this.header, values);
    }
}
