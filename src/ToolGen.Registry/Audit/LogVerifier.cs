using System;
using System.Collections.Generic;
using System.Threading;
using ToolGen.Registry.Approvals;
using ToolGen.Registry.Storage;

namespace ToolGen.Registry.Audit;

/// <summary>Reads the log once, from its first record to its last: numbers, hashes, tree, checkpoints, signatures; and makes of it what the tables must say.</summary>
internal sealed class LogVerifier
{
    private const int MaximumKept = 100_000;

    private readonly Dictionary<string, string> kept = [];
    private readonly string registry;
    private readonly SealedSizes seals;
    private readonly Problems problems;
    private readonly Projector projector;
    private readonly KeyRing ring;
    private readonly LogText text = new();
    private readonly MerkleRange range = new();
    private readonly HashSet<string> claims = [];
    private readonly byte[] hash = LogText.Start;
    private bool isTreeWrong;
    private int sealsSeen;
    private long next;

    public LogVerifier(string registry, SealedSizes seals, Problems problems, bool isFirstForm = false)
    {
        this.Rows = new() { IsFirstForm = isFirstForm };
        (this.registry, this.seals, this.problems) = (registry, seals, problems);
        this.projector = new(this.Rows);
        this.ring = new(registry);
    }

    public MemoryRows Rows { get; }

    /// <summary>Evidence that records name, and of which version.</summary>
    public Dictionary<string, string> Evidence { get; } = [];

    public long Size => this.range.Size;

    public SealedSizes Seals => this.seals;

    public int Approvals { get; private set; }

    public int SealsSeen => this.sealsSeen;

    public byte[] Hash => this.hash;

    public MerkleRange Range => this.range;

    public long Generation { get; private set; }

    public void Read(IWholeRows rows, CancellationToken cancellationToken)
    {
        var stored = new byte[LogText.HashBytes];
        rows.EachRecord((in LogEntry entry, ReadOnlySpan<byte> body, ReadOnlySpan<byte> hash, string? subject) =>
        {
            if ((this.Size & 4095) == 0) cancellationToken.ThrowIfCancellationRequested();
            if (hash.Length == stored.Length) hash.CopyTo(stored);
            else this.problems.Add(Where(entry), "its hash is none");
            this.Take(entry, body, stored);
            if (Kinds.IsCall(entry.Kind)) this.Count(entry, body, subject is null);
            else this.Follow(entry, subject);
        });
        if (this.seals.Newest > this.Size) this.problems.Add("log", $"it ends at {this.Size} records, and the host signed {this.seals.Newest}: its end was cut off");
    }

    private static string Where(in LogEntry entry) => $"log, record {entry.Sequence} ({entry.Kind})";

    private void Take(in LogEntry entry, ReadOnlySpan<byte> body, byte[] stored)
    {
        if (entry.Sequence != this.next)
        {
            this.problems.Add("log", entry.Sequence > this.next
                ? $"records {this.next} to {entry.Sequence - 1} are missing"
                : $"record {entry.Sequence} stands where {this.next} should");
            this.isTreeWrong = true;
        }

        this.next = entry.Sequence + 1;
        Span<byte> leaf = stackalloc byte[LogText.HashBytes];
        this.text.Hash(this.hash, entry, body, this.hash, leaf);
        if (!this.hash.AsSpan().SequenceEqual(stored)) this.problems.Add(Where(entry), "it was changed: its hash is not that of its text and of the record before it");
        stored.CopyTo(this.hash, 0);
        this.range.Append(leaf);
        if (this.seals.RootAt(this.Size) is not { } root) return;
        if (this.seals.IsCheckpoint(this.Size)) this.sealsSeen++;
        if (this.isTreeWrong || Convert.ToBase64String(this.range.Root()) == root) return;
        this.isTreeWrong = true;
        this.problems.Add($"log, up to record {entry.Sequence}", "the records are not those that the host signed: one of them since the checkpoint before was changed, or all were written anew");
    }

    private void Count(in LogEntry entry, ReadOnlySpan<byte> body, bool hasNoSubject)
    {
        if (!hasNoSubject) this.problems.Add(Where(entry), "it is filed under a version (subject)");
        if (entry.Sequence == 0) this.problems.Add(Where(entry), "the log begins otherwise, or of another registry");
        if (!CallBody.TryRead(body, out var call)) this.problems.Add(Where(entry), "its body is no call's");
        else this.projector.Call(entry, call with { Id = call.Id is null ? null : this.Kept(call.Id) });
    }

    // The same few names a million times: one object each, so that tables find them by reference first.
    private string Kept(string text)
    {
        if (this.kept.TryGetValue(text, out var known)) return known;
        if (this.kept.Count < MaximumKept) this.kept.Add(text, text);
        return text;
    }

    private void Follow(in LogEntry entry, string? subject)
    {
        try
        {
            if (subject != Body.SubjectOf(entry.Kind, entry.Body, entry.Sequence)) this.problems.Add(Where(entry), "it is filed under another version (subject)");
            if ((entry.Sequence == 0) != (entry.Kind == Kinds.Created) || (entry.Sequence == 0 && Body.Read(entry.Body, 0).Text("registry") != this.registry)) this.problems.Add(Where(entry), "the log begins otherwise, or of another registry");
            if (Kinds.ChangesGeneration(entry.Kind)) this.Generation = entry.Sequence + 1;
            this.Before(entry);
            this.projector.Apply(entry);
        }
        catch (RegistryException e)
        {
            this.problems.Add(Where(entry), e.Message);
        }
    }

    private void Before(in LogEntry entry)
    {
        switch (entry.Kind)
        {
            case Kinds.Added:
                var added = Body.Read(entry.Body, entry.Sequence);
                this.Evidence[added.Text("evidence")] = added.Text("id");
                if (added.Number("calls") != this.Rows.Calls) this.problems.Add(Where(entry), "it counts other calls than there were before it");
                if (added.TextOrNull("session") is null && !this.claims.Add(Versions.Claims.Of(added.Text("name"), added.Text("version")))) this.problems.Add(Where(entry), "the number was taken before");
                break;
            case Kinds.Proposed:
                if (this.Rows.Version(Body.Read(entry.Body, entry.Sequence).Text("id")) is { } proposed && !this.claims.Add(Versions.Claims.Of(proposed.Name, proposed.Version))) this.problems.Add(Where(entry), "the number was taken before");
                break;
            case Kinds.Renewed:
                var renewed = Body.Read(entry.Body, entry.Sequence);
                this.Evidence[renewed.Text("evidence")] = renewed.Text("id");
                break;
            case Kinds.Trusted or Kinds.Withdrawn:
                this.ring.Apply(entry);
                break;
            case Kinds.Approved:
                this.Approvals++;
                var approval = ApprovalText.Read(Body.Read(entry.Body, entry.Sequence).Object("approval"));
                if (approval.Key != entry.By || this.ring.Trusted(approval.Key) is not { } key) this.problems.Add(Where(entry), "the key that approved was not trusted then");
                else if (!Signatures.Holds(key.Public, ApprovalText.Signed(approval), approval.Signature)) this.problems.Add(Where(entry), "the signature of the approval does not hold");
                break;
        }
    }
}
