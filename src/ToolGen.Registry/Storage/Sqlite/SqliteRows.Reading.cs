using System.Collections.Generic;
using Microsoft.Data.Sqlite;
using ToolGen.Registry.Audit;
using ToolGen.Registry.Versions;

namespace ToolGen.Registry.Storage.Sqlite;

/// <content>What is asked of one state.</content>
internal sealed partial class SqliteRows
{
    private const string RecordColumns = "sequence, at, kind, who, body, hash";

    public Head? Head() => sql.First("SELECT registry, size, hash, range, generation, calls FROM head", reader =>
        new Head(reader.GetString(0), reader.GetInt64(1), reader.Bytes(2), reader.Bytes(3), reader.GetInt64(4), reader.GetInt64(5)));

    public IReadOnlyList<VersionRow> VersionsOf(string name) => sql.All($"SELECT {VersionColumns} FROM versions WHERE name = $1 COLLATE NOCASE", ReadVersion, name);

    public IReadOnlyList<VersionHead> Heads(long since) => sql.All("SELECT id, name, version, state, changed, gone FROM versions WHERE changed > $1 ORDER BY changed", reader =>
        new VersionHead(reader.GetString(0), reader.GetString(1), reader.GetString(2), States.Read(reader.GetString(3)), reader.GetInt64(4), reader.GetInt64(5) == 0), since);

    public IReadOnlyList<string> Names() => sql.All("SELECT DISTINCT name FROM versions WHERE state <> 'session' ORDER BY name", reader => reader.GetString(0));

    public string? IdOf(string tool, string version, string spec) => sql.First(
        "SELECT id FROM versions WHERE name = $1 AND version = $2 AND spec = $3 ORDER BY state = 'session', changed DESC LIMIT 1", reader => reader.GetString(0), tool, version, spec);

    public Texts? Texts(string id, string evidence) => sql.First(
        "SELECT t.spec, t.companion, t.tests, t.mcp, e.text FROM texts t JOIN evidence e ON e.id = $2 WHERE t.id = $1",
        reader => new Texts(reader.GetString(0), reader.Text(1), reader.Text(2), reader.GetString(3), reader.GetString(4)), id, evidence);

    public IReadOnlyList<LeaseRow> Leases(string id) => sql.All("SELECT id, owner, expires FROM leases WHERE id = $1 ORDER BY owner", ReadLease, id);

    public IReadOnlyList<KeyRow> Keys() => sql.All("SELECT key, public, name, grant_text, added, withdrawn FROM keys ORDER BY added", ReadKey);

    public IReadOnlyList<StoredRecord> RecordsOf(string subject) => sql.All(
        "SELECT l.sequence, l.at, l.kind, l.who, l.body, l.hash, b.hash FROM log l LEFT JOIN log b ON b.sequence = l.sequence - 1 WHERE l.subject = $1 ORDER BY l.sequence",
        reader => new StoredRecord(ReadEntry(reader), reader.Bytes(5), reader.IsDBNull(6) ? null : reader.Bytes(6)), subject);

    public IReadOnlyList<StoredRecord> Records(long from, int most) => sql.All(
        $"SELECT {RecordColumns} FROM log WHERE sequence >= $1 ORDER BY sequence LIMIT $2", reader => new StoredRecord(ReadEntry(reader), reader.Bytes(5), null), from, (long)most);

    public IEnumerable<LogEntry> Entries(long from) => sql.Each("SELECT sequence, at, kind, who, body FROM log WHERE sequence >= $1 ORDER BY sequence", ReadEntry, from);

    public IReadOnlyList<(UsageRow Usage, VersionRow Version)> Counts(string? name) => sql.All(
        $"""
        SELECT {Of("u", UsageColumns)}, {Of("v", VersionColumns)} FROM usage u JOIN versions v ON v.id = u.id WHERE $1 IS NULL OR v.name = $1 COLLATE NOCASE ORDER BY v.name, v.version
        """,
        reader => (ReadUsage(reader), ReadVersion(reader, UsageCount)), name);

    public IReadOnlyList<CollectionRow> Collections() => sql.All("SELECT name, owner, created FROM collections ORDER BY name", ReadCollection);

    public IReadOnlyList<MemberRow> Members() => sql.All("SELECT collection, tool, range, added FROM members ORDER BY tool", ReadMember);

    public MemberRow? Member(string collection, string tool) => sql.First("SELECT collection, tool, range, added FROM members WHERE collection = $1 AND tool = $2", ReadMember, collection, tool);

    public long MembersOf(string collection) => sql.First("SELECT count(*) FROM members WHERE collection = $1", reader => reader.GetInt64(0), collection);

    public string? Claimed(string claim) => sql.First("SELECT id FROM versions WHERE claim = $1", reader => reader.GetString(0), claim);

    public long Candidates(string name, string butId) =>
        sql.First("SELECT count(*) FROM versions WHERE name = $1 COLLATE NOCASE AND state = 'candidate' AND id <> $2", reader => reader.GetInt64(0), name, butId);

    public IReadOnlyList<string> Proposed(string by, int most) => sql.All(
        "SELECT v.name FROM versions v WHERE v.state = 'candidate' AND EXISTS (SELECT 1 FROM log l WHERE l.subject = v.id AND l.kind = 'proposed' AND l.who = $1) LIMIT $2", reader => reader.GetString(0), by, (long)most);

    public IReadOnlyList<string> SessionsOver(long at) => sql.All(
        "SELECT id FROM versions v WHERE state = 'session' AND gone = 0 AND NOT EXISTS (SELECT 1 FROM leases l WHERE l.id = v.id AND l.expires > $1)", reader => reader.GetString(0), at);

    private static LogEntry ReadEntry(SqliteDataReader reader) => new(reader.GetInt64(0), reader.GetInt64(1), reader.GetString(2), reader.GetString(3), reader.GetString(4));

    private static string Of(string table, string columns) => table + "." + columns.Replace(", ", $", {table}.", System.StringComparison.Ordinal);
}
