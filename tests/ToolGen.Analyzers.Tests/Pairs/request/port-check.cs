// Tells whether a backend accepts connections; any host and port can be probed.
using System;
using System.ComponentModel;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class ConnectivityTools
    {
        [McpServerTool, Description("Checks whether a backend accepts connections.")]
        public static async Task<string> CheckBackend(string host, int port = 5432)
        {
            using var client = new TcpClient();
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(3));
            try
            {
                await client.ConnectAsync(host, port, limit.Token);
                var buffer = new byte[64];
                client.Client.ReceiveTimeout = 500;
                var read = client.Client.Available > 0 ? client.Client.Receive(buffer) : 0;
                return $"open ({Convert.ToHexString(buffer, 0, read)})";
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException)
            {
                return "closed";
            }
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class ConnectivityTools
    {
        public enum Backend { Database, Cache, Queue }

        [McpServerTool, Description("Checks whether a backend accepts connections.")]
        public static async Task<string> CheckBackend(Backend backend)
        {
            (string Host, int Port) end = backend switch
            {
                Backend.Database => ("db.example.org", 5432),
                Backend.Cache => ("cache.example.org", 6379),
                Backend.Queue => ("queue.example.org", 5672),
                _ => throw new ArgumentOutOfRangeException(nameof(backend)),
            };
            using var client = new TcpClient();
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(3));
            try
            {
                await client.ConnectAsync(end.Host, end.Port, limit.Token);
                return "open";
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException)
            {
                return "closed";
            }
        }
    }
}
