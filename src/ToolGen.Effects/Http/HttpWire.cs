using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Effects.Http;

/// <summary>The connections of a host: one pool, no proxy, no cookies, no redirects of its own.</summary>
internal sealed class HttpWire : IDisposable
{
    private readonly HttpMessageInvoker invoker;

    public HttpWire(HttpGate gate, ToolEffectsOptions options)
    {
        this.Gate = gate;
        var dial = new HttpDial(gate, options);
        this.invoker = new(new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = dial.ConnectAsync,
            ConnectTimeout = HttpCaps.Connect * 2,
            Credentials = null,
            MaxResponseDrainSize = 64 << 10,
            MaxResponseHeadersLength = HttpCaps.AnswerHeaderKilobytes,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            PreAuthenticate = false,
            RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
            ResponseHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
            UseCookies = false,
            UseProxy = false,
        });
    }

    public HttpGate Gate { get; }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken) => this.invoker.SendAsync(message, cancellationToken);

    public void Dispose() => this.invoker.Dispose();

    /// <summary>What <see cref="ToolEffectsOptions.Connect"/> is outside of tests.</summary>
    public static async ValueTask<Stream> OpenAsync(IPEndPoint end, CancellationToken cancellationToken)
    {
        var socket = new Socket(end.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(end, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
