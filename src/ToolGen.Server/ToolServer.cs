using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Security.Claims;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using ToolGen.Forge;
using ToolGen.Forge.Evidence;
using ToolGen.Forge.Trial;
using ToolGen.Hosting;
using ToolGen.Registry;
using ToolGen.Server.Answers;
using ToolGen.Server.Callers;
using ToolGen.Server.Calling;
using ToolGen.Server.Listing;
using ToolGen.Server.Making;
using ToolGen.Specification.Json;

namespace ToolGen.Server;

/// <summary>
/// A server in which agents find tools, make those that are missing, and call them: one resident forge, one sandbox, one registry. What speaks the protocol stands
/// before it (<see cref="Stdio.StdioFront"/>, <see cref="Http.HttpFront"/>). Thread-safe.
/// </summary>
public sealed class ToolServer : IAsyncDisposable
{
    /// <summary>Why a caller that nobody knows makes no tools.</summary>
    internal const string NobodyKnown = "over this connection nobody is known apart from anybody else, so tools are found and called here, and not made: the server's owner starts it with --tokens FILE, or over standard input and output";

    private const string MakesClaim = "toolgen:makes";

    /// <summary>Rounds of the sweep from one look for texts that nobody needs to the next.</summary>
    private const int GarbageRounds = 20;

    private readonly ServerCaller? process;
    private readonly CancellationTokenSource ending = new();
    private readonly ServedList list;
    private readonly Stands stands;
    private readonly Task watching;

    /// <param name="options">How.</param>
    /// <param name="registry">Where versions are kept; not closed with the server.</param>
    /// <param name="finder">Finds approved tools.</param>
    /// <param name="sandbox">Where all tools run; not closed with the server.</param>
    /// <param name="recorder">Keeps the record of every call; not closed with the server.</param>
    /// <param name="process">Whom every request is from, over standard input and output; null: each request has a principal.</param>
    public ToolServer(ToolServerOptions options, IToolRegistry registry, IToolFinder finder, TrialSandbox sandbox, ICallRecorder recorder, ServerCaller? process)
    {
        ArgumentNullException.ThrowIfNull(options);
        (this.Options, this.Registry, this.Finder, this.process) = (options, registry, finder, process);
        this.Sandbox = sandbox;
        this.Policy = new(options.Grants);
        this.Sessions = new(options);
        this.Budgets = new(options, isLone: process is not null);
        this.Workshop = new(options, registry, sandbox, isLone: process is not null);
        recorder = new FaultWatch(options, registry, new CountedRecorder(recorder, this.Budgets), isLone: process is not null, this.Log);
        this.stands = new(options, sandbox, recorder);
        this.Calls = new(this, this.Workshop, registry, this.stands, recorder);
        this.Reuse = new(this, this.stands);
        this.Needs = options.Learns ? new(options.Time, finder, this.Log) : null;
        this.list = new(this, registry, options);
        this.list.Refresh();
        this.watching = Task.WhenAll(this.list.RunAsync(this.ending.Token), this.SweepAsync(this.ending.Token), this.Needs?.RunAsync(this.ending.Token) ?? Task.CompletedTask);
    }

    /// <summary>Whether every request is of one process.</summary>
    internal bool HasProcess => this.process is not null;

    internal ToolServerOptions Options { get; }

    internal IToolRegistry Registry { get; }

    internal IToolFinder Finder { get; }

    internal TrialSandbox Sandbox { get; }

    internal SessionPolicy Policy { get; }

    internal SessionTools Sessions { get; }

    internal CallerBudgets Budgets { get; }

    internal ModelShares ModelShares { get; } = new();

    internal Workshop Workshop { get; }

    internal ToolCalls Calls { get; }

    internal Reuse Reuse { get; }

    /// <summary>What is learned from requests; null: nothing.</summary>
    internal HeardNeeds? Needs { get; }

    /// <summary>Compiles once, before the first client waits for it, and starts the workers that wait.</summary>
    public async Task WarmAsync(CancellationToken cancellationToken = default)
    {
        var workers = this.Sandbox.Sandbox.WarmAsync();
        await this.Workshop.CheckAsync(new("warm", Guide.ServerGuide.Example("transform"), null, null), "", null, cancellationToken).ConfigureAwait(false);
        await workers.ConfigureAwait(false);
    }

    /// <summary>Closes stands and ends their calls, within seconds.</summary>
    public async ValueTask DisposeAsync()
    {
        await this.ending.CancelAsync().ConfigureAwait(false);
        await this.watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await this.Calls.DisposeAsync().ConfigureAwait(false);
        this.ModelShares.Dispose();
        this.ending.Dispose();
    }

