using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using ToolGen.Registry.Retrieval;

namespace ToolGen.Benchmarks.Retrieval;

/// <summary>What anybody would write first: FTS5 with one column for each field, the words of the question joined by OR, <c>bm25()</c>.</summary>
internal sealed partial class PlainFts : IDisposable
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");
    private readonly SqliteCommand query;

    public PlainFts(IReadOnlyList<ToolDocument> tools, string tokenizer)
    {
        this.connection.Open();
        using var create = this.connection.CreateCommand();
        create.CommandText = $"CREATE VIRTUAL TABLE tools USING fts5(id UNINDEXED, name, description, parameters, asks, tokenize = '{tokenizer}')";
        create.ExecuteNonQuery();
        using var insert = this.connection.CreateCommand();
        insert.CommandText = "INSERT INTO tools VALUES ($id, $name, $description, $parameters, $asks)";
        foreach (var tool in tools)
        {
            insert.Parameters.Clear();
            insert.Parameters.AddWithValue("$id", tool.Id);
            insert.Parameters.AddWithValue("$name", tool.Name);
            insert.Parameters.AddWithValue("$description", tool.Description);
            insert.Parameters.AddWithValue("$parameters", string.Join(' ', tool.Parameters.Select(parameter => parameter.Name + " " + parameter.Description)));
            insert.Parameters.AddWithValue("$asks", string.Join('\n', tool.Asks));
            insert.ExecuteNonQuery();
        }

        this.query = this.connection.CreateCommand();
        this.query.CommandText = "SELECT id FROM tools WHERE tools MATCH $query ORDER BY bm25(tools) LIMIT 10";
        this.query.Parameters.Add(new SqliteParameter("$query", ""));
    }

    public IReadOnlyList<string> Search(string text)
    {
        var words = Word().Matches(text.ToLowerInvariant()).Select(match => $"\"{match.Value}\"").Distinct(StringComparer.Ordinal).ToArray();
        if (words.Length == 0) return [];
        this.query.Parameters[0].Value = string.Join(" OR ", words);
        using var reader = this.query.ExecuteReader();
        var found = new List<string>();
        while (reader.Read()) found.Add(reader.GetString(0));
        return found;
    }

    public void Dispose()
    {
        this.query.Dispose();
        this.connection.Dispose();
    }

    [GeneratedRegex(@"[\p{L}\p{Nd}]+")]
    internal static partial Regex Word();
}
