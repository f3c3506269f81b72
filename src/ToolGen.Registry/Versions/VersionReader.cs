using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Registry.Approvals;
using ToolGen.Registry.Audit;
using ToolGen.Registry.Storage;
using ToolGen.Specification.Evidence;

namespace ToolGen.Registry.Versions;

/// <summary>
/// A version as it stands: its state read from its records, its texts held against their hashes, its approval against its signature, the keys, the policy and the time. Tables are where to look, never what to believe.
/// </summary>
internal sealed class VersionReader(string registry, Func<ApprovalPolicy> policy, TimeProvider time)
{
    private readonly Contents contents = new();

    /// <summary>Reads a version by its id; null: there is none, or its texts were removed.</summary>
    public StoredVersion? Read(IStoredRows rows, string id) => rows.Version(id) is { } row ? this.Read(rows, row) : null;

    /// <summary>Reads a version of which there is a row.</summary>
    /// <exception cref="RegistryException">What stands in the file is not what was written.</exception>
    public StoredVersion? Read(IStoredRows rows, VersionRow row)
    {
        var (approvals, leases) = Replayed(rows, row);
        if (row.Gone) return null;
        var texts = rows.Texts(row.Id, row.Evidence) ?? throw new RegistryException(RegistryFault.Damaged, $"the texts of {row.Name} {row.Version} are missing: run `toolgen verify --all`");
        var isCallable = row.State is ToolState.Approved or ToolState.Deprecated;
        var evidence = this.contents.Check(row, texts, isCallable);
        var (state, reason) = (row.State, row.Reason);
        Approval? approval = null;
        if (isCallable)
        {
            (approval, var why) = new ApprovalCheck(KeyRing.Read(rows, registry), policy(), time.GetUtcNow()).Holding(approvals, row, evidence);
            if (approval is null) (state, reason) = (ToolState.Candidate, $"its approval does not hold: {why}");
        }

        return Version(row, texts, evidence) with { CallsSince = rows.RequireHead().Calls - row.CallsBefore, State = state, Reason = reason, Approval = approval, Lapsed = isCallable && approval is null ? row.State : null, LapsedApproval = isCallable && approval is null && approvals.MaxBy(one => one.Sequence) is { } newest ? ApprovalText.Read(newest.Text) : null, Sessions = row.State == ToolState.Session ? [.. leases.Select(lease => new ToolSession(lease.Owner, Moments.Read(lease.Expires)))] : [] };
    }

    private static StoredVersion Version(VersionRow row, Texts texts, ToolEvidence evidence) => new()
    {
        Id = row.Id,
        Name = row.Name,
        Version = row.Version,
        Kind = row.Kind,
        Spec = texts.Spec,
        Companion = texts.Companion,
        Tests = texts.Tests,
        McpTool = texts.Mcp,
        Evidence = evidence,
        Maker = row.Maker,
        Created = Moments.Read(row.Created),
        State = row.State,
        SessionOf = row.State == ToolState.Session ? row.Session : null,
        Expires = row.State == ToolState.Session && row.Expires is { } expires ? Moments.Read(expires) : null,
    };

    /// <summary>What the records of a version make of it, which must be what its tables say. Approvals of before a quarantine do not count again.</summary>
    private static (IReadOnlyList<ApprovalRow> Approvals, IReadOnlyList<LeaseRow> Leases) Replayed(IStoredRows rows, VersionRow row)
    {
        var replayed = new MemoryRows();
        var projector = new Projector(replayed);
        var quarantined = -1L;
        foreach (var entry in SubjectLog.Read(rows, row.Id))
        {
            projector.Apply(entry);
            if (entry.Kind == Kinds.Quarantined) quarantined = entry.Sequence;
        }

        var (approvals, leases) = (rows.Approvals(row.Id), rows.Leases(row.Id));
        return replayed.Version(row.Id) == row && approvals.SequenceEqual(replayed.Approvals(row.Id)) && leases.OrderBy(lease => lease.Owner, StringComparer.Ordinal).SequenceEqual(replayed.Leases.Values.OrderBy(lease => lease.Owner, StringComparer.Ordinal))
            ? ([.. approvals.Where(approval => approval.Sequence > quarantined)], leases)
            : throw new RegistryException(RegistryFault.Damaged, $"what this registry says of {row.Name} {row.Version} is not what its log says; it can't be used: run `toolgen verify --all`");
    }
}
