using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using ToolGen.Registry.Approvals;
using ToolGen.Registry.Audit;
using ToolGen.Registry.Storage;
using ToolGen.Registry.Versions;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Registry;

/// <summary>
/// A registry in one SQLite file. The log is what counts: states, approvals, keys and counts follow from it, are written with it, and are counted anew by <see cref="RegistryVerifier"/>.
/// </summary>
public sealed partial class SqliteRegistry : IToolRegistry
{
    private readonly RegistryOptions options;
    private readonly HostKey hostKey;
    private readonly PolicySource policy;
    private readonly Readers readers;
    private readonly VersionReader versions;
    private readonly Writer writer;

    private SqliteRegistry(RegistryOptions options, HostKey hostKey, Sql sql, (string Id, Head? Made) begun)
    {
        this.options = options;
        this.hostKey = hostKey;
        this.Id = begun.Id;
        this.policy = new(options);
        this.readers = new(options.DatabasePath);
        this.versions = new(this.Id, () => this.policy.Current, options.Time);
        var checkpoints = new CheckpointFile(options.CheckpointsPath, this.Id, hostKey);
        if (begun.Made is { } head) checkpoints.Begin(head);
        this.writer = new(sql, options, checkpoints);
    }

    /// <summary>The registry's own id: 32 hexadecimal digits, made with it.</summary>
    public string Id { get; }

    /// <summary>Where it lies.</summary>
    public RegistryOptions Options => this.options;

    /// <summary>Who may approve what, now.</summary>
    public ApprovalPolicy Policy => this.policy.Current;

    /// <inheritdoc/>
    public long Generation => this.readers.Read(sql => WriteTurn.ReadHead(sql).Generation);

    /// <summary>Opens a registry; makes it where there is none.</summary>
    /// <exception cref="RegistryException">It is newer, damaged, not the one that this host signed, or can't be opened now.</exception>
    public static Task<SqliteRegistry> OpenAsync(RegistryOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.SealEvery, 1, nameof(options));
        return Task.Run(() => Open(options), cancellationToken);
    }

    /// <inheritdoc/>
    public StoredVersion? Get(string id) => this.readers.Read(sql => this.versions.Read(sql, id));

    /// <inheritdoc/>
    public StoredVersion? Find(string reference)
    {
        if (ToolReference.TryParse(reference) is not { } parsed) return null;
        return this.readers.Read(sql =>
        {
            StoredVersion? deprecated = null;
            // What the table says cannot be called is read, too: a table that was edited must not bring an older version back.
            foreach (var row in Rows(sql, parsed.Name).Where(row => row.State != ToolState.Session && parsed.Accepts(row.Name, row.Version)))
            {
                var version = this.versions.Read(sql, row);
                if (version?.State == ToolState.Approved) return version;
                if (version?.State == ToolState.Deprecated) deprecated ??= version;
            }

            return deprecated;
        });
    }

    /// <inheritdoc/>
    public IReadOnlyList<StoredVersion> History(string name) =>
        this.readers.Read(sql => Rows(sql, name).Select(row => this.versions.Read(sql, row)).OfType<StoredVersion>().ToArray());

    /// <inheritdoc/>
    public IEnumerable<StoredVersion> List(params IReadOnlyList<ToolState> states)
    {
        // A few at a time: nobody holds the file while the caller thinks.
        foreach (var group in this.Heads().Where(head => states.Count == 0 || states.Contains(ToolState.Candidate) || states.Contains(head.State))
            .OrderBy(head => head.Name, StringComparer.Ordinal).ThenBy(head => head.Version, NewestFirst.Instance).Chunk(100))
        {
            foreach (var version in this.readers.Read(sql => group.Select(head => this.versions.Read(sql, head.Id)).OfType<StoredVersion>().ToArray()))
                if (states.Count == 0 || states.Contains(version.State)) yield return version;
        }
    }

    /// <summary>Versions as the tables name them, in the order of their newest records: what an index is kept by.</summary>
    /// <param name="since">Only those with a record behind this one.</param>
    public IReadOnlyList<VersionHead> Heads(long since = -1) => this.readers.Read(sql => sql.All(
        "SELECT id, name, version, state, changed, gone FROM versions WHERE changed > $1 ORDER BY changed",
        reader => new VersionHead(reader.GetString(0), reader.GetString(1), reader.GetString(2), States.Read(reader.GetString(3)), reader.GetInt64(4), reader.GetInt64(5) == 0), since));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await this.writer.DisposeAsync().ConfigureAwait(false);
        this.readers.Dispose();
        this.hostKey.Dispose();
    }

    internal T Read<T>(Func<Sql, T> read) => this.readers.Read(read);

    private static SqliteRegistry Open(RegistryOptions options)
    {
        var hostKey = HostKey.Open(options.HostKeyPath);
        Sql? sql = null;
        try
        {
            if (options.Verifies && File.Exists(options.DatabasePath) && RegistryVerifier.Verify(options, texts: false) is { IsClean: false, Problems: var problems })
                throw new RegistryException(RegistryFault.Damaged, $"this registry is not as it was written, and is not opened: {problems[0]}; `toolgen verify --all` names the rest");
            sql = Database.OpenWriter(options.DatabasePath);
            return new(options, hostKey, sql, Begin(sql, options.Time));
        }
        catch (Exception e)
        {
            sql?.Dispose();
            hostKey.Dispose();
            if (e is SqliteException said) throw Database.Said(said, options.DatabasePath);
            if (e is IOException or UnauthorizedAccessException) throw new RegistryException(RegistryFault.Unavailable, $"{options.DatabasePath} can't be opened: {e.Message}");
            throw;
        }
    }

    /// <summary>The registry's id; the first record is written where there is none, and where the log then ends is told.</summary>
    private static (string Id, Head? Made) Begin(Sql sql, TimeProvider time)
    {
        sql.Run("BEGIN IMMEDIATE");
        try
        {
            Head? made = null;
            if (sql.First("SELECT registry FROM head", reader => reader.GetString(0)) is not { } registry)
            {
                registry = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
                sql.Run("INSERT INTO head (one, registry, size, hash, range, generation, calls) VALUES (1, $1, 0, $2, $3, 0, 0)", registry, LogText.Start, Array.Empty<byte>());
                var turn = new WriteTurn(sql, new(), time);
                turn.Append(Kinds.Created, "registry", Bodies.Created(registry, Database.Version));
                turn.Finish();
                made = WriteTurn.ReadHead(sql);
            }

            sql.Run("COMMIT");
            return (registry, made);
        }
        catch
        {
            sql.Run("ROLLBACK");
            throw;
        }
    }

    /// <summary>All versions of a name, a release before every prerelease, the newest number first.</summary>
    private static IEnumerable<VersionRow> Rows(Sql sql, string name) =>
        sql.All($"SELECT {TableRows.VersionColumns} FROM versions WHERE name = $1 COLLATE NOCASE", TableRows.ReadVersion, name)
            .OrderBy(row => row.Version, NewestFirst.Instance).ThenByDescending(row => row.Created);

    /// <summary>Reads a version that a write is about.</summary>
    private StoredVersion Require(WriteTurn turn, string id) =>
        this.versions.Read(turn.Sql, id) ?? throw new RegistryException(RegistryFault.NotFound, $"there is no version {Shown(id)} in this registry");

    private static string Shown(string id) => id.Length > 12 ? id[..12] : id;
}
