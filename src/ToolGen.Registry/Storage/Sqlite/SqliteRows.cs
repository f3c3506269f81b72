using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Data.Sqlite;
using ToolGen.Registry.Audit;

namespace ToolGen.Registry.Storage.Sqlite;

/// <summary>The tables of a file of one form; only of the newest something is written. Counts of calls stay in memory until <see cref="Flush"/>: a batch writes each once.</summary>
internal sealed partial class SqliteRows(Sql sql, int form) : IWriteRows, IWholeRows
{
    private const string VersionColumns =
        "id, name, version, claim, kind, maker, created, state, reason, evidence, spec, text, companion, tests, mcp, session, expires, gone, since, changed, records, calls_before";

    private const string UsageColumns = "id, answered, caller, tool, environment, refused, callers, shapes, us, last, recent";

    private const int UsageCount = 11;

    // Never in the place of another version that has the number.
    private static readonly string PutVersion = $"INSERT INTO versions ({VersionColumns}) VALUES ({string.Join(", ", Enumerable.Range(1, 22).Select(i => "$" + i))}) "
        + $"ON CONFLICT (id) DO UPDATE SET {string.Join(", ", VersionColumns.Split(", ").Skip(1).Select(column => $"{column} = excluded.{column}"))}";

    private readonly Dictionary<string, UsageRow?> usage = [];
    private readonly HashSet<string> counted = [];

    public long Calls { get; set; }

    public bool IsFirstForm => form == 1;

    private string Usages => !this.IsFirstForm ? UsageColumns : UsageColumns.Replace("shapes", "0", System.StringComparison.Ordinal);

    public VersionRow? Version(string id) => sql.First($"SELECT {VersionColumns} FROM versions WHERE id = $1", ReadVersion, id);

    public void Put(VersionRow row) => sql.Run(
        PutVersion,
        row.Id, row.Name, row.Version, row.Claim, row.Kind, row.Maker, row.Created, States.Text(row.State), row.Reason, row.Evidence, row.Spec, row.Text, row.Companion, row.Tests, row.Mcp,
        row.Session, row.Expires, row.Gone ? 1L : 0L, row.Since, row.Changed, (long)row.Records, row.CallsBefore);

    public void Put(LeaseRow row) => sql.Run("INSERT OR REPLACE INTO leases (id, owner, expires) VALUES ($1, $2, $3)", row.Id, row.Owner, row.Expires);

    public IReadOnlyList<ApprovalRow> Approvals(string id) => sql.All("SELECT id, key, text, sequence FROM approvals WHERE id = $1 ORDER BY sequence", ReadApproval, id);

    public void Put(ApprovalRow row) => sql.Run("INSERT OR REPLACE INTO approvals (id, key, text, sequence) VALUES ($1, $2, $3, $4)", row.Id, row.Key, row.Text, row.Sequence);

    public KeyRow? Key(string key) => sql.First("SELECT key, public, name, grant_text, added, withdrawn FROM keys WHERE key = $1", ReadKey, key);

    public void Put(KeyRow row) => sql.Run(
        "INSERT OR REPLACE INTO keys (key, public, name, grant_text, added, withdrawn) VALUES ($1, $2, $3, $4, $5, $6)", row.Key, row.Public, row.Name, row.Grant, row.Added, row.Withdrawn);

    public UsageRow? Usage(string id)
    {
        if (!this.usage.TryGetValue(id, out var row)) this.usage[id] = row = sql.First($"SELECT {this.Usages} FROM usage WHERE id = $1", ReadUsage, id);
        return row;
    }

    public void Put(UsageRow row)
    {
        this.usage[row.Id] = row;
        this.counted.Add(row.Id);
    }

    public bool AddCaller(string id, string caller) => sql.Run("INSERT OR IGNORE INTO callers (id, caller) VALUES ($1, $2)", id, caller) == 1;

    public bool AddShape(string id, long shape) => sql.Run("INSERT OR IGNORE INTO shapes (id, shape) VALUES ($1, $2)", id, shape) == 1;

    public CollectionRow? Collection(string name) => sql.First("SELECT name, owner, created FROM collections WHERE name = $1", ReadCollection, name);

    public void Put(CollectionRow row) => sql.Run("INSERT OR REPLACE INTO collections (name, owner, created) VALUES ($1, $2, $3)", row.Name, row.Owner, row.Created);

