using System;
using System.Collections.Generic;

namespace ToolGen.Transforms;

/// <summary>Turns one row into the bytes that a file gets for it.</summary>
internal abstract class RowEncoder : RowText
{
    public static RowEncoder For(OutputFormat format) => format switch
    {
        OutputFormat.Csv => new CsvRowText(),
        OutputFormat.Json or OutputFormat.JsonLines => new JsonRowText(),
        _ => new PlainRowText(),
    };

    /// <summary>Begins a row of a file.</summary>
    /// <param name="columns">Of the file; null where its first row will tell.</param>
    public abstract void Begin(IReadOnlyList<string>? columns);

    /// <summary>The columns of the file at hand, which its first row may have told.</summary>
    public virtual IReadOnlyList<string>? Columns => null;

    /// <summary>The row, without what stands between rows.</summary>
    public abstract ReadOnlySpan<byte> End();
}
