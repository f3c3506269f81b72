using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using ToolGen.Registry.Retrieval.Ranking;
using ToolGen.Registry.Retrieval.Storage;

namespace ToolGen.Registry.Retrieval;

/// <summary>
/// Finds tools by need. All in it is derived from the registry and kept in a file of its own, <c>index.db</c>, that may be deleted at any time; what an answer names is looked up in the registry
/// before anybody acts on it. Thread-safe, and several processes may use one file.
/// </summary>
public sealed class ToolIndex : IAsyncDisposable, IDisposable
{
    /// <summary>The most that one search gives.</summary>
    public const int MostHits = 100;

    private const int MaxHeard = 20;

    private readonly string path;
    private readonly RetrievalSettings settings;
    private readonly IndexReaders readers;
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly SemaphoreSlim embedding = new(1, 1);
    private readonly DenseAsker? asker;
    private volatile bool isDisposed;
    private volatile bool hasVectors;

    private ToolIndex(string path, RetrievalSettings settings, DenseModel? model)
    {
        (this.path, this.settings, this.asker) = (path, settings, model is null ? null : new(model));
        this.readers = new(path, settings, model);
    }

    /// <summary>Opens an index; a file that is absent, damaged or of another format is made anew, and empty until <see cref="UpdateAsync"/>.</summary>
    /// <param name="path">The file, such as <c>index.db</c> beside the registry.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static ValueTask<ToolIndex> OpenAsync(string path, CancellationToken cancellationToken = default) => OpenAsync(path, RetrievalSettings.Default, null, cancellationToken);

    /// <summary>The same with one more arm.</summary>
    /// <param name="path">The file.</param>
    /// <param name="model">Gives vectors; it stays its owner's.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static ValueTask<ToolIndex> OpenAsync(string path, DenseModel model, CancellationToken cancellationToken = default) => OpenAsync(path, RetrievalSettings.Default, model, cancellationToken);

    internal static ValueTask<ToolIndex> OpenAsync(string path, RetrievalSettings settings, DenseModel? model = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        IndexFile.Prepare(path);
        return ValueTask.FromResult(new ToolIndex(path, settings, model));
    }

    /// <summary>The generation of the registry that the index was made from; null: none yet.</summary>
    public long? Generation
    {
        get
        {
            using var connection = IndexFile.Connect(this.path);
            return long.TryParse(IndexFile.Meta(connection, "generation"), CultureInfo.InvariantCulture, out var generation) ? generation : null;
        }
    }

    /// <summary>Whether vectors of tools are missing, and a model is there that may be asked for them: <see cref="UpdateVectorsAsync"/> is worth a try.</summary>
    public bool LacksVectors => !this.hasVectors && this.asker is { MayUpdate: true };

    /// <summary>Makes the index say what the registry says: its words, and then the vectors where there is a model. Does not read the documents where it is of this generation already, has all vectors, and no request was added since.</summary>
    /// <param name="documents">All tools that are to be found, whatever their state; of two with one id the last.</param>
    /// <param name="generation">The registry's, read before the documents were.</param>
    /// <param name="cancellationToken">Stops it; the index is then as it was, but for vectors that have come.</param>
    /// <exception cref="InvalidOperationException">The model gives no vectors, and has no <see cref="DenseModel.Log"/>; what is found by words is up to date.</exception>
    public async ValueTask UpdateAsync(IEnumerable<ToolDocument> documents, long generation, CancellationToken cancellationToken = default)
    {
        var read = await this.UpdateWordsAsync(documents, generation, cancellationToken).ConfigureAwait(false);
        if (this.asker is not null) await this.UpdateVectorsAsync(read ?? documents, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same without the vectors, which may take a model long.</summary>
    /// <returns>The documents; null: they were not read.</returns>
    public async ValueTask<IReadOnlyList<ToolDocument>?> UpdateWordsAsync(IEnumerable<ToolDocument> documents, long generation, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(this.isDisposed, this);
        await this.writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var connection = IndexFile.Connect(this.path);
            using var transaction = connection.BeginTransaction(deferred: false);
            if (IndexFile.Meta(connection, "generation", transaction) == generation.ToString(CultureInfo.InvariantCulture) && IndexFile.Meta(connection, "heard", transaction) is null or "0")
            {
                // Another process may have updated them, without this model.
                if (this.hasVectors) this.hasVectors = VectorTable.IsComplete(connection, transaction, this.asker!.Model);
                return null;
            }

            ToolDocument[] all = [.. documents];
            new IndexUpdater(connection, transaction, this.settings).Update(all, generation, cancellationToken);
            transaction.Commit();
            this.hasVectors = false;
            return all;
        }
        finally
        {
            this.writing.Release();
        }
    }

    /// <summary>Asks the model for the vectors that are missing. Does nothing, and does not read the documents, where there is no model, it rests, or none are.</summary>
    /// <param name="documents">Those that the words were updated with.</param>
    /// <param name="cancellationToken">Stops it; vectors that have come are kept.</param>
    /// <exception cref="InvalidOperationException">The model gives none, and has no <see cref="DenseModel.Log"/>.</exception>
    public async ValueTask UpdateVectorsAsync(IEnumerable<ToolDocument> documents, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(this.isDisposed, this);
        if (!this.LacksVectors) return;
        await this.embedding.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!this.LacksVectors) return;
            using var connection = IndexFile.Connect(this.path);
            var updater = new VectorUpdater(connection, this.asker!, this.settings);
            var why = await updater.UpdateAsync(documents, cancellationToken).ConfigureAwait(false);
            await this.writing.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                this.hasVectors = why is null && !updater.IsCutShort && VectorTable.IsComplete(connection, null, this.asker!.Model);
            }
            finally
            {
                this.writing.Release();
            }

