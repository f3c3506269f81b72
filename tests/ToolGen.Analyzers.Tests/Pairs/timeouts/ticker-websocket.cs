// Takes one price from a ticker's socket; a silent server holds the receive open.
using System;
using System.ComponentModel;
using System.Net.WebSockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public class TickerPlugin
    {
        private static readonly Uri Address = new("wss://ticker.example.com/prices");

        [KernelFunction("live_price"), Description("The next traded price of a contract.")]
        public async Task<string> LivePriceAsync(int contract, CancellationToken cancellationToken = default)
        {
            using var socket = new ClientWebSocket();
            await socket.ConnectAsync(Address, cancellationToken);
            await socket.SendAsync(Encoding.UTF8.GetBytes($"sub {contract}"), WebSocketMessageType.Text, true, cancellationToken);

            var buffer = new byte[1024];
            var received = await socket.ReceiveAsync(new ArraySegment<byte>(buffer), default);
            return Encoding.UTF8.GetString(buffer, 0, received.Count);
        }
    }
}

namespace Fixed
{
    public class TickerPlugin
    {
        private static readonly Uri Address = new("wss://ticker.example.com/prices");

        [KernelFunction("live_price"), Description("The next traded price of a contract, or nothing after ten seconds.")]
        public async Task<string> LivePriceAsync(int contract, CancellationToken cancellationToken = default)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(10_000);
            using var socket = new ClientWebSocket();
            await socket.ConnectAsync(Address, limit.Token);
            await socket.SendAsync(Encoding.UTF8.GetBytes($"sub {contract}"), WebSocketMessageType.Text, true, limit.Token);

            var buffer = new byte[1024];
            var received = await socket.ReceiveAsync(new ArraySegment<byte>(buffer), limit.Token);
            return Encoding.UTF8.GetString(buffer, 0, received.Count);
        }
    }
}
