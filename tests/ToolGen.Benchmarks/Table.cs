using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ToolGen.Benchmarks;

/// <summary>A table of aligned columns.</summary>
internal sealed class Table(params string[] header)
{
    private readonly List<string[]> rows = [header];

    public void Add(params string[] cells) => this.rows.Add(cells);

    public void Print(TextWriter output)
    {
        var widths = Enumerable.Range(0, header.Length).Select(column => this.rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in this.rows)
            output.WriteLine(string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))));
    }
}
