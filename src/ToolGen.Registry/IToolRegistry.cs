using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Specification.Evidence;

namespace ToolGen.Registry;

/// <summary>
/// Where versions of tools are kept. Every write is one transaction with its record in the log; what was acknowledged is there after any end of the process. Several
/// processes may use one registry at once. Thread-safe. <see cref="SqliteRegistry"/> opens one in a file; the server and the commands go by this interface alone, so that another database may be behind it.
/// </summary>
public interface IToolRegistry : IAsyncDisposable
{
    /// <summary>The registry's own id: 32 hexadecimal digits, made with it. Approvals and keys hold for it alone.</summary>
    string Id { get; }

    /// <summary>Where it lies and what it goes by. In its folder stands what is derived from it, such as an index.</summary>
    RegistryOptions Options { get; }

    /// <summary>Who may approve what, now.</summary>
    ApprovalPolicy Policy { get; }

    /// <summary>The keys that may approve, or might, in the order of their coming.</summary>
    IReadOnlyList<TrustedKey> Keys { get; }

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

    /// <summary>Takes the versions of a bundle in, all of them or none; each is a candidate, whatever it was where it came from.</summary>
    /// <exception cref="RegistryException">One does not fit its evidence, or its number is taken.</exception>
    ValueTask<IReadOnlyList<StoredVersion>> ImportAsync(BundleReading bundle, string by, CancellationToken cancellationToken = default);

    /// <summary>Removes the texts of session tools whose sessions are all over; the log keeps their hashes.</summary>
    /// <returns>How many.</returns>
    ValueTask<int> CollectGarbageAsync(string by, CancellationToken cancellationToken = default);

    /// <summary>Lets a key in, or takes it back.</summary>
    /// <exception cref="RegistryException">Nobody who may has signed it.</exception>
    ValueTask<TrustedKey> GrantAsync(KeyGrant grant, CancellationToken cancellationToken = default);

    /// <summary>Versions as the tables name them, in the order of their newest records: what an index is kept by, and nothing to act on.</summary>
    /// <param name="since">Only those with a record behind this one.</param>
    IReadOnlyList<VersionHead> Heads(long since = -1);

    /// <summary>The id of a version by what a host knows of one that it calls; of several one that is no session's, then the newest. Null: there is none.</summary>
    /// <param name="tool">Its name.</param>
    /// <param name="version">Its number.</param>
    /// <param name="spec">SHA-256 of its canonical spec, as the identity has it.</param>
    string? IdOf(string tool, string version, string spec);

    /// <summary>All collections, in ordinal order of names.</summary>
    IReadOnlyList<ToolCollection> Collections();

    /// <summary>A collection; null: there is none of this name.</summary>
    ToolCollection? Collection(string name) => this.Collections().FirstOrDefault(one => one.Name == name);

    /// <summary>Makes a collection, whose owner is who asks.</summary>
    ValueTask CollectAsync(string name, string by, CancellationToken cancellationToken = default);

    /// <summary>Removes a collection; its tools stay.</summary>
    ValueTask UncollectAsync(string name, string by, CancellationToken cancellationToken = default);

    /// <summary>Adds a member, or gives it another range.</summary>
    /// <param name="name">The collection.</param>
    /// <param name="reference"><c>NAME</c> or <c>NAME@RANGE</c>.</param>
    /// <param name="by">Its owner.</param>
    /// <param name="cancellationToken">Ends it.</param>
    ValueTask AddMemberAsync(string name, string reference, string by, CancellationToken cancellationToken = default);

    /// <summary>Removes a member.</summary>
    ValueTask RemoveMemberAsync(string name, string tool, string by, CancellationToken cancellationToken = default);

    /// <summary>Appends a record that changes no version: a call, a refusal, a question. Answers when it is safe.</summary>
    ValueTask AppendAsync(string kind, string by, string body, CancellationToken cancellationToken = default);

    /// <summary>The log from a sequence number on.</summary>
    IEnumerable<AuditRecord> Log(long from = 0);

    /// <summary>How versions did; null: all that were called.</summary>
    IReadOnlyList<VersionUsage> Usage(string? name = null);

    /// <summary>A number that is another one after each change of a version or its state, in any process: who keeps a list looks here.</summary>
    long Generation { get; }
}
