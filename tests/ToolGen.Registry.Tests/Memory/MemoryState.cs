using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Registry.Audit;
using ToolGen.Registry.Storage;
using ToolGen.Registry.Versions;

namespace ToolGen.Registry.Tests.Memory;

/// <summary>One state of all rows.</summary>
internal sealed class MemoryState : IWriteRows, IWholeRows
{
    private readonly MemoryRows rows = new();
    private readonly List<(LogEntry Entry, byte[] Hash, string? Subject)> log = [];
    private readonly Dictionary<string, Texts> texts = [];
    private readonly Dictionary<string, (string Version, string Text)> evidence = [];
    private Head? head;

    public long Calls
    {
        get => this.rows.Calls;
        set => this.rows.Calls = value;
    }

    public bool IsFirstForm => false;

    public MemoryState Copy()
    {
        var copy = new MemoryState { head = this.head };
        copy.rows.Calls = this.rows.Calls;
        foreach (var row in this.rows.Versions.Values) copy.rows.Put(row);
        foreach (var row in this.rows.Leases.Values) copy.rows.Put(row);
        foreach (var row in this.rows.AllApprovals.Values.SelectMany(all => all)) copy.rows.Put(row);
        foreach (var row in this.rows.Keys.Values) copy.rows.Put(row);
        foreach (var row in this.rows.AllUsage.Values) copy.rows.Put(row);
        foreach (var row in this.rows.Callers.Keys) copy.rows.AddCaller(row.Id, row.Caller);
        foreach (var row in this.rows.Shapes.Keys) copy.rows.AddShape(row.Id, row.Shape);
        foreach (var row in this.rows.Collections.Values) copy.rows.Put(row);
        foreach (var row in this.rows.Members.Values) copy.rows.Put(row);
        copy.log.AddRange(this.log);
        foreach (var (id, text) in this.texts) copy.texts.Add(id, text);
        foreach (var (id, text) in this.evidence) copy.evidence.Add(id, text);
        return copy;
    }

    public Head? Head() => this.head;

    public VersionRow? Version(string id) => this.rows.Version(id);

    public IReadOnlyList<ApprovalRow> Approvals(string id) => [.. this.rows.Approvals(id).OrderBy(row => row.Sequence)];

    public KeyRow? Key(string key) => this.rows.Key(key);

    public UsageRow? Usage(string id) => this.rows.Usage(id);

    public CollectionRow? Collection(string name) => this.rows.Collection(name);

    public IReadOnlyList<VersionRow> VersionsOf(string name) => [.. this.rows.Versions.Values.Where(row => Same(row.Name, name))];

    public IReadOnlyList<VersionHead> Heads(long since) =>
        [.. this.rows.Versions.Values.Where(row => row.Changed > since).OrderBy(row => row.Changed).Select(row => new VersionHead(row.Id, row.Name, row.Version, row.State, row.Changed, !row.Gone))];

    public IReadOnlyList<string> Names() => [.. this.rows.Versions.Values.Where(row => row.State != ToolState.Session).Select(row => row.Name).Distinct().Order(StringComparer.Ordinal)];

    public string? IdOf(string tool, string version, string spec) => this.rows.Versions.Values.Where(row => row.Name == tool && row.Version == version && row.Spec == spec)
        .OrderBy(row => row.State == ToolState.Session).ThenByDescending(row => row.Changed).FirstOrDefault()?.Id;

    public Texts? Texts(string id, string evidence) => this.texts.TryGetValue(id, out var found) && this.evidence.TryGetValue(evidence, out var text) ? found with { Evidence = text.Text } : null;

    public IReadOnlyList<LeaseRow> Leases(string id) => [.. this.rows.Leases.Values.Where(row => row.Id == id).OrderBy(row => row.Owner, StringComparer.Ordinal)];

    public IReadOnlyList<KeyRow> Keys() => [.. this.rows.Keys.Values.OrderBy(row => row.Added)];

    public IReadOnlyList<StoredRecord> RecordsOf(string subject) => [.. this.log.Select((one, at) => (one, at)).Where(one => one.one.Subject == subject).Select(one => this.Stored(one.at))];

    public IReadOnlyList<StoredRecord> Records(long from, int most) => [.. Enumerable.Range(0, this.log.Count).Skip((int)from).Take(most).Select(this.Stored)];

    public IEnumerable<LogEntry> Entries(long from) => this.log.Skip((int)from).Select(one => one.Entry);

    public IReadOnlyList<(UsageRow Usage, VersionRow Version)> Counts(string? name) =>
        [.. this.rows.AllUsage.Values.Select(row => (row, this.rows.Versions[row.Id])).Where(one => name is null || Same(one.Item2.Name, name)).OrderBy(one => one.Item2.Name, StringComparer.Ordinal).ThenBy(one => one.Item2.Version, StringComparer.Ordinal)];

