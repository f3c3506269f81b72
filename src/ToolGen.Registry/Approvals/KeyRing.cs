using System.Collections.Generic;
using System.Linq;
using ToolGen.Registry.Audit;
using ToolGen.Registry.Storage;

namespace ToolGen.Registry.Approvals;

/// <summary>The keys of a registry, from the records that let them in; each of these was signed.</summary>
internal sealed class KeyRing
{
    private readonly MemoryRows rows = new();
    private readonly Projector projector;
    private readonly string registry;

    /// <param name="registry">The registry's id.</param>
    public KeyRing(string registry)
    {
        this.projector = new(this.rows);
        this.registry = registry;
    }

    /// <summary>All of them, in the order of their coming.</summary>
    public IEnumerable<KeyRow> All => this.rows.Keys.Values.OrderBy(key => key.Added);

    /// <summary>Reads them from the log, and holds the table against it.</summary>
    public static KeyRing Read(IStoredRows rows, string registry)
    {
        var ring = new KeyRing(registry);
        foreach (var entry in SubjectLog.Read(rows, Kinds.KeysSubject)) ring.Apply(entry);
        return rows.Keys().SequenceEqual(ring.All)
            ? ring
            : throw new RegistryException(RegistryFault.Damaged, "the keys of this registry are not those that its log lets in; run `toolgen verify --all`");
    }

    /// <summary>Takes a record of a key.</summary>
    /// <exception cref="RegistryException">It is signed by nobody who may.</exception>
    public void Apply(in LogEntry entry)
    {
        var grant = KeyGrantText.Read(Body.Read(entry.Body, entry.Sequence).Object("grant"));
        if (grant.Withdraws != (entry.Kind == Kinds.Withdrawn) || entry.By != grant.By) throw Damaged(entry, "its kind or author is not that of its grant");
        if (this.Why(grant) is { } why) throw Damaged(entry, why);
        this.projector.Apply(entry);
    }

    /// <summary>A key that may approve; null: it may not.</summary>
    public KeyRow? Trusted(string key) => this.rows.Key(key) is { Withdrawn: null } row ? row : null;

    /// <summary>Why a grant can't be taken; null: it can.</summary>
    public string? Why(KeyGrant grant)
    {
        if (KeyGrantText.Wrong(grant) is { } wrong) return wrong;
        if (grant.Registry != this.registry) return "it was signed for another registry";
        var known = this.rows.Key(grant.Key);
        if (grant.Withdraws)
        {
            if (known is not { Withdrawn: null }) return "there is no such key to take back";
            if (this.rows.Keys.Values.Count(row => row.Withdrawn is null) == 1) return "it is the only key: let another one in first";
        }
        else if (known is not null)
        {
            return known.Withdrawn is null ? "the key is trusted already" : "the key was taken back, and does not come in again";
        }

        // Only the first one comes in by its own word.
        var signer = this.rows.Keys.Count == 0 ? grant.By == grant.Key ? grant.Public : null : this.Trusted(grant.By)?.Public;
        return signer is null ? this.rows.Keys.Count == 0 ? "the first key of a registry signs itself in" : "a key that is trusted already must sign it"
            : Signatures.Holds(signer, KeyGrantText.Signed(grant), grant.Signature) ? null : "its signature does not hold";
    }

    private static RegistryException Damaged(in LogEntry entry, string why) =>
        new(RegistryFault.Damaged, $"record {entry.Sequence} of the log ({entry.Kind}) lets nobody in: {why}; run `toolgen verify --all`");
}
