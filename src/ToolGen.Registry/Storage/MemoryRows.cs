using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Registry.Storage;

/// <summary>The same in memory: what the log says, to be held against the tables.</summary>
internal sealed class MemoryRows : IRows
{
    public long Calls { get; set; }

    public Dictionary<string, VersionRow> Versions { get; } = [];

    public Dictionary<(string Id, string Owner), LeaseRow> Leases { get; } = [];

    public Dictionary<string, List<ApprovalRow>> AllApprovals { get; } = [];

    public Dictionary<string, KeyRow> Keys { get; } = [];

    public Dictionary<string, UsageRow> AllUsage { get; } = [];

    public Dictionary<CallerRow, CallerRow> Callers { get; } = [];

    public Dictionary<ShapeRow, ShapeRow> Shapes { get; } = [];

    public bool IsFirstForm { get; init; }

    public Dictionary<string, CollectionRow> Collections { get; } = [];

    public Dictionary<(string Collection, string Tool), MemberRow> Members { get; } = [];

    public VersionRow? Version(string id) => this.Versions.GetValueOrDefault(id);

    public void Put(VersionRow row) => this.Versions[row.Id] = row;

    public void Put(LeaseRow row) => this.Leases[(row.Id, row.Owner)] = row;

    public IReadOnlyList<ApprovalRow> Approvals(string id) => this.AllApprovals.TryGetValue(id, out var rows) ? rows : [];

    public void Put(ApprovalRow row)
    {
        if (!this.AllApprovals.TryGetValue(row.Id, out var rows)) this.AllApprovals[row.Id] = rows = [];
        rows.RemoveAll(one => one.Key == row.Key);
        rows.Add(row);
    }

    public KeyRow? Key(string key) => this.Keys.GetValueOrDefault(key);

    public void Put(KeyRow row) => this.Keys[row.Key] = row;

    public UsageRow? Usage(string id) => this.AllUsage.GetValueOrDefault(id);

    public void Put(UsageRow row) => this.AllUsage[row.Id] = row;

    public bool AddCaller(string id, string caller) => new CallerRow(id, caller) is var row && this.Callers.TryAdd(row, row);

    public bool AddShape(string id, long shape) => new ShapeRow(id, shape) is var row && this.Shapes.TryAdd(row, row);

    public CollectionRow? Collection(string name) => this.Collections.GetValueOrDefault(name);

    public void Put(CollectionRow row) => this.Collections[row.Name] = row;

    public void Put(MemberRow row) => this.Members[(row.Collection, row.Tool)] = row;

    public void RemoveMember(string collection, string tool) => this.Members.Remove((collection, tool));

    public void RemoveCollection(string name)
    {
        this.Collections.Remove(name);
        foreach (var key in this.Members.Keys.Where(key => key.Collection == name).ToArray()) this.Members.Remove(key);
    }
}
