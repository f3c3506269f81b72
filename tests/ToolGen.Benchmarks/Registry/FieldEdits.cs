using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Data.Sqlite;

namespace ToolGen.Benchmarks.Registry;

/// <summary>Each field of each row of each table, set to something else: what the file itself does not refuse must be caught, at its table.</summary>
internal static class FieldEdits
{
    private static readonly string[] Tables = ["log", "head", "versions", "texts", "evidence", "leases", "approvals", "keys", "usage", "callers", "shapes", "collections", "members"];

    public static IEnumerable<AuditTry> All()
    {
        using var registry = new FilledRegistry();
        foreach (var table in Tables)
        {
            foreach (var (row, column, other, was) in Edits(registry, table))
            {
                registry.Restore();
                using (var sql = registry.Open())
                {
                    try
                    {
                        sql.Run($"UPDATE {table} SET {column} = $1 WHERE {string.Join(" AND ", row.Select(one => $"{one.Key} IS {one.Value}"))}", other);
                    }
                    catch (SqliteException)
                    {
                        // The table does not take it.
                        continue;
                    }
                }

                var problems = registry.Problems();
                yield return new(
                    $"{table}.{column}", $"{Shown(was)} becomes {Shown(other)}", problems.Any(problem => problem.Where.StartsWith(table, StringComparison.Ordinal) || (table == "head" && problem.Where is "file" or "checkpoints, 1")), string.Join("; ", problems.Take(3)));
            }
        }
    }

    private static List<(Dictionary<string, string> Row, string Column, object Other, object? Was)> Edits(FilledRegistry registry, string table)
    {
        registry.Restore();
        using var sql = registry.Open();
        var edits = new List<(Dictionary<string, string>, string, object, object?)>();
        foreach (var row in sql.Each($"SELECT * FROM {table}", Fields))
        {
            // Which row: all its fields as SQL.
            var where = row.ToDictionary(field => field.Name, field => Literal(field.Value));
            foreach (var (name, value) in row)
                foreach (var other in Others(value)) edits.Add((where, name, other, value));
        }

        return edits;
    }

    private static List<(string Name, object? Value)> Fields(SqliteDataReader reader) =>
        [.. Enumerable.Range(0, reader.FieldCount).Select(column => (reader.GetName(column), reader.IsDBNull(column) ? null : reader.GetValue(column)))];

    private static IEnumerable<object> Others(object? value) => value switch
    {
        long number => number == 0 ? [1L] : [number + 1, number + 1_000_000, 0L],
        string { Length: > 0 } text => [Flipped(text, 0), Flipped(text, text.Length / 2), Flipped(text, text.Length - 1), text + " ", ""],
        byte[] { Length: > 0 } bytes => [bytes.Select((one, index) => index == bytes.Length / 2 ? (byte)(one ^ 1) : one).ToArray(), Array.Empty<byte>()],
        byte[] => [new byte[32]],
        _ => ["x", 1L],
    };

    private static string Flipped(string text, int at) => text[..at] + (text[at] == 'a' ? 'b' : 'a') + text[(at + 1)..];

    private static string Literal(object? value) => value switch
    {
        null => "NULL",
        long number => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        byte[] bytes => $"x'{Convert.ToHexString(bytes)}'",
        _ => "'" + value.ToString()!.Replace("'", "''", StringComparison.Ordinal) + "'",
    };

    private static string Shown(object? value)
    {
        var text = value is byte[] bytes ? Convert.ToHexStringLower(bytes) : value?.ToString() ?? "nothing";
        return text.Length > 40 ? text[..40] + "…" : text;
    }
}
