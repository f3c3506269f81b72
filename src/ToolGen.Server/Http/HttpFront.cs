using System;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.AspNetCore;
using ToolGen.Server.Callers;

namespace ToolGen.Server.Http;

/// <summary>
/// The protocol over streamable HTTP, at <c>/mcp</c>: clients of revision 2026-07-28 without sessions, those of older ones with. Before a request reaches it, its name and origin are looked at, its
/// token names its caller, and the caller's limits let it in; only then is its body read.
/// </summary>
public sealed class HttpFront : IAsyncDisposable
{
    private const string Path = "/mcp";
    private const string Anonymous = "anonymous";
    private const string Session = "Mcp-Session-Id";

    /// <summary>The revision whose clients have no sessions.</summary>
    private const string WithoutSessions = "2026-07-28";

    private static readonly TimeSpan IdleTime = TimeSpan.FromMinutes(30);

    private readonly WebApplication application;
    private readonly CallerLimits limits;
    private readonly CallerSessions sessions;

    private HttpFront(WebApplication application, HttpFrontOptions options, TimeProvider time) =>
        (this.application, this.limits, this.sessions) = (application, new(options), new(options.SessionsOfOne, IdleTime, time));

    /// <summary>Where it listens, such as <c>http://127.0.0.1:41234/mcp</c>.</summary>
    public Uri Address => new(this.application.Urls.Single() + Path);

    /// <summary>Starts to listen.</summary>
    /// <param name="server">Made without a caller: each request has its own.</param>
    /// <param name="options">Where, and for whom.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="ArgumentException">Without tokens it listens on loopback alone.</exception>
    /// <exception cref="System.IO.IOException">It can't listen there.</exception>
    public static async Task<HttpFront> StartAsync(ToolServer server, HttpFrontOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Tokens is null && !IPAddress.IsLoopback(options.EndPoint.Address)) throw new ArgumentException("without tokens a server listens on loopback alone: name a file of tokens, or listen on 127.0.0.1", nameof(options));
        if (server.HasProcess) throw new ArgumentException("over HTTP each request has its own caller", nameof(server));

        // Nothing of the folder or the environment: where it listens is said here alone.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, options));
        builder.Services.AddRoutingCore();
        builder.Services.AddMcpServer(server.Configure).WithHttpTransport(http =>
        {
            http.SessionMode = HttpServerSessionMode.StatefulForInitializeClients;
            http.IdleTimeout = IdleTime;
            http.MaxIdleSessionCount = options.IdleSessions;
        });
        var application = builder.Build();
        var front = new HttpFront(application, options, server.Options.Time);
        var check = new HostCheck(options);
        application.Use(next => context => front.AnswerAsync(context, next, check, options.Tokens));
        application.UseRouting();
        application.MapMcp(Path);
        try
        {
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
            return front;
        }
        catch
        {
            await front.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Refuses new requests and ends those that run, within seconds.</summary>
    public async ValueTask DisposeAsync()
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await this.application.StopAsync(late.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // What did not end is ended now.
        }

        await this.application.DisposeAsync().ConfigureAwait(false);
        this.limits.Dispose();
    }

    private static void Configure(KestrelServerOptions kestrel, HttpFrontOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = options.MaximumBody;
        kestrel.Limits.MaxConcurrentConnections = options.MaximumConnections;
        kestrel.Limits.RequestHeadersTimeout = options.HeadTime;
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(30);
        kestrel.Listen(options.EndPoint, listen => listen.Protocols = HttpProtocols.Http1);
    }

    private static Task RefuseAsync(HttpContext context, int status, string sentence)
    {
        // Who is turned away does not keep a connection from others.
        context.Response.Headers.Connection = "close";
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(sentence + "\n");
    }

    private static ServerCaller? CallerOf(HttpRequest request, TokenFile? tokens)
    {
        if (tokens is null) return new(Anonymous, MakesTools: false);
        const string Scheme = "Bearer ";
        return request.Headers.Authorization is [{ } given] && given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && tokens.PrincipalOf(given[Scheme.Length..].Trim()) is { } principal ? new(principal) : null;
    }

    private async Task AnswerAsync(HttpContext context, RequestDelegate next, HostCheck check, TokenFile? tokens)
    {
        if (check.Refusal(context.Request) is { } refusal)
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden, refusal).ConfigureAwait(false);
            return;
        }

        if (CallerOf(context.Request, tokens) is not { } caller)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, "send Authorization: Bearer TOKEN, with a token that this server's owner gave you").ConfigureAwait(false);
            return;
        }

        using var lease = this.limits.Enter(caller.Name);
        if (!lease.IsAcquired)
        {
            context.Response.Headers.RetryAfter = "1";
            await RefuseAsync(context, StatusCodes.Status429TooManyRequests, "too many requests of yours at a time: try again in a second").ConfigureAwait(false);
            return;
        }

        if (!this.Follow(context, caller.Name))
        {
            await RefuseAsync(context, StatusCodes.Status429TooManyRequests, "you have as many sessions open as one caller may: end one (DELETE with its Mcp-Session-Id), or try again when one was not used for half an hour").ConfigureAwait(false);
            return;
        }

        context.User = ToolServer.PrincipalOf(caller);
        await next(context).ConfigureAwait(false);

        // What the server took: a request that it refused ends no session, and one that was long idle for us may live.
        if (context.Request.Headers[Session] is not [{ Length: > 0 } session] || context.Response.StatusCode >= 300) return;
        if (HttpMethods.IsDelete(context.Request.Method)) this.sessions.Seen(caller.Name, session, isEnd: true);
        else this.sessions.Began(caller.Name, session);
    }

    /// <summary>Notes the session of a request, and the one that it begins; false: it may begin none.</summary>
    private bool Follow(HttpContext context, string caller)
    {
        var request = context.Request;
        if (request.Headers[Session] is [{ Length: > 0 } session])
        {
            this.sessions.Seen(caller, session, isEnd: false);
            return true;
        }

        if (HttpMethods.IsPost(request.Method) && request.Headers["MCP-Protocol-Version"] is not [WithoutSessions] && !this.sessions.MayBegin(caller)) return false;
        context.Response.OnStarting(() =>
        {
            if (context.Response.Headers[Session] is [{ Length: > 0 } begun]) this.sessions.Began(caller, begun);
            return Task.CompletedTask;
        });
        return true;
    }
}
