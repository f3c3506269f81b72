using System;
using System.Linq;
using ToolGen.Registry.Approvals;
using ToolGen.Registry.Storage;
using ToolGen.Registry.Versions;

namespace ToolGen.Registry.Audit;

/// <summary>
/// What follows from a record: the one place that changes a state, an approval, a key or a count. It writes the tables when a record is written, and memory when the log is read anew, so that both must be equal.
/// </summary>
internal sealed class Projector(IRows rows)
{
    /// <summary>How many calls stand in <see cref="UsageRow.Recent"/>.</summary>
    public const int Recent = 20;

    /// <summary>How many shapes of arguments are kept of one version. Part of the file's form: it never changes.</summary>
    private const int MostShapes = 100;

    /// <summary>Applies a record. What it is about must be there: the log alone is enough.</summary>
    /// <exception cref="RegistryException">It can't follow the ones before.</exception>
    public void Apply(in LogEntry entry)
    {
        if (Kinds.IsCall(entry.Kind)) this.Call(entry, CallBody.TryRead(entry.Body, out var call) ? call : throw Wrong(entry, "its body is no call's"));
        else if (Kinds.IsOfVersion(entry.Kind)) this.Version(entry, Body.Read(entry.Body, entry.Sequence));
        else this.Other(entry);
    }

    private void Version(in LogEntry entry, Body body)
    {
        var id = body.Text("id");
        var row = rows.Version(id);
        if (entry.Kind == Kinds.Added)
        {
            if (row is { Gone: false }) throw Wrong(entry, $"{id} is there already");
            this.Add(entry, body, id, row);
            return;
        }

        if (row is null) throw Wrong(entry, $"there is no version {id}");
        row = row with { Changed = entry.Sequence, Records = row.Records + 1 };
        rows.Put(entry.Kind switch
        {
            Kinds.Session => this.Lease(entry, body, row),
            Kinds.Proposed => row.State != ToolState.Session ? throw Wrong(entry, "it is no session's tool") : row with
            {
                State = ToolState.Candidate,
                Since = entry.Sequence,
                Claim = Claims.Of(row.Name, row.Version),
                Session = null,
                Expires = null,
                Reason = null,
            },
            Kinds.Approved => this.Approve(entry, body, row),
            Kinds.Changes => row with { Reason = body.Text("reason") },
            Kinds.Renewed => row with { Evidence = body.Text("evidence") },
            Kinds.Forgotten => row.State != ToolState.Session ? throw Wrong(entry, "only a session's tool is forgotten") : row with { Gone = true },
            _ => Mark(entry, body, row),
        });
    }

    private void Add(in LogEntry entry, Body body, string id, VersionRow? before)
    {
        var session = body.TextOrNull("session");
        var row = new VersionRow
        {
            Id = id,
            Name = body.Text("name"),
            Version = body.Text("version"),
            Claim = session is null ? Claims.Of(body.Text("name"), body.Text("version")) : null,
            Kind = body.Text("kind"),
            Maker = entry.By,
            Created = entry.At,
            State = session is null ? ToolState.Candidate : ToolState.Session,
            Evidence = body.Text("evidence"),
            Spec = body.Text("spec"),
            Text = body.Text("text"),
            Companion = body.TextOrNull("companion"),
            Tests = body.TextOrNull("tests"),
            Mcp = body.Text("mcp"),
            Since = entry.Sequence,
            Changed = entry.Sequence,
            Records = (before?.Records ?? 0) + 1,
            CallsBefore = body.Number("calls"),
        };
        rows.Put(session is null ? row : this.Lease(entry, body, row));
    }

    private VersionRow Lease(in LogEntry entry, Body body, VersionRow row)
    {
        if (row.State != ToolState.Session || row.Gone) throw Wrong(entry, "it is no session's tool");
        var (owner, expires) = (body.Text("session"), body.Number("expires"));
        rows.Put(new LeaseRow(row.Id, owner, expires));
        return row with { Session = owner, Expires = expires };
    }

    private VersionRow Approve(in LogEntry entry, Body body, VersionRow row)
    {
        if (!StateRules.TakesApproval(row.State)) throw Wrong(entry, $"a version that is {States.Text(row.State)} takes no approval");
        var approval = ApprovalText.Read(body.Object("approval"));
        if (approval.Id != row.Id) throw Wrong(entry, "its approval is another version's");
        if (approval.Evidence != row.Evidence) throw Wrong(entry, "the person saw other evidence than stood here then");
        rows.Put(new ApprovalRow(row.Id, approval.Key, ApprovalText.Whole(approval), entry.Sequence));
        var since = row.State == ToolState.Quarantined ? row.Since : -1;
        var persons = rows.Approvals(row.Id).Count(one => one.Sequence > since && ApprovalText.Read(one.Text).Templates == approval.Templates);
        return persons < body.Number("persons") || row.State is ToolState.Approved
            ? row
            : row with { State = ToolState.Approved, Since = entry.Sequence, Reason = null };
    }

