using System.Collections.Generic;
using System.Threading;

namespace ToolGen.Transforms;

/// <summary>One run of a transform: its counters, which C# of the spec sees as <c>run</c>, and its caps. Not thread-safe; one a call.</summary>
public sealed class TransformRun
{
    private readonly CancellationToken cancellationToken;
    private uint ticks;

    /// <param name="rowsLimit">Most rows that a step or the result may hold (<c>limits.rows</c>).</param>
    /// <param name="groupsLimit">Most groups and distinct keys (<c>limits.groups</c>).</param>
    /// <param name="cancellationToken">Looked at between rows.</param>
    public TransformRun(long rowsLimit = 100_000, long groupsLimit = 100_000, CancellationToken cancellationToken = default)
    {
        this.RowsLimit = rowsLimit;
        this.GroupsLimit = groupsLimit;
        this.cancellationToken = cancellationToken;
    }

    /// <summary>Records read and kept so far; skipped ones are not among them.</summary>
    public long RowsRead { get; private set; }

    /// <summary>Bad records passed over under <c>"bad": "skip"</c>.</summary>
    public long Skipped { get; private set; }

    /// <summary>Rows that reached an output file; 0 where nothing is written.</summary>
    public long RowsWritten { get; private set; }

    /// <summary>Input files read to their end; 0 where the source is an input.</summary>
    public long FilesRead { get; private set; }

    /// <summary>The files written, in ordinal order of their paths.</summary>
    public IReadOnlyList<WrittenFile> Written { get; private set; } = [];

    /// <summary>The header of the first table that was read; null where none was.</summary>
    internal IReadOnlyList<string>? Columns { get; set; }

    internal long RowsLimit { get; }

    internal long GroupsLimit { get; }

    /// <summary>Counts a record: a good one is kept, a bad one skipped where the spec says so.</summary>
    /// <exception cref="ToolException"><c>bad_data</c>: it is bad and must not be skipped.</exception>
    internal bool Keeps(BadRecord record, bool skipBad)
    {
        this.Tick();
        if (!record.IsBad)
        {
            this.RowsRead++;
            return true;
        }

        if (!skipBad) throw record.ToException();
        this.Skipped++;
        return false;
    }

    internal void CountFile() => this.FilesRead++;

    internal void CountWritten() => this.RowsWritten++;

    internal void Wrote(IReadOnlyList<WrittenFile> files) => this.Written = files;

    /// <summary>Ends the run where it was cancelled; cheap enough for every row.</summary>
    internal void Tick()
    {
        if ((++this.ticks & 0xFF) == 0) this.cancellationToken.ThrowIfCancellationRequested();
    }

    internal ToolException TooManyRows(string what) =>
        new(ToolErrorCodes.Limit, $"{what} holds more than {this.RowsLimit} rows; narrow the rows with where or take before it, or raise limits.rows");

    internal ToolException TooManyGroups(string what) =>
        new(ToolErrorCodes.Limit, $"{what} has more than {this.GroupsLimit} different keys; narrow the rows with where before it, or raise limits.groups");
}

/// <summary>One output file.</summary>
/// <param name="Path">Below the granted folder, without the folder's name.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Keys">The values that filled the holes of its path, in their order.</param>
public sealed record WrittenFile(string Path, long Rows, IReadOnlyList<string> Keys);
