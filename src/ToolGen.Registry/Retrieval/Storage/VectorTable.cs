using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using ToolGen.Registry.Retrieval.Ranking;

namespace ToolGen.Registry.Retrieval.Storage;

/// <summary>The vectors of tools in the index, with the hash of the model that gave them.</summary>
internal static class VectorTable
{
    private const string Model = "model";

    public static bool IsOf(SqliteConnection connection, SqliteTransaction transaction, DenseModel model) => IndexFile.Meta(connection, Model, transaction) == model.Hash;

    /// <summary>Makes the vectors that are missing; those of another model, of other texts, and of tools that are gone go.</summary>
    public static async ValueTask UpdateAsync(SqliteConnection connection, SqliteTransaction transaction, DenseModel model, IEnumerable<(string Id, string Text)> tools, CancellationToken cancellationToken)
    {
        if (!IsOf(connection, transaction, model)) IndexFile.Run(connection, "DELETE FROM vectors", transaction);
        IndexFile.SetMeta(connection, Model, model.Hash, transaction);
        var had = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        using (var command = connection.CreateCommand())
        {
            (command.CommandText, command.Transaction) = ("SELECT id, digest FROM vectors", transaction);
            using var reader = command.ExecuteReader();
            while (reader.Read()) had[reader.GetString(0)] = reader.GetFieldValue<byte[]>(1);
        }

        var all = tools.Select(tool => (tool.Id, tool.Text, Digest: SHA256.HashData(Encoding.UTF8.GetBytes(tool.Text)))).ToArray();
        var missing = all.Where(tool => !had.TryGetValue(tool.Id, out var digest) || !digest.AsSpan().SequenceEqual(tool.Digest)).ToArray();
        var vectors = await DenseText.VectorsAsync(model, Array.ConvertAll(missing, tool => tool.Text), cancellationToken).ConfigureAwait(false);
        var writer = new SegmentWriter(connection, transaction);
        writer.Each("DELETE FROM vectors WHERE id = $a", had.Keys.Except(all.Select(tool => tool.Id), StringComparer.Ordinal).Select(id => ((object)id, (object)0, (object)0, (object?)null, (object?)null)));
        writer.Each(
            "INSERT OR REPLACE INTO vectors (id, digest, vector) VALUES ($a, $b, $c)",
            missing.Select((tool, at) => ((object)tool.Id, (object)tool.Digest, (object)MemoryMarshal.AsBytes<float>(vectors[at]).ToArray(), (object?)null, (object?)null)));
    }

    /// <summary>The vectors by tool; null: there are none of this model.</summary>
    public static DenseVectors? Load(SqliteConnection connection, DenseModel model, int tools, SqliteTransaction? transaction = null)
    {
        if (IndexFile.Meta(connection, Model, transaction) != model.Hash) return null;
        using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = ("SELECT t.tool, v.vector FROM vectors v JOIN tools t ON t.id = v.id", transaction);
        using var reader = command.ExecuteReader();
        DenseVectors? vectors = null;
        while (reader.Read())
        {
            var (tool, bytes) = (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1));
            vectors ??= bytes.Length is > 0 and <= DenseText.MaxDimensions * sizeof(float) ? new(tools, bytes.Length / sizeof(float)) : throw Snapshot.Damaged();
            if (tool < 0 || tool >= tools || bytes.Length != vectors.Dimensions * sizeof(float)) throw Snapshot.Damaged();
            vectors.Set((int)tool, MemoryMarshal.Cast<byte, float>(bytes));
        }

        return vectors;
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
