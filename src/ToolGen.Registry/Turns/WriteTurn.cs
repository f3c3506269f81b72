using System;
using ToolGen.Registry.Audit;
using ToolGen.Registry.Storage;

namespace ToolGen.Registry.Turns;

/// <summary>One transaction: records are added, what follows from them is written, the head is written last.</summary>
internal sealed class WriteTurn
{
    private readonly LogText text;
    private readonly MerkleRange range;
    private readonly Projector projector;
    private readonly TimeProvider time;
    private readonly byte[] hash;
    private readonly byte[] leaf = new byte[LogText.HashBytes];
    private Head head;

    /// <param name="rows">The rows of the turn.</param>
    /// <param name="text">Makes the texts of records.</param>
    /// <param name="time">The clock.</param>
    public WriteTurn(IWriteRows rows, LogText text, TimeProvider time)
    {
        (this.Rows, this.text, this.time) = (rows, text, time);
        this.head = rows.RequireHead();
        this.range = CheckpointFile.RangeOf(this.head);
        this.hash = (byte[])this.head.Hash.Clone();
        rows.Calls = this.head.Calls;
        this.projector = new(rows);
    }

    public IWriteRows Rows { get; }

    /// <summary>How many records there are, those of this turn included.</summary>
    public long Size => this.range.Size;

    public string Registry => this.head.Registry;

    public DateTimeOffset Now => this.time.GetUtcNow();

    /// <summary>Adds a record and what follows from it.</summary>
    /// <param name="kind">See <see cref="Kinds"/>.</param>
    /// <param name="by">Who.</param>
    /// <param name="body">Canonical JSON.</param>
    public void Append(string kind, string by, string body)
    {
        var entry = new LogEntry(this.Size, Moments.Of(this.Now), kind, by, body);
        this.text.Hash(this.hash, entry, this.hash, this.leaf);
        this.range.Append(this.leaf);
        this.Rows.Append(entry, this.hash, Body.SubjectOf(kind, body, entry.Sequence));
        this.projector.Apply(entry);
        if (Kinds.ChangesGeneration(kind)) this.head = this.head with { Generation = this.Size };
    }

    /// <summary>Writes counts and head.</summary>
    public void Finish()
    {
        if (this.Size == this.head.Size) return;
        this.head = this.head with { Size = this.Size, Hash = this.hash, Range = this.range.Bytes(), Calls = this.Rows.Calls };
        this.Rows.Put(this.head);
    }
}
