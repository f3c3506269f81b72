using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using ToolGen.Effects;
using ToolGen.Forge;
using ToolGen.Hosting;
using ToolGen.Registry;
using ToolGen.Server.Answers;
using ToolGen.Server.Callers;
using ToolGen.Server.Making;
using ToolGen.Specification.Capabilities;
using ToolGen.Specification.Evidence;

namespace ToolGen.Server.Calling;

/// <summary>Calls: an approved tool by its name, a session tool by its handle; every attempt through a host, which records it.</summary>
internal sealed class ToolCalls : IAsyncDisposable
{
    private const int LongestReference = 200;
    private const int MostKept = 500;

    /// <summary>How long what the registry said of a version is taken for what it says.</summary>
    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(5);

    // No reference of a tool begins so.
    private const string IdPrefix = "#";

    private readonly Gate gate;
    private readonly ToolServer server;
    private readonly ToolServerOptions options;
    private readonly Workshop workshop;
    private readonly IToolRegistry registry;
    private readonly Stands stands;
    private readonly ToolHost nowhere;
    private volatile Known known = new(-1, 0);

    public ToolCalls(ToolServer server, Workshop workshop, IToolRegistry registry, Stands stands, ICallRecorder recorder)
    {
        (this.server, this.options, this.workshop, this.registry, this.stands) = (server, server.Options, workshop, registry, stands);
        this.gate = Gate.OfCalls(this.options, server.HasProcess);

        // What is not there is asked of a host that has nothing: it leaves the record.
        this.nowhere = new(Grants.None, new() { Records = null }, new() { Recorder = new SharedRecorder(recorder), Effects = new() { Time = this.options.Time } });
    }

    /// <summary>The version that a call of this name takes; null: none.</summary>
    public StoredVersion? Approved(string reference)
    {
        if (reference.Length > LongestReference || ToolReference.TryParse(reference) is null) return null;
        return this.Looked(reference, this.registry.Find);
    }

    /// <summary>The session tool of a handle of this caller; null: there is none, or a person took back what it is.</summary>
    public SessionTool? Own(ServerCaller caller, string handle)
    {
        if (!IsHandle(handle) || this.server.Sessions.Find(handle, caller.Name) is not { } tool) return null;
        return this.Looked(IdPrefix + tool.Version.Id, key => this.registry.Get(key[IdPrefix.Length..])) is { State: ToolState.Rejected or ToolState.Quarantined or ToolState.Revoked } ? null : tool;
    }

    /// <summary>The version that a name or a handle of this caller stands for; null: none that may be called.</summary>
    public StoredVersion? Version(ServerCaller caller, string reference) => IsHandle(reference) ? this.Own(caller, reference)?.Version : this.Approved(reference);

    /// <summary>Calls it.</summary>
    public async Task<CallToolResult> CallAsync(ServerCaller caller, string reference, ReadOnlyMemory<byte> arguments, RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken)
    {
        if (await this.gate.EnterAsync(caller.Name, cancellationToken).ConfigureAwait(false) is not Turn.Given and var turn) return Answer.Refusal(ToolErrorCodes.Unavailable, new BusyException(turn).Message);
        try
        {
            var by = new ToolCaller(caller.Name, request.Server.SessionId);
            var isSession = IsHandle(reference);
            var (version, stand) = isSession ? this.OwnStand(caller, reference) : await this.StandAsync(caller, reference, cancellationToken).ConfigureAwait(false);
            if (stand is null || version is null) return await this.NowhereAsync(reference, isSession, arguments, by).ConfigureAwait(false);
            if (this.Withdrawn(version, isSession) is { } why) return await this.server.RefuseAsync(caller, version.Name, why, cancellationToken).ConfigureAwait(false);
            var result = await CallProgress.AroundAsync(request, version.Name, () => stand.CallAsync(arguments, by, cancellationToken)).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            if (!isSession && !result.IsError) this.server.Needs?.Called(caller, version);
            return CallAnswer.Of(result, version, isSession, this.options.MaximumAnswerBytes);
        }
        catch (Exception e) when (e is BusyException or TimeoutException)
        {
            return Answer.Refusal(ToolErrorCodes.Unavailable, e.Message);
        }
        finally
        {
            this.gate.Leave(caller.Name);
        }
    }