    /// <summary>The principal of a request over HTTP.</summary>
    internal static ClaimsPrincipal PrincipalOf(ServerCaller caller) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, caller.Name), new(ClaimTypes.Name, caller.Name), .. caller.MakesTools ? new[] { new Claim(MakesClaim, "true") } : []], caller.MakesTools ? "Bearer" : "None"));

    /// <summary>What the protocol's side of a session is made with.</summary>
    internal void Configure(McpServerOptions options)
    {
        options.ServerInfo = new() { Name = "toolgen", Title = "ToolGen", Version = ToolgenVersion.Current };
        options.ServerInstructions = Instructions.Text;
        options.Capabilities = new() { Tools = new() { ListChanged = true } };
        options.ToolCollection = this.list.Tools;
        options.Filters.Request.ListToolsFilters.Add(next => async (request, cancellationToken) =>
        {
            var listed = await next(request, cancellationToken).ConfigureAwait(false);
            listed.TimeToLive = this.Options.ListTime;
            listed.CacheScope = CacheScope.Private;
            return listed;
        });
    }

    /// <summary>Who asks.</summary>
    /// <exception cref="McpException">Nobody.</exception>
    internal ServerCaller CallerOf(ClaimsPrincipal? user)
    {
        if (this.process is { } one) return one;
        var name = user?.FindFirst(ClaimTypes.NameIdentifier)?.Value;
        return string.IsNullOrWhiteSpace(name) ? throw new McpException("this request has no caller") : new(name, user!.HasClaim(MakesClaim, "true"));
    }

    internal void Log(string message) => this.Options.Log?.Invoke(message);

    /// <summary>Keeps a session tool; what made room for it is ended.</summary>
    internal bool Keep(SessionTool tool, [NotNullWhen(true)] out string? handle)
    {
        var isKept = this.Sessions.TryAdd(tool, out handle, out var ended);
        this.stands.End(ended);
        return isKept;
    }

    /// <summary>What a model sees of the first tool of a set.</summary>
    internal ToolDescriptor Describe(ForgedSet set, ServerCaller caller) =>
        Forge.Forge.ToolsIn(set, this.Sandbox.Sandbox, caller.Name).First(tool => string.Equals(tool.Descriptor.Name, set.Tools[0].Name, StringComparison.Ordinal)).Descriptor;

    /// <summary>A refusal leaves a record too.</summary>
    internal Task<CallToolResult> RefuseAsync(ServerCaller caller, string tool, string sentence, CancellationToken cancellationToken) => this.RefuseAsync(caller, tool, ToolErrorCodes.Denied, sentence, cancellationToken);

    /// <summary>The same under another code.</summary>
    internal async Task<CallToolResult> RefuseAsync(ServerCaller caller, string tool, string code, string sentence, CancellationToken cancellationToken)
    {
        this.Budgets.Recorded(caller.Name);
        try
        {
            await this.RecordAsync("denied", caller, [("what", tool), ("why", ShortText.Of(sentence, 500))], CancellationToken.None).ConfigureAwait(false);
        }
        catch (RegistryException e)
        {
            this.Log($"a refusal of {tool} left no record: {e.Message}");
        }

        return Answer.Refusal(code, sentence);
    }

    /// <summary>The refusal of a caller who was refused too often; null: it goes on. That it began stands in the log, once.</summary>
    internal async ValueTask<CallToolResult?> AwayAsync(ServerCaller caller, CancellationToken cancellationToken)
    {
        if (this.Budgets.Away(caller.Name, out var isFirst) is not { } sentence) return null;
        return isFirst ? await this.RefuseAsync(caller, "all", ToolErrorCodes.Unavailable, sentence, cancellationToken).ConfigureAwait(false) : Answer.Refusal(ToolErrorCodes.Unavailable, sentence);
    }

    /// <summary>A record that is no call's.</summary>
    internal ValueTask RecordAsync(string kind, ServerCaller caller, IEnumerable<(string Name, string? Value)> members, CancellationToken cancellationToken) => this.Registry.AppendAsync(
        kind, caller.Name, JsonWriter.Canonical(new JsonObject([.. members.Select(member => new JsonMember(member.Name, default, member.Value is { } text ? new JsonString(text, default) : new JsonNull(default)))], default)), cancellationToken);

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(30), this.Options.Time);
        for (var round = 1L; await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false); round++)
        {
            this.stands.End(this.Sessions.Sweep());
            if (round % GarbageRounds == 0) await this.CollectAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    // The texts of sessions that are over stay in the file until somebody takes them out.
    private async Task CollectAsync(CancellationToken cancellationToken)
    {
        try
        {
            await this.Registry.CollectGarbageAsync("server", cancellationToken).ConfigureAwait(false);
        }
        catch (RegistryException e)
        {
            this.Log($"what is over can't be taken out of the registry: {e.Message}");
        }
    }
}
