using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Pipelines;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ToolGen.Forge.Trial;
using ToolGen.Hosting;
using ToolGen.Registry;
using ToolGen.Registry.Retrieval;
using ToolGen.Sandbox.Isolation;
using ToolGen.Server.Callers;
using ToolGen.Server.Http;
using ToolGen.Server.Listing;
using ToolGen.Server.Stdio;
using ToolGen.TestSupport;

namespace ToolGen.Server.Tests;

/// <summary>A whole server with a registry of its own, and clients of it.</summary>
internal sealed class OpenServer : IAsyncDisposable
{
    private static readonly Lazy<TrialSandbox> Sandbox = new(() => new(new() { Launcher = Launchers.Strongest(), Minimum = IsolationLevel.Process }));

    private readonly CancellationTokenSource end = new(TimeSpan.FromMinutes(5));
    private readonly List<IAsyncDisposable> open = [];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("toolgen-server-");
    private readonly Dictionary<string, string> tokens = [];
    private HttpFront? http;

    private IndexFinder Finder { get; set; } = null!;

    private OpenServer()
    {
    }

    public IToolRegistry Registry { get; private set; } = null!;

    /// <summary>A person whose key the registry trusts.</summary>
    public ApproverKey Person { get; } = ApproverKey.Create();

    public ToolServer Server { get; private set; } = null!;

    public List<CallRecord> Records { get; } = [];

    public List<string> Log { get; } = [];

    /// <summary>The file of the index.</summary>
    public string Index => Path.Combine(this.folder.FullName, "index.db");

    public Uri Address => this.http!.Address;

    /// <summary>One process is every caller.</summary>
    public static Task<OpenServer> ProcessAsync(Func<ToolServerOptions, ToolServerOptions>? options = null, bool keeps = false, ServerCaller? process = null, DenseModel? model = null) => CreateAsync(options, process ?? new ServerCaller("process"), keeps, model);

    /// <summary>Over HTTP on loopback.</summary>
    public static async Task<OpenServer> HttpAsync(IReadOnlyList<string> principals, Func<ToolServerOptions, ToolServerOptions>? options = null, Func<HttpFrontOptions, HttpFrontOptions>? http = null, bool keeps = false)
    {
        var server = await CreateAsync(options, null, keeps, null);
        var file = Path.Combine(server.folder.FullName, "tokens.json");
        foreach (var principal in principals) server.tokens[principal] = TokenFile.Add(file, principal);
        var front = new HttpFrontOptions { Tokens = principals.Count == 0 ? null : TokenFile.Read(file) };
        server.http = await HttpFront.StartAsync(server.Server, http is null ? front : http(front));
        return server;
    }

    /// <summary>The person approves the candidate of a name.</summary>
    public async Task ApproveAsync(string name) =>
        await this.Registry.ApproveAsync(this.Person.Approve(this.Registry.History(name).Single(one => one.State == ToolState.Candidate), DateTimeOffset.UtcNow));

    /// <summary>A client makes a tool, and the person approves it.</summary>
    public async Task<StoredVersion> KeepAsync(McpClient client, string name, string spec)
    {
        await client.AskAsync("propose_tool", ("handle", (await client.MakeAsync(spec)).Handle()));
        await this.ApproveAsync(name);
        return this.Registry.Find(name)!;
    }

    public string TokenOf(string principal) => this.tokens[principal];

    /// <summary>A client in this process, or of a principal over HTTP.</summary>
    public async Task<McpClient> ClientAsync(string? principal = null, string? version = null, Action<McpClientOptions>? configure = null)
    {
        var options = PatientClient.Options(version);
        configure?.Invoke(options);
        IClientTransport transport = this.http is null ? this.Pipe() : new HttpClientTransport(new() { Endpoint = this.Address, TransportMode = HttpTransportMode.StreamableHttp, AdditionalHeaders = this.Headers(principal) });
        var client = await McpClient.CreateAsync(transport, options, cancellationToken: this.end.Token);
        this.open.Add(client);
        return client;
    }

    public HttpRequestMessage Request(HttpMethod method, string? principal, string? body = null)
    {
        var request = new HttpRequestMessage(method, this.Address);
        if (principal is not null) request.Headers.Authorization = new("Bearer", this.TokenOf(principal));
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.Accept.ParseAdd("text/event-stream");
        if (body is not null) request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        return request;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in Enumerable.Reverse(this.open)) await one.DisposeAsync();
        if (this.http is not null) await this.http.DisposeAsync();
        await this.end.CancelAsync();
        await this.Server.DisposeAsync();
        await this.Finder.DisposeAsync();
        await this.Registry.DisposeAsync();
        this.Person.Dispose();
        this.end.Dispose();
        this.folder.Delete(recursive: true);
    }

    /// <param name="options">Changes how.</param>
    /// <param name="process">Who every caller is; null: each request has one.</param>
    /// <param name="keeps">Whether records of calls go into the registry, and not into <see cref="Records"/>.</param>
    /// <param name="model">Gives vectors; null: none.</param>
    private static async Task<OpenServer> CreateAsync(Func<ToolServerOptions, ToolServerOptions>? options, ServerCaller? process, bool keeps, DenseModel? model)
    {
        var server = new OpenServer();
        server.Registry = await SqliteRegistry.OpenAsync(new() { Folder = Path.Combine(server.folder.FullName, "registry"), HostKey = Path.Combine(server.folder.FullName, "host", "host.key.pem") });
        await server.Registry.GrantAsync(server.Person.SignIn(server.Registry.Id, "person", DateTimeOffset.UtcNow));
        var all = new ToolServerOptions { ListInterval = TimeSpan.FromMilliseconds(50), Log = line => { lock (server.Log) server.Log.Add(line); } };
        server.Finder = await IndexFinder.OpenAsync(server.Registry, server.Index, all.Log, model, TimeSpan.Zero);
        server.Server = new(options?.Invoke(all) ?? all, server.Registry, server.Finder, Sandbox.Value, keeps ? new RegistryRecorder(server.Registry) : new Recorder(server.Records), process);
        return server;
    }

    private Dictionary<string, string>? Headers(string? principal) => principal is null ? null : new() { ["Authorization"] = "Bearer " + this.TokenOf(principal) };

    private StreamClientTransport Pipe()
    {
        var (toServer, toClient) = (new Pipe(), new Pipe());
        var serving = StdioFront.RunAsync(this.Server, toServer.Reader.AsStream(), toClient.Writer.AsStream(), this.end.Token);
        this.open.Add(new Ending(serving, this.end));
        return new(toServer.Writer.AsStream(), toClient.Reader.AsStream());
    }

    private sealed class Ending(Task serving, CancellationTokenSource end) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await end.CancelAsync();
            await serving;
        }
    }

    private sealed class Recorder(List<CallRecord> records) : ICallRecorder
    {
        public string? Fault => null;

        public ValueTask RecordAsync(CallRecord record)
        {
            lock (records) records.Add(record);
            return default;
        }
    }
}
