using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Cli.Servers;

/// <summary>Answers over HTTP up to a <see cref="ByteLimit"/>. No redirect is followed: the address is what the user gave, and a secret goes nowhere else.</summary>
/// <param name="ofEach">The bytes of each answer; null: all of them together are limited.</param>
/// <param name="staysHere">Whether the address is this machine's own: no proxy is asked then, and a name that leads elsewhere is refused.</param>
internal sealed class CappedAnswers(long? ofEach = null, bool staysHere = false) : DelegatingHandler(Handler(staysHere))
{
    private readonly ByteLimit limit = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var content = new StreamContent(new CappedStream(await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), ofEach is { } most ? new(most) : this.limit));
        foreach (var (name, values) in answer.Content.Headers) content.Headers.TryAddWithoutValidation(name, values);
        answer.Content = content;
        return answer;
    }

    private static SocketsHttpHandler Handler(bool staysHere)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = !staysHere, ActivityHeadersPropagator = null };
        if (staysHere) handler.ConnectCallback = ConnectAsync;
        return handler;
    }

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken).ConfigureAwait(false);
        if (addresses.Length == 0 || !addresses.All(IPAddress.IsLoopback)) throw new HttpRequestException($"{context.DnsEndPoint.Host} is not this machine");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
