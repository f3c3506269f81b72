using System;
using System.IO;
using System.Threading;
using Microsoft.Data.Sqlite;
using ToolGen.Registry.Storage.Sqlite.Migrations;

namespace ToolGen.Registry.Storage.Sqlite;

/// <summary>Opens the file, and brings an older one up to date.</summary>
internal static class Database
{
    private const int BusyMilliseconds = 30_000;

    private const int ErrorBusy = 5;

    // In order; the number of the file is how many of them it has seen.
    private static readonly IMigration[] Migrations = [new FirstTables(), new Generality()];

    /// <summary>The form of the file that this version writes.</summary>
    public static int Version => Migrations.Length;

    /// <summary>Makes the tables of a form where there are none.</summary>
    public static void Make(Sql sql, int form)
    {
        foreach (var migration in Migrations[..form]) migration.Run(sql);
    }

    /// <summary>How many migrations a file has seen; 0: it is empty, or none of ours.</summary>
    public static int Form(Sql sql) => sql.First("PRAGMA user_version", reader => reader.GetInt32(0));

    /// <summary>Opens it for the one who writes; made where there is none.</summary>
    public static Sql OpenWriter(string path)
    {
        PrivateFiles.CreateFolder(Path.GetDirectoryName(path)!);
        PrivateFiles.Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite).Dispose();
        var sql = Connect(path);
        try
        {
            Prepare(sql, path);
            return sql;
        }
        catch
        {
            sql.Dispose();
            throw;
        }
    }

    /// <summary>Opens one that is there for reading.</summary>
    public static Sql OpenReader(string path)
    {
        var sql = Connect(path);
        sql.Run("PRAGMA query_only = ON");
        return sql;
    }

    /// <summary>Refuses a file that is none of ours, one that is newer, and one in which something stands between us and the tables, unless whoever asks names that by itself.</summary>
    /// <returns>Its form; 0 where it is empty.</returns>
    public static int Check(Sql sql, string path, bool refusesForeign = true)
    {
        var form = Form(sql);
        if (form > Version) throw TooNew(path, form);
        var isEmpty = form == 0 && sql.First("SELECT count(*) FROM sqlite_schema", reader => reader.GetInt64(0)) == 0;
        if (isEmpty) return 0;
        if (form <= 0 || sql.First("PRAGMA application_id", reader => reader.GetInt32(0)) != FirstTables.ApplicationId || sql.First("PRAGMA encoding", reader => reader.GetString(0)) != "UTF-8")
            throw new RegistryException(RegistryFault.Damaged, $"{path} is no registry of ToolGen");
        if (refusesForeign && sql.First("SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view') LIMIT 1", reader => reader.GetString(0)) is { } foreign)
            throw new RegistryException(RegistryFault.Damaged, $"{path} has a trigger or view that ToolGen did not make ({foreign}): what it would read and write is not what stands in the tables");
        return form;
    }

    /// <summary>Refuses a file that a newer ToolGen has brought up to date since it was opened here: by its rules other versions may be callable.</summary>
    public static void CheckForm(Sql sql, string path)
    {
        if (Form(sql) is var form && form > Version) throw TooNew(path, form);
    }

    /// <summary>What SQLite says, in a sentence.</summary>
    public static RegistryException Said(SqliteException e, string path) => new(
        e.SqliteErrorCode is 11 or 26 ? RegistryFault.Damaged : RegistryFault.Unavailable,
        e.SqliteErrorCode switch
        {
            ErrorBusy => $"{path} is held by another process for more than {BusyMilliseconds / 1_000} s: try again",
            11 or 26 => $"{path} is damaged ({e.Message}): take the last copy that `toolgen verify --all` finds clean",
            13 => $"{path} can't be written: the disk is full",
            _ => $"{path} can't be read or written: {e.Message}",
        });

    private static RegistryException TooNew(string path, int form) =>
        new(RegistryFault.TooNew, $"{path} was written by a newer ToolGen (its form is {form}, this one knows {Version}): update ToolGen; nothing was changed");

    private static Sql Connect(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = BusyMilliseconds / 1_000 }.ToString());
        connection.Open();
        var sql = new Sql(connection);
        sql.Run($"PRAGMA busy_timeout = {BusyMilliseconds}");
        sql.Run("PRAGMA trusted_schema = OFF");
        sql.Run("PRAGMA cell_size_check = ON");
        return sql;
    }

    private static void Prepare(Sql sql, string path)
    {
        Check(sql, path);
        BeWriteAhead(sql);
        if (Form(sql) == Version) return;
        sql.Run("PRAGMA synchronous = FULL");
        sql.Run("BEGIN IMMEDIATE");
        try
        {
            // Another process may have been first.
            for (var at = Check(sql, path); at < Version; at++) Migrations[at].Run(sql);
            sql.Run($"PRAGMA user_version = {Version}");
            sql.Run("COMMIT");
        }
        catch
        {
            sql.Undo();
            throw;
        }
    }

    // Asks for the whole file once; SQLite does not wait for that by itself.
    private static void BeWriteAhead(Sql sql)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                if (sql.First("PRAGMA journal_mode = WAL", reader => reader.GetString(0)) == "wal") return;
            }
            catch (SqliteException e) when (e.SqliteErrorCode == ErrorBusy && attempt < 200)
            {
                // Another process opens it, too.
            }

            if (attempt >= 200) throw new RegistryException(RegistryFault.Unavailable, "the file can't keep a write-ahead log: put the registry on a local disk");
            Thread.Sleep(10);
        }
    }
}
