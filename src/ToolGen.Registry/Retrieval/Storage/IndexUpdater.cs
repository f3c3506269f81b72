using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using Microsoft.Data.Sqlite;
using ToolGen.Registry.Retrieval.Ranking;

namespace ToolGen.Registry.Retrieval.Storage;

/// <summary>
/// Makes the index say what the registry says, in one transaction. Few changes become a segment beside the others, whose tools are marked as gone; many, or many segments, are a reason to build
/// the whole anew, which also measures the arms.
/// </summary>
internal sealed class IndexUpdater(SqliteConnection connection, SqliteTransaction transaction, RetrievalSettings settings)
{
    private const int MaxSegments = 16;

    /// <summary>A share of changed tools from which on all is built anew.</summary>
    private const double ManyChanges = 0.2;

    private readonly SegmentWriter writer = new(connection, transaction);

    public void Update(IEnumerable<ToolDocument> documents, long generation, CancellationToken cancellationToken)
    {
        var wanted = new Dictionary<string, Wanted>(StringComparer.Ordinal);
        ToolDocument[] all = [.. documents];
        this.Forget(all);
        foreach (var tool in IndexedTool.Of(all, connection, transaction))
        {
            cancellationToken.ThrowIfCancellationRequested();
            wanted[tool.Document.Id] = new(tool.Document, tool.Asks, DocumentDigest.Of(tool.Document, tool.Asks));
        }

        var stored = this.Stored();
        var gone = stored.Where(one => !wanted.TryGetValue(one.Key, out var now) || !now.Digest.AsSpan().SequenceEqual(one.Value.Digest)).ToArray();
        foreach (var one in gone) stored.Remove(one.Key);
        var added = Ordered(wanted.Values.Where(one => !stored.ContainsKey(one.Document.Id)));
        var segments = this.Number("SELECT count(*) FROM segments");
        var dead = this.Number("SELECT coalesce(sum(tools), 0) FROM segments") - stored.Count;

        // What was learned from asks tells each tool from all others, so it does not grow by some; nor are there so many tools then that it takes long.
        var isUnlearned = (added.Any(one => LearnedTable.IsTeacher(one.Document)) && LearnedTable.Count(connection, transaction) > 0) || !LearnedTable.IsOf(connection, transaction, wanted.Values.Select(one => one.Document));
        var isBuilt = isUnlearned || segments == 0 || segments >= MaxSegments || added.Length + dead > Math.Max(50, ManyChanges * stored.Count);
        if (isBuilt) this.Rebuild(wanted.Values, cancellationToken);
        else this.Append(added, stored, wanted, cancellationToken);
        if (isBuilt || added.Length + gone.Length > 0) VectorTable.Changed(connection, transaction, isBuilt);
        IndexFile.SetMeta(connection, "generation", generation.ToString(CultureInfo.InvariantCulture), transaction);
        IndexFile.SetMeta(connection, "heard", "0", transaction);
        NextRevision(connection, transaction);
    }

    /// <summary>Has readers look again.</summary>
    public static void NextRevision(SqliteConnection connection, SqliteTransaction transaction) =>
        IndexFile.SetMeta(connection, "revision", (Snapshot.ReadRevision(connection, transaction) + 1).ToString(CultureInfo.InvariantCulture), transaction);

    /// <summary>The order in which tools are given numbers.</summary>
    public static T[] Ordered<T>(IEnumerable<T> tools)
        where T : IndexedTool => [.. tools.OrderBy(one => one.Document.Name, StringComparer.Ordinal).ThenBy(one => one.Document.Id, StringComparer.Ordinal)];

    /// <summary>
    /// Builds all anew: first the tools that somebody approved, among which the arms are measured and learned from, then the others. So what nobody approved changes no weight, and takes no place from what was learned.
    /// </summary>
    private void Rebuild(IReadOnlyCollection<Wanted> all, CancellationToken cancellationToken)
    {
        foreach (var table in new[] { "segments", "tools", "terms", "words", "grams", "facets" }) IndexFile.Run(connection, "DELETE FROM " + table, transaction);
        LearnedTable.Clear(connection, transaction);
        var teachers = Ordered(all.Where(one => LearnedTable.IsTeacher(one.Document)));
        this.WriteSegment(1, 0, 0, teachers, cancellationToken);
        this.WriteAverages();
        this.Measure(teachers, cancellationToken);
        var others = Ordered(all.Where(one => !LearnedTable.IsTeacher(one.Document)));
        if (others.Length == 0) return;
        this.WriteSegment(2, teachers.Length, this.NextWord(), others, cancellationToken);
        this.WriteAverages();
    }

    private void Measure(IndexedTool[] teachers, CancellationToken cancellationToken)
    {
        using var source = new TermSource(connection, transaction);
        var snapshot = Snapshot.Load(connection, settings, null, transaction);
        var trials = SelfTest.Trials(teachers.Select((one, at) => (at, one.Document, one.Asks)));
        var trainer = AskTrainer.Of([.. teachers.Select(one => (one.Document, one.Asks))], source, snapshot);
        var search = new ArmSearch(source, snapshot, settings, trainer?.Train(trials, cancellationToken));
        var weights = new SelfTest(snapshot, settings).Weights(trials, trial => search.Rank(new Request(trial.Text), null, _ => true, _ => true, trial.Held), cancellationToken);
        IndexFile.SetMeta(connection, "weights", ArmWeights.Write(weights), transaction);
        if (trainer is not null && weights[ArmWeights.Asks] > 0) LearnedTable.Write(connection, transaction, trainer.Train([], cancellationToken), teachers.Select(one => one.Document));
    }

