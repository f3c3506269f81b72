using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ToolGen.Registry.Audit;
using ToolGen.Registry.Storage.Sqlite;

namespace ToolGen.Benchmarks.Registry;

/// <summary>What can be done to a log as a whole.</summary>
internal static class LogEdits
{
    public static IEnumerable<AuditTry> All()
    {
        using var registry = new FilledRegistry();
        long size;
        using (var sql = registry.Open()) size = sql.First("SELECT size FROM head", reader => reader.GetInt64(0));
        var sealedSize = ToolGen.Registry.RegistryVerifier.Verify(registry.Options).Sealed;
        for (var i = 0L; i < size; i++)
        {
            yield return Tried(registry, "record left out", $"record {i}", sql => sql.Run("DELETE FROM log WHERE sequence = $1", i));
            yield return Tried(registry, "cut off", $"from record {i} on", sql => sql.Run("DELETE FROM log WHERE sequence >= $1", i));
            if (i + 1 < size) yield return Tried(registry, "put elsewhere", $"records {i} and {i + 1}", sql => Swap(sql, i));
        }

        // With hashes, tree and head made anew: only what the host signed tells.
        for (var i = 1L; i < sealedSize; i++)
            yield return Tried(registry, "written anew from a record on", $"record {i}", sql => Rewrite(sql, i), "host signed");
        for (var i = 1L; i < sealedSize; i++)
            yield return Tried(registry, "written anew without its end", $"from record {i} on", sql => Cut(sql, i), "host signed");
        foreach (var gone in new[] { "checkpoints", "checkpoints, edges", "checkpoints, edges, registries" })
            for (var i = 1L; i < sealedSize; i++) yield return Longer(registry, gone, i);
    }

    /// <summary>Nothing is left of what the host signed, and the log is longer than it was: it must not be signed, and the verifier must say so.</summary>
    private static AuditTry Longer(FilledRegistry registry, string gone, long at)
    {
        registry.Restore();
        using (var sql = registry.Open())
        {
            sql.Run("INSERT INTO log SELECT (SELECT size FROM head), at, 'note', who, '{}', hash, NULL FROM log WHERE sequence = 0");
            Rewrite(sql, at);
        }

        File.Delete(registry.Checkpoints);
        foreach (var path in registry.HostFiles.Where(path => gone.Split(", ").Any(part => path.Contains(part, StringComparison.Ordinal)))) File.Delete(path);
        var problems = registry.Problems();
        var isTold = problems.Any(problem => problem.Where.StartsWith("log", StringComparison.Ordinal) || problem.Where.StartsWith("checkpoints", StringComparison.Ordinal));
        try
        {
            ToolGen.Registry.SqliteRegistry.OpenAsync(registry.Options).GetAwaiter().GetResult().DisposeAsync().AsTask().Wait();
            return new($"longer, written anew, gone: {gone}", $"record {at}", false, "it was opened, and signed");
        }
        catch (ToolGen.Registry.RegistryException refused) when (refused.Fault == ToolGen.Registry.RegistryFault.Damaged)
        {
            return new($"longer, written anew, gone: {gone}", $"record {at}", isTold, string.Join("; ", problems.Take(3)));
        }
    }

    private static AuditTry Tried(FilledRegistry registry, string of, string what, Action<Sql> edit, string said = "")
    {
        registry.Restore();
        using (var sql = registry.Open()) edit(sql);
        var problems = registry.Problems();
        return new(of, what, problems.Any(problem => problem.Where.StartsWith("log", StringComparison.Ordinal) && problem.What.Contains(said, StringComparison.Ordinal)), string.Join("; ", problems.Take(3)));
    }

    private static void Swap(Sql sql, long at)
    {
        sql.Run("UPDATE log SET sequence = -1 WHERE sequence = $1", at);
        sql.Run("UPDATE log SET sequence = $1 WHERE sequence = $1 + 1", at);
        sql.Run("UPDATE log SET sequence = $1 + 1 WHERE sequence = -1", at);
    }

    private static void Rewrite(Sql sql, long at)
    {
        sql.Run("UPDATE log SET at = at - 1 WHERE sequence = $1", at);
        Anew(sql);
    }

    private static void Cut(Sql sql, long at)
    {
        sql.Run("DELETE FROM log WHERE sequence >= $1", at);
        Anew(sql);
    }

    /// <summary>Makes every hash, the tree's edge and the head fit the records that are there.</summary>
    internal static void Anew(Sql sql)
    {
        var (text, range, hash, leaf) = (new LogText(), new MerkleRange(), LogText.Start, new byte[LogText.HashBytes]);
        var entries = sql.All("SELECT sequence, at, kind, who, body FROM log ORDER BY sequence", reader => new LogEntry(reader.GetInt64(0), reader.GetInt64(1), reader.GetString(2), reader.GetString(3), reader.GetString(4)));
        foreach (var entry in entries)
        {
            text.Hash(hash, entry, hash, leaf);
            range.Append(leaf);
            sql.Run("UPDATE log SET hash = $1 WHERE sequence = $2", hash, entry.Sequence);
        }

        sql.Run("UPDATE head SET size = $1, hash = $2, range = $3", range.Size, hash, range.Bytes());
    }
}
