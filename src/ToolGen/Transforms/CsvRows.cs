using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ToolGen.Transforms;

/// <summary>A column that a record names.</summary>
/// <param name="Name">As the table's header writes it.</param>
/// <param name="Required">Whether a table without it is refused; else its cells count as empty.</param>
public readonly record struct CsvColumn(string Name, bool Required = true);

/// <summary>Reads tables with a header, a record at a time.</summary>
internal static class CsvRows
{
    public static IEnumerable<T> Read<T>(TransformRun run, TextReader text, CsvFormat format, bool skipBad, IReadOnlyList<CsvColumn> columns, Func<CsvCells, T> read)
    {
        var bad = new BadRecord();
        var tokens = new CsvTokenizer(new(text), format);
        if (ReadHeader(tokens, bad) is not { } header)
        {
            if (columns.FirstOrDefault(column => column.Required) is { Name: { } missing }) throw bad.ToException($"the text is empty; it needs a header line with the column \"{missing}\"");
            yield break;
        }

        run.Columns ??= header.Names;
        var cells = new CsvCells(tokens, header, columns, bad);
        while (tokens.Read(bad))
        {
            if (!bad.IsBad && tokens.Count != header.Names.Count)
                bad.Note($"the record has {tokens.Count} cells where the header has {header.Names.Count} columns");
            var row = bad.IsBad ? default! : read(cells);
            if (run.Keeps(bad, skipBad)) yield return row;
        }
    }

    // Nothing can be read without a header, so its faults are never skipped.
    private static CsvHeader? ReadHeader(CsvTokenizer tokens, BadRecord bad)
    {
        if (!tokens.Read(bad)) return null;
        if (bad.IsBad) throw bad.ToException();
        var names = new string[tokens.Count];
        for (var i = 0; i < names.Length; i++) names[i] = tokens.Cell(i).ToString();
        tokens.SkipEmptyLines = names.Length > 1;
        return new(names);
    }
}
