using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Registry.Audit;
using ToolGen.Registry.Storage;
using ToolGen.Registry.Versions;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Registry.Turns;

/// <content>Collections, and what is swept out.</content>
internal sealed partial class LogRegistry
{
    private const int MostMembers = 10_000;

    /// <inheritdoc/>
    public IReadOnlyList<ToolCollection> Collections() => this.store.Read(rows =>
    {
        var members = rows.Members().ToLookup(member => member.Collection);
        return rows.Collections().Select(row => new ToolCollection(row.Name, row.Owner, Moments.Read(row.Created), [.. members[row.Name].Select(member => new CollectionMember(member.Tool, member.Range))])).ToArray();
    });

    /// <inheritdoc/>
    public ValueTask CollectAsync(string name, string by, CancellationToken cancellationToken = default)
    {
        Bounds.Name(name, "a collection");
        return this.ChangeAsync(by, turn =>
        {
            if (turn.Rows.Collection(name) is not null) throw Bounds.Refused($"there is a collection {name} already");
            turn.Append(Audit.Kinds.Collection, by, Bodies.Collection(name));
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask UncollectAsync(string name, string by, CancellationToken cancellationToken = default) => this.ChangeAsync(by, turn =>
    {
        Owned(turn, name, by);
        turn.Append(Audit.Kinds.Uncollected, by, Bodies.Collection(name));
    }, cancellationToken);

    /// <inheritdoc/>
    public ValueTask AddMemberAsync(string name, string reference, string by, CancellationToken cancellationToken = default)
    {
        var parsed = ToolReference.TryParse(reference) ?? throw Bounds.Refused($"{Shown(reference)} names no tool: write NAME or NAME@RANGE");
        return this.ChangeAsync(by, turn =>
        {
            Owned(turn, name, by);
            if (turn.Rows.MembersOf(name) >= MostMembers) throw Bounds.Refused($"a collection has at most {MostMembers} members");
            turn.Append(Audit.Kinds.Member, by, Bodies.Member(name, parsed.Name.ToLowerInvariant(), parsed.Range?.Text));
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask RemoveMemberAsync(string name, string tool, string by, CancellationToken cancellationToken = default) => this.ChangeAsync(by, turn =>
    {
        Owned(turn, name, by);
        tool = tool.ToLowerInvariant();
        if (turn.Rows.Member(name, tool) is null) throw new RegistryException(RegistryFault.NotFound, $"{Shown(tool)} is no member of {name}");
        turn.Append(Audit.Kinds.Unmember, by, Bodies.Unmember(name, tool));
    }, cancellationToken);

    /// <inheritdoc/>
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

    /// <inheritdoc/>
    public async ValueTask<int> CollectGarbageAsync(string by, CancellationToken cancellationToken = default)
    {
        Bounds.By(by);
        return await this.writer.WriteAsync(
            turn =>
            {
                var over = turn.Rows.SessionsOver(Moments.Of(turn.Now));
                foreach (var id in over)
                {
                    turn.Rows.RemoveTexts(id);
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

    private async ValueTask ChangeAsync(string by, Action<WriteTurn> change, CancellationToken cancellationToken)
    {
        Bounds.By(by);
        await this.writer.WriteAsync(
            turn =>
            {
                change(turn);
                return true;
            },
            Safety.Disk,
            cancellationToken).ConfigureAwait(false);
    }
}
