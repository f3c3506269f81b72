using System;
using System.Collections.Generic;
using Microsoft.Data.Sqlite;

namespace ToolGen.Registry.Storage.Sqlite;

/// <summary>A connection with its statements, each prepared once. Not for several threads at once.</summary>
internal sealed class Sql(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> prepared = [];

    public SqliteConnection Connection => connection;

    /// <summary>Runs a statement; answers how many rows it changed. Its values are <c>$1 $2 …</c>.</summary>
    public int Run(string text, params ReadOnlySpan<object?> values) => this.Prepare(text, values).ExecuteNonQuery();

    /// <summary>The first row; default where there is none.</summary>
    public T? First<T>(string text, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var reader = this.Prepare(text, values).ExecuteReader();
        return reader.Read() ? read(reader) : default;
    }

    /// <summary>All rows.</summary>
    public List<T> All<T>(string text, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var reader = this.Prepare(text, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    /// <summary>Rows one by one; the connection is the caller's until it has seen the last.</summary>
    public IEnumerable<T> Each<T>(string text, Func<SqliteDataReader, T> read, params object?[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue("$" + (i + 1), values[i] ?? DBNull.Value);
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return read(reader);
    }

    /// <summary>Reads several statements in one state of the file.</summary>
    public T Snapshot<T>(Func<Sql, T> read)
    {
        this.Run("BEGIN");
        try
        {
            return read(this);
        }
        finally
        {
            this.Undo();
        }
    }

    /// <summary>Ends a transaction; nothing of it is there. May be called where SQLite has rolled back by itself.</summary>
    public void Undo()
    {
        try
        {
            this.Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            // There is no transaction any more.
        }
    }

    public void Dispose()
    {
        foreach (var command in this.prepared.Values) command.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Prepare(string text, ReadOnlySpan<object?> values)
    {
        if (!this.prepared.TryGetValue(text, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = text;
            for (var i = 1; i <= values.Length; i++) command.Parameters.Add(new() { ParameterName = "$" + i });
            this.prepared.Add(text, command);
        }

        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }
}

internal static class Columns
{
    public static string? Text(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    /// <summary>A count; what is no count of ours is the largest or least one.</summary>
    public static int Count(this SqliteDataReader reader, int column) => (int)Math.Clamp(reader.GetInt64(column), int.MinValue, int.MaxValue);

    public static long? Number(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    public static byte[] Bytes(this SqliteDataReader reader, int column) => reader.GetFieldValue<byte[]>(column);
}