    public IReadOnlyList<CollectionRow> Collections() => [.. this.rows.Collections.Values.OrderBy(row => row.Name, StringComparer.Ordinal)];

    public IReadOnlyList<MemberRow> Members() => [.. this.rows.Members.Values.OrderBy(row => row.Tool, StringComparer.Ordinal)];

    public MemberRow? Member(string collection, string tool) => this.rows.Members.GetValueOrDefault((collection, tool));

    public long MembersOf(string collection) => this.rows.Members.Keys.Count(key => key.Collection == collection);

    public string? Claimed(string claim) => this.rows.Versions.Values.FirstOrDefault(row => row.Claim == claim)?.Id;

    public long Candidates(string name, string butId) => this.rows.Versions.Values.Count(row => Same(row.Name, name) && row.State == ToolState.Candidate && row.Id != butId);

    public IReadOnlyList<string> Proposed(string by, int most) =>
        [.. this.rows.Versions.Values.Where(row => row.State == ToolState.Candidate && this.log.Any(one => one.Subject == row.Id && one.Entry.Kind == Kinds.Proposed && one.Entry.By == by)).Select(row => row.Name).Take(most)];

    public IReadOnlyList<string> SessionsOver(long at) =>
        [.. this.rows.Versions.Values.Where(row => row.State == ToolState.Session && !row.Gone && !this.rows.Leases.Values.Any(lease => lease.Id == row.Id && lease.Expires > at)).Select(row => row.Id)];

    public IEnumerable<(string Place, string What)> Strange() => [];

    public void EachRecord(RecordReader reader)
    {
        foreach (var (entry, hash, subject) in this.log) reader(entry, System.Text.Encoding.UTF8.GetBytes(entry.Body), hash, subject);
    }

    public IEnumerable<VersionRow> AllVersions() => this.rows.Versions.Values;

    public IEnumerable<LeaseRow> AllLeases() => this.rows.Leases.Values;

    public IEnumerable<ApprovalRow> AllApprovals() => this.rows.AllApprovals.Values.SelectMany(all => all);

    public IEnumerable<UsageRow> AllUsage() => this.rows.AllUsage.Values;

    public IEnumerable<CallerRow> AllCallers() => this.rows.Callers.Keys;

    public IEnumerable<ShapeRow> AllShapes() => this.rows.Shapes.Keys;

    public IEnumerable<(string Id, Texts Texts)> AllTexts() => this.texts.Select(one => (one.Key, one.Value));

    public IEnumerable<(string Id, string Version, string Text)> AllEvidence() => this.evidence.Select(one => (one.Key, one.Value.Version, one.Value.Text));

    public void Append(in LogEntry entry, byte[] hash, string? subject) => this.log.Add((entry, (byte[])hash.Clone(), subject));

    public void Put(Head head) => this.head = head with { Hash = (byte[])head.Hash.Clone() };

    public void PutTexts(string id, string spec, string? companion, string? tests, string mcp) => this.texts[id] = new(spec, companion, tests, mcp, "");

    public void PutEvidence(string id, string version, string text) => this.evidence.TryAdd(id, (version, text));

    public void RemoveTexts(string id)
    {
        this.texts.Remove(id);
        foreach (var one in this.evidence.Where(one => one.Value.Version == id).Select(one => one.Key).ToArray()) this.evidence.Remove(one);
    }

    public void Put(VersionRow row)
    {
        if (row.Claim is { } claim && this.Claimed(claim) is { } taken && taken != row.Id) throw new InvalidOperationException($"the number is {taken}'s");
        this.rows.Put(row);
    }

    public void Put(LeaseRow row) => this.rows.Put(row);

    public void Put(ApprovalRow row) => this.rows.Put(row);

    public void Put(KeyRow row) => this.rows.Put(row);

    public void Put(UsageRow row) => this.rows.Put(row);

    public bool AddCaller(string id, string caller) => this.rows.AddCaller(id, caller);

    public bool AddShape(string id, long shape) => this.rows.AddShape(id, shape);

    public void Put(CollectionRow row) => this.rows.Put(row);

    public void Put(MemberRow row) => this.rows.Put(row);

    public void RemoveMember(string collection, string tool) => this.rows.RemoveMember(collection, tool);

    public void RemoveCollection(string name) => this.rows.RemoveCollection(name);

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private StoredRecord Stored(int at) => new(this.log[at].Entry, this.log[at].Hash, at == 0 ? null : this.log[at - 1].Hash);
}
