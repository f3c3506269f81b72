using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Data.Sqlite;
using ToolGen.Registry.Storage;
using ToolGen.Registry.Versions;
using ToolGen.Specification.Evidence;

namespace ToolGen.Registry.Audit;

/// <summary>Holds each table against what the log makes of it, row by row and field by field, and each text against its hash.</summary>
internal sealed class TableVerifier(Sql sql, LogVerifier log, Problems problems)
{
    public void Verify(bool texts)
    {
        var rows = log.Rows;
        this.Table("versions", $"SELECT {TableRows.VersionColumns} FROM versions", TableRows.ReadVersion, row => row.Id, rows.Versions);
        this.Table("leases", "SELECT id, owner, expires FROM leases", TableRows.ReadLease, row => (row.Id, row.Owner), rows.Leases);
        this.Table("approvals", "SELECT id, key, text, sequence FROM approvals", TableRows.ReadApproval, row => (row.Id, row.Key), rows.AllApprovals.Values.SelectMany(all => all).ToDictionary(row => (row.Id, row.Key)));
        this.Table("keys", "SELECT key, public, name, grant_text, added, withdrawn FROM keys", TableRows.ReadKey, row => row.Key, rows.Keys);
        this.Table("usage", $"SELECT {TableRows.UsageColumns} FROM usage", TableRows.ReadUsage, row => row.Id, rows.AllUsage);
        this.Table("callers", "SELECT id, caller FROM callers", reader => (Id: reader.GetString(0), Caller: reader.GetString(1)), row => row, rows.Callers.ToDictionary(row => row));
        this.Table("collections", "SELECT name, owner, created FROM collections", TableRows.ReadCollection, row => row.Name, rows.Collections);
        this.Table("members", "SELECT collection, tool, range, added FROM members", TableRows.ReadMember, row => (row.Collection, row.Tool), rows.Members);
        this.Head();
        if (texts) this.Texts();
    }

    private void Table<TRow, TKey>(string table, string query, Func<SqliteDataReader, TRow> read, Func<TRow, TKey> keyOf, Dictionary<TKey, TRow> expected)
        where TRow : notnull
        where TKey : notnull
    {
        var seen = 0;
        try
        {
            foreach (var row in sql.Each(query, read))
            {
                var key = keyOf(row);
                if (!expected.TryGetValue(key, out var must))
                {
                    problems.Add($"{table} {Shown(key)}", "no record of the log made this row");
                    continue;
                }

                seen++;
                if (row.Equals(must)) continue;
                foreach (var field in typeof(TRow).GetProperties().Where(field => !Equals(field.GetValue(row), field.GetValue(must))))
                    problems.Add($"{table} {Shown(key)}, {field.Name.ToLowerInvariant()}", $"it says {Shown(field.GetValue(row))}, and by the log it is {Shown(field.GetValue(must))}");
            }
        }
        catch (RegistryException e)
        {
            problems.Add(table, e.Message);
            return;
        }

        if (seen == expected.Count) return;
        var there = sql.Each(query, read).Select(keyOf).ToHashSet();
        foreach (var key in expected.Keys.Where(key => !there.Contains(key))) problems.Add($"{table} {Shown(key)}", "the row that the log makes is missing");
    }

    private void Head()
    {
        var head = WriteTurn.ReadHead(sql);
        if (head.Size != log.Size) problems.Add("head, size", $"it says {head.Size}, and the log has {log.Size} records");
        if (!head.Hash.AsSpan().SequenceEqual(log.Hash)) problems.Add("head, hash", "it is not that of the last record");
        if (!head.Range.AsSpan().SequenceEqual(log.Range.Bytes())) problems.Add("head, range", "it is not the edge of the tree over the log");
        if (head.Generation != log.Generation) problems.Add("head, generation", $"it says {head.Generation}, and by the log it is {log.Generation}");
        if (head.Calls != log.Rows.Calls) problems.Add("head, calls", $"it says {head.Calls}, and by the log it is {log.Rows.Calls}");
    }

    private void Texts()
    {
        var there = new HashSet<string>();
        foreach (var (id, spec, companion, tests, mcp) in sql.Each("SELECT id, spec, companion, tests, mcp FROM texts", reader => (reader.GetString(0), reader.GetString(1), reader.Text(2), reader.Text(3), reader.GetString(4))))
        {
            there.Add(id);
            if (log.Rows.Version(id) is not { Gone: false } row)
            {
                problems.Add($"texts {Shown(id)}", "no version has these texts");
                continue;
            }

            foreach (var (name, text, must) in new[] { ("spec", spec, row.Text), ("companion", companion, row.Companion), ("tests", tests, row.Tests), ("mcp", mcp, row.Mcp) })
                if (Contents.HashOf(text) != must) problems.Add($"texts {Shown(id)}, {name}", $"it is not the text that was added for {row.Name} {row.Version}");
            if (Contents.HashOf(spec) == row.Text && Contents.SpecHashOf(spec, row.Name) != row.Spec) problems.Add($"texts {Shown(id)}, spec", "its canonical form is not that of the version's id");
        }

        foreach (var row in log.Rows.Versions.Values.Where(row => !row.Gone && !there.Contains(row.Id))) problems.Add($"texts {Shown(row.Id)}", $"the texts of {row.Name} {row.Version} are missing");
        this.EvidenceTexts();
    }

    private void EvidenceTexts()
    {
        var there = new HashSet<string>();
        foreach (var (id, version, text) in sql.Each("SELECT id, version, text FROM evidence", reader => (reader.GetString(0), reader.GetString(1), reader.GetString(2))))
        {
            there.Add(id);
            if (Sha256.Of(text) != id) problems.Add($"evidence {Shown(id)}, text", "it is not the evidence that was given");
            else if (EvidenceReader.Read("evidence", System.Text.Encoding.UTF8.GetBytes(text)).Evidence?.Identity.Id != version) problems.Add($"evidence {Shown(id)}, text", "it is another version's");
            if (!log.Evidence.TryGetValue(id, out var must) || log.Rows.Version(must) is not { Gone: false }) problems.Add($"evidence {Shown(id)}", "no record names it");
            else if (version != must) problems.Add($"evidence {Shown(id)}, version", "it is filed under another version");
        }

        foreach (var (id, version) in log.Evidence.Where(one => !there.Contains(one.Key) && log.Rows.Version(one.Value) is { Gone: false })) problems.Add($"evidence {Shown(id)}", $"the evidence of {Shown(version)} is missing");
    }

    private static string Shown(object? value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "nothing";
        return text.Length == 0 ? "nothing" : Sha256.IsOne(text) ? text[..12] : text.Length > 120 ? text[..119] + "…" : text;
    }
}
