using System;
using System.Collections.Generic;
using System.Net;

namespace ToolGen.Server.Http;

/// <summary>Where a server listens, and for whom.</summary>
public sealed record HttpFrontOptions
{
    /// <summary>Default loopback, a free port.</summary>
    public IPEndPoint EndPoint { get; init; } = new(IPAddress.Loopback, 0);

    /// <summary>The tokens that open it; null: everybody who reaches it is one caller that makes no tools, and it listens on loopback alone.</summary>
    public TokenFile? Tokens { get; init; }

    /// <summary>Names that clients may reach it by, beside its address and those of loopback: what a proxy before it is called.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Pages that may call it from a browser, such as <c>https://agents.example</c>; none but its own unless given.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>Bytes of a request's body. Default 2 MiB.</summary>
    public long MaximumBody { get; init; } = 2 << 20;

    /// <summary>Connections at a time; more are closed. Default 512.</summary>
    public int MaximumConnections { get; init; } = 512;

    /// <summary>Requests of one caller at a time, streams that wait for news among them; more are told to come again. Default 64.</summary>
    public int MaximumRequests { get; init; } = 64;

    /// <summary>Requests of one caller a second over a while; twice as many at once. Default 2,000.</summary>
    public int Rate { get; init; } = 2_000;

    /// <summary>Sessions of clients of older revisions that nobody uses; the oldest end first. Default 1,000, and after half an hour.</summary>
    public int IdleSessions { get; init; } = 1_000;

    /// <summary>Such sessions of one caller; who has as many begins another when one was ended, or nobody used it for half an hour. Default 100.</summary>
    public int SessionsOfOne { get; init; } = 100;

    /// <summary>How long a client may take to send the head of a request. Default ten seconds; a body must come at 240 bytes a second at least.</summary>
    public TimeSpan HeadTime { get; init; } = TimeSpan.FromSeconds(10);
}
