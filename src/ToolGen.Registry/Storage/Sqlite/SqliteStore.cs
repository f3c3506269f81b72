using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Data.Sqlite;

namespace ToolGen.Registry.Storage.Sqlite;

/// <summary>The rows in one SQLite file, with a write-ahead log beside it while it is open.</summary>
internal sealed class SqliteStore(string path) : IRegistryStore
{
    private readonly Readers readers = new(path);

    public string Place => path;

    public bool Exists => File.Exists(path);

    public int Form => Database.Version;

    public T Read<T>(Func<IStoredRows, T> read) => this.readers.Read(sql => read(new SqliteRows(sql)));

    public IStoreWriter OpenWriter()
    {
        try
        {
            return new SqliteWriter(Database.OpenWriter(path), path);
        }
        catch (SqliteException e)
        {
            throw Database.Said(e, path);
        }
    }

    public T Examine<T>(Func<IWholeRows, T> read)
    {
        try
        {
            using var sql = Database.OpenReader(path);
            return sql.Snapshot(_ =>
            {
                Database.Check(sql, path, refusesForeign: false);
                using var renewed = Database.Renewed(sql);
                return read(new SqliteRows(renewed ?? sql));
            });
        }
        catch (SqliteException e)
        {
            // 1: a table or a column is not there.
            var said = Database.Said(e, path);
            throw e.SqliteErrorCode == 1 ? new RegistryException(RegistryFault.Damaged, said.Message) : said;
        }
    }

    public IReadOnlyList<string> Damage()
    {
        using var sql = Database.OpenReader(path);
        return [.. sql.All("PRAGMA integrity_check(20)", reader => reader.GetString(0)).Where(line => line != "ok")];
    }

    public void Dispose() => this.readers.Dispose();
}
