using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Effects.Http;

/// <summary>
/// Opens connections. A name is resolved once and every address of it must be public; the connection goes to an address that was looked at,
/// so that a name which answers otherwise a moment later wins nothing.
/// </summary>
internal sealed class HttpDial(HttpGate gate, ToolEffectsOptions options)
{
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        // The request's URL was written by HttpTarget: its origin is canonical.
        var origin = context.InitialRequestMessage.RequestUri!.GetLeftPart(UriPartial.Authority);
        if (gate.ConnectTo(origin) is { } fix) return await this.OpenAsync([fix], origin, cancellationToken).ConfigureAwait(false);

        var addresses = await this.ResolveAsync(context.DnsEndPoint.Host, cancellationToken).ConfigureAwait(false);
        foreach (var address in addresses)
            if (AddressGuard.Refusal(address) is { } kind) throw Refused(origin, kind);
        return await this.OpenAsync(Array.ConvertAll(addresses, address => new IPEndPoint(address, context.DnsEndPoint.Port)), origin, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host, out var literal)) return [literal];
        IPAddress[] addresses;
        try
        {
            addresses = await options.Resolve(host, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            throw new ToolException(ToolErrorCodes.Unavailable, $"the name {host} does not resolve");
        }

        if (addresses.Length == 0) throw new ToolException(ToolErrorCodes.Unavailable, $"the name {host} has no address");
        if (addresses.Length > HttpCaps.Addresses) throw new ToolException(ToolErrorCodes.Limit, $"the name {host} has more than {HttpCaps.Addresses} addresses");
        return addresses;
    }

    private async ValueTask<Stream> OpenAsync(IPEndPoint[] ends, string origin, CancellationToken cancellationToken)
    {
        foreach (var end in ends)
        {
            using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            time.CancelAfter(HttpCaps.Connect / ends.Length);
            try
            {
                return await options.Connect(end, time.Token).ConfigureAwait(false);
            }
            catch (Exception e) when (e is SocketException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                // The next address.
            }
        }

        throw new ToolException(ToolErrorCodes.Unavailable, $"no connection to {origin}");
    }

    // The address itself stays unsaid: a tool learns nothing of the network around it.
    private static ToolException Refused(string origin, string kind) => new(
        ToolErrorCodes.Denied,
        $"{origin} is at an address that is not public ({kind}); where the host means it, its line of http.allow in toolgen.json gets \"connectTo\": \"ADDRESS:PORT\"");
}
