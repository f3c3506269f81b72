using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using ToolGen.Registry.Retrieval.Ranking;

namespace ToolGen.Registry.Retrieval.Storage;

/// <summary>Weights learned from asks, in the index: for each term two bytes a tool.</summary>
internal static class LearnedTable
{
    private const string Tools = "learned";
    private const string Teachers = "learned of";

    /// <summary>Whether a tool is learned from: what nobody approved takes no words from what somebody did.</summary>
    public static bool IsTeacher(ToolDocument tool) => tool.State is ToolState.Approved or ToolState.Deprecated;

    /// <summary>Whether the weights are of these tools; true where there are none.</summary>
    public static bool IsOf(SqliteConnection connection, SqliteTransaction transaction, IEnumerable<ToolDocument> tools) =>
        Count(connection, transaction) == 0 || IndexFile.Meta(connection, Teachers, transaction) == TeachersOf(tools);

    /// <summary>How many tools there are weights for; 0: nothing was learned.</summary>
    public static int Count(SqliteConnection connection, SqliteTransaction? transaction = null) =>
        IndexFile.Meta(connection, Tools, transaction) is not { } text ? 0 : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : throw Snapshot.Damaged();

    public static void Clear(SqliteConnection connection, SqliteTransaction transaction)
    {
        IndexFile.Run(connection, "DELETE FROM learned", transaction);
        IndexFile.SetMeta(connection, Tools, "0", transaction);
    }

    public static void Write(SqliteConnection connection, SqliteTransaction transaction, TrainedWeights weights, IEnumerable<ToolDocument> tools)
    {
        var half = new Half[weights.Tools];
        new SegmentWriter(connection, transaction).Each("INSERT INTO learned (term, weights) VALUES ($a, $b)", weights.Terms.OrderBy(term => term.Key, StringComparer.Ordinal).Select(term =>
        {
            TensorPrimitives.ConvertToHalf(weights.Row(term.Value), half);
            return ((object)term.Key, (object)MemoryMarshal.AsBytes<Half>(half).ToArray(), (object)0, (object?)null, (object?)null);
        }));
        IndexFile.SetMeta(connection, Teachers, TeachersOf(tools), transaction);
        IndexFile.SetMeta(connection, Tools, weights.Tools.ToString(CultureInfo.InvariantCulture), transaction);
    }

    private static string TeachersOf(IEnumerable<ToolDocument> tools) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', tools.Where(IsTeacher).Select(tool => tool.Id).Order(StringComparer.Ordinal)))));

    /// <summary>The weights of a term; none: it was not learned.</summary>
    public static float[] Read(TermSource source, string term, int tools)
    {
        if (source.Learned(term) is not { } bytes) return [];
        var weights = new float[tools];
        if (bytes.Length != tools * sizeof(ushort)) throw Snapshot.Damaged();
        TensorPrimitives.ConvertToSingle(MemoryMarshal.Cast<byte, Half>(bytes), weights);
        return float.IsFinite(TensorPrimitives.Sum<float>(weights)) ? weights : throw Snapshot.Damaged();
    }
}
