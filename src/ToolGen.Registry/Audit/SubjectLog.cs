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
    private const string Query = """
        SELECT l.sequence, l.at, l.kind, l.who, l.body, l.hash, b.hash FROM log l LEFT JOIN log b ON b.sequence = l.sequence - 1 WHERE l.subject = $1 ORDER BY l.sequence
        """;

    [ThreadStatic]
    private static LogText? text;

    /// <exception cref="RegistryException">A record is not as it was written.</exception>
    public static List<LogEntry> Read(Sql sql, string subject)
    {
        var hashes = text ??= new();
        return sql.All(Query, reader =>
        {
            var entry = new LogEntry(reader.GetInt64(0), reader.GetInt64(1), reader.GetString(2), reader.GetString(3), reader.GetString(4));
            var before = entry.Sequence == 0 ? LogText.Start : reader.IsDBNull(6) ? throw Damaged(entry, "the record before it is missing") : reader.Bytes(6);
            if (before.Length != LogText.HashBytes || !hashes.Hash(before, entry).AsSpan().SequenceEqual(reader.Bytes(5))) throw Damaged(entry, "its hash is not that of its text");
            return Body.SubjectOf(entry.Kind, entry.Body, entry.Sequence) == subject ? entry : throw Damaged(entry, "it is filed under another version");
        }, subject);
    }

    private static RegistryException Damaged(in LogEntry entry, string why) =>
        new(RegistryFault.Damaged, $"record {entry.Sequence} of the log ({entry.Kind}) was changed: {why}; run `toolgen verify --all`");
}