    public void Put(MemberRow row) => sql.Run(
        "INSERT OR REPLACE INTO members (collection, tool, range, added) VALUES ($1, $2, $3, $4)", row.Collection, row.Tool, row.Range, row.Added);

    public void RemoveMember(string collection, string tool) => sql.Run("DELETE FROM members WHERE collection = $1 AND tool = $2", collection, tool);

    public void RemoveCollection(string name)
    {
        sql.Run("DELETE FROM members WHERE collection = $1", name);
        sql.Run("DELETE FROM collections WHERE name = $1", name);
    }

    public void Append(in LogEntry entry, byte[] hash, string? subject) => sql.Run(
        "INSERT INTO log (sequence, at, kind, who, body, hash, subject) VALUES ($1, $2, $3, $4, $5, $6, $7)", entry.Sequence, entry.At, entry.Kind, entry.By, entry.Body, hash, subject);

    public void Put(Head head) => sql.Run(
        "INSERT OR REPLACE INTO head (one, registry, size, hash, range, generation, calls) VALUES (1, $1, $2, $3, $4, $5, $6)", head.Registry, head.Size, head.Hash, head.Range, head.Generation, head.Calls);

    public void PutTexts(string id, string spec, string? companion, string? tests, string mcp) =>
        sql.Run("INSERT OR REPLACE INTO texts (id, spec, companion, tests, mcp) VALUES ($1, $2, $3, $4, $5)", id, spec, companion, tests, mcp);

    public void PutEvidence(string id, string version, string text) => sql.Run("INSERT OR IGNORE INTO evidence (id, version, text) VALUES ($1, $2, $3)", id, version, text);

    public void RemoveTexts(string id)
    {
        sql.Run("DELETE FROM texts WHERE id = $1", id);
        sql.Run("DELETE FROM evidence WHERE version = $1", id);
    }

    /// <summary>Writes the counts that were put since the turn began.</summary>
    public void Flush()
    {
        foreach (var id in this.counted)
        {
            var row = this.usage[id]!;
            sql.Run($"INSERT OR REPLACE INTO usage ({UsageColumns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                row.Id, row.Answered, row.Caller, row.Tool, row.Environment, row.Refused, (long)row.Callers, (long)row.Shapes, row.Microseconds, row.Last, row.Recent);
        }

        this.counted.Clear();
    }

    private static VersionRow ReadVersion(SqliteDataReader reader) => ReadVersion(reader, 0);

    private static VersionRow ReadVersion(SqliteDataReader reader, int at) => new()
    {
        Id = reader.GetString(at),
        Name = reader.GetString(at + 1),
        Version = reader.GetString(at + 2),
        Claim = reader.Text(at + 3),
        Kind = reader.GetString(at + 4),
        Maker = reader.GetString(at + 5),
        Created = reader.GetInt64(at + 6),
        State = States.Read(reader.GetString(at + 7)),
        Reason = reader.Text(at + 8),
        Evidence = reader.GetString(at + 9),
        Spec = reader.GetString(at + 10),
        Text = reader.GetString(at + 11),
        Companion = reader.Text(at + 12),
        Tests = reader.Text(at + 13),
        Mcp = reader.GetString(at + 14),
        Session = reader.Text(at + 15),
        Expires = reader.Number(at + 16),
        Gone = reader.GetInt64(at + 17) != 0,
        Since = reader.GetInt64(at + 18),
        Changed = reader.GetInt64(at + 19),
        Records = reader.Count(at + 20),
        CallsBefore = reader.GetInt64(at + 21),
    };

    private static LeaseRow ReadLease(SqliteDataReader reader) => new(reader.GetString(0), reader.GetString(1), reader.GetInt64(2));

    private static ApprovalRow ReadApproval(SqliteDataReader reader) => new(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetInt64(3));

    private static KeyRow ReadKey(SqliteDataReader reader) =>
        new(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetInt64(4), reader.Number(5));

    private static UsageRow ReadUsage(SqliteDataReader reader) => new(
        reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5), reader.Count(6), reader.Count(7), reader.GetInt64(8), reader.Number(9), reader.GetString(10));

    private static CollectionRow ReadCollection(SqliteDataReader reader) => new(reader.GetString(0), reader.GetString(1), reader.GetInt64(2));

    private static MemberRow ReadMember(SqliteDataReader reader) => new(reader.GetString(0), reader.GetString(1), reader.Text(2), reader.GetInt64(3));
}