    private static VersionRow Mark(in LogEntry entry, Body body, VersionRow row)
    {
        var to = entry.Kind switch
        {
            Kinds.Rejected => ToolState.Rejected,
            Kinds.Deprecated => ToolState.Deprecated,
            Kinds.Quarantined => ToolState.Quarantined,
            Kinds.Revoked => ToolState.Revoked,
            _ => ToolState.Approved,
        };
        return StateRules.MayMark(row.State, to)
            ? row with { State = to, Since = entry.Sequence, Reason = body.Text("reason"), Session = null, Expires = null }
            : throw Wrong(entry, $"a version that is {States.Text(row.State)} does not become {States.Text(to)}");
    }

    /// <summary>Counts a call.</summary>
    public void Call(in LogEntry entry, in CallBody call)
    {
        if (call.Id is null) return;
        rows.Calls++;
        var row = rows.Usage(call.Id) ?? new(call.Id, 0, 0, 0, 0, 0, 0, 0, 0, null, "");
        var callers = row.Callers + (rows.AddCaller(call.Id, rows.IsFirstForm ? entry.By : CallerName.Of(entry.By)) ? 1 : 0);
        var recent = row.Recent.Length < Recent ? row.Recent + call.Fault : string.Concat(row.Recent.AsSpan(1), [call.Fault]);
        var shapes = row.Shapes + (!rows.IsFirstForm && call is { Fault: 'n', Shape: { } shape } && row.Shapes < MostShapes && rows.AddShape(call.Id, shape) ? 1 : 0);
        row = row with { Callers = callers, Shapes = shapes, Microseconds = row.Microseconds + call.Microseconds, Last = entry.At, Recent = recent };
        rows.Put(call.Fault switch
        {
            'n' => row with { Answered = row.Answered + 1 },
            'c' => row with { Caller = row.Caller + 1 },
            't' => row with { Tool = row.Tool + 1 },
            'e' => row with { Environment = row.Environment + 1 },
            _ => row with { Refused = row.Refused + 1 },
        });
    }

    private void Other(in LogEntry entry)
    {
        switch (entry.Kind)
        {
            case Kinds.Trusted or Kinds.Withdrawn:
                this.Key(entry, KeyGrantText.Read(Body.Read(entry.Body, entry.Sequence).Object("grant")));
                break;
            case Kinds.Collection:
                var made = Body.Read(entry.Body, entry.Sequence).Text("collection");
                if (rows.Collection(made) is not null) throw Wrong(entry, $"the collection {made} is there already");
                rows.Put(new CollectionRow(made, entry.By, entry.At));
                break;
            case Kinds.Uncollected:
                rows.RemoveCollection(Body.Read(entry.Body, entry.Sequence).Text("collection"));
                break;
            case Kinds.Member:
                var member = Body.Read(entry.Body, entry.Sequence);
                if (rows.Collection(member.Text("collection")) is null) throw Wrong(entry, "there is no such collection");
                rows.Put(new MemberRow(member.Text("collection"), member.Text("tool"), member.TextOrNull("range"), entry.Sequence));
                break;
            case Kinds.Unmember:
                var gone = Body.Read(entry.Body, entry.Sequence);
                rows.RemoveMember(gone.Text("collection"), gone.Text("tool"));
                break;
        }
    }

    private void Key(in LogEntry entry, KeyGrant grant)
    {
        var known = rows.Key(grant.Key);
        if (entry.Kind == Kinds.Trusted && known is not null) throw Wrong(entry, "the key is known already");
        if (entry.Kind == Kinds.Trusted) rows.Put(new KeyRow(grant.Key, grant.Public, grant.Name, KeyGrantText.Whole(grant), entry.Sequence, null));
        else rows.Put((known ?? throw Wrong(entry, $"there is no key {grant.Key}")) with { Withdrawn = entry.Sequence });
    }

    private static RegistryException Wrong(in LogEntry entry, string why) => new(RegistryFault.Damaged, $"record {entry.Sequence} of the log ({entry.Kind}) can't follow those before it: {why}");
}