    /// <summary>Why what is compiled may not run now, whatever held when it was forged: its approval ended, or a tool that it calls was taken back; null: it may.</summary>
    public string? Withdrawn(StoredVersion version, bool isSession)
    {
        if (!isSession && version.Approval is null) return $"no approval of {version.Name} {version.Version} holds: a person renews it with `toolgen review {version.Name}`";
        var open = new Queue<ToolStep>(version.Evidence.Identity.Steps);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (open.TryDequeue(out var step))
        {
            if (step.Id is null || !seen.Add(step.Id)) continue;
            if (this.Looked(IdPrefix + step.Id, key => this.registry.Get(key[IdPrefix.Length..])) is not { State: ToolState.Approved or ToolState.Deprecated, Approval: not null } called)
                return $"{version.Name} {version.Version} calls {step.Tool}, which may not be called any more: its next version calls another";
            foreach (var further in called.Evidence.Identity.Steps) open.Enqueue(further);
        }

        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await this.stands.DisposeAsync().ConfigureAwait(false);
        await this.nowhere.DisposeAsync().ConfigureAwait(false);
    }

    private (StoredVersion? Version, Stand? Stand) OwnStand(ServerCaller caller, string handle) =>
        this.Own(caller, handle) is { } tool ? (tool.Version, this.stands.Of(SessionTools.HashOf(handle), tool.Version.Id, caller.Name, tool.Set)) : (null, null);

    private async Task<(StoredVersion? Version, Stand? Stand)> StandAsync(ServerCaller caller, string reference, CancellationToken cancellationToken)
    {
        if (this.Approved(reference) is not { } version) return (null, null);

        // Who asks first may give up; the others still want it.
        ForgedSet set = await this.stands.SetOf(version.Id, () => this.workshop.AgainAsync(version, caller.Name, CancellationToken.None)).WaitAsync(cancellationToken).ConfigureAwait(false);

        // It may have waited for long: what holds now counts.
        if (this.Approved(reference)?.Id != version.Id) throw new RegistryException(RegistryFault.State, $"{version.Name} {version.Version} was taken back, or a newer one took its place, while it was made ready: call it again");
        return (version, this.stands.Of(version.Id, version.Id, caller.Name, set));
    }

    private async Task<CallToolResult> NowhereAsync(string reference, bool isSession, ReadOnlyMemory<byte> arguments, ToolCaller by)
    {
        // A handle is a secret, and stands in no record.
        await this.nowhere.CallAsync(isSession ? SessionTools.Prefix + SessionTools.HashOf(reference)[..8] : reference, arguments, by).ConfigureAwait(false);
        return Answer.Refusal(ToolErrorCodes.NotFound, isSession ? Missing.Handle : Missing.Name(reference));
    }

    private static bool IsHandle(string reference) => reference.StartsWith(SessionTools.Prefix, StringComparison.Ordinal);

    /// <summary>What the registry says, asked once until it changes, in whatever process; and anew after a while: an approval ends with its time, and a policy is a file, without a change of the log.</summary>
    private StoredVersion? Looked(string key, Func<string, StoredVersion?> look)
    {
        var now = this.registry.Generation;
        var known = this.known;
        if (known.Generation != now || this.options.Time.GetElapsedTime(known.Since) > Trusted) this.known = known = new(now, this.options.Time.GetTimestamp());
        if (known.Versions.TryGetValue(key, out var version)) return version;
        version = look(key);
        if (known.Versions.Count < MostKept) known.Versions[key] = version;
        return version;
    }

    private sealed record Known(long Generation, long Since)
    {
        public ConcurrentDictionary<string, StoredVersion?> Versions { get; } = new(StringComparer.Ordinal);
    }
}
