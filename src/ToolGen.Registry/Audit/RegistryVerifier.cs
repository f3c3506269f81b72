using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using ToolGen.Registry.Audit;
using ToolGen.Registry.Storage;
using ToolGen.Registry.Storage.Migrations;

namespace ToolGen.Registry;

/// <summary>
/// Reads a registry whole and says what is not as it was written: the log against its hashes, its tree and the checkpoints of its host; every table against the log; every text against its hash; every signature. Memory goes by the
/// number of versions and callers, not by that of records. Writes nothing.
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

    private static VerifyReport Verify(RegistryOptions options, bool texts, bool seals, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!File.Exists(options.DatabasePath)) throw new RegistryException(RegistryFault.NotFound, $"there is no registry in {options.Folder}");
        try
        {
            using var sql = Database.OpenReader(options.DatabasePath);
            return sql.Snapshot(_ => Verify(sql, options, texts, seals, cancellationToken));
        }
        catch (Exception e) when (e is SqliteException { SqliteErrorCode: 1 or 11 or 26 } or InvalidCastException or InvalidOperationException || e is RegistryException { Fault: RegistryFault.Damaged })
        {
            return Unreadable(e is SqliteException said ? Database.Said(said, options.DatabasePath).Message : e.Message);
        }
        catch (SqliteException e)
        {
            throw Database.Said(e, options.DatabasePath);
        }
    }

    private static VerifyReport Verify(Sql sql, RegistryOptions options, bool texts, bool seals, CancellationToken cancellationToken)
    {
        Database.Check(sql, options.DatabasePath, refusesForeign: false);
        var (problems, remarks) = (new Problems(), new List<string>());
        Tables(sql, problems);

        // The pages of the file meanwhile, on another processor.
        var pages = Task.Run(() => Pages(options.DatabasePath), cancellationToken);
        var head = WriteTurn.ReadHead(sql);
        var log = new LogVerifier(head.Registry, seals ? Seals(options, head.Registry, problems, remarks) : new(), problems);
        log.Read(sql, cancellationToken);
        new TableVerifier(sql, log, problems).Verify(texts);
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

    private static List<string> Pages(string path)
    {
        using var sql = Database.OpenReader(path);
        return [.. sql.All("PRAGMA integrity_check(20)", reader => reader.GetString(0)).Where(line => line != "ok")];
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

    /// <summary>The tables themselves: another column, another index, and what they hold means something else. What ToolGen did not make is named, too.</summary>
    private static void Tables(Sql sql, Problems problems)
    {
        const string Query = "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name";
        using var fresh = new Sql(new("Data Source=:memory:"));
        fresh.Connection.Open();
        new FirstTables().Run(fresh);
        var there = All(sql).ToDictionary(one => (one.Type, one.Name), one => one.Sql);
        foreach (var (type, name, text) in All(fresh))
        {
            if (!there.Remove((type, name), out var made) || made != text) problems.Add($"file, {name}", "the table or index is not as ToolGen makes it");
        }

        foreach (var (type, name) in there.Keys) problems.Add($"file, {name}", $"ToolGen made no {type} of this name: somebody else did");

        static List<(string Type, string Name, string Sql)> All(Sql sql) => sql.All(Query, reader => (reader.GetString(0), reader.GetString(1), reader.GetString(2)));
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
