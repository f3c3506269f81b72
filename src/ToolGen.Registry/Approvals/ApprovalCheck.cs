using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ToolGen.Registry.Storage;
using ToolGen.Specification.Evidence;

namespace ToolGen.Registry.Approvals;

/// <summary>Whether an approval holds for what stands in the registry now. Nothing that the file says of it is believed.</summary>
/// <param name="ring">The keys.</param>
/// <param name="policy">Who may approve.</param>
/// <param name="now">The time.</param>
internal sealed class ApprovalCheck(KeyRing ring, ApprovalPolicy policy, DateTimeOffset now)
{
    /// <summary>Why it does not hold; null: it does.</summary>
    public string? Why(Approval approval, VersionRow row, ToolEvidence evidence) =>
        ApprovalText.Wrong(approval) is { } wrong ? wrong
        : approval.Id != row.Id || evidence.Identity.Id != row.Id ? "it is another version's"
        : approval.Tool != row.Name || approval.Version != row.Version ? "it names another tool or number"
        : !approval.Capabilities.SequenceEqual(evidence.Capabilities.Declared) ? "it is for other capabilities"
        : !evidence.IsSound ? "the evidence has errors, or samples that do not pass"
        : ring.Trusted(approval.Key) is not { } key ? $"the key {approval.Key[..12]} is not trusted here, or was taken back"
        : !policy.MayApprove(approval.Key) ? $"the policy does not let the key {approval.Key[..12]} approve"
        : policy.Until(approval) <= now ? $"it expired on {policy.Until(approval):yyyy-MM-dd}"
        : !Signatures.Holds(key.Public, ApprovalText.Signed(approval), approval.Signature) ? "its signature does not hold"
        // Last: what is told so would hold but for the upgrade, and `review --upgrade` may renew it.
        : approval.Templates != evidence.Identity.Templates ? "it is for another set of templates: `toolgen review --upgrade` shows what changed"
        : null;

    /// <summary>The newest approval that holds, where as many persons gave one as the policy asks for; otherwise why not.</summary>
    public (Approval? Approval, string? Why) Holding(IReadOnlyList<ApprovalRow> rows, VersionRow version, ToolEvidence evidence)
    {
        Approval? newest = null;
        string? why = null;
        var persons = new HashSet<string>();
        foreach (var row in rows)
        {
            var approval = ApprovalText.Read(row.Text);
            if (this.Why(approval, version, evidence) is { } one)
            {
                why = one;
                continue;
            }

            newest = approval;
            persons.Add(this.PersonOf(approval.Key));
        }

        var asked = policy.Persons(evidence.Capabilities.Declared);
        return persons.Count >= asked && newest is not null ? (newest, null) : (null, persons.Count > 0 ? $"{persons.Count} of {asked} persons approved it" : why ?? "nobody approved it");
    }

    /// <summary>How many approvals it takes, of which so many persons gave one: two keys of one person are one person.</summary>
    /// <param name="keys">The keys that approve it, each once.</param>
    /// <param name="capabilities">What it may do.</param>
    public int Needed(IReadOnlyCollection<string> keys, IReadOnlyList<string> capabilities) => policy.Persons(capabilities) + keys.Count - keys.Select(this.PersonOf).Distinct().Count();

    /// <summary>Whose key it is, by the name under which it was let in.</summary>
    private string PersonOf(string key) => ring.Trusted(key) is { Name: var name } ? string.Join(' ', name.Normalize(NormalizationForm.FormKC).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant() : key;
}
