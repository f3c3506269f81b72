using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace ToolGen.Server.Http;

/// <summary>
/// What a browser says of a request: by which name it came (<c>Host</c>) and from which page (<c>Origin</c>). A page of a stranger whose name now leads here says the stranger's name, and is
/// refused; clients that are no browsers say no origin.
/// </summary>
internal sealed class HostCheck
{
    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    private readonly HashSet<string> hosts;
    private readonly HashSet<string> origins;

    public HostCheck(HttpFrontOptions options)
    {
        this.hosts = new([.. Loopback, .. options.Hosts], StringComparer.OrdinalIgnoreCase);
        var address = options.EndPoint.Address;
        if (!address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any)) this.hosts.Add(address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString());
        this.origins = new(options.Origins.Select(origin => origin.TrimEnd('/')), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Why the request is refused; null: it is not.</summary>
    public string? Refusal(HttpRequest request)
    {
        if (!this.hosts.Contains(request.Host.Host)) return "this server is not called by this name: its owner names it with --host";
        if (request.Headers.Origin.Count == 0) return null;
        var origin = request.Headers.Origin.ToString();
        return this.origins.Contains(origin) || this.IsOwn(origin, request.Host) ? null : "no page of this origin may call this server: its owner names it with --origin";
    }

    // A browser leaves out the port that its scheme has anyway, and no other.
    private bool IsOwn(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Scheme is "http" or "https" && (host.Port is { } port ? page.Port == port : page.IsDefaultPort) && this.hosts.Contains(page.Host) && page.PathAndQuery == "/";
}
