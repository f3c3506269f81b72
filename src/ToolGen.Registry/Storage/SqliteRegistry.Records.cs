using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Registry.Approvals;
using ToolGen.Registry.Audit;
using ToolGen.Registry.Storage;

namespace ToolGen.Registry;

/// <content>The log, what is counted from it, and the keys.</content>
public sealed partial class SqliteRegistry
{
    private const int PageSize = 1_000;

    /// <summary>The keys of this registry, in the order of their coming.</summary>
    public IReadOnlyList<TrustedKey> Keys => this.readers.Read(sql =>
        KeyRing.Read(sql, this.Id).All.Select((row, index) => new TrustedKey(row.Key, row.Public, row.Name, index == 0, row.Withdrawn is null)).ToArray());

    /// <inheritdoc/>
    public async ValueTask AppendAsync(string kind, string by, string body, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(kind);
        if (!Audit.Kinds.IsForHosts(kind)) throw Bounds.Refused($"a record of a host has a kind of its own, in lower case: {kind} is the registry's, or none");
        Bounds.By(by);
        var canonical = Bounds.Body(body);
        CallBody call = default;
        if (Audit.Kinds.IsCall(kind) && !CallBody.TryRead(canonical, out call)) throw Bounds.Refused("the record of a call has fault (none caller tool environment host), us (microseconds) and, where a version was called, its id");
        await this.RecordAsync(kind, by, canonical, call.Id, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public IEnumerable<AuditRecord> Log(long from = 0)
    {
        while (true)
        {
            var start = from;
            var page = this.readers.Read(sql => sql.All(
                "SELECT sequence, at, kind, who, body, hash FROM log WHERE sequence >= $1 ORDER BY sequence LIMIT $2",
                reader => new AuditRecord(reader.GetInt64(0), Moments.Read(reader.GetInt64(1)), reader.GetString(2), reader.GetString(3), reader.GetString(4), Convert.ToHexStringLower(reader.Bytes(5))), start, (long)PageSize));
            foreach (var record in page) yield return record;
            if (page.Count < PageSize) yield break;
            from = page[^1].Sequence + 1;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<VersionUsage> Usage(string? name = null) => this.readers.Read(sql => sql.All(
        """
        SELECT u.id, u.answered, u.caller, u.tool, u.environment, u.refused, u.callers, u.us, u.last, u.recent, v.name, v.version, v.calls_before, (SELECT calls FROM head)
        FROM usage u JOIN versions v ON v.id = u.id WHERE $1 IS NULL OR v.name = $1 COLLATE NOCASE ORDER BY v.name, v.version
        """,
        reader =>
        {
            var row = TableRows.ReadUsage(reader);
            return new VersionUsage(
                row.Id, reader.GetString(10), reader.GetString(11), row.Answered, row.Caller, row.Tool, row.Environment, row.Refused, row.Callers, TimeSpan.FromMicroseconds(row.Microseconds),
                row.Last is { } last ? Moments.Read(last) : null)
            {
                RecentToolFaults = row.Recent.Count(letter => letter == 't'),
                RecentCalls = row.Recent.Length,
                CallsSince = reader.GetInt64(13) - reader.GetInt64(12),
            };
        },
        name));

    /// <summary>Lets a key in, or takes it back.</summary>
    /// <exception cref="RegistryException">Nobody who may has signed it.</exception>
    public async ValueTask<TrustedKey> GrantAsync(KeyGrant grant, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(grant);
        if (KeyGrantText.Wrong(grant) is { } wrong) throw new RegistryException(RegistryFault.NotApproved, $"this lets nobody in: {wrong}");
        await this.writer.WriteAsync(
            turn =>
            {
                if (KeyRing.Read(turn.Sql, this.Id).Why(grant) is { } why) throw new RegistryException(RegistryFault.NotApproved, $"this changes no key: {why}");
                turn.Append(grant.Withdraws ? Audit.Kinds.Withdrawn : Audit.Kinds.Trusted, grant.By, Bodies.Grant(grant));
                return true;
            },
            Safety.Sealed,
            cancellationToken).ConfigureAwait(false);
        return this.Keys.First(key => key.Id == grant.Key);
    }

    /// <summary>Adds a record whose body is canonical already.</summary>
    internal Task RecordAsync(string kind, string by, string body, string? id, CancellationToken cancellationToken = default) =>
        this.writer.WriteAsync(
            turn =>
            {
                if (id is not null && turn.Rows.Usage(id) is null && turn.Rows.Version(id) is null) throw new RegistryException(RegistryFault.NotFound, $"there is no version {Shown(id)} in this registry");
                turn.Append(kind, by, body);
                return true;
            },
            Safety.Process,
            cancellationToken);
}
