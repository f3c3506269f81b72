using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using ToolGen.Registry.Retrieval.Ranking;

namespace ToolGen.Registry.Retrieval.Storage;

/// <summary>Makes the vectors that are missing, and measures the arms with them. Nobody waits for the model meanwhile: what it gave is written part by part, and what has come stays where it then fails.</summary>
internal sealed class VectorUpdater(SqliteConnection connection, DenseAsker asker, RetrievalSettings settings)
{
    private const int Batch = 32;
    private const string Taken = "the index has vectors of another model by now: one index is for one model";

    /// <summary>A model that reads little at once may read the beginning of a long text.</summary>
    private const int ShortText = 1_000;

    /// <summary>Failing questions, beside one for each part.</summary>
    private const int MostFailed = 200;

    /// <summary>What failing questions may take, all together.</summary>
    private static readonly TimeSpan MostFailing = TimeSpan.FromMinutes(2);

    /// <summary>A model that was not asked for long is loaded first.</summary>
    private static readonly TimeSpan MostLoading = TimeSpan.FromSeconds(15);

    private int dimensions;
    private int failed;
    private int given;
    private int refused;
    private bool isTaken;
    private TimeSpan failing;
    private string? why;

    /// <summary>Whether the model answers, where not all is done: it refuses too many texts, and the next update goes on behind them.</summary>
    public bool IsCutShort { get; private set; }

    private TimeSpan ProbeTime => asker.Model.BatchTime < MostLoading ? asker.Model.BatchTime : MostLoading;

    /// <summary>Null: it is done; else why it is not.</summary>
    public async ValueTask<string?> UpdateAsync(IEnumerable<ToolDocument> documents, CancellationToken cancellationToken)
    {
        var (probe, silent) = await asker.AskAsync(DenseAsker.Probe, 0, this.ProbeTime, cancellationToken).ConfigureAwait(false);
        if (probe is null) return silent;
        this.dimensions = probe[0].Length;
        ToolDocument[] all = [.. documents];
        var (texts, had, hasSome, tools) = this.Begin(probe[0], all);
        if ((long)tools.Count * this.dimensions > VectorTable.MaxNumbers)
            return string.Create(CultureInfo.InvariantCulture, $"{tools.Count:N0} tools with vectors of {this.dimensions:N0} numbers are more than an index holds: choose a model with shorter ones");
        var teachers = IndexUpdater.Ordered(tools.Where(tool => LearnedTable.IsTeacher(tool.Document)));
        if (!await this.MakeAsync(teachers, had, cancellationToken).ConfigureAwait(false)) return this.why;

        // What nobody approved can not keep the others from their vectors; the next update goes on there.
        var isWhole = await this.MakeAsync(tools.Where(tool => !LearnedTable.IsTeacher(tool.Document)), had, cancellationToken).ConfigureAwait(false);
        if (this.isTaken || (this.given == 0 && this.refused > 0 && !hasSome)) return this.why;
        var unfinished = isWhole || this.IsCutShort ? null : this.why;
        asker.Refused(this.refused, this.why);
        if (VectorTable.IsMeasured(connection, null)) return this.End(texts, [], null, cancellationToken) ?? unfinished;
        (this.failed, this.failing) = (0, TimeSpan.Zero);
        var trials = SelfTest.Trials(teachers.Select((tool, at) => (at, tool.Document, tool.Asks)));
        var asked = new Dictionary<SelfTest.Trial, DenseRequest>(ReferenceEqualityComparer.Instance);
        foreach (var batch in trials.Count < SelfTest.LeastTrials ? [] : trials.Chunk(Batch / 2))
        {
            if (await this.GivenAsync([.. batch.Select(trial => trial.Text), .. batch.Select(trial => trial.Rest)], cancellationToken).ConfigureAwait(false) is not { } vectors) return this.why;
            for (var i = 0; i < batch.Length; i++)
                if (vectors[i] is { } text && vectors[batch.Length + i] is { } rest) asked[batch[i]] = new(text, rest);
        }

        return this.End(texts, teachers, (trials, asked), cancellationToken) ?? unfinished;
    }

    /// <summary>Vectors of those that have none of their text; false: the model fails.</summary>
    private async ValueTask<bool> MakeAsync(IEnumerable<IndexedTool> tools, Dictionary<string, byte[]> had, CancellationToken cancellationToken)
    {
        (this.failed, this.failing) = (0, TimeSpan.Zero);

        // What the model refused is asked again tomorrow, or when its text is another one.
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var missing = tools.Select(tool => (tool.Document.Id, Text: DenseText.Of(tool.Document, tool.Asks))).Select(tool => (tool.Id, tool.Text, Digest: SHA256.HashData(Encoding.UTF8.GetBytes(tool.Text))))
            .Where(tool => IsMissing(tool.Id, tool.Digest));
        foreach (var batch in missing.Chunk(Batch))
        {
            this.failed--;
            if (await this.GivenAsync(Array.ConvertAll(batch, tool => tool.Text), cancellationToken).ConfigureAwait(false) is not { } vectors) return false;
            if (!VectorTable.Write(connection, asker.Model, batch.Zip(vectors).Select(one => (one.First.Id, one.Second is null ? Refusal(one.First.Digest, today) : one.First.Digest, one.Second ?? []))))
            {
                (this.isTaken, this.why) = (true, Taken);
                return false;
            }

            this.given += vectors.Count(vector => vector is not null);
            this.refused += vectors.Count(vector => vector is null);
        }

        return true;

        bool IsMissing(string id, byte[] digest)
        {
            if (!had.TryGetValue(id, out var known)) return true;
            if (known.AsSpan().SequenceEqual(digest)) return false;
            if (!known.AsSpan().SequenceEqual(Refusal(digest, today))) return true;
            this.refused++;
            return false;
        }
    }

