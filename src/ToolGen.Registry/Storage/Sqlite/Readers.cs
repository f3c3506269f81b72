using System;
using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace ToolGen.Registry.Storage.Sqlite;

/// <summary>Connections for reading, each used by one at a time.</summary>
internal sealed class Readers(string path) : IDisposable
{
    private const int MaximumKept = 16;

    private readonly ConcurrentBag<Sql> free = [];
    private volatile bool isClosed;

    /// <summary>Reads in one state of the file.</summary>
    public T Read<T>(Func<Sql, T> read)
    {
        if (this.isClosed) throw new RegistryException(RegistryFault.Unavailable, "the registry is closed");
        Sql? sql = null;
        try
        {
            if (!this.free.TryTake(out sql)) sql = this.Open();
            return sql.Snapshot(read);
        }
        catch (SqliteException e)
        {
            sql?.Dispose();
            sql = null;
            throw Database.Said(e, path);
        }
        finally
        {
            if (sql is not null && (this.isClosed || this.free.Count >= MaximumKept)) sql.Dispose();
            else if (sql is not null) this.free.Add(sql);
        }
    }

    public void Dispose()
    {
        this.isClosed = true;
        while (this.free.TryTake(out var sql)) sql.Dispose();
    }

    private Sql Open()
    {
        var sql = Database.OpenReader(path);
        try
        {
            Database.Check(sql, path);
            return sql;
        }
        catch
        {
            sql.Dispose();
            throw;
        }
    }
}
