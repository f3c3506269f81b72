using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using ToolGen.Registry.Retrieval.Ranking;

namespace ToolGen.Registry.Retrieval.Storage;

/// <summary>What a search needs of every tool, as one revision of the file has it: lengths, states, owners. Terms are read when they are asked for, and kept up to a bound.</summary>
internal sealed class Snapshot
{
    /// <summary>The state of a tool that is no longer there; its postings stay until the whole is built anew.</summary>
    public const byte Gone = 0xFF;

    /// <summary>Longer fields count as ones of this length less one.</summary>
    public const int LongLength = 512;

    private const long MaxKept = 64L << 20;

    private readonly ConcurrentDictionary<string, TermEntry> kept = new(StringComparer.Ordinal);
    private readonly double[] averages;
    private readonly RetrievalSettings settings;
    private long keptBytes;

    private Snapshot(long revision, int words, ushort[] lengths, byte[] states, Dictionary<int, string> owners, double[] averages, RetrievalSettings settings)
    {
        (this.Revision, this.Words, this.Lengths, this.States, this.Owners, this.averages, this.settings) = (revision, words, lengths, states, owners, averages, settings);
        this.Alive = states.Length - states.AsSpan().Count(Gone);
        this.Norms = new float[Postings.Fields * LongLength];
        for (var field = 0; field < Postings.Fields; field++)
            for (var length = 0; length < LongLength; length++) this.Norms[(field * LongLength) + length] = this.Norm(field, length);
    }

    public long Revision { get; }

    /// <summary>How much each arm counts by words alone, in the order of <see cref="ArmWeights.Names"/>.</summary>
    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>The same where there is the vector of a request.</summary>
    public required IReadOnlyList<double> DenseWeights { get; init; }

    /// <summary>The vectors of the model that this process has; null: it has none, or the index has none of it.</summary>
    public DenseVectors? Vectors { get; private init; }

    /// <summary>Of how many tools, those with the lowest numbers, terms were learned from asks.</summary>
    public int LearnedTools { get; private init; }

    /// <summary>Numbers of words given so far.</summary>
    public int Words { get; }

    /// <summary>Numbers given so far; those of tools that are gone too.</summary>
    public int Tools => this.States.Length;

    /// <summary>Tools that are there.</summary>
    public int Alive { get; }

    /// <summary>For each field and length, what one occurrence there is worth.</summary>
    public float[] Norms { get; }

    /// <summary>For each tool the length of each field.</summary>
    public ushort[] Lengths { get; }

    /// <summary>For each tool its <see cref="ToolState"/>, or <see cref="Gone"/>.</summary>
    public byte[] States { get; }

    /// <summary>Whose the session tools are.</summary>
    public IReadOnlyDictionary<int, string> Owners { get; }

    /// <summary>What one occurrence in a field of this length is worth.</summary>
    public float Norm(int field, int length) =>
        (float)(this.settings.FieldWeights[field] / (1 - this.settings.FieldLengths[field] + (this.settings.FieldLengths[field] * length / this.averages[field])));

    public int Length(int tool, int field) => this.Lengths[(tool * Postings.Fields) + field];

    /// <summary>How telling a term is that so many tools have.</summary>
    public double Rarity(int tools) => Math.Pow(Math.Log(1 + ((Math.Max(0, this.Alive - tools) + 0.5) / (tools + 0.5))), this.settings.RarityPower);

    public TermEntry? Kept(string term) => this.kept.GetValueOrDefault(term);

    public void Keep(string term, TermEntry entry)
    {
        if (System.Threading.Interlocked.Add(ref this.keptBytes, entry.Bytes) > MaxKept)
        {
            this.kept.Clear();
            System.Threading.Interlocked.Exchange(ref this.keptBytes, entry.Bytes);
        }

        this.kept[term] = entry;
    }

    public static long ReadRevision(SqliteConnection connection, SqliteTransaction? transaction = null) =>
        long.TryParse(IndexFile.Meta(connection, "revision", transaction), CultureInfo.InvariantCulture, out var revision) ? revision : throw Damaged();

