using System;
using System.Collections.Concurrent;
using System.Threading;
using Microsoft.Data.Sqlite;
using ToolGen.Registry.Retrieval.Ranking;

namespace ToolGen.Registry.Retrieval.Storage;

/// <summary>Those who read an index at once: each has a connection, and they share what is held of it in memory. Thread-safe.</summary>
/// <param name="path">The file.</param>
/// <param name="settings">How is searched.</param>
/// <param name="model">Whose vectors are held; null: none are.</param>
internal sealed class IndexReaders(string path, RetrievalSettings settings, DenseModel? model) : IDisposable
{
    private readonly ConcurrentBag<IndexReader> free = [];
    private readonly Lock loading = new();
    private volatile Snapshot? snapshot;
    private volatile bool isDisposed;

    /// <summary>Reads one state of the index.</summary>
    public T Read<T>(Func<IndexReader, Snapshot, T> read)
    {
        ObjectDisposedException.ThrowIf(this.isDisposed, this);
        if (!this.free.TryTake(out var reader)) reader = new IndexReader(new TermSource(IndexFile.Connect(path)));
        var isSound = false;
        try
        {
            reader.Source.Begin();
            try
            {
                var answer = read(reader, this.Current(reader.Source));
                isSound = true;
                return answer;
            }
            finally
            {
                reader.Source.End();
            }
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 11 or 26)
        {
            throw Snapshot.Damaged();
        }
        finally
        {
            if (isSound && !this.isDisposed) this.free.Add(reader);
            else reader.Source.Dispose();
        }
    }

    public void Dispose()
    {
        this.isDisposed = true;
        while (this.free.TryTake(out var reader)) reader.Source.Dispose();
    }

    private Snapshot Current(TermSource source)
    {
        var revision = source.Revision();
        if (this.snapshot is { } known && known.Revision == revision) return known;

        // One reader loads it, the others wait and take that one: vectors alone can be a gibibyte.
        lock (this.loading)
        {
            if (this.snapshot is { } loaded && loaded.Revision == revision) return loaded;
            return this.snapshot = Snapshot.Load(source.Connection, settings, model);
        }
    }
}

/// <summary>A connection with what was made ready to search by it.</summary>
internal sealed class IndexReader(TermSource source)
{
    public TermSource Source => source;

    public ArmSearch? Search { get; set; }

    public Snapshot? Snapshot { get; set; }
}