            if (why is null || updater.IsCutShort) this.asker!.Answered();
            else this.asker!.Failed(why);
            if (updater.IsCutShort) this.asker!.Later();
            if (why is not null && this.asker.Model.Log is null) throw new InvalidOperationException(why);
        }
        finally
        {
            this.embedding.Release();
        }
    }

    /// <summary>
    /// Adds a real request to what a tool is found by, from the next <see cref="UpdateAsync"/> on. It stays as long as the version may be called, and until the file is deleted. Callers say so where requests may hold what is personal.
    /// </summary>
    /// <returns>False: the tool has this one already, or as many as are kept, or there is nothing in it.</returns>
    public async ValueTask<bool> AddAskAsync(string versionId, string text, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(this.isDisposed, this);
        var ask = AskList.Tidy(text);
        if (ask.Length == 0 || versionId.Length > 200) return false;
        await this.writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var connection = IndexFile.Connect(this.path);
            using var transaction = connection.BeginTransaction(deferred: false);
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "INSERT OR IGNORE INTO heard (id, ask) SELECT $id, $ask WHERE (SELECT count(*) FROM heard WHERE id = $id) < $most AND EXISTS (SELECT 1 FROM tools WHERE id = $id)";
            command.Parameters.AddWithValue("$id", versionId);
            command.Parameters.AddWithValue("$ask", ask);
            command.Parameters.AddWithValue("$most", MaxHeard);
            if (command.ExecuteNonQuery() == 0) return false;
            IndexFile.SetMeta(connection, "heard", "1", transaction);
            transaction.Commit();
            return true;
        }
        finally
        {
            this.writing.Release();
        }
    }

    /// <summary>The tools that fit a need best, by all arms: where a model is given and the tools have its vectors, it is asked for the need's first; where it gives none, the words answer.</summary>
    public async ValueTask<ToolAnswer> SearchAsync(ToolQuery query, CancellationToken cancellationToken = default)
    {
        if (this.asker is not { IsResting: false } asker || this.Dimensions() is not { } dimensions) return this.Search(query);
        var text = query.Text.Length > Bounds.Query ? query.Text[..Bounds.Query] : query.Text;
        var vector = await asker.QueryAsync(text, dimensions, cancellationToken).ConfigureAwait(false);

        // It may be another one when it answers again.
        if (vector is null && asker.IsFailing) this.hasVectors = false;
        return this.Search(query, vector);
    }

    /// <summary>The tools that fit a need best, by their words: no model is asked.</summary>
    public ToolAnswer Search(ToolQuery query) => this.Search(query, null);

    private ToolAnswer Search(ToolQuery query, float[]? vector) =>
        query.Limit is < 1 or > MostHits ? throw new ArgumentOutOfRangeException(nameof(query), query.Limit, $"a search gives 1 to {MostHits} tools") : this.readers.Read((reader, snapshot) =>
        {
            if (reader.Search is null || reader.Snapshot != snapshot) (reader.Search, reader.Snapshot) = (new ArmSearch(reader.Source, snapshot, this.settings), snapshot);
            return new QuerySearch(reader.Source, reader.Search, snapshot, this.settings).Answer(query, vector is not null && snapshot.Vectors?.Dimensions == vector.Length ? new(vector) : null);
        });

    /// <summary>How many numbers a vector of a tool has; null: there are none.</summary>
    private int? Dimensions() => this.readers.Read((_, snapshot) => snapshot.Vectors?.Dimensions);

    /// <inheritdoc/>
    public void Dispose()
    {
        this.isDisposed = true;
        this.readers.Dispose();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        this.Dispose();
        return ValueTask.CompletedTask;
    }
}
