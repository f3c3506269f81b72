using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Cli.Output;

/// <summary>How a row is meant: colour on a terminal, nothing elsewhere.</summary>
internal enum Mood
{
    Plain,
    Fine,
    Doubtful,
    Wrong,
}

/// <summary>Columns of text, as wide as their longest cell, with a head on a terminal alone: elsewhere programs read the lines.</summary>
internal sealed class TextTable(Terminal terminal, params string[] columns)
{
    private readonly List<(Mood Mood, string[] Cells)> rows = [];

    /// <summary>A row, a cell a column; a text that would steer the terminal is escaped.</summary>
    public void Add(Mood mood, params string[] cells) => this.rows.Add((mood, [.. cells.Select(Printable.Of)]));

    /// <summary>A row without colour.</summary>
    public void Add(params string[] cells) => this.Add(Mood.Plain, cells);

    /// <summary>Prints the rows.</summary>
    public void Write(string indent = "")
    {
        var shown = terminal.IsLive && columns.Any(column => column.Length > 0) ? this.rows.Prepend((Mood.Plain, columns)).ToArray() : [.. this.rows];
        if (shown.Length == 0) return;
        var widths = Enumerable.Range(0, columns.Length).Select(column => shown.Max(row => row.Item2[column].Length)).ToArray();
        foreach (var (mood, cells) in shown)
        {
            var line = indent + string.Join("  ", cells.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd();
            terminal.Out.WriteLine(terminal.Colored(line, mood));
        }
    }
}
