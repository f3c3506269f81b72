using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Registry.Approvals;
using ToolGen.Registry.Audit;
using ToolGen.Registry.Storage;
using ToolGen.Registry.Versions;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Registry.Turns;

/// <summary>
/// A registry over any database of rows. The log is what counts: states, approvals, keys and counts follow from it, are written with it, and are counted anew by <see cref="RegistryVerifier"/>.
/// </summary>
internal sealed partial class LogRegistry : IToolRegistry
{
    private readonly HostKey hostKey;
    private readonly PolicySource policy;
    private readonly IRegistryStore store;
    private readonly VersionReader versions;
    private readonly Writer writer;

    private LogRegistry(RegistryOptions options, HostKey hostKey, IRegistryStore store, IStoreWriter opened, (string Id, Head? Made) begun)
    {
        (this.Options, this.hostKey, this.store, this.Id) = (options, hostKey, store, begun.Id);
        this.policy = new(options);
        this.versions = new(this.Id, () => this.policy.Current, options.Time);
        var checkpoints = new CheckpointFile(options.CheckpointsPath, this.Id, hostKey);
        if (begun.Made is { } head) checkpoints.Begin(head);
        this.writer = new(opened, options, checkpoints);
    }

    /// <inheritdoc/>
    public string Id { get; }

    /// <inheritdoc/>
    public RegistryOptions Options { get; }

    /// <inheritdoc/>
    public ApprovalPolicy Policy => this.policy.Current;

    /// <inheritdoc/>
    public long Generation => this.store.Read(rows => rows.RequireHead().Generation);

    /// <summary>Opens the registry of a store, which is the registry's from here on; makes it where there is none.</summary>
    /// <exception cref="RegistryException">It is newer, damaged, not the one that this host signed, or can't be opened now.</exception>
    public static LogRegistry Open(RegistryOptions options, IRegistryStore store)
    {
        HostKey? hostKey = null;
        IStoreWriter? writer = null;
        try
        {
            hostKey = HostKey.Open(options.HostKeyPath);
            PrivateFiles.CreateFolder(Path.GetFullPath(options.Folder));
            if (options.Verifies && store.Exists && RegistryVerifier.Verify(options, store, texts: false) is { IsClean: false, Problems: var problems })
                throw new RegistryException(RegistryFault.Damaged, $"this registry is not as it was written, and is not opened: {problems[0]}; `toolgen verify --all` names the rest");

            // Before it is brought up to date: a log that is refused stays as it is.
            if (store.IsOlder) new CheckpointFile(options.CheckpointsPath, store.ReadWhole(rows => rows.RequireHead().Registry), hostKey).Hold(store);
            writer = store.OpenWriter();
            return new(options, hostKey, store, writer, Begin(writer, store.Form, options.Time));
        }
        catch (Exception e)
        {
            var said = writer?.Said(e);
            writer?.Dispose();
            hostKey?.Dispose();
            store.Dispose();
            if (said is not null) throw said;
            if (e is IOException or UnauthorizedAccessException) throw new RegistryException(RegistryFault.Unavailable, $"{store.Place} can't be opened: {e.Message}");
            throw;
        }
    }

    /// <inheritdoc/>
    public StoredVersion? Get(string id) => this.store.Read(rows => this.versions.Read(rows, id));

    /// <inheritdoc/>
    public StoredVersion? Find(string reference)
    {
        if (ToolReference.TryParse(reference) is not { } parsed) return null;
        return this.store.Read(rows =>
        {
            StoredVersion? deprecated = null;
            // What the table says cannot be called is read, too: a table that was edited must not bring an older version back.
            foreach (var row in Newest(rows, parsed.Name).Where(row => row.State != ToolState.Session && parsed.Accepts(row.Name, row.Version)))
            {
                var version = this.versions.Read(rows, row);
                if (version?.State == ToolState.Approved) return version;
                if (version?.State == ToolState.Deprecated) deprecated ??= version;
            }

            return deprecated;
        });
    }

    /// <inheritdoc/>
    public IReadOnlyList<StoredVersion> History(string name) =>
        this.store.Read(rows => Newest(rows, name).Select(row => this.versions.Read(rows, row)).OfType<StoredVersion>().ToArray());

    /// <inheritdoc/>
    public IEnumerable<StoredVersion> List(params IReadOnlyList<ToolState> states)
    {
        // A few at a time: nobody holds the file while the caller thinks.
        foreach (var group in this.Heads().Where(head => states.Count == 0 || states.Contains(ToolState.Candidate) || states.Contains(head.State))
            .OrderBy(head => head.Name, StringComparer.Ordinal).ThenBy(head => head.Version, NewestFirst.Instance).Chunk(100))
        {
            foreach (var version in this.store.Read(rows => group.Select(head => this.versions.Read(rows, head.Id)).OfType<StoredVersion>().ToArray()))
                if (states.Count == 0 || states.Contains(version.State)) yield return version;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<VersionHead> Heads(long since = -1) => this.store.Read(rows => rows.Heads(since));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await this.writer.DisposeAsync().ConfigureAwait(false);
        this.store.Dispose();
        this.hostKey.Dispose();
    }

    /// <summary>The registry's id; the first record is written where there is none, and where the log then ends is told.</summary>
    private static (string Id, Head? Made) Begin(IStoreWriter store, int form, TimeProvider time)
    {
        var rows = store.Begin(isDurable: true);
        try
        {
            Head? made = null;
            if (rows.Head()?.Registry is not { } registry)
            {
                registry = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
                rows.Put(new Head(registry, 0, LogText.Start, [], 0, 0));
                var turn = new WriteTurn(rows, new(), time);
                turn.Append(Kinds.Created, "registry", Bodies.Created(registry, form));
                turn.Finish();
                made = rows.RequireHead();
            }

            store.Commit();
            return (registry, made);
        }
        catch
        {
            store.Undo();
            throw;
        }
    }

    /// <summary>All versions of a name, a release before every prerelease, the newest number first.</summary>
    private static IEnumerable<VersionRow> Newest(IStoredRows rows, string name) =>
        rows.VersionsOf(name).OrderBy(row => row.Version, NewestFirst.Instance).ThenByDescending(row => row.Created);

    /// <summary>Reads a version that a write is about.</summary>
    private StoredVersion Require(WriteTurn turn, string id) =>
        this.versions.Read(turn.Rows, id) ?? throw new RegistryException(RegistryFault.NotFound, $"there is no version {Shown(id)} in this registry");

    private static string Shown(string id) => id.Length > 12 ? id[..12] : id;
}
