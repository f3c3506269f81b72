using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Registry.Approvals;
using ToolGen.Registry.Audit;
using ToolGen.Registry.Storage;

namespace ToolGen.Registry.Turns;

/// <content>The log, what is counted from it, and the keys.</content>
internal sealed partial class LogRegistry
{
    private const int PageSize = 1_000;

    /// <summary>Microseconds that a <see cref="TimeSpan"/> holds.</summary>
    private const long LongestTime = long.MaxValue / 10;

    /// <inheritdoc/>
    public IReadOnlyList<TrustedKey> Keys => this.store.Read(rows =>
        KeyRing.Read(rows, this.Id).All.Select((row, index) => new TrustedKey(row.Key, row.Public, row.Name, index == 0, row.Withdrawn is null)).ToArray());

    /// <inheritdoc/>
    public async ValueTask AppendAsync(string kind, string by, string body, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(kind);
        if (!Audit.Kinds.IsForHosts(kind)) throw Bounds.Refused($"a record of a host has a kind of its own, in lower case: {kind} is the registry's, or none");
        Bounds.By(by);
        var canonical = Bounds.Body(body);
        CallBody call = default;
        if (Audit.Kinds.IsCall(kind) && !CallBody.TryRead(canonical, out call)) throw Bounds.Refused("the record of a call has fault (none caller tool environment host), us (microseconds) and, where a version was called, its id");
        await this.writer.WriteAsync(
            turn =>
            {
                if (call.Id is { } id && turn.Rows.Usage(id) is null && turn.Rows.Version(id) is null) throw new RegistryException(RegistryFault.NotFound, $"there is no version {Shown(id)} in this registry");
                turn.Append(kind, by, canonical);
                return true;
            },
            Safety.Process,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public IEnumerable<AuditRecord> Log(long from = 0)
    {
        while (true)
        {
            var start = from;
            var page = this.store.Read(rows => rows.Records(start, PageSize));
            foreach (var (entry, hash, _) in page) yield return new(entry.Sequence, Moments.Read(entry.At), entry.Kind, entry.By, entry.Body, Convert.ToHexStringLower(hash));
            if (page.Count < PageSize) yield break;
            from = page[^1].Entry.Sequence + 1;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<VersionUsage> Usage(string? name = null) => this.store.Read(rows =>
    {
        var calls = rows.RequireHead().Calls;
        return rows.Counts(name).Select(one => UsageOf(one.Usage, one.Version, calls)).ToArray();
    });

    /// <inheritdoc/>
    public string? IdOf(string tool, string version, string spec) => this.store.Read(rows => rows.IdOf(tool, version, spec));

    /// <inheritdoc/>
    public async ValueTask<TrustedKey> GrantAsync(KeyGrant grant, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(grant);
        if (KeyGrantText.Wrong(grant) is { } wrong) throw new RegistryException(RegistryFault.NotApproved, $"this lets nobody in: {wrong}");
        await this.writer.WriteAsync(
            turn =>
            {
                if (KeyRing.Read(turn.Rows, this.Id).Why(grant) is { } why) throw new RegistryException(RegistryFault.NotApproved, $"this changes no key: {why}");
                turn.Append(grant.Withdraws ? Audit.Kinds.Withdrawn : Audit.Kinds.Trusted, grant.By, Bodies.Grant(grant));
                return true;
            },
            Safety.Sealed,
            cancellationToken).ConfigureAwait(false);
        return this.Keys.First(key => key.Id == grant.Key);
    }

    /// <summary>Notes that a person took the log over.</summary>
    internal async ValueTask AcceptedAsync(string by, string body, CancellationToken cancellationToken) => await this.writer.WriteAsync(
        turn =>
        {
            turn.Append(Audit.Kinds.Accepted, by, body);
            return true;
        },
        Safety.Sealed,
        cancellationToken).ConfigureAwait(false);

    private static VersionUsage UsageOf(UsageRow row, VersionRow version, long calls) => new(
        row.Id, version.Name, version.Version, row.Answered, row.Caller, row.Tool, row.Environment, row.Refused, row.Callers, TimeSpan.FromMicroseconds(Math.Clamp(row.Microseconds, 0, LongestTime)),
        row.Last is { } last ? Moments.Read(last) : null)
    {
        Shapes = row.Shapes,
        RecentToolFaults = row.Recent.Count(letter => letter == 't'),
        RecentCalls = row.Recent.Length,
        CallsSince = calls - version.CallsBefore,
    };
}
