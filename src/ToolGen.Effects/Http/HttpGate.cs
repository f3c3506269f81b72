using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Effects.Http;

/// <summary>Lets a request through that both the tool's capabilities and the host's grants allow, and says where an origin's connections go.</summary>
internal sealed class HttpGate
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];
    private readonly List<Entry> entries = [];

    /// <exception cref="ArgumentException">A grant is none.</exception>
    public HttpGate(IReadOnlyList<HttpGrant> grants)
    {
        foreach (var grant in grants) this.entries.Add(Entry.Of(grant));
        foreach (var origin in this.entries.Where(entry => entry.ConnectTo is not null).GroupBy(entry => entry.Origin))
            if (origin.Select(entry => entry.ConnectTo).Distinct().Count() > 1)
                throw new ArgumentException($"http.allow connects {origin.Key} to two addresses: one origin has one", nameof(grants));
    }

    /// <summary>What the tool's capabilities say, whatever the host grants.</summary>
    /// <returns>The request as it is written, and as a server may read it: the same object where there is no difference.</returns>
    /// <exception cref="ToolException"><c>denied</c>.</exception>
    public static (HttpCapability Written, HttpCapability Read) RequireCapability(CallScope scope, string method, HttpTarget target)
    {
        if (!Methods.Contains(method)) throw new ToolException(ToolErrorCodes.Denied, $"\"{CallScope.Shown(method)}\" is no method that is sent; there are {string.Join(", ", Methods)}");
        var effect = new HttpCapability(method, target.Origin, target.Path);
        scope.Use(effect);

        // What %2F is to the server, a letter or a slash, nobody knows: both readings must be allowed.
        var decoded = target.SlashedPath == target.Path ? effect : effect with { Path = target.SlashedPath };
        if (!ReferenceEquals(decoded, effect) && !scope.Capabilities.Allows(decoded))
            throw new ToolException(ToolErrorCodes.Denied, $"{target.Origin}{CallScope.Shown(target.Path)} can be read as {CallScope.Shown(decoded.Path)}, which no capability of {scope.Tool.Descriptor.Name} covers; one with ** would");
        return (effect, decoded);
    }

    /// <exception cref="ToolException"><c>denied</c>.</exception>
    public void Require(CallScope scope, string method, HttpTarget target)
    {
        var (written, read) = RequireCapability(scope, method, target);
        foreach (var entry in this.entries)
            if (entry.Allows(written) && (ReferenceEquals(written, read) || entry.Allows(read))) return;
        throw this.NotGranted(method, target);
    }

    /// <summary>The fixed address of an origin; null: as its name resolves.</summary>
    public IPEndPoint? ConnectTo(string origin)
    {
        foreach (var entry in this.entries)
            if (entry.ConnectTo is not null && entry.Origin == origin) return entry.ConnectTo;
        return null;
    }

    private ToolException NotGranted(string method, HttpTarget target)
    {
        var known = this.entries.Where(entry => entry.Origin == target.Origin).SelectMany(entry => entry.Methods);
        var methods = known.Append(method).Distinct();
        return new(ToolErrorCodes.Denied, $"this host does not allow {method} {target.Origin}{CallScope.Shown(target.Path)}: add to toolgen.json {GrantLine.Requests(target.Origin, methods)}");
    }

    private sealed record Entry(string Origin, HttpCapability Paths, IReadOnlyList<string> Methods, IPEndPoint? ConnectTo)
    {
        public bool Allows(HttpCapability effect) => (this.Methods.Contains(effect.Method) || this.Methods.Contains("*")) && this.Paths.Covers(effect);

        public static Entry Of(HttpGrant grant)
        {
            var scheme = grant.Origin.IndexOf("://", StringComparison.Ordinal);
            var slash = scheme < 0 ? -1 : grant.Origin.IndexOf('/', scheme + 3);
            var origin = OriginText.Parse(slash < 0 ? grant.Origin : grant.Origin[..slash]) ?? throw new ArgumentException($"http.allow: \"{grant.Origin}\" is no origin such as https://api.example", nameof(grant));
            IPEndPoint? connectTo = null;
            if (grant.ConnectTo is not null && (!IPEndPoint.TryParse(grant.ConnectTo, out connectTo) || connectTo.Port == 0))
                throw new ArgumentException($"http.allow: connectTo \"{grant.ConnectTo}\" of {origin} is no address and port such as 10.0.0.7:8443", nameof(grant));
            return new(origin, new HttpCapability("*", origin, slash < 0 ? "/**" : grant.Origin[slash..]), grant.Methods.Count == 0 ? ["GET", "HEAD"] : grant.Methods, connectTo);
        }
    }
}
