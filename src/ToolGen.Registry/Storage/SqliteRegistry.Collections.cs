using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using ToolGen.Registry.Audit;
using ToolGen.Registry.Storage;
using ToolGen.Registry.Versions;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Registry;

/// <content>Collections, and what is swept out.</content>
public sealed partial class SqliteRegistry
{
    private const int MostMembers = 10_000;

    /// <summary>Names of the tools and of the collections of a registry, read from its file alone: nothing is written, opened or signed for it. Those of sessions are their makers' alone.</summary>
    /// <param name="options">Where it lies.</param>
    /// <exception cref="RegistryException">It can't be read.</exception>
    public static (IReadOnlyList<string> Tools, IReadOnlyList<string> Collections) Names(RegistryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            using var sql = Database.OpenReader(options.DatabasePath);
            Database.Check(sql, options.DatabasePath);
            return (
                sql.All("SELECT DISTINCT name FROM versions WHERE state <> 'session' ORDER BY name", reader => reader.GetString(0)),
                sql.All("SELECT name FROM collections ORDER BY name", reader => reader.GetString(0)));
        }
        catch (SqliteException e)
        {
            throw Database.Said(e, options.DatabasePath);
        }
    }

    /// <summary>All collections, in ordinal order of names.</summary>
    public IReadOnlyList<ToolCollection> Collections() => this.readers.Read(sql =>
    {
        var members = sql.All("SELECT collection, tool, range, added FROM members ORDER BY tool", TableRows.ReadMember).ToLookup(member => member.Collection);
        return sql.All("SELECT name, owner, created FROM collections ORDER BY name", TableRows.ReadCollection)
            .Select(row => new ToolCollection(row.Name, row.Owner, Moments.Read(row.Created), [.. members[row.Name].Select(member => new CollectionMember(member.Tool, member.Range))])).ToArray();
    });

    /// <summary>A collection; null: there is none of this name.</summary>
    public ToolCollection? Collection(string name) => this.Collections().FirstOrDefault(one => one.Name == name);

    /// <summary>Makes a collection, whose owner is who asks.</summary>
    public Task CollectAsync(string name, string by, CancellationToken cancellationToken = default)
    {
        Bounds.Name(name, "a collection");
        return this.ChangeAsync(by, turn =>
        {
            if (turn.Rows.Collection(name) is not null) throw Bounds.Refused($"there is a collection {name} already");
            turn.Append(Audit.Kinds.Collection, by, Bodies.Collection(name));
        }, cancellationToken);
    }

    /// <summary>Removes a collection; its tools stay.</summary>
    public Task UncollectAsync(string name, string by, CancellationToken cancellationToken = default) => this.ChangeAsync(by, turn =>
    {
        Owned(turn, name, by);
        turn.Append(Audit.Kinds.Uncollected, by, Bodies.Collection(name));
    }, cancellationToken);

    /// <summary>Adds a member, or gives it another range.</summary>
    /// <param name="name">The collection.</param>
    /// <param name="reference"><c>NAME</c> or <c>NAME@RANGE</c>.</param>
    /// <param name="by">Its owner.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task AddMemberAsync(string name, string reference, string by, CancellationToken cancellationToken = default)
    {
        var parsed = ToolReference.TryParse(reference) ?? throw Bounds.Refused($"{Shown(reference)} names no tool: write NAME or NAME@RANGE");
        return this.ChangeAsync(by, turn =>
        {
            Owned(turn, name, by);
            if (turn.Sql.First("SELECT count(*) FROM members WHERE collection = $1", reader => reader.GetInt64(0), name) >= MostMembers) throw Bounds.Refused($"a collection has at most {MostMembers} members");
            turn.Append(Audit.Kinds.Member, by, Bodies.Member(name, parsed.Name.ToLowerInvariant(), parsed.Range?.Text));
        }, cancellationToken);
    }

    /// <summary>Removes a member.</summary>
    public Task RemoveMemberAsync(string name, string tool, string by, CancellationToken cancellationToken = default) => this.ChangeAsync(by, turn =>
    {
        Owned(turn, name, by);
        tool = tool.ToLowerInvariant();
        if (turn.Sql.First("SELECT 1 FROM members WHERE collection = $1 AND tool = $2", reader => reader.GetInt64(0), name, tool) == 0) throw new RegistryException(RegistryFault.NotFound, $"{Shown(tool)} is no member of {name}");
        turn.Append(Audit.Kinds.Unmember, by, Bodies.Unmember(name, tool));
    }, cancellationToken);

    /// <summary>Takes the versions of a bundle in, all of them or none; each is a candidate, whatever it was where it came from.</summary>
    /// <exception cref="RegistryException">One does not fit its evidence, or its number is taken.</exception>
    public async ValueTask<IReadOnlyList<StoredVersion>> ImportAsync(BundleReading bundle, string by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        Bounds.By(by);
        var checks = bundle.Versions.Select(version => CheckedVersion.Of(version with { SessionOf = null })).ToArray();
        if (checks.GroupBy(check => Claims.Of(check.Name, check.Version)).FirstOrDefault(group => group.Select(check => check.Id).Distinct().Count() > 1) is { } twice)
            throw new RegistryException(RegistryFault.NumberTaken, $"the bundle has two versions of {twice.Key}");
        return await this.writer.WriteAsync(
            turn =>
            {
                // Whatever is refused is refused before the first is written.
                foreach (var check in checks.Where(check => turn.Rows.Version(check.Id) is null or { Gone: true } or { State: ToolState.Session })) this.Claim(turn, check.Given, check.Id);
                turn.Append(Audit.Kinds.Imported, by, Bodies.Imported(bundle.Hash, checks.Select(check => check.Id)));
                return checks.Select(check => this.Add(turn, check, by)).ToArray();
            },
            Safety.Disk,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes the texts of session tools whose sessions are all over; the log keeps their hashes.</summary>
    /// <returns>How many.</returns>
    public async ValueTask<int> CollectGarbageAsync(string by, CancellationToken cancellationToken = default)
    {
        Bounds.By(by);
        return await this.writer.WriteAsync(
            turn =>
            {
                var over = turn.Sql.All(
                    "SELECT id FROM versions v WHERE state = 'session' AND gone = 0 AND NOT EXISTS (SELECT 1 FROM leases l WHERE l.id = v.id AND l.expires > $1)", reader => reader.GetString(0), Moments.Of(turn.Now));
                foreach (var id in over)
                {
                    turn.Sql.Run("DELETE FROM texts WHERE id = $1", id);
                    turn.Sql.Run("DELETE FROM evidence WHERE version = $1", id);
                    turn.Append(Audit.Kinds.Forgotten, by, Bodies.Id(id));
                }

                return over.Count;
            },
            Safety.Disk,
            cancellationToken).ConfigureAwait(false);
    }

    private static void Owned(WriteTurn turn, string name, string by)
    {
        if (turn.Rows.Collection(name) is not { } row) throw new RegistryException(RegistryFault.NotFound, $"there is no collection {Shown(name)}");
        if (row.Owner != by) throw new RegistryException(RegistryFault.State, $"the collection {name} is {row.Owner}'s, who alone changes it");
    }

    private Task ChangeAsync(string by, Action<WriteTurn> change, CancellationToken cancellationToken)
    {
        Bounds.By(by);
        return this.writer.WriteAsync(
            turn =>
            {
                change(turn);
                return true;
            },
            Safety.Disk,
            cancellationToken);
    }
}