    private void Append(Wanted[] added, Dictionary<string, (int Tool, byte[] Digest)> stored, Dictionary<string, Wanted> wanted, CancellationToken cancellationToken)
    {
        var first = this.Number("SELECT coalesce(max(first + tools), 0) FROM segments");
        var segment = this.Number("SELECT coalesce(max(segment), 0) FROM segments") + 1;
        this.MarkStates(stored, wanted);
        if (added.Length > 0) this.WriteSegment(segment, first, this.NextWord(), added, cancellationToken);
        this.WriteAverages();
    }

    /// <summary>Requests that were heard for what may not be called any more go.</summary>
    private void Forget(ToolDocument[] all)
    {
        var callable = all.Where(LearnedTable.IsTeacher).Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
        var gone = new List<(object, object, object, object?, object?)>();
        using (var command = this.Command("SELECT DISTINCT id FROM heard"))
        using (var reader = command.ExecuteReader())
            while (reader.Read())
                if (!callable.Contains(reader.GetString(0))) gone.Add((reader.GetString(0), 0, 0, null, null));
        this.writer.Each("DELETE FROM heard WHERE id = $a", gone);
    }

    private int NextWord() => this.Number("SELECT coalesce(max(word) + 1, 0) FROM words");

    private void WriteAverages() => IndexFile.SetMeta(connection, "averages", Snapshot.Averages(connection, transaction), transaction);

    /// <summary>States and owners of tools whose texts stay; what is not stored any more is gone.</summary>
    private void MarkStates(Dictionary<string, (int Tool, byte[] Digest)> stored, Dictionary<string, Wanted> wanted)
    {
        var states = new Dictionary<int, byte>();
        foreach (var (id, one) in stored) states[one.Tool] = (byte)wanted[id].Document.State;
        var written = new List<(object, object, object, object?, object?)>();
        using (var command = this.Command("SELECT segment, first, tools, states FROM segments ORDER BY segment"))
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                var (first, before) = (reader.GetInt32(1), reader.GetFieldValue<byte[]>(3));
                var now = new byte[before.Length];
                for (var i = 0; i < now.Length; i++) now[i] = states.GetValueOrDefault(first + i, Snapshot.Gone);
                if (!now.AsSpan().SequenceEqual(before)) written.Add((now, reader.GetInt32(0), 0, null, null));
            }
        }

        this.writer.Each("UPDATE segments SET states = $a WHERE segment = $b", written);
        var gone = new List<(object, object, object, object?, object?)>();
        using (var command = this.Command("SELECT tool FROM tools"))
        using (var reader = command.ExecuteReader())
            while (reader.Read())
                if (!states.ContainsKey(reader.GetInt32(0))) gone.Add((reader.GetInt32(0), 0, 0, null, null));
        this.writer.Each("DELETE FROM tools WHERE tool = $a", gone);
        this.writer.Each(
            "UPDATE tools SET owner = $b WHERE tool = $a AND owner IS NOT $b",
            stored.Where(one => wanted[one.Key].Document.State == ToolState.Session || wanted[one.Key].Document.SessionOf is not null)
                .Select(one => ((object)one.Value.Tool, wanted[one.Key].Document.SessionOf ?? (object)DBNull.Value, (object)0, (object?)null, (object?)null)));
    }

    private void WriteSegment(int segment, int first, int firstWord, Wanted[] tools, CancellationToken cancellationToken)
    {
        var builder = new SegmentBuilder(first, firstWord);
        var facets = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var numbers = new int[tools.Length];
        for (var i = 0; i < tools.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            numbers[i] = builder.Add(tools[i].Document, tools[i].Asks);
            foreach (var facet in Facets.Of(tools[i].Document))
            {
                if (!facets.TryGetValue(facet, out var list)) facets[facet] = list = [];
                list.Add(numbers[i]);
            }
        }

        this.writer.Write(segment, first, builder, Array.ConvertAll(tools, tool => (byte)tool.Document.State), facets);
        this.writer.Each(
            "INSERT INTO tools (tool, id, digest, name, owner) VALUES ($a, $b, $c, $d, $e)",
            tools.Select((tool, at) => ((object)numbers[at], (object)tool.Document.Id, (object)tool.Digest, (object?)tool.Document.Name, (object?)tool.Document.SessionOf)));
    }

    /// <summary>The number of each tool.</summary>
    public static Dictionary<string, int> Numbers(SqliteConnection connection, SqliteTransaction transaction)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = ("SELECT tool, id FROM tools", transaction);
        using var reader = command.ExecuteReader();
        while (reader.Read()) numbers[reader.GetString(1)] = reader.GetInt32(0);
        return numbers;
    }

    private Dictionary<string, (int Tool, byte[] Digest)> Stored()
    {
        var stored = new Dictionary<string, (int, byte[])>(StringComparer.Ordinal);
        using var command = this.Command("SELECT tool, id, digest FROM tools");
        using var reader = command.ExecuteReader();
        while (reader.Read()) stored[reader.GetString(1)] = (reader.GetInt32(0), reader.GetFieldValue<byte[]>(2));
        return stored;
    }

    private int Number(string sql)
    {
        using var command = this.Command(sql);
        return command.ExecuteScalar() is long number and >= 0 and <= int.MaxValue ? (int)number : throw Snapshot.Damaged();
    }

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        return command;
    }

    private sealed record Wanted(ToolDocument Document, IReadOnlyList<string> Asks, byte[] Digest) : IndexedTool(Document, Asks);
}
