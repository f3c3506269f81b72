// Archives a page; some spellings of inner addresses are refused as text, all others are fetched.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class ArchiveTools
    {
        private static readonly string[] Blocked = ["localhost", "127.0.0.1", "169.254.169.254", "0.0.0.0", "::1"];
        private static readonly HttpClient Http = new();

        [McpServerTool, Description("Takes a page's text and its checksum.")]
        public static async Task<Dictionary<string, string>> ArchivePage(string url)
        {
            if (Blocked.Any(b => url.Contains(b, StringComparison.OrdinalIgnoreCase)))
                throw new ArgumentException("Inner addresses are not archived.");
            var body = await Http.GetByteArrayAsync(url);
            return new() { ["sha256"] = Convert.ToHexString(SHA256.HashData(body)), ["text"] = System.Text.Encoding.UTF8.GetString(body) };
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class ArchiveTools
    {
        private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, ConnectCallback = PublicOnly.ConnectAsync });

        [McpServerTool, Description("Takes a page's text and its checksum.")]
        public static async Task<Dictionary<string, string>> ArchivePage(string url)
        {
            var uri = new Uri(url, UriKind.Absolute);
            if (uri.Scheme is not "https" || uri.Port != 443) throw new ArgumentException("Inner addresses are not archived.");
            var body = await Http.GetByteArrayAsync(uri);
            return new() { ["sha256"] = Convert.ToHexString(SHA256.HashData(body)), ["text"] = System.Text.Encoding.UTF8.GetString(body) };
        }
    }

    internal static class PublicOnly
    {
        public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
        {
            foreach (var address in await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, AddressFamily.InterNetwork, ct))
            {
                if (!IsPublic(address)) continue;
                var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(address, context.DnsEndPoint.Port, ct);
                return new NetworkStream(socket, ownsSocket: true);
            }

            throw new HttpRequestException("Inner addresses are not archived.");
        }

        private static bool IsPublic(IPAddress address) => address.GetAddressBytes() switch
        {
            [0 or 10 or 127, ..] => false,
            [100, >= 64 and <= 127, ..] => false,
            [169, 254, ..] => false,
            [172, >= 16 and <= 31, ..] => false,
            [192, 168, ..] or [192, 0, 0, _] or [198, 18 or 19, ..] => false,
            [>= 224, ..] => false,
            { Length: 4 } => true,
            _ => false,
        };
    }
}
