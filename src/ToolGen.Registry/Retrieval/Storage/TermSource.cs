using System;
using System.Collections.Generic;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ToolGen.Registry.Retrieval.Storage;

/// <summary>Reads terms, words, grams and tools over one connection. One thread at a time.</summary>
internal sealed class TermSource : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> commands = new(StringComparer.Ordinal);
    private readonly SqliteTransaction? transaction;

    public TermSource(SqliteConnection connection, SqliteTransaction? transaction = null) => (this.connection, this.transaction) = (connection, transaction);

    public SqliteConnection Connection => this.connection;

    public long Revision() => long.TryParse(this.Scalar("SELECT value FROM meta WHERE name = $key", "revision") as string, CultureInfo.InvariantCulture, out var revision) ? revision : throw Snapshot.Damaged();

    /// <summary>A term; null: no tool has it.</summary>
    public TermEntry? Term(string term, Snapshot snapshot)
    {
        if (snapshot.Kept(term) is { } kept) return kept.Tools == 0 ? null : kept;
        var tools = 0L;
        var lists = new List<byte[]>(1);
        using (var reader = this.Command("SELECT tools, postings FROM terms WHERE term = $key ORDER BY segment", term).ExecuteReader())
        {
            while (reader.Read())
            {
                var count = reader.GetInt64(0);
                if (count is < 1 or > Bounds.Tools) throw Snapshot.Damaged();
                tools += count;
                lists.Add(reader.GetFieldValue<byte[]>(1));
            }
        }

        var entry = new TermEntry(term, (int)Math.Min(tools, int.MaxValue), lists);
        snapshot.Keep(term, entry);
        return entry.Tools == 0 ? null : entry;
    }

    /// <summary>For each list of a gram the bytes: distances of word numbers, each with the count of the word's grams.</summary>
    public void Gram(long gram, List<byte[]> lists)
    {
        using var reader = this.Command("SELECT words FROM grams WHERE gram = $key ORDER BY segment", gram).ExecuteReader();
        while (reader.Read()) lists.Add(reader.GetFieldValue<byte[]>(0));
    }

    public string? TermOfWord(int word) => this.Scalar("SELECT term FROM words WHERE word = $key", word) as string;

    /// <summary>The tools of a facet, as lists of distances.</summary>
    public IReadOnlyList<byte[]> Facet(string facet)
    {
        var lists = new List<byte[]>();
        using var reader = this.Command("SELECT tools FROM facets WHERE facet = $key ORDER BY segment", facet).ExecuteReader();
        while (reader.Read()) lists.Add(reader.GetFieldValue<byte[]>(0));
        return lists;
    }

    /// <summary>Facets that begin so.</summary>
    public IReadOnlyList<string> Facets(string prefix)
    {
        var found = new List<string>();
        using var reader = this.Command("SELECT DISTINCT facet FROM facets WHERE substr(facet, 1, length($key)) = $key ORDER BY facet", prefix).ExecuteReader();
        while (reader.Read()) found.Add(reader.GetString(0));
        return found;
    }

    /// <summary>What was learned of a term, as <see cref="LearnedTable"/> has it; null: nothing.</summary>
    public byte[]? Learned(string term) => this.Scalar("SELECT weights FROM learned WHERE term = $key", term) as byte[];

    public (string Id, string Name)? Tool(int tool)
    {
        using var reader = this.Command("SELECT id, name FROM tools WHERE tool = $key", tool).ExecuteReader();
        return reader.Read() ? (reader.GetString(0), reader.GetString(1)) : null;
    }

    public void Begin() => this.Command("BEGIN", null).ExecuteNonQuery();

    public void End() => this.Command("COMMIT", null).ExecuteNonQuery();

    public void Dispose()
    {
        foreach (var command in this.commands.Values) command.Dispose();
        if (this.transaction is null) this.connection.Dispose();
    }

    private object? Scalar(string sql, object key) => this.Command(sql, key).ExecuteScalar();

    private SqliteCommand Command(string sql, object? key)
    {
        if (!this.commands.TryGetValue(sql, out var command))
        {
            command = this.connection.CreateCommand();
            (command.CommandText, command.Transaction) = (sql, this.transaction);
            if (key is not null) command.Parameters.Add(new SqliteParameter("$key", key));
            this.commands[sql] = command;
        }

        if (key is not null) command.Parameters[0].Value = key;
        return command;
    }
}
