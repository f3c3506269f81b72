// Makes a preview of any public web page; the name is resolved for the check and again for the connection, and redirects are followed.
using System;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class PreviewPlugin(HttpClient http)
    {
        [KernelFunction, Description("First characters of a public web page.")]
        public async Task<string> PreviewAsync(string url, CancellationToken ct = default)
        {
            var uri = new Uri(url);
            var addresses = await Dns.GetHostAddressesAsync(uri.Host, ct);
            if (addresses.Any(a => IPAddress.IsLoopback(a) || a.ToString().StartsWith("10.") || a.ToString().StartsWith("192.168.")))
                throw new InvalidOperationException("Not a public page.");

            var text = await http.GetStringAsync(uri, ct);
            return text.Length > 500 ? text[..500] : text;
        }
    }
}

namespace Fixed
{
    public sealed class PreviewPlugin
    {
        private static readonly IPNetwork[] Refused =
        [
            .. new[] { "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/3" }.Select(IPNetwork.Parse),
        ];

        private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, ConnectCallback = ConnectAsync }) { Timeout = TimeSpan.FromSeconds(10) };

        [KernelFunction, Description("First characters of a public web page.")]
        public async Task<string> PreviewAsync(string url, CancellationToken ct = default)
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps || uri.Port != 443) throw new ArgumentException("Not a public page.", nameof(url));
            var text = await this.http.GetStringAsync(uri, ct);
            return text.Length > 500 ? text[..500] : text;
        }

        private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
        {
            var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, AddressFamily.InterNetwork, ct);
            var address = addresses.FirstOrDefault(a => !Refused.Any(n => n.Contains(a))) ?? throw new HttpRequestException("Not a public page.");
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, context.DnsEndPoint.Port), ct);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }
}
