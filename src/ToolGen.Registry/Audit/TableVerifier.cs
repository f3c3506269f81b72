using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ToolGen.Registry.Storage;
using ToolGen.Registry.Versions;
using ToolGen.Specification.Evidence;

namespace ToolGen.Registry.Audit;

/// <summary>Holds each table against what the log makes of it, row by row and field by field, and each text against its hash.</summary>
internal sealed class TableVerifier(IWholeRows rows, LogVerifier log, Problems problems)
{
    public void Verify(bool texts)
    {
        this.Table("versions", rows.AllVersions, row => row.Id, log.Rows.Versions);
        this.Table("leases", rows.AllLeases, row => (row.Id, row.Owner), log.Rows.Leases);
        this.Table("approvals", rows.AllApprovals, row => (row.Id, row.Key), log.Rows.AllApprovals.Values.SelectMany(all => all).ToDictionary(row => (row.Id, row.Key)));
        this.Table("keys", rows.Keys, row => row.Key, log.Rows.Keys);
        this.Table("usage", rows.AllUsage, row => row.Id, log.Rows.AllUsage);
        this.Table("callers", rows.AllCallers, row => row, log.Rows.Callers);
        this.Table("shapes", rows.AllShapes, row => row, log.Rows.Shapes);
        this.Table("collections", rows.Collections, row => row.Name, log.Rows.Collections);
        this.Table("members", rows.Members, row => (row.Collection, row.Tool), log.Rows.Members);
        this.Head();
        if (texts) this.Texts();
    }

    private void Table<TRow, TKey>(string table, Func<IEnumerable<TRow>> all, Func<TRow, TKey> keyOf, Dictionary<TKey, TRow> expected)
        where TRow : notnull
        where TKey : notnull
    {
        var seen = 0;
        try
        {
            foreach (var row in all())
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
        var there = all().Select(keyOf).ToHashSet();
        foreach (var key in expected.Keys.Where(key => !there.Contains(key))) problems.Add($"{table} {Shown(key)}", "the row that the log makes is missing");
    }

    private void Head()
    {
        var head = rows.RequireHead();
        if (head.Size != log.Size) problems.Add("head, size", $"it says {head.Size}, and the log has {log.Size} records");
        if (!head.Hash.AsSpan().SequenceEqual(log.Hash)) problems.Add("head, hash", "it is not that of the last record");
        if (!head.Range.AsSpan().SequenceEqual(log.Range.Bytes())) problems.Add("head, range", "it is not the edge of the tree over the log");
        if (head.Generation != log.Generation) problems.Add("head, generation", $"it says {head.Generation}, and by the log it is {log.Generation}");
        if (head.Calls != log.Rows.Calls) problems.Add("head, calls", $"it says {head.Calls}, and by the log it is {log.Rows.Calls}");
    }

    private void Texts()
    {
        var there = new HashSet<string>();
        foreach (var (id, (spec, companion, tests, mcp, _)) in rows.AllTexts())
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
        foreach (var (id, version, text) in rows.AllEvidence())
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
