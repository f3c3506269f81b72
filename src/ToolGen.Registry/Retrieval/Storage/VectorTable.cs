using System;
using System.Collections.Generic;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using ToolGen.Registry.Retrieval.Ranking;

namespace ToolGen.Registry.Retrieval.Storage;

/// <summary>The vectors of tools in the index, of one model: its hash, and the vector that it gave a text which is always the same, tell another one.</summary>
internal static class VectorTable
{
    /// <summary>Numbers of all vectors together: a gibibyte, which a search holds in memory and reads.</summary>
    public const long MaxNumbers = 1L << 28;

    /// <summary>Two vectors of the same text by the same model differ by less, on whatever processor.</summary>
    private const float SameLikeness = 0.99f;

    private const string Model = "model";
    private const string Probe = "probe";
    private const string Complete = "vectors of";
    private const string Texts = "texts";
    private const string Built = "built";
    private const string Weights = "dense weights";
    private const string WeightsOf = "dense weights of";

    /// <summary>Says that texts of tools are others now; and, where all was built anew, that the arms are to be measured anew.</summary>
    public static void Changed(SqliteConnection connection, SqliteTransaction transaction, bool isBuilt)
    {
        var texts = Guid.NewGuid().ToString("N");
        IndexFile.SetMeta(connection, Texts, texts, transaction);
        if (isBuilt) IndexFile.SetMeta(connection, Built, texts, transaction);
    }

    /// <summary>Which texts the index has now.</summary>
    public static string? TextsOf(SqliteConnection connection, SqliteTransaction? transaction) => IndexFile.Meta(connection, Texts, transaction);

    /// <summary>Whether all texts have the vectors of this model, as far as it gives any.</summary>
    public static bool IsComplete(SqliteConnection connection, SqliteTransaction? transaction, DenseModel model) =>
        IsOf(connection, transaction, model) && IndexFile.Meta(connection, Complete, transaction) is { Length: > 0 } texts && texts == TextsOf(connection, transaction);

    public static bool IsOf(SqliteConnection connection, SqliteTransaction? transaction, DenseModel model) => IndexFile.Meta(connection, Model, transaction) == model.Hash;

    /// <summary>Takes vectors out that another model gave.</summary>
    /// <param name="connection">The index.</param>
    /// <param name="transaction">Of this.</param>
    /// <param name="model">The one of now.</param>
    /// <param name="probe">What it gives the text that is always the same.</param>
    /// <returns>Whether there were some.</returns>
    public static bool Begin(SqliteConnection connection, SqliteTransaction transaction, DenseModel model, float[] probe)
    {
        if (IsOf(connection, transaction, model) && IsLike(IndexFile.Meta(connection, Probe, transaction), probe)) return false;
        IndexFile.Run(connection, "DELETE FROM vectors", transaction);
        IndexFile.SetMeta(connection, Model, model.Hash, transaction);
        IndexFile.SetMeta(connection, Probe, Convert.ToBase64String(MemoryMarshal.AsBytes<float>(probe)), transaction);
        IndexFile.SetMeta(connection, Complete, "", transaction);
        IndexFile.SetMeta(connection, WeightsOf, "", transaction);
        return true;
    }

    /// <summary>Of which text the vector of each tool is.</summary>
    public static Dictionary<string, byte[]> Digests(SqliteConnection connection, SqliteTransaction transaction)
    {
        var digests = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = ("SELECT id, digest FROM vectors", transaction);
        using var reader = command.ExecuteReader();
        while (reader.Read()) digests[reader.GetString(0)] = reader.GetFieldValue<byte[]>(1);
        return digests;
    }

