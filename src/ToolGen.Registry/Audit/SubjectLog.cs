using System;
using System.Collections.Generic;
using ToolGen.Registry.Storage;

namespace ToolGen.Registry.Audit;

/// <summary>
/// The records of one version, or those of keys, each held against its hash: what a state is read from before a tool may be called. A state, an approval or a key that was set in its table alone is found here; that records are
/// missing, or were all written anew, the whole log tells (<c>toolgen audit verify</c>).
/// </summary>
internal static class SubjectLog
{
    [ThreadStatic]
    private static LogText? text;

    /// <exception cref="RegistryException">A record is not as it was written.</exception>
    public static List<LogEntry> Read(IStoredRows rows, string subject)
    {
        var hashes = text ??= new();
        var entries = new List<LogEntry>();
        foreach (var (entry, hash, last) in rows.RecordsOf(subject))
        {
            var before = entry.Sequence == 0 ? LogText.Start : last ?? throw Damaged(entry, "the record before it is missing");
            if (before.Length != LogText.HashBytes || !hashes.Hash(before, entry).AsSpan().SequenceEqual(hash)) throw Damaged(entry, "its hash is not that of its text");
            entries.Add(Body.SubjectOf(entry.Kind, entry.Body, entry.Sequence) == subject ? entry : throw Damaged(entry, "it is filed under another version"));
        }

        return entries;
    }

    private static RegistryException Damaged(in LogEntry entry, string why) =>
        new(RegistryFault.Damaged, $"record {entry.Sequence} of the log ({entry.Kind}) was changed: {why}; run `toolgen verify --all`");
}
