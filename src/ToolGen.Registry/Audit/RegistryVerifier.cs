using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Registry.Audit;
using ToolGen.Registry.Storage;
using ToolGen.Registry.Storage.Sqlite;

namespace ToolGen.Registry;

/// <summary>
/// Reads a registry whole and says what is not as it was written: the log against its hashes, its tree and the checkpoints of its host; every table against the log; every text against its hash; every signature. Memory goes by the
/// number of versions, callers and shapes, not by that of records. Writes nothing.
/// </summary>
public static class RegistryVerifier
{
    /// <summary>Verifies.</summary>
    /// <param name="options">Where the registry lies.</param>
    /// <param name="texts">Whether texts are held against their hashes, too; no: the log and what follows from it alone.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="RegistryException">There is no registry, or it is newer.</exception>
    public static VerifyReport Verify(RegistryOptions options, bool texts = true, CancellationToken cancellationToken = default) => Verify(options, texts, seals: true, cancellationToken);

    /// <summary>The same without what the host signed and knows: whether the log and its tables fit each other.</summary>
    internal static VerifyReport VerifyAlone(RegistryOptions options, CancellationToken cancellationToken) => Verify(options, texts: true, seals: false, cancellationToken);

    /// <summary>The same where the store is at hand.</summary>
    internal static VerifyReport Verify(RegistryOptions options, IRegistryStore store, bool texts = true, bool seals = true, CancellationToken cancellationToken = default)
    {
        if (!store.Exists) throw new RegistryException(RegistryFault.NotFound, $"there is no registry in {options.Folder}");
        try
        {
            return store.ReadWhole(rows => Verify(rows, store, options, texts, seals, cancellationToken));
        }
        catch (Exception e) when (e is InvalidCastException or InvalidOperationException or OverflowException or RegistryException { Fault: RegistryFault.Damaged })
        {
            return Unreadable(e.Message);
        }
    }

    private static VerifyReport Verify(RegistryOptions options, bool texts, bool seals, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var store = new SqliteStore(options.DatabasePath);
        return Verify(options, store, texts, seals, cancellationToken);
    }

    private static VerifyReport Verify(IWholeRows rows, IRegistryStore store, RegistryOptions options, bool texts, bool seals, CancellationToken cancellationToken)
    {
        var (problems, remarks) = (new Problems(), new List<string>());
        foreach (var (place, what) in rows.Strange()) problems.Add($"file, {place}", what);

        // What lies below the rows meanwhile, on another processor.
        var pages = Task.Run(store.Damage, CancellationToken.None);
        LogVerifier log;
        try
        {
            var head = rows.RequireHead();
            log = new(head.Registry, seals ? Seals(options, head.Registry, problems, remarks) : new(), problems, rows.IsFirstForm);
            log.Read(rows, cancellationToken);
            new TableVerifier(rows, log, problems).Verify(texts);
        }
        finally
        {
            // Nobody reads the file any more when this is over, however it ends.
            Task.WaitAny([pages], CancellationToken.None);
        }

        foreach (var fault in pages.GetAwaiter().GetResult()) problems.Add("file", fault);
        var sealedSize = Math.Min(log.Seals.Newest, log.Size);
        if (seals && log.Seals.IsEmpty && (log.Approvals > 0 || log.Size >= 2L * options.SealEvery)) problems.Add("checkpoints", "there is none, and this log has records over which its host signed some");
        return new()
        {
            Records = log.Size,
            Sealed = sealedSize,
            Checkpoints = log.SealsSeen,
            Versions = log.Rows.Versions.Count,
            Approvals = log.Approvals,
            Root = Convert.ToBase64String(log.Range.Root()),
            Problems = problems.All,
            Remarks = remarks,
        };
    }

    private static SealedSizes Seals(RegistryOptions options, string registry, Problems problems, List<string> remarks)
    {
        if (!File.Exists(options.HostKeyPath))
        {
            problems.Add("checkpoints", $"the key of the host that signed them is not at {options.HostKeyPath}: without it nothing can be said of them");
            return new();
        }

        using var key = HostKey.Open(options.HostKeyPath);
        return SealedSizes.Read(new(options.CheckpointsPath, registry, key), registry, key.Public, problems, remarks);
    }

    private static VerifyReport Unreadable(string why) => new()
    {
        Records = 0,
        Sealed = 0,
        Checkpoints = 0,
        Versions = 0,
        Approvals = 0,
        Root = "",
        Problems = [new("file", why)],
        Remarks = [],
    };
}
