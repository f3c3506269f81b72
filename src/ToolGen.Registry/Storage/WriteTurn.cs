using System;
using ToolGen.Registry.Audit;

namespace ToolGen.Registry.Storage;

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

    /// <param name="sql">The connection, in a transaction.</param>
    /// <param name="text">Makes the texts of records.</param>
    /// <param name="time">The clock.</param>
    public WriteTurn(Sql sql, LogText text, TimeProvider time)
    {
        (this.Sql, this.text, this.time) = (sql, text, time);
        this.head = ReadHead(sql);
        this.range = CheckpointFile.RangeOf(this.head);
        this.hash = (byte[])this.head.Hash.Clone();
        this.Rows = new(sql) { Calls = this.head.Calls };
        this.projector = new(this.Rows);
    }

    public Sql Sql { get; }

    public TableRows Rows { get; }

    /// <summary>How many records there are, those of this turn included.</summary>
    public long Size => this.range.Size;

    public string Registry => this.head.Registry;

    public DateTimeOffset Now => this.time.GetUtcNow();

    public static Head ReadHead(Sql sql) =>
        sql.First("SELECT registry, size, hash, range, generation, calls FROM head", reader => new Head(reader.GetString(0), reader.GetInt64(1), reader.Bytes(2), reader.Bytes(3), reader.GetInt64(4), reader.GetInt64(5)))
        is { Hash.Length: LogText.HashBytes } head ? head : throw new RegistryException(RegistryFault.Damaged, "the registry does not say where its log ends: run `toolgen verify --all`");

    /// <summary>Adds a record and what follows from it.</summary>
    /// <param name="kind">See <see cref="Kinds"/>.</param>
    /// <param name="by">Who.</param>
    /// <param name="body">Canonical JSON.</param>
    public void Append(string kind, string by, string body)
    {
        var entry = new LogEntry(this.Size, Moments.Of(this.Now), kind, by, body);
        this.text.Hash(this.hash, entry, this.hash, this.leaf);
        this.range.Append(this.leaf);
        this.Sql.Run("INSERT INTO log (sequence, at, kind, who, body, hash, subject) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            entry.Sequence, entry.At, kind, by, body, this.hash, Body.SubjectOf(kind, body, entry.Sequence));
        this.projector.Apply(entry);
        if (Kinds.ChangesGeneration(kind)) this.head = this.head with { Generation = this.Size };
    }

    /// <summary>Writes counts and head.</summary>
    public void Finish()
    {
        if (this.Size == this.head.Size) return;
        this.Rows.Flush();
        this.head = this.head with { Size = this.Size, Hash = this.hash, Range = this.range.Bytes(), Calls = this.Rows.Calls };
        this.Sql.Run("UPDATE head SET size = $1, hash = $2, range = $3, generation = $4, calls = $5", this.head.Size, this.head.Hash, this.head.Range, this.head.Generation, this.head.Calls);
    }
}