    private (string? Texts, Dictionary<string, byte[]> Had, bool HasSome, IReadOnlyList<IndexedTool> Tools) Begin(float[] probe, ToolDocument[] documents)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        if (VectorTable.Begin(connection, transaction, asker.Model, probe))
        {
            // Nobody holds vectors of the other one in memory any more.
            asker.Forget();
            IndexUpdater.NextRevision(connection, transaction);
        }

        var begun = (VectorTable.TextsOf(connection, transaction), VectorTable.Digests(connection, transaction), VectorTable.HasSome(connection, transaction), IndexedTool.Of(documents, connection, transaction));
        transaction.Commit();
        return begun;
    }

    /// <summary>Vectors of texts; null for one that the model does not take; null for all: it fails.</summary>
    private async ValueTask<IReadOnlyList<float[]?>?> GivenAsync(string[] texts, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var (vectors, reason) = await asker.AskAsync(texts, this.dimensions, asker.Model.BatchTime, cancellationToken).ConfigureAwait(false);
        if (vectors is not null) return vectors;
        this.why = reason;
        this.failing += Stopwatch.GetElapsedTime(began);

        // One text can be too long for it, or be refused: whoever wrote that one takes no vectors from the others.
        if ((await asker.AskAsync(DenseAsker.Probe, this.dimensions, this.ProbeTime, cancellationToken).ConfigureAwait(false)).Vectors is null) return null;
        if (++this.failed > MostFailed || this.failing > MostFailing)
        {
            this.IsCutShort = true;
            return null;
        }

        if (texts.Any(text => text.Length > ShortText)) return await this.GivenAsync(Array.ConvertAll(texts, text => text.Length > ShortText ? text[..ShortText] : text), cancellationToken).ConfigureAwait(false);
        if (texts.Length == 1) return [null];
        var first = await this.GivenAsync(texts[..(texts.Length / 2)], cancellationToken).ConfigureAwait(false);
        var second = first is null ? null : await this.GivenAsync(texts[(texts.Length / 2)..], cancellationToken).ConfigureAwait(false);
        return second is null ? null : [.. first!, .. second];
    }

    private string? End(string? texts, IndexedTool[] teachers, (IReadOnlyList<SelfTest.Trial> Trials, Dictionary<SelfTest.Trial, DenseRequest> Asked)? test, CancellationToken cancellationToken)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        if (!VectorTable.IsOf(connection, transaction, asker.Model)) return Taken;

        // Texts that changed meanwhile are looked after by whoever changed them.
        if (VectorTable.TextsOf(connection, transaction) != texts) return null;
        VectorTable.End(connection, transaction, test is var (trials, asked) ? this.Weights(transaction, teachers, trials, asked, cancellationToken) : null);
        IndexUpdater.NextRevision(connection, transaction);
        transaction.Commit();
        return null;
    }

    /// <summary>What the arms weigh, asked among the tools that somebody approved; null: it can't be said now.</summary>
    private IReadOnlyList<double>? Weights(SqliteTransaction transaction, IndexedTool[] teachers, IReadOnlyList<SelfTest.Trial> trials, Dictionary<SelfTest.Trial, DenseRequest> asked, CancellationToken cancellationToken)
    {
        using var source = new TermSource(connection, transaction);
        var snapshot = Snapshot.Load(connection, settings, asker.Model, transaction, isPartial: true);
        var numbers = IndexUpdater.Numbers(connection, transaction);
        var known = Array.ConvertAll(teachers, tool => numbers.GetValueOrDefault(tool.Document.Id, -1));
        var allowed = known.ToHashSet();

        // Where something was learned, it was of these tools, which have the first numbers in this order.
        var trainer = snapshot.LearnedTools == teachers.Length && known.Index().All(one => one.Index == one.Item) ? AskTrainer.Of([.. teachers.Select(tool => (tool.Document, tool.Asks))], source, snapshot) : null;

        // A tool came, or went, since the words were updated: they are measured with the next update.
        if (known.Contains(-1) || (trainer is null && snapshot.LearnedTools > 0)) return null;
        if (asked.Count < SelfTest.LeastTrials || snapshot.Vectors is null) return snapshot.DenseWeights;
        var requests = new Dictionary<SelfTest.Trial, DenseRequest>(ReferenceEqualityComparer.Instance);
        foreach (var trial in trials.Where(asked.ContainsKey)) requests[trial with { Held = trial.Held with { Tool = known[trial.Held.Tool] } }] = asked[trial];
        SelfTest.Trial[] numbered = [.. requests.Keys];
        var search = new ArmSearch(source, snapshot, settings, trainer?.Train(numbered, cancellationToken));
        return new SelfTest(snapshot, settings).Weights(numbered, trial => search.Rank(new Request(trial.Text), requests[trial], _ => true, allowed.Contains, trial.Held), cancellationToken);
    }

    private static byte[] Refusal(byte[] digest, string day) => SHA256.HashData([.. digest, .. Encoding.UTF8.GetBytes(day)]);
}
