using System.Collections.Generic;
using System.Linq;
using SQLitePCL;
using ToolGen.Registry.Audit;
using ToolGen.Registry.Versions;

namespace ToolGen.Registry.Storage.Sqlite;

/// <content>All rows, for who verifies.</content>
internal sealed partial class SqliteRows
{
    private const int MaximumKept = 100_000;

    public IEnumerable<(string Place, string What)> Strange()
    {
        using var fresh = new Sql(new("Data Source=:memory:"));
        fresh.Connection.Open();
        Database.Make(fresh, form);
        var there = Schema(sql).ToDictionary(one => (one.Type, one.Name), one => one.Sql);
        foreach (var (type, name, text) in Schema(fresh))
        {
            if (!there.Remove((type, name), out var made) || made != text) yield return (name, "the table or index is not as ToolGen makes it");
        }

        foreach (var (type, name) in there.Keys) yield return (name, $"ToolGen made no {type} of this name: somebody else did");
    }

    public void EachRecord(RecordReader reader)
    {
        using var command = sql.Connection.CreateCommand();
        command.CommandText = "SELECT sequence, at, kind, who, body, hash, subject FROM log ORDER BY sequence";
        using var rows = command.ExecuteReader();

        // The same few names a million times: one object each, so that tables find them by reference first.
        var kept = new Dictionary<string, string>();
        while (rows.Read())
        {
            // The bytes of most bodies are hashed and looked through where SQLite has them: no text is made of them.
            var body = raw.sqlite3_column_blob(rows.Handle, 4);
            var kind = Kept(kept, rows.GetString(2));
            var entry = new LogEntry(rows.GetInt64(0), rows.GetInt64(1), kind, Kept(kept, rows.GetString(3)), Kinds.IsCall(kind) ? "" : rows.GetString(4));
            reader(entry, body, raw.sqlite3_column_blob(rows.Handle, 5), rows.IsDBNull(6) ? null : rows.GetString(6));
        }
    }

    public IEnumerable<VersionRow> AllVersions() => sql.Each($"SELECT {VersionColumns} FROM versions", ReadVersion);

    public IEnumerable<LeaseRow> AllLeases() => sql.Each("SELECT id, owner, expires FROM leases", ReadLease);

    public IEnumerable<ApprovalRow> AllApprovals() => sql.Each("SELECT id, key, text, sequence FROM approvals", ReadApproval);

    public IEnumerable<UsageRow> AllUsage() => sql.Each($"SELECT {this.Usages} FROM usage", ReadUsage);

    public IEnumerable<CallerRow> AllCallers() => sql.Each("SELECT id, caller FROM callers", reader => new CallerRow(reader.GetString(0), reader.GetString(1)));

    public IEnumerable<ShapeRow> AllShapes() => this.IsFirstForm ? [] : sql.Each("SELECT id, shape FROM shapes", reader => new ShapeRow(reader.GetString(0), reader.GetInt64(1)));

    public IEnumerable<(string Id, Texts Texts)> AllTexts() =>
        sql.Each("SELECT id, spec, companion, tests, mcp FROM texts", reader => (reader.GetString(0), new Texts(reader.GetString(1), reader.Text(2), reader.Text(3), reader.GetString(4), "")));

    public IEnumerable<(string Id, string Version, string Text)> AllEvidence() =>
        sql.Each("SELECT id, version, text FROM evidence", reader => (reader.GetString(0), reader.GetString(1), reader.GetString(2)));

    private static List<(string Type, string Name, string Sql)> Schema(Sql sql) =>
        sql.All("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name", reader => (reader.GetString(0), reader.GetString(1), reader.GetString(2)));

    private static string Kept(Dictionary<string, string> kept, string text)
    {
        if (kept.TryGetValue(text, out var known)) return known;
        if (kept.Count < MaximumKept) kept.Add(text, text);
        return text;
    }
}
