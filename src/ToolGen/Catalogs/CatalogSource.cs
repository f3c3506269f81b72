using System;

namespace ToolGen.Catalogs;

/// <summary>What generated code gives a <see cref="ToolCatalog"/>: data of the assembly, and a way to each tool. It costs a process nothing until it is asked.</summary>
public abstract class CatalogSource
{
    /// <summary>The names of the tools in ordinal order, UTF-8, a line each.</summary>
    public abstract ReadOnlySpan<byte> Names { get; }

    /// <summary>How many parts the published data have.</summary>
    public abstract int Parts { get; }

    /// <summary>
    /// One part of the published data, UTF-8: two lines a tool, of any tools, in any order. The second is the tool in MCP's shape. The first has fields with a tab behind each:
    /// the bytes of the first line behind the next field, and of the second, line ends apart; where the input's and the output's schema stand in the second (start and length in bytes, twice); the
    /// four hints (<c>0101</c>); name, description, title (behind a <c>=</c>; empty: none), version, kind, hash of the spec, an example of the arguments (empty: none), and any number of
    /// capabilities; in them a tab, a line end and a backslash are <c>\t</c>, <c>\n</c> and <c>\\</c>.
    /// </summary>
    public abstract ReadOnlySpan<byte> Part(int part);

    /// <summary>A tool by its place among the names. Several threads can ask at once.</summary>
    public abstract Tool Make(int place);
}
