using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Registry;
using ToolGen.Specification.Evidence;

namespace ToolGen.Server.Tests;

internal sealed class MemoryRegistry : IToolRegistry
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, StoredVersion> versions = [];
    private readonly List<AuditRecord> log = [];

    public long Generation { get; private set; }

    public ValueTask<StoredVersion> AddAsync(NewVersion version, string by, CancellationToken cancellationToken = default)
    {
        lock (this.gate)
        {
            var id = version.Evidence.Identity.Id!;
            if (this.versions.TryGetValue(id, out var there)) return new(there);
            var stored = new StoredVersion { Id = id, Name = version.Evidence.Tool, Version = version.Evidence.Version!, Kind = version.Evidence.Kind!, Spec = version.Spec, Companion = version.Companion, Tests = version.Tests, McpTool = version.McpTool, Evidence = version.Evidence, Maker = by, Created = DateTimeOffset.UtcNow, State = version.SessionOf is null ? ToolState.Candidate : ToolState.Session, SessionOf = version.SessionOf };
            this.versions[id] = stored;
            this.Generation++;
            return new(stored);
        }
    }

    public ValueTask<StoredVersion> ProposeAsync(string id, string by, CancellationToken cancellationToken = default) => new(this.Set(id, one => one with { State = ToolState.Candidate }));

    public ValueTask<StoredVersion> ApproveAsync(Approval approval, CancellationToken cancellationToken = default) => new(this.Set(approval.Id, one => one with { State = ToolState.Approved, Approval = approval }));

    public ValueTask<StoredVersion> MarkAsync(string id, ToolState state, string reason, string by, CancellationToken cancellationToken = default) => new(this.Set(id, one => one with { State = state, Reason = reason }));

    public ValueTask AskForChangesAsync(string id, string reason, string by, CancellationToken cancellationToken = default) => default;

    public ValueTask RenewAsync(IReadOnlyList<ToolEvidence> evidence, string by, CancellationToken cancellationToken = default) => default;

    public StoredVersion? Get(string id)
    {
        lock (this.gate) return this.versions.GetValueOrDefault(id);
    }

    public StoredVersion? Find(string reference)
    {
        lock (this.gate) return this.versions.Values.FirstOrDefault(one => one.Name.Equals(reference.Split('@')[0], StringComparison.OrdinalIgnoreCase) && one.State is ToolState.Approved or ToolState.Deprecated);
    }

    public IReadOnlyList<StoredVersion> History(string name)
    {
        lock (this.gate) return [.. this.versions.Values.Where(one => one.Name == name)];
    }

    public IEnumerable<StoredVersion> List(params IReadOnlyList<ToolState> states)
    {
        lock (this.gate) return [.. this.versions.Values.Where(one => states.Count == 0 || states.Contains(one.State)).OrderBy(one => one.Name, StringComparer.Ordinal)];
    }

    public ValueTask AppendAsync(string kind, string by, string body, CancellationToken cancellationToken = default)
    {
        lock (this.gate) this.log.Add(new(this.log.Count, DateTimeOffset.UtcNow, kind, by, body, ""));
        return default;
    }

    public IEnumerable<AuditRecord> Log(long from = 0)
    {
        lock (this.gate) return [.. this.log.Where(one => one.Sequence >= from)];
    }

    public IReadOnlyList<VersionUsage> Usage(string? name = null) => [];

    public ValueTask DisposeAsync() => default;

    private StoredVersion Set(string id, Func<StoredVersion, StoredVersion> change)
    {
        lock (this.gate)
        {
            this.Generation++;
            return this.versions[id] = change(this.versions[id]);
        }
    }
}
