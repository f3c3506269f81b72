using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Specification.Evidence;

namespace ToolGen.Registry;

/// <summary>
/// Where versions of tools are kept. Every write is one transaction with its record in the log; what was acknowledged is there after any end of the process. Several
/// processes may use one registry at once. Thread-safe. A server keeps SQLite (<c>SqliteRegistry</c>); another database implements this.
/// </summary>
public interface IToolRegistry : IAsyncDisposable
{
    /// <summary>Keeps a version. The same one again is the same one: nothing changes, nothing is written.</summary>
    /// <exception cref="RegistryException"><see cref="RegistryFault.NotSound"/>, <see cref="RegistryFault.NumberTaken"/>, <see cref="RegistryFault.StepTooSmall"/>.</exception>
    ValueTask<StoredVersion> AddAsync(NewVersion version, string by, CancellationToken cancellationToken = default);

    /// <summary>Makes a session tool a candidate, which a person then looks at.</summary>
    ValueTask<StoredVersion> ProposeAsync(string id, string by, CancellationToken cancellationToken = default);

    /// <summary>Approves. The registry verifies the signature, the key and its own policy; where the policy asks for two persons, the version stays a candidate after the first.</summary>
    ValueTask<StoredVersion> ApproveAsync(Approval approval, CancellationToken cancellationToken = default);

    /// <summary>Says no, marks, or takes back; <paramref name="state"/> is one of <c>Rejected Deprecated Quarantined Revoked</c>, or <c>Approved</c> to lift a deprecation of a version whose approval holds. A quarantine is lifted by an approval that was signed after it.</summary>
    ValueTask<StoredVersion> MarkAsync(string id, ToolState state, string reason, string by, CancellationToken cancellationToken = default);

    /// <summary>Asks the maker for changes: the version stays a candidate, and its maker reads why.</summary>
    ValueTask AskForChangesAsync(string id, string reason, string by, CancellationToken cancellationToken = default);

    /// <summary>Replaces the evidence of versions after an upgrade of ToolGen; approvals that bind another set of templates no longer hold.</summary>
    ValueTask RenewAsync(IReadOnlyList<ToolEvidence> evidence, string by, CancellationToken cancellationToken = default);

    /// <summary>By its id; null: there is none.</summary>
    StoredVersion? Get(string id);

    /// <summary>The highest version that a reference (<c>NAME</c>, <c>NAME@RANGE</c>) takes among those that may be called: approved, then deprecated; null: none.</summary>
    StoredVersion? Find(string reference);

    /// <summary>All versions of a name, the newest number first, whatever their state.</summary>
    IReadOnlyList<StoredVersion> History(string name);

    /// <summary>Versions in these states, in ordinal order of names, then by number, newest first; none given: all.</summary>
    IEnumerable<StoredVersion> List(params IReadOnlyList<ToolState> states);

    /// <summary>Appends a record that changes no version: a call, a refusal, a question. Answers when it is safe.</summary>
    ValueTask AppendAsync(string kind, string by, string body, CancellationToken cancellationToken = default);

    /// <summary>The log from a sequence number on.</summary>
    IEnumerable<AuditRecord> Log(long from = 0);

    /// <summary>How versions did; null: all that were called.</summary>
    IReadOnlyList<VersionUsage> Usage(string? name = null);

    /// <summary>A number that is another one after each change of a version or its state, in any process: who keeps a list looks here.</summary>
    long Generation { get; }
}
