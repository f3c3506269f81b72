using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using ToolGen.Effects.Http;
using ToolGen.TestSupport;

namespace ToolGen.Effects.Tests.Http;

/// <summary>A host whose names resolve as a test says, and whose connections are noted and stay on loopback.</summary>
internal sealed class HttpWorld : IAsyncDisposable
{
    /// <summary>A public address, to which nothing is ever sent.</summary>
    public static readonly IPAddress Public = IPAddress.Parse("93.184.216.34");

    private readonly List<HttpGrant> grants = [];
    private ToolEffects? effects;

    /// <summary>The addresses of names; other names do not resolve.</summary>
    public Dictionary<string, Func<IPAddress[]>> Names { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Servers that stand for public addresses.</summary>
    public Dictionary<IPAddress, LoopbackServer> Servers { get; } = [];

    public Dictionary<string, string> Environment { get; } = [];

    public Dictionary<string, SecretGrant> Secrets { get; } = [];

    /// <summary>The capabilities of the tool that calls.</summary>
    public List<string> Capabilities { get; } = [];

    public ToolLimits Limits { get; set; } = ToolLimits.Default;

    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>Every address that a connection was asked for.</summary>
    public ConcurrentQueue<IPEndPoint> Dialed { get; } = new();

    public List<string> Lines { get; } = [];

    public ToolEffects Effects => this.effects ??= new(
        new() { Http = this.grants, Secrets = this.Secrets },
        new() { Time = this.Time, Environment = name => this.Environment.GetValueOrDefault(name), Resolve = this.ResolveAsync, Connect = this.ConnectAsync });

    /// <summary>Grants an origin and gives the tool its capability; a server makes it a fixed address.</summary>
    public HttpWorld Allow(string origin, LoopbackServer? server = null, params string[] methods)
    {
        this.grants.Add(new(origin, methods.Length == 0 ? ["*"] : methods, server?.Address));
        this.Capabilities.Add($"http * {origin}{(origin.LastIndexOf('/') > 8 ? "" : "/**")}");
        return this;
    }

    /// <summary>Grants alone.</summary>
    public HttpWorld Grant(HttpGrant grant)
    {
        this.grants.Add(grant);
        return this;
    }

    /// <summary>A name of a public address, behind which a server stands.</summary>
    public HttpWorld Serve(string name, LoopbackServer server)
    {
        var address = IPAddress.Parse($"93.184.216.{this.Servers.Count + 1}");
        this.Servers[address] = server;
        this.Names[name] = () => [address];
        return this;
    }

    public HttpWorld Secret(string name, string value, params string[] origins)
    {
        this.Secrets[name] = new(name.ToUpperInvariant(), origins);
        this.Environment[name.ToUpperInvariant()] = value;
        this.Capabilities.Add("secret " + name);
        return this;
    }

    public ToolCallContext Context() => this.Effects.For(new StubTool([.. this.Capabilities]) { Caps = this.Limits }, this.Lines.Add);

    public ValueTask<ToolHttpResponse> GetAsync(string url) => this.SendAsync(new("GET", url));

    public ValueTask<ToolHttpResponse> SendAsync(ToolHttpRequest request) => this.Context().Http.SendAsync(request);

    /// <summary>The code that a request ends with; null: it was answered.</summary>
    public async Task<string?> CodeAsync(ToolHttpRequest request) => (await this.ErrorAsync(request))?.Code;

    public Task<string?> CodeAsync(string url) => this.CodeAsync(new ToolHttpRequest("GET", url));

    public async Task<ToolException?> ErrorAsync(ToolHttpRequest request)
    {
        try
        {
            await this.SendAsync(request);
            return null;
        }
        catch (ToolException e)
        {
            return e;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (this.effects is not null) await this.effects.DisposeAsync();
    }

    private ValueTask<IPAddress[]> ResolveAsync(string name, System.Threading.CancellationToken cancellationToken) =>
        this.Names.TryGetValue(name, out var addresses) ? new(addresses()) : throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.HostNotFound);

    private async ValueTask<Stream> ConnectAsync(IPEndPoint end, System.Threading.CancellationToken cancellationToken)
    {
        this.Dialed.Enqueue(end);
        if (end.Port == 443) throw new IOException("no server here speaks TLS");
        if (this.Servers.TryGetValue(end.Address, out var server)) end = server.EndPoint;
        return IPAddress.IsLoopback(end.Address) ? await HttpWire.OpenAsync(end, cancellationToken) : throw new IOException("nothing leaves loopback");
    }
}
