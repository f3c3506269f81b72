using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Effects.Data;
using ToolGen.Effects.Http;
using ToolGen.Effects.Secrets;

namespace ToolGen.Effects;

/// <summary>The effects of a host, in process and guarded: one an application. Thread-safe. Gives each call of a tool a context of its own.</summary>
public sealed partial class ToolEffects : IAsyncDisposable
{
    private readonly Grants grants;
    private readonly ToolEffectsOptions options;
    private readonly HttpRetry retry;
    private readonly SecretStore secrets;
    private readonly HttpWire wire;

    /// <param name="grants">What logical names are bound to.</param>
    /// <param name="options">What the host can replace.</param>
    /// <exception cref="ArgumentException">A grant is none, such as an origin that is no URL.</exception>
    public ToolEffects(Grants grants, ToolEffectsOptions? options = null)
    {
        this.grants = grants;
        this.options = options ?? new();
        this.secrets = new(grants, this.options, new());
        this.Databases = new(this.options);
        this.wire = new(new(grants.Http), this.options);
        this.retry = new(this.options.Time);
    }

    /// <summary>A context for one call of a tool: at most what its capabilities say and the grants bind.</summary>
    /// <param name="tool">The tool that is called.</param>
    /// <param name="log">Takes what the tool notes, secrets masked; null: nothing does.</param>
    /// <param name="findTool">Finds the tools that this call calls, and may refuse them; null: <see cref="ToolEffectsOptions.FindTool"/>.</param>
    public ToolCallContext For(Tool tool, Action<string>? log = null, Func<string, Tool?>? findTool = null) =>
        new(new CallScope(tool, this.grants, findTool is null ? this.options : this.options with { FindTool = findTool }, this.Masked(log)), this);

    /// <summary>The databases of the grants.</summary>
    internal DataSources Databases { get; }

    /// <summary>The context of a tool that another calls.</summary>
    internal ToolCallContext Below(CallScope caller, Tool tool) => new(new CallScope(tool, this.grants, caller.Options, caller.Logger, caller), this);

    /// <summary>Closes connections.</summary>
    public ValueTask DisposeAsync()
    {
        this.wire.Dispose();
        return this.Databases.DisposeAsync();
    }

    /// <summary>HTTP of one call.</summary>
    internal IToolHttp HttpFor(CallScope scope) => new GuardedHttp(scope, this.wire, this.retry, this.secrets);

    /// <summary>Secrets of one call.</summary>
    internal IToolSecrets SecretsFor(CallScope scope) => new GuardedSecrets(scope, this.secrets);

    /// <summary>Lines with every secret masked that was used.</summary>
    internal IReadOnlyList<string> Masked(IReadOnlyList<string> lines) => lines.Count == 0 ? [] : [.. lines.Select(this.secrets.Redactor.Mask)];

    private Action<string>? Masked(Action<string>? log) => log is null ? null : message => log(this.secrets.Redactor.Mask(message));
}

/// <summary>What a host can replace.</summary>
public sealed record ToolEffectsOptions
{
    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where a secret's environment variable is read.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>The addresses of a name.</summary>
    internal Func<string, CancellationToken, ValueTask<IPAddress[]>> Resolve { get; init; } = static async (name, cancellationToken) => await Dns.GetHostAddressesAsync(name, cancellationToken).ConfigureAwait(false);

    /// <summary>Opens a connection to an address that was let through.</summary>
    internal Func<IPEndPoint, CancellationToken, ValueTask<Stream>> Connect { get; init; } = HttpWire.OpenAsync;

    /// <summary>What methods with <c>[Tool]</c> take their instances and services from.</summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>Finds the tools that tools call, by <c>NAME</c> or <c>NAME@RANGE</c>; null: none are found. What it answers is checked against both.</summary>
    public Func<string, Tool?>? FindTool { get; init; }

    /// <summary>
    /// ADO.NET providers beside SQLite and PostgreSQL that grants may name, by any name. A read-only session of theirs is one whose statements are
    /// refused where they could write, and that is rolled back; the database itself does not hold it: grant an account that can only read.
    /// </summary>
    public IReadOnlyDictionary<string, System.Data.Common.DbProviderFactory> DataProviders { get; init; } = new Dictionary<string, System.Data.Common.DbProviderFactory>();

    /// <summary>Calls of tools by tools, however deep, that may come of one call of the host. Default 1,000; each tool's own <c>limits.tools</c> holds too.</summary>
    public int MaximumCalls { get; init; } = 1_000;

    /// <summary>HTTP messages, retries and redirects among them, of one call of the host and of all that it calls. Default 10,000; each tool's own <c>limits.http</c> holds too.</summary>
    public int MaximumRequests { get; init; } = 10_000;

    /// <summary>Statements of one call of the host and of all that it calls. Default 10,000; each tool's own <c>limits.sql</c> holds too.</summary>
    public int MaximumStatements { get; init; } = 10_000;

    /// <summary>Bytes that one call of the host, and all that it calls, may read from files. Default 4 GiB.</summary>
    public long MaximumReadBytes { get; init; } = 4L << 30;

    /// <summary>Bytes that one call of the host, and all that it calls, may write to files. Default 1 GiB.</summary>
    public long MaximumWrittenBytes { get; init; } = 1L << 30;

    /// <summary>Files that one call of the host, and all that it calls, may write. Default 10,000; a spec's own <c>maxFiles</c> holds too.</summary>
    public int MaximumOutputs { get; init; } = 10_000;

    /// <summary>Stands between the context of a tool that another calls and the tool: samples replay effects so. Null: nothing does.</summary>
    internal Func<ToolCallContext, ToolContext>? Around { get; init; }

    /// <summary>Finds tools in a catalog by name; the range is checked where the call is made.</summary>
    public static Func<string, Tool?> ToolsOf(ToolCatalog catalog) => reference => catalog.Find(reference.Split('@')[0]);
}
