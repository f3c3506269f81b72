using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Registry.Approvals;
using ToolGen.Registry.Audit;
using ToolGen.Registry.Changes;
using ToolGen.Registry.Storage;
using ToolGen.Registry.Versions;
using ToolGen.Specification.Capabilities;
using ToolGen.Specification.Evidence;

namespace ToolGen.Registry.Turns;

/// <content>What changes a version.</content>
internal sealed partial class LogRegistry
{
    /// <summary>Candidates of one name that wait at a time; of those as many are one proposer's, and of all names.</summary>
    private const int MostOfName = 20, MostOfOneOfName = 5, MostOfOne = 50;

    private static readonly TimeSpan ClocksApart = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public async ValueTask<StoredVersion> AddAsync(NewVersion version, string by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(version);
        Bounds.By(by);
        var check = CheckedVersion.Of(version);
        return await this.writer.WriteAsync(turn => this.Add(turn, check, by), Safety.Disk, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<StoredVersion> ProposeAsync(string id, string by, CancellationToken cancellationToken = default)
    {
        Bounds.By(by);
        return await this.writer.WriteAsync(turn => this.Propose(turn, this.Require(turn, id), by, null), Safety.Disk, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<StoredVersion> ApproveAsync(Approval approval, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(approval);
        if (ApprovalText.Wrong(approval) is { } wrong) throw NotApproved(wrong);
        return await this.writer.WriteAsync(turn => this.Approve(turn, approval), Safety.Sealed, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<StoredVersion> MarkAsync(string id, ToolState state, string reason, string by, CancellationToken cancellationToken = default)
    {
        var kind = Kinds.Of(state);
        Bounds.By(by);
        Bounds.Reason(reason);
        return await this.writer.WriteAsync(
            turn =>
            {
                // Whatever is wrong with its texts or its approval: it can be taken back.
                var row = turn.Rows.Version(id) ?? throw new RegistryException(RegistryFault.NotFound, $"there is no version {Shown(id)} in this registry");
                if (!StateRules.MayMark(row.State, state)) throw Stands(row, $"does not become {States.Text(state)}");
                if (state == ToolState.Approved && this.Require(turn, id).Approval is null) throw NotApproved($"the approval of {row.Name} {row.Version} no longer holds: approve it again");
                turn.Append(kind, by, Bodies.Marked(id, reason));
                return this.Require(turn, id);
            },
            state == ToolState.Deprecated ? Safety.Disk : Safety.Sealed,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask AskForChangesAsync(string id, string reason, string by, CancellationToken cancellationToken = default)
    {
        Bounds.By(by);
        Bounds.Reason(reason);
        await this.writer.WriteAsync(
            turn =>
            {
                var version = this.Require(turn, id);
                if (version.State != ToolState.Candidate) throw Stands(turn.Rows.Version(id)!, "is not changed any more");
                turn.Append(Kinds.Changes, by, Bodies.Marked(id, reason));
                return true;
            },
            Safety.Disk,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask RenewAsync(IReadOnlyList<ToolEvidence> evidence, string by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        Bounds.By(by);
        await this.writer.WriteAsync(
            turn =>
            {
                var known = evidence.Select(one => (New: one, Version: this.Require(turn, one.Identity.Id ?? ""))).ToArray();
                foreach (var (one, version) in known)
                    if (one.Tool != version.Name || one.Version != version.Version || one.Kind != version.Kind || one.Identity.Companion != version.Evidence.Identity.Companion)
                        throw Bounds.Refused($"the evidence of {version.Name} {version.Version} is about another tool");
                foreach (var (one, version) in known)
                {
                    if (one.Id == version.Evidence.Id) continue;
                    KeepEvidence(turn, version.Id, one.Text);
                    turn.Append(Kinds.Renewed, by, Bodies.Renewed(version.Id, one.Id));
                }

                return true;
            },
            Safety.Disk,
            cancellationToken).ConfigureAwait(false);
    }

    private StoredVersion Add(WriteTurn turn, CheckedVersion check, string by)
    {
        var session = check.Given.SessionOf;
        if (turn.Rows.Version(check.Id) is { Gone: false } row)
        {
            var there = this.Require(turn, row.Id);
            if (row.State != ToolState.Session) return there;
            if (session is null) return this.Propose(turn, there, by, check.Given);
            if (there.IsSessionOf(session, turn.Now)) return there;
            turn.Append(Kinds.Session, by, Bodies.Session(row.Id, session, Moments.Of(turn.Now + check.Given.SessionTime)));
            return this.Require(turn, row.Id);
        }

        if (session is null) this.Claim(turn, check.Given, check.Id);
        turn.Rows.PutTexts(check.Id, check.Given.Spec, check.Given.Companion, check.Given.Tests, check.Given.McpTool);
        KeepEvidence(turn, check.Id, check.Evidence);
        turn.Append(Kinds.Added, by, check.Body(turn.Now, turn.Rows.Calls));
        return this.Require(turn, check.Id);
    }

    private StoredVersion Propose(WriteTurn turn, StoredVersion version, string by, NewVersion? given)
    {
        if (version.State != ToolState.Session) throw Stands(turn.Rows.Version(version.Id)!, "is no session's tool");
        if (given is null && version.Expires <= turn.Now) throw new RegistryException(RegistryFault.State, $"the session of {version.Name} {version.Version} is over: make it again, then propose it");
        if (given is null) Bound(turn, version, by);
        this.Claim(turn, given ?? new() { Spec = version.Spec, Companion = version.Companion, Tests = version.Tests, Evidence = version.Evidence, McpTool = version.McpTool }, version.Id);
        turn.Append(Kinds.Proposed, by, Bodies.Id(version.Id));
        return this.Require(turn, version.Id);
    }

    /// <summary>Of one proposer no more wait than a person can look at, and no name is filled up by one.</summary>
    private static void Bound(WriteTurn turn, StoredVersion version, string by)
    {
        var open = turn.Rows.Proposed(by, MostOfOne);
        if (open.Count >= MostOfOne) throw new RegistryException(RegistryFault.State, $"{MostOfOne} tools that you proposed wait for a person already, as many as may: propose this one when some of them are approved or rejected");
        if (open.Count(name => string.Equals(name, version.Name, StringComparison.OrdinalIgnoreCase)) >= MostOfOneOfName)
            throw new RegistryException(RegistryFault.State, $"{MostOfOneOfName} numbers of {version.Name} that you proposed wait for a person already: propose the next one when some of them are approved or rejected");
    }

    /// <summary>A candidate takes its number, for good.</summary>
    private void Claim(WriteTurn turn, NewVersion version, string id)
    {
        var (name, number) = (version.Evidence.Tool, version.Evidence.Version!);
        if (turn.Rows.Claimed(Claims.Of(name, number)) is { } taken && taken != id)
            throw new RegistryException(RegistryFault.NumberTaken, $"{name} {number} is taken by another version ({Shown(taken)}), and numbers are never used again: give it the next one");
        if (turn.Rows.Candidates(name, id) >= MostOfName)
            throw new RegistryException(RegistryFault.State, $"{MostOfName} candidates of {name} wait for a person already, as many as one name may have: no further one comes in before some of them are approved or rejected");
        if (StepRule.Before(number, Newest(turn.Rows, name).Where(row => row.Id != id), row => row.State, row => row.Version) is { } before && this.versions.Read(turn.Rows, before) is { } last) StepRule.Require(last, version);
    }

    private StoredVersion Approve(WriteTurn turn, Approval approval)
    {
        var version = this.Require(turn, approval.Id);
        var row = turn.Rows.Version(approval.Id)!;
        if (!StateRules.TakesApproval(row.State)) throw Stands(row, "can't be approved");
        var (now, policy) = (turn.Now, this.policy.Current);
        if (approval.At > now + ClocksApart) throw NotApproved("its time lies ahead: look at the clock");
        if (approval.At.ToUnixTimeSeconds() < version.Created.ToUnixTimeSeconds()) throw NotApproved("it is older than the version");
        if (approval.Evidence != version.Evidence.Id) throw NotApproved("the person saw other evidence than stands here now: review it again");
        if (row.State is ToolState.Quarantined or ToolState.Deprecated && approval.At.ToUnixTimeMilliseconds() < SinceOf(turn, row)) throw NotApproved($"it is older than the {(row.State == ToolState.Quarantined ? "quarantine" : "deprecation")}: review it again");
        var ring = KeyRing.Read(turn.Rows, this.Id);
        var check = new ApprovalCheck(ring, policy, now);
        if (check.Why(approval, row, version.Evidence) is { } why) throw NotApproved(ring.All.Any() ? why : "no key is trusted here yet: `toolgen key trust` lets the first one in");
        var given = turn.Rows.Approvals(approval.Id);
        if (given.Any(one => one.Text == ApprovalText.Whole(approval))) return version;
        if (given.Any(one => one.Key == approval.Key && ApprovalText.Read(one.Text).At > approval.At)) throw NotApproved("a newer one with the same key stands here, and an older one does not count again");
        this.RequireStep(turn, version);

        // Those that the state will be made of, this one among them: a second key of one person makes it one more.
        var since = row.State == ToolState.Quarantined ? row.Since : -1;
        var keys = given.Where(one => one.Sequence > since && ApprovalText.Read(one.Text).Templates == approval.Templates).Select(one => one.Key).Append(approval.Key).ToHashSet();
        turn.Append(Kinds.Approved, approval.Key, Bodies.Approved(approval, check.Needed(keys, version.Capabilities), policy.Hash));
        return this.Require(turn, approval.Id);
    }

    /// <summary>A number that says less than changed since the version that people call is not approved, whatever stood there when it was added. What samples tell, who runs them looks at.</summary>
    private void RequireStep(WriteTurn turn, StoredVersion version)
    {
        var before = Newest(turn.Rows, version.Name).Where(row => row.State is ToolState.Approved or ToolState.Deprecated && row.Id != version.Id && VersionRange.Compare(row.Version, version.Version) < 0)
            .Select(row => this.versions.Read(turn.Rows, row)).FirstOrDefault(one => one is { State: ToolState.Approved or ToolState.Deprecated });
        if (before is not null) StepRule.Require(VersionChange.Between(before, version, [.. before.Evidence.Samples.Select(sample => new SampleRun(sample.Given, true))]));
    }

    private static long SinceOf(WriteTurn turn, VersionRow row) => turn.Rows.Records(row.Since, 1)[0].Entry.At;

    private static void KeepEvidence(WriteTurn turn, string id, string text) => turn.Rows.PutEvidence(Sha256.Of(text), id, text);

    private static RegistryException Stands(VersionRow row, string what) =>
        new(RegistryFault.State, $"{row.Name} {row.Version} is {States.Text(row.State)} and {what}: {StateRules.Instead(row.State)}");

    private static RegistryException NotApproved(string why) => new(RegistryFault.NotApproved, $"this approves nothing: {why}");
}
