using System;
using System.Collections.Generic;
using System.IO;
using Microsoft.Data.Sqlite;

namespace ToolGen.Registry.Retrieval.Storage;

/// <summary>The file of an index: its tables, and connections to it. It is derived from the registry, so one that is not ours is made anew.</summary>
internal static class IndexFile
{
    /// <summary>Another one means another meaning of the tables or of what the words are.</summary>
    public const string Format = "toolgen-index-3";

    private static readonly string[] Tables =
    [
        "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID",
        "CREATE TABLE segments (segment INTEGER PRIMARY KEY, first INTEGER NOT NULL, tools INTEGER NOT NULL, lengths BLOB NOT NULL, states BLOB NOT NULL)",
        "CREATE TABLE tools (tool INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, digest BLOB NOT NULL, name TEXT NOT NULL, owner TEXT)",
        "CREATE INDEX owners ON tools (tool, owner) WHERE owner IS NOT NULL",
        "CREATE TABLE terms (term TEXT, segment INTEGER, tools INTEGER NOT NULL, postings BLOB NOT NULL, PRIMARY KEY (term, segment)) WITHOUT ROWID",
        "CREATE TABLE learned (term TEXT PRIMARY KEY, weights BLOB NOT NULL) WITHOUT ROWID",
        "CREATE TABLE words (word INTEGER PRIMARY KEY, term TEXT NOT NULL)",
        "CREATE TABLE grams (gram INTEGER, segment INTEGER, words BLOB NOT NULL, PRIMARY KEY (gram, segment)) WITHOUT ROWID",
        "CREATE TABLE facets (facet TEXT, segment INTEGER, tools BLOB NOT NULL, PRIMARY KEY (facet, segment)) WITHOUT ROWID",
        "CREATE TABLE heard (id TEXT, ask TEXT, PRIMARY KEY (id, ask)) WITHOUT ROWID",
        "CREATE TABLE vectors (id TEXT PRIMARY KEY, digest BLOB NOT NULL, vector BLOB NOT NULL) WITHOUT ROWID",
    ];

    /// <summary>Makes sure that the file is an index of this format, empty where it was none.</summary>
    public static void Prepare(string path)
    {
        try
        {
            if (TryPrepare(path)) return;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 11 or 26)
        {
            // Damaged, or no database.
        }

        foreach (var file in new[] { path, path + "-wal", path + "-shm" }) File.Delete(file);
        if (!TryPrepare(path)) throw new RegistryException(RegistryFault.Damaged, $"{path} is changed while it is made; nothing else may write it");
    }

    /// <summary>A connection. What stands in the file runs nothing.</summary>
    public static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 30 }.ConnectionString);
        try
        {
            connection.Open();
            Run(connection, "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384; PRAGMA mmap_size = 0; PRAGMA busy_timeout = 30000");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static void Run(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }

    public static string? Meta(SqliteConnection connection, string name, SqliteTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT value FROM meta WHERE name = $name";
        command.Transaction = transaction;
        command.Parameters.AddWithValue("$name", name);
        return command.ExecuteScalar() as string;
    }

    public static void SetMeta(SqliteConnection connection, string name, string? value, SqliteTransaction transaction)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO meta (name, value) VALUES ($name, $value) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
        command.Transaction = transaction;
        command.Parameters.AddWithValue("$name", name);
        command.Parameters.AddWithValue("$value", (object?)value ?? DBNull.Value);
        command.ExecuteNonQuery();
    }

    private static bool TryPrepare(string path)
    {
        using var connection = Connect(path);
        var tables = Schema(connection, null);
        if (tables.Count > 0) return tables.SetEquals(Tables) && Meta(connection, "format") == Format;
        Run(connection, "PRAGMA journal_mode = WAL");
        using var transaction = connection.BeginTransaction(deferred: false);
        if (Schema(connection, transaction).Count == 0)
        {
            foreach (var table in Tables) Run(connection, table, transaction);
            SetMeta(connection, "format", Format, transaction);
            SetMeta(connection, "revision", "0", transaction);
        }

        transaction.Commit();
        return true;
    }

    /// <summary>What the file says that it has: triggers, views and other tables too.</summary>
    private static HashSet<string> Schema(SqliteConnection connection, SqliteTransaction? transaction)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_autoindex\\_%' ESCAPE '\\' LIMIT 100";
        command.Transaction = transaction;
        using var reader = command.ExecuteReader();
        var found = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read()) found.Add(reader.GetString(0));
        return found;
    }
}