    /// <param name="connection">The index.</param>
    /// <param name="settings">The constants.</param>
    /// <param name="model">The model that this process has; null: none.</param>
    /// <param name="transaction">Of this.</param>
    /// <param name="isPartial">Whether vectors count before all of them are there.</param>
    public static Snapshot Load(SqliteConnection connection, RetrievalSettings settings, DenseModel? model, SqliteTransaction? transaction = null, bool isPartial = false)
    {
        var (lengths, states) = ReadSegments(connection, transaction);
        var owners = new Dictionary<int, string>();
        using (var command = Command(connection, "SELECT tool, owner FROM tools WHERE owner IS NOT NULL", transaction))
        using (var reader = command.ExecuteReader())
            while (reader.Read()) owners[reader.GetInt32(0)] = reader.GetString(1);
        var averages = ParseAverages(IndexFile.Meta(connection, "averages", transaction));
        using var last = Command(connection, "SELECT coalesce(max(word) + 1, 0) FROM words", transaction);
        if (last.ExecuteScalar() is not long words || words is < 0 or > 1 << 27) throw Damaged();
        var learned = LearnedTable.Count(connection, transaction);
        if (learned > states.Length) throw Damaged();
        var weights = ArmWeights.Parse(IndexFile.Meta(connection, "weights", transaction)) ?? settings.Weights;
        var dense = VectorTable.ReadWeights(connection, transaction) ?? ArmWeights.With(weights, ArmWeights.Dense, settings.Weights[ArmWeights.Dense]);
        return new(ReadRevision(connection, transaction), (int)words, lengths, states, owners, averages, settings)
        {
            Weights = Held(settings.FixedWeights ?? ArmWeights.With(weights, ArmWeights.Dense, 0)),
            DenseWeights = Held(settings.FixedWeights ?? dense),
            LearnedTools = learned,
            Vectors = model is null ? null : VectorTable.Load(connection, model, states.Length, transaction, isPartial),
        };

        IReadOnlyList<double> Held(IReadOnlyList<double> all) => learned == 0 ? ArmWeights.With(all, ArmWeights.Asks, 0) : all;
    }

    /// <summary>Of each field the average length where it is not empty, over tools that are there; as text it is kept in the index.</summary>
    public static string Averages(SqliteConnection connection, SqliteTransaction transaction)
    {
        var (lengths, states) = ReadSegments(connection, transaction);
        var averages = new string[Postings.Fields];
        for (var field = 0; field < averages.Length; field++)
        {
            var (sum, count) = (0L, 0);
            for (var tool = 0; tool < states.Length; tool++)
                if (states[tool] != Gone && lengths[(tool * Postings.Fields) + field] is > 0 and var length) (sum, count) = (sum + length, count + 1);
            averages[field] = (count == 0 ? 1 : (double)sum / count).ToString(CultureInfo.InvariantCulture);
        }

        return string.Join(' ', averages);
    }

    private static (ushort[] Lengths, byte[] States) ReadSegments(SqliteConnection connection, SqliteTransaction? transaction)
    {
        var lengths = new List<byte[]>();
        var states = new List<byte[]>();
        var count = 0;
        using var command = Command(connection, "SELECT first, tools, lengths, states FROM segments ORDER BY segment", transaction);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var (first, tools) = (reader.GetInt64(0), reader.GetInt64(1));
            var (length, state) = (reader.GetFieldValue<byte[]>(2), reader.GetFieldValue<byte[]>(3));
            if (first != count || tools is < 0 or > Bounds.Tools || state.Length != tools || length.Length != tools * Postings.Fields * sizeof(ushort)) throw Damaged();
            lengths.Add(length);
            states.Add(state);
            count += state.Length;
        }

        var (all, stand, at) = (new ushort[count * Postings.Fields], new byte[count], 0);
        for (var i = 0; i < states.Count; i++)
        {
            MemoryMarshal.Cast<byte, ushort>(lengths[i]).CopyTo(all.AsSpan(at * Postings.Fields));
            states[i].CopyTo(stand, at);
            at += states[i].Length;
        }

        return (all, stand);
    }

    private static double[] ParseAverages(string? text)
    {
        var parts = text?.Split(' ') ?? [];
        var averages = new double[Postings.Fields];
        for (var field = 0; field < averages.Length; field++)
        {
            averages[field] = 1;
            if (text is not null && (parts.Length != averages.Length || !double.TryParse(parts[field], NumberStyles.Float, CultureInfo.InvariantCulture, out averages[field]) || averages[field] is not (>= 1 and < 1e9))) throw Damaged();
        }

        return averages;
    }

    public static RegistryException Damaged() => new(RegistryFault.Damaged, "the index of tools is damaged; delete index.db beside the registry, and it is made anew");

    private static SqliteCommand Command(SqliteConnection connection, string sql, SqliteTransaction? transaction)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        return command;
    }
}

/// <summary>A term and the tools that have it, one list a segment.</summary>
internal sealed record TermEntry(string Term, int Tools, IReadOnlyList<byte[]> Lists)
{
    public long Bytes
    {
        get
        {
            long bytes = 100 + (this.Term.Length * 2);
            foreach (var list in this.Lists) bytes += list.Length;
            return bytes;
        }
    }
}
