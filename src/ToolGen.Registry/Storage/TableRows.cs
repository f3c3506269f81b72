using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Data.Sqlite;

namespace ToolGen.Registry.Storage;

/// <summary>The tables of the file. Counts of calls stay in memory until <see cref="Flush"/>: a batch writes each once.</summary>
internal sealed class TableRows(Sql sql) : IRows
{
    public const string VersionColumns =
        "id, name, version, claim, kind, maker, created, state, reason, evidence, spec, text, companion, tests, mcp, session, expires, gone, since, changed, records, calls_before";

    public const string UsageColumns = "id, answered, caller, tool, environment, refused, callers, us, last, recent";

    private readonly Dictionary<string, UsageRow?> usage = [];
    private readonly HashSet<string> counted = [];

    public long Calls { get; set; }

    public VersionRow? Version(string id) => sql.First($"SELECT {VersionColumns} FROM versions WHERE id = $1", ReadVersion, id);

    public void Put(VersionRow row) => sql.Run(
        $"INSERT OR REPLACE INTO versions ({VersionColumns}) VALUES ({string.Join(", ", Enumerable.Range(1, 22).Select(i => "$" + i))})",
        row.Id, row.Name, row.Version, row.Claim, row.Kind, row.Maker, row.Created, States.Text(row.State), row.Reason, row.Evidence, row.Spec, row.Text, row.Companion, row.Tests, row.Mcp,
        row.Session, row.Expires, row.Gone ? 1L : 0L, row.Since, row.Changed, (long)row.Records, row.CallsBefore);

    public void Put(LeaseRow row) => sql.Run("INSERT OR REPLACE INTO leases (id, owner, expires) VALUES ($1, $2, $3)", row.Id, row.Owner, row.Expires);

    public IReadOnlyList<LeaseRow> Leases(string id) => sql.All("SELECT id, owner, expires FROM leases WHERE id = $1 ORDER BY owner", ReadLease, id);

    public IReadOnlyList<ApprovalRow> Approvals(string id) => sql.All("SELECT id, key, text, sequence FROM approvals WHERE id = $1 ORDER BY sequence", ReadApproval, id);

    public void Put(ApprovalRow row) => sql.Run("INSERT OR REPLACE INTO approvals (id, key, text, sequence) VALUES ($1, $2, $3, $4)", row.Id, row.Key, row.Text, row.Sequence);

    public KeyRow? Key(string key) => sql.First("SELECT key, public, name, grant_text, added, withdrawn FROM keys WHERE key = $1", ReadKey, key);

    public void Put(KeyRow row) => sql.Run(
        "INSERT OR REPLACE INTO keys (key, public, name, grant_text, added, withdrawn) VALUES ($1, $2, $3, $4, $5, $6)", row.Key, row.Public, row.Name, row.Grant, row.Added, row.Withdrawn);

    public UsageRow? Usage(string id)
    {
        if (!this.usage.TryGetValue(id, out var row)) this.usage[id] = row = sql.First($"SELECT {UsageColumns} FROM usage WHERE id = $1", ReadUsage, id);
        return row;
    }

    public void Put(UsageRow row)
    {
        this.usage[row.Id] = row;
        this.counted.Add(row.Id);
    }

    public bool AddCaller(string id, string caller) => sql.Run("INSERT OR IGNORE INTO callers (id, caller) VALUES ($1, $2)", id, caller) == 1;

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

    /// <summary>Writes the counts.</summary>
    public void Flush()
    {
        foreach (var id in this.counted)
        {
            var row = this.usage[id]!;
            sql.Run($"INSERT OR REPLACE INTO usage ({UsageColumns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                row.Id, row.Answered, row.Caller, row.Tool, row.Environment, row.Refused, (long)row.Callers, row.Microseconds, row.Last, row.Recent);
        }

        this.counted.Clear();
    }

    public static VersionRow ReadVersion(SqliteDataReader reader) => new()
    {
        Id = reader.GetString(0),
        Name = reader.GetString(1),
        Version = reader.GetString(2),
        Claim = reader.Text(3),
        Kind = reader.GetString(4),
        Maker = reader.GetString(5),
        Created = reader.GetInt64(6),
        State = States.Read(reader.GetString(7)),
        Reason = reader.Text(8),
        Evidence = reader.GetString(9),
        Spec = reader.GetString(10),
        Text = reader.GetString(11),
        Companion = reader.Text(12),
        Tests = reader.Text(13),
        Mcp = reader.GetString(14),
        Session = reader.Text(15),
        Expires = reader.Number(16),
        Gone = reader.GetInt64(17) != 0,
        Since = reader.GetInt64(18),
        Changed = reader.GetInt64(19),
        Records = reader.GetInt32(20),
        CallsBefore = reader.GetInt64(21),
    };

    public static LeaseRow ReadLease(SqliteDataReader reader) => new(reader.GetString(0), reader.GetString(1), reader.GetInt64(2));

    public static ApprovalRow ReadApproval(SqliteDataReader reader) => new(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetInt64(3));

    public static KeyRow ReadKey(SqliteDataReader reader) =>
        new(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetInt64(4), reader.Number(5));

    public static UsageRow ReadUsage(SqliteDataReader reader) => new(
        reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5), reader.GetInt32(6), reader.GetInt64(7), reader.Number(8), reader.GetString(9));

    public static CollectionRow ReadCollection(SqliteDataReader reader) => new(reader.GetString(0), reader.GetString(1), reader.GetInt64(2));

    public static MemberRow ReadMember(SqliteDataReader reader) => new(reader.GetString(0), reader.GetString(1), reader.Text(2), reader.GetInt64(3));
}

/// <summary>States as the file and the log name them.</summary>
internal static class States
{
    private static readonly string[] Names = [.. Enum.GetNames<ToolState>().Select(name => name.ToLowerInvariant())];

    public static string Text(ToolState state) => Names[(int)state];

    public static ToolState Read(string text) => Array.IndexOf(Names, text) is >= 0 and var at
        ? (ToolState)at
        : throw new RegistryException(RegistryFault.Damaged, "a version of this registry has a state that there is not: run `toolgen verify --all`");
}
