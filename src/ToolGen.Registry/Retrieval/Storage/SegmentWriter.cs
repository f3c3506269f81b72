using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using ToolGen.Registry.Retrieval.Text;

namespace ToolGen.Registry.Retrieval.Storage;

/// <summary>Writes what a builder gathered as one segment. Keys come in the order of the tables, which is what makes this fast.</summary>
internal sealed class SegmentWriter(SqliteConnection connection, SqliteTransaction transaction)
{
    public void Write(int segment, int first, SegmentBuilder built, byte[] states, IReadOnlyDictionary<string, List<int>> facets)
    {
        this.Each(
            "INSERT INTO segments (segment, first, tools, lengths, states) VALUES ($a, $b, $c, $d, $e)",
            [(segment, first, built.Tools, MemoryMarshal.AsBytes(built.Lengths).ToArray(), states)]);
        var order = Enumerable.Range(0, built.Terms.Count).ToArray();
        Array.Sort(order, (one, other) => string.CompareOrdinal(built.Terms[one].Text, built.Terms[other].Text));
        this.Each(
            "INSERT INTO terms (term, segment, tools, postings) VALUES ($a, $b, $c, $d)",
            order.Where(at => built.Terms[at].Tools > 0).Select(at => ((object)built.Terms[at].Text, (object)segment, (object)built.Terms[at].Tools, (object?)built.Terms[at].Written().ToArray(), (object?)null)));
        this.Each(
            "INSERT INTO words (word, term) VALUES ($a, $b)",
            built.Words.OrderBy(word => word.Word.Number).Select(word => ((object)word.Word.Number, (object)built.Terms[word.Word.Term].Text, (object)0, (object?)null, (object?)null)));
        this.Each(
            "INSERT INTO grams (gram, segment, words) VALUES ($a, $b, $c)",
            GramLists(built).OrderBy(list => list.Key).Select(list => ((object)list.Key, (object)segment, (object)list.Value, (object?)null, (object?)null)));
        this.Each(
            "INSERT INTO facets (facet, segment, tools) VALUES ($a, $b, $c)",
            facets.OrderBy(facet => facet.Key, StringComparer.Ordinal).Select(facet => ((object)facet.Key, (object)segment, (object)Distances(facet.Value), (object?)null, (object?)null)));
    }

    /// <summary>Runs one statement for each row; its parameters are $a to $e.</summary>
    public void Each(string sql, IEnumerable<(object A, object B, object C, object? D, object? E)> rows)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        foreach (var name in new[] { "$a", "$b", "$c", "$d", "$e" })
            if (sql.Contains(name, StringComparison.Ordinal)) command.Parameters.Add(new SqliteParameter(name, DBNull.Value));
        foreach (var row in rows)
        {
            for (var i = 0; i < command.Parameters.Count; i++)
                command.Parameters[i].Value = (i switch { 0 => row.A, 1 => row.B, 2 => row.C, 3 => row.D, _ => row.E }) ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    private static Dictionary<long, byte[]> GramLists(SegmentBuilder built)
    {
        var lists = new Dictionary<long, (ByteList Bytes, int Last)>();
        var grams = new List<long>();
        foreach (var (text, word) in built.Words.OrderBy(word => word.Word.Number))
        {
            grams.Clear();
            Grams.Of(text, grams);
            foreach (var gram in grams)
            {
                ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(lists, gram, out _);
                list.Bytes.AddNumber(word.Number - list.Last);
                list.Bytes.Add((byte)grams.Count);
                list.Last = word.Number;
            }
        }

        return lists.ToDictionary(list => list.Key, list => list.Value.Bytes.Written.ToArray());
    }

    private static byte[] Distances(List<int> tools)
    {
        var bytes = default(ByteList);
        var last = -1;
        foreach (var tool in tools)
        {
            bytes.AddNumber(tool - last);
            last = tool;
        }

        return bytes.Written.ToArray();
    }
}
