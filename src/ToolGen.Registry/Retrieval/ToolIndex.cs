using System;
using System.Collections.Concurrent;
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
    private readonly ConcurrentBag<Reader> readers = [];
    private readonly SemaphoreSlim writing = new(1, 1);
    private volatile Snapshot? snapshot;
    private volatile bool isDisposed;

    private readonly DenseModel? model;

    private ToolIndex(string path, RetrievalSettings settings, DenseModel? model) => (this.path, this.settings, this.model) = (path, settings, model);

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

    /// <summary>Makes the index say what the registry says. Does nothing, and does not read the documents, where it is of this generation already and no request was added since.</summary>
    /// <param name="documents">All tools that are to be found, whatever their state; of two with one id the last.</param>
    /// <param name="generation">The registry's, read before the documents were.</param>
    /// <param name="cancellationToken">Stops it; the index is then as it was.</param>
    public async ValueTask UpdateAsync(IEnumerable<ToolDocument> documents, long generation, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(this.isDisposed, this);
        await this.writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var connection = IndexFile.Connect(this.path);
            using var transaction = connection.BeginTransaction(deferred: false);
            if (IndexFile.Meta(connection, "generation", transaction) == generation.ToString(CultureInfo.InvariantCulture) && IndexFile.Meta(connection, "heard", transaction) is null or "0"
                && (this.model is null || VectorTable.IsOf(connection, transaction, this.model))) return;
            await new IndexUpdater(connection, transaction, this.settings, this.model).UpdateAsync([.. documents], generation, cancellationToken).ConfigureAwait(false);
            transaction.Commit();
        }
        finally
        {
            this.writing.Release();
        }
    }

    /// <summary>
    /// Adds a real request to what a tool is found by, from the next <see cref="UpdateAsync"/> on. It stays until the file is deleted. Callers say so where requests may hold what is personal.
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

    /// <summary>The tools that fit a need best, by all arms: where a model is given, it is asked for the need's vector first.</summary>
    public async ValueTask<ToolAnswer> SearchAsync(ToolQuery query, CancellationToken cancellationToken = default)
    {
        if (this.model is null) return this.Search(query);
        var text = query.Text.Length > Bounds.Query ? query.Text[..Bounds.Query] : query.Text;
        var vectors = await DenseText.VectorsAsync(this.model, [text], cancellationToken).ConfigureAwait(false);
        return this.Search(query, new DenseRequest(vectors[0]));
    }

    /// <summary>The tools that fit a need best, by their words: no model is asked.</summary>
    public ToolAnswer Search(ToolQuery query) => this.Search(query, (DenseRequest?)null);

    private ToolAnswer Search(ToolQuery query, DenseRequest? dense)
    {
        ObjectDisposedException.ThrowIf(this.isDisposed, this);
        if (query.Limit is < 1 or > MostHits) throw new ArgumentOutOfRangeException(nameof(query), query.Limit, $"a search gives 1 to {MostHits} tools");
        if (!this.readers.TryTake(out var reader)) reader = new Reader(new TermSource(IndexFile.Connect(this.path)));
        var isSound = false;
        try
        {
            var answer = this.Search(query, dense, reader);
            isSound = true;
            return answer;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 11 or 26)
        {
            throw Snapshot.Damaged();
        }
        finally
        {
            if (isSound && !this.isDisposed) this.readers.Add(reader);
            else reader.Source.Dispose();
        }
    }

    private ToolAnswer Search(ToolQuery query, DenseRequest? dense, Reader reader)
    {
        reader.Source.Begin();
        try
        {
            var revision = reader.Source.Revision();
            if (this.snapshot is not { } current || current.Revision != revision) this.snapshot = current = Snapshot.Load(reader.Source.Connection, this.settings, this.model);
            if (reader.Search is null || reader.Snapshot != current) (reader.Search, reader.Snapshot) = (new ArmSearch(reader.Source, current, this.settings), current);
            return new QuerySearch(reader.Source, reader.Search, current, this.settings).Answer(query, dense);
        }
        finally
        {
            reader.Source.End();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        this.isDisposed = true;
        while (this.readers.TryTake(out var reader)) reader.Source.Dispose();
        this.writing.Dispose();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        this.Dispose();
        return ValueTask.CompletedTask;
    }

    private sealed class Reader(TermSource source)
    {
        public TermSource Source => source;

        public ArmSearch? Search { get; set; }

        public Snapshot? Snapshot { get; set; }
    }
}
