using System;
using Microsoft.Data.Sqlite;

namespace ToolGen.Registry.Storage.Sqlite;

/// <summary>Writes to the file, turn by turn.</summary>
internal sealed class SqliteWriter(Sql sql, string path) : IStoreWriter
{
    private bool? isFull;
    private long seen = -1;
    private SqliteRows? turn;

    public IWriteRows Begin(bool isDurable)
    {
        this.Be(isDurable);
        sql.Run("BEGIN IMMEDIATE");
        try
        {
            // A newer ToolGen may have brought the file up to date since it was opened here, and anybody may have laid a trigger in it.
            if (!this.IsSame() && Database.Check(sql, path) != Database.Version) throw new RegistryException(RegistryFault.Damaged, $"{path} is of another form than it was when it was opened: somebody put another file in its place");
            return this.turn = new SqliteRows(sql, Database.Version);
        }
        catch
        {
            this.seen = -1;
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

    /// <summary>Whether nobody else wrote to the file since it was looked at.</summary>
    private bool IsSame()
    {
        var (before, now) = (this.seen, sql.First("PRAGMA data_version", reader => reader.GetInt64(0)));
        this.seen = now;
        return before == now;
    }

    private void Be(bool full)
    {
        if (this.isFull == full) return;
        sql.Run(full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
        this.isFull = full;
    }
}
