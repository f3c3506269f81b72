using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Registry.Audit;
using ToolGen.Registry.Storage;
using ToolGen.Registry.Storage.Sqlite;
using ToolGen.Registry.Turns;
using ToolGen.Specification.Json;

namespace ToolGen.Registry;

/// <summary>A registry in one SQLite file, beside what its host signed: no server. Several processes may use it at once.</summary>
public static class SqliteRegistry
{
    /// <summary>Opens a registry; makes it where there is none.</summary>
    /// <param name="options">Where it lies and what it goes by.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="RegistryException">It is newer, damaged, not the one that this host signed, or can't be opened now.</exception>
    public static Task<IToolRegistry> OpenAsync(RegistryOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.SealEvery, 1, nameof(options));
        return Task.Run(IToolRegistry () => LogRegistry.Open(options, new SqliteStore(options.DatabasePath)), cancellationToken);
    }

    /// <summary>Names of the tools and of the collections of a registry, read from its file alone: nothing is written, opened or signed for it. Those of sessions are their makers' alone.</summary>
    /// <param name="options">Where it lies.</param>
    /// <exception cref="RegistryException">It can't be read.</exception>
    public static (IReadOnlyList<string> Tools, IReadOnlyList<string> Collections) Names(RegistryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var store = new SqliteStore(options.DatabasePath);
        return store.Read(rows => (rows.Names(), (IReadOnlyList<string>)[.. rows.Collections().Select(collection => collection.Name)]));
    }

    /// <summary>Reads a log alone, without what this host signed and knows of it: what a person sees before saying that it counts.</summary>
    /// <exception cref="RegistryException">There is none.</exception>
    public static VerifyReport Look(RegistryOptions options, CancellationToken cancellationToken = default) => RegistryVerifier.VerifyAlone(options, cancellationToken);

    /// <summary>
    /// Takes a log over as it stands, because a person said so: the host knows and signs it from here on. What it signed before is put aside under a name with the time, and a record of it stands in the log (<c>accepted</c>).
    /// </summary>
    /// <param name="options">Where the registry lies.</param>
    /// <param name="seen">What the person saw: no other log is taken.</param>
    /// <param name="by">Who.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="RegistryException">Log and tables do not fit each other, or another log lies there than was seen.</exception>
    public static async Task AcceptAsync(RegistryOptions options, VerifyReport seen, string by, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(seen);
        Bounds.By(by);
        Bounds.Reason(reason);
        if (!seen.IsClean) throw new RegistryException(RegistryFault.Damaged, $"this log can't be begun with: it does not fit itself ({seen.Problems[0]}). Take a copy that does");
        await Task.Run(() => Take(options, seen), cancellationToken).ConfigureAwait(false);
        var registry = await Task.Run(() => LogRegistry.Open(options, new SqliteStore(options.DatabasePath)), cancellationToken).ConfigureAwait(false);
        await using (registry.ConfigureAwait(false))
        {
            var body = JsonWriter.Canonical(JsonMake.Object(
                JsonMake.Member("records", JsonMake.Text(seen.Records.ToString(CultureInfo.InvariantCulture))), JsonMake.Member("root", JsonMake.Text(seen.Root)), JsonMake.Member("reason", JsonMake.Text(reason))));
            await registry.AcceptedAsync(by, body, cancellationToken).ConfigureAwait(false);
        }
    }

    private static void Take(RegistryOptions options, VerifyReport seen)
    {
        try
        {
            using var hostKey = HostKey.Open(options.HostKeyPath);
            using var store = new SqliteStore(options.DatabasePath);
            if (store.IsOlder) RequireSeen(store.ReadWhole(rows => rows.RequireHead()), seen);
            using var writer = store.OpenWriter();
            var head = writer.Read(rows => rows.RequireHead());
            RequireSeen(head, seen);
            new CheckpointFile(options.CheckpointsPath, head.Registry, hostKey).TakeOver(head, options.Time.GetUtcNow());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RegistryException(RegistryFault.Unavailable, $"{options.DatabasePath} can't be taken over: {e.Message}");
        }
    }

    private static void RequireSeen(Head head, VerifyReport seen)
    {
        if (head.Size != seen.Records || Convert.ToBase64String(CheckpointFile.RangeOf(head).Root()) != seen.Root) throw new RegistryException(RegistryFault.State, "the log is another one than was looked at, or grew meanwhile: look again");
    }
}