    /// <summary>Whether the model gave any.</summary>
    public static bool HasSome(SqliteConnection connection, SqliteTransaction transaction)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = ("SELECT EXISTS (SELECT 1 FROM vectors WHERE length(vector) > 0)", transaction);
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) == 1;
    }

    /// <summary>Keeps vectors; false: those of another model are there by now.</summary>
    public static bool Write(SqliteConnection connection, DenseModel model, IEnumerable<(string Id, byte[] Digest, float[] Vector)> vectors)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        if (!IsOf(connection, transaction, model)) return false;
        new SegmentWriter(connection, transaction).Each("INSERT OR REPLACE INTO vectors (id, digest, vector) VALUES ($a, $b, $c)", Rows());
        transaction.Commit();
        return true;

        IEnumerable<(object, object, object, object?, object?)> Rows()
        {
            foreach (var (id, digest, vector) in vectors) yield return (id, digest, MemoryMarshal.AsBytes<float>(vector).ToArray(), null, null);
        }
    }

    /// <summary>Whether the arms were measured with these vectors since all was built.</summary>
    public static bool IsMeasured(SqliteConnection connection, SqliteTransaction? transaction) =>
        IndexFile.Meta(connection, WeightsOf, transaction) is { Length: > 0 } built && built == IndexFile.Meta(connection, Built, transaction);

    /// <summary>The weights of all arms, where this one answers too; null: they were not measured.</summary>
    public static IReadOnlyList<double>? ReadWeights(SqliteConnection connection, SqliteTransaction? transaction) =>
        IsMeasured(connection, transaction) ? ArmWeights.Parse(IndexFile.Meta(connection, Weights, transaction)) : null;

    /// <summary>Says that all vectors are there, and what the arms weigh with them.</summary>
    public static void End(SqliteConnection connection, SqliteTransaction transaction, IReadOnlyList<double>? weights)
    {
        IndexFile.Run(connection, "DELETE FROM vectors WHERE id NOT IN (SELECT id FROM tools)", transaction);
        IndexFile.SetMeta(connection, Complete, TextsOf(connection, transaction), transaction);
        if (weights is null) return;
        IndexFile.SetMeta(connection, Weights, ArmWeights.Write(weights), transaction);
        IndexFile.SetMeta(connection, WeightsOf, IndexFile.Meta(connection, Built, transaction), transaction);
    }

    /// <summary>The vectors by tool; null: there are none of this model, or not all yet.</summary>
    public static DenseVectors? Load(SqliteConnection connection, DenseModel model, int tools, SqliteTransaction? transaction = null, bool isPartial = false)
    {
        if (!IsOf(connection, transaction, model) || (!isPartial && IndexFile.Meta(connection, Complete, transaction) is not { Length: > 0 })) return null;
        using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = ("SELECT t.tool, v.vector FROM vectors v JOIN tools t ON t.id = v.id", transaction);
        using var reader = command.ExecuteReader();
        DenseVectors? vectors = null;
        while (reader.Read())
        {
            var (tool, bytes) = (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1));

            // The model refused its text.
            if (bytes.Length == 0) continue;
            if (vectors is null)
            {
                if (bytes.Length > DenseText.MaxDimensions * sizeof(float)) throw Snapshot.Damaged();
                if ((long)tools * (bytes.Length / sizeof(float)) > MaxNumbers) return null;
                vectors = new(tools, bytes.Length / sizeof(float));
            }

            if (tool < 0 || tool >= tools || bytes.Length != vectors.Dimensions * sizeof(float)) throw Snapshot.Damaged();
            vectors.Set((int)tool, MemoryMarshal.Cast<byte, float>(bytes));
        }

        return vectors;
    }

    private static bool IsLike(string? kept, float[] probe)
    {
        var bytes = new byte[probe.Length * sizeof(float)];
        return kept is not null && Convert.TryFromBase64String(kept, bytes, out var count) && count == bytes.Length && TensorPrimitives.Dot<float>(MemoryMarshal.Cast<byte, float>(bytes), probe) >= SameLikeness;
    }
}

/// <summary>Vectors of tools, all beside each other; one that is missing is zero, and like nothing.</summary>
internal sealed class DenseVectors(int tools, int dimensions)
{
    private readonly float[] values = new float[(long)tools * dimensions];

    public int Dimensions => dimensions;

    public void Set(int tool, ReadOnlySpan<float> vector) => vector.CopyTo(this.values.AsSpan(tool * dimensions));

    public ReadOnlySpan<float> this[int tool] => this.values.AsSpan(tool * dimensions, dimensions);
}
