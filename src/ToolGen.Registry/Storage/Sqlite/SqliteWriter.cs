using System;
using Microsoft.Data.Sqlite;

namespace ToolGen.Registry.Storage.Sqlite;

/// <summary>Writes to the file, turn by turn.</summary>
internal sealed class SqliteWriter(Sql sql, string path) : IStoreWriter
{
    private bool? isFull;
    private SqliteRows? turn;

    public IWriteRows Begin(bool isDurable)
    {
        this.Be(isDurable);
        sql.Run("BEGIN IMMEDIATE");
        try
        {
            // A newer ToolGen may have brought the file up to date since it was opened here, and anybody may have laid a trigger in it.
            if (Database.Check(sql, path) != Database.Version) throw new RegistryException(RegistryFault.Damaged, $"{path} is of another form than it was when it was opened: somebody put another file in its place");
            return this.turn = new SqliteRows(sql, Database.Version);
        }
        catch
        {
            this.Undo();
            throw;
        }
    }

    public void Commit()
    {
        this.turn!.Flush();
        sql.Run("COMMIT");
    }

    public void Undo() => sql.Undo();

    // The number is written as it is: a page that changes brings those before it to the disk.
    public void Sync()
    {
        this.Be(true);
        sql.Run("BEGIN IMMEDIATE");
        try
        {
            sql.Run($"PRAGMA user_version = {Database.Form(sql)}");
            sql.Run("COMMIT");
        }
        catch
        {
            sql.Undo();
            throw;
        }
    }

    public T Read<T>(Func<IStoredRows, T> read)
    {
        try
        {
            return sql.Snapshot(_ => read(new SqliteRows(sql, Database.Version)));
        }
        catch (SqliteException e)
        {
            throw Database.Said(e, path);
        }
    }

    public RegistryException? Said(Exception exception) => exception is SqliteException said ? Database.Said(said, path) : null;

    public void Dispose() => sql.Dispose();

    private void Be(bool full)
    {
        if (this.isFull == full) return;
        sql.Run(full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
        this.isFull = full;
    }
}
