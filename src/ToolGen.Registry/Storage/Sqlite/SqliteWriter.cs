using System;
using Microsoft.Data.Sqlite;

namespace ToolGen.Registry.Storage.Sqlite;

/// <summary>Writes to the file, turn by turn.</summary>
internal sealed class SqliteWriter(Sql sql, string path) : IStoreWriter
{
    private bool? isFull;

    public IWriteRows Begin(bool isDurable)
    {
        this.Be(isDurable);
        sql.Run("BEGIN IMMEDIATE");
        try
        {
            // A newer ToolGen may have brought the file up to date since it was opened here.
            Database.Check(sql, path);
            return new SqliteRows(sql);
        }
        catch
        {
            this.Undo();
            throw;
        }
    }

    public void Commit() => sql.Run("COMMIT");

    public void Undo()
    {
        try
        {
            sql.Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite had rolled back by itself.
        }
    }

    // The number is written as it is: a page that changes brings those before it to the disk.
    public void Sync()
    {
        this.Be(true);
        sql.Run("BEGIN IMMEDIATE");
        sql.Run($"PRAGMA user_version = {sql.First("PRAGMA user_version", reader => reader.GetInt32(0))}");
        sql.Run("COMMIT");
    }

    public T Read<T>(Func<IStoredRows, T> read) => sql.Snapshot(_ => read(new SqliteRows(sql)));

    public RegistryException? Said(Exception exception) => exception is SqliteException said ? Database.Said(said, path) : null;

    public void Dispose() => sql.Dispose();

    private void Be(bool full)
    {
        if (this.isFull == full) return;
        sql.Run(full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
        this.isFull = full;
    }
}
