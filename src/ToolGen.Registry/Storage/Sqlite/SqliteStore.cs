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

    public bool IsOlder
    {
        get
        {
            if (!this.Exists) return false;
            try
            {
                using var sql = Database.OpenReader(path);
                return Database.Check(sql, path) is > 0 and var form && form < Database.Version;
            }
            catch (SqliteException e)
            {
                throw this.Said(e);
            }
        }
    }

    public T Read<T>(Func<IStoredRows, T> read) => this.readers.Read(sql =>
    {
        Database.CheckForm(sql, path);
        return read(new SqliteRows(sql, Database.Version));
    });

    public IStoreWriter OpenWriter()
    {
        try
        {
            return new SqliteWriter(Database.OpenWriter(path), path);
        }
        catch (SqliteException e)
        {
            throw this.Said(e);
        }
    }

    public T ReadWhole<T>(Func<IWholeRows, T> read)
    {
        try
        {
            using var sql = Database.OpenReader(path);
            return sql.Snapshot(_ => read(new SqliteRows(sql, Database.Check(sql, path, refusesForeign: false) is > 0 and var form
                ? form : throw new RegistryException(RegistryFault.Damaged, $"{path} is empty: there is no log in it"))));
        }
        catch (SqliteException e)
        {
            throw this.Said(e);
        }
    }

    public IReadOnlyList<string> Damage()
    {
        try
        {
            using var sql = Database.OpenReader(path);
            return [.. sql.All("PRAGMA integrity_check(20)", reader => reader.GetString(0)).Where(line => line != "ok")];
        }
        catch (SqliteException e)
        {
            throw this.Said(e);
        }
    }

    public void Dispose() => this.readers.Dispose();

    // 1: a table or a column is not there, or a text is not what it was.
    private RegistryException Said(SqliteException e) =>
        Database.Said(e, path) is var said && e.SqliteErrorCode == 1 ? new(RegistryFault.Damaged, $"{said.Message}: it is not as ToolGen writes it; `toolgen verify --all` says where") : said;
}
