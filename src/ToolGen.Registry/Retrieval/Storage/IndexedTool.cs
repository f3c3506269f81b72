using System;
using System.Collections.Generic;
using Microsoft.Data.Sqlite;

namespace ToolGen.Registry.Retrieval.Storage;

/// <summary>A tool with its requests: its own, and those that were heard.</summary>
internal record IndexedTool(ToolDocument Document, IReadOnlyList<string> Asks)
{
    /// <summary>What is to stand in the index; of two with one id the last.</summary>
    public static IReadOnlyList<IndexedTool> Of(IEnumerable<ToolDocument> documents, SqliteConnection connection, SqliteTransaction transaction)
    {
        var heard = Heard(connection, transaction);
        var tools = new List<IndexedTool>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            var tool = new IndexedTool(document, AskList.Of(document.Asks, heard.GetValueOrDefault(document.Id)));
            if (places.TryAdd(document.Id, tools.Count)) tools.Add(tool);
            else tools[places[document.Id]] = tool;
            if (tools.Count > Bounds.Tools) throw new ArgumentException($"an index has at most {Bounds.Tools:N0} tools", nameof(documents));
        }

        return tools;
    }

    private static Dictionary<string, List<string>> Heard(SqliteConnection connection, SqliteTransaction transaction)
    {
        var heard = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = ("SELECT id, ask FROM heard ORDER BY id, ask", transaction);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            if (!heard.TryGetValue(reader.GetString(0), out var asks)) heard[reader.GetString(0)] = asks = [];
            asks.Add(reader.GetString(1));
        }

        return heard;
    }
}
