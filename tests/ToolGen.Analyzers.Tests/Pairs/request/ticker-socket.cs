// Reads one message of a price ticker over a web socket; the address of the ticker is an argument.
using System;
using System.ComponentModel;
using System.Net.WebSockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public class TickerTools
    {
        [McpServerTool(Name = "next_price"), Description("Waits for the next message of a ticker.")]
        public async Task<string> NextPriceAsync(string tickerUrl, string symbol, CancellationToken cancellationToken)
        {
            using var socket = new ClientWebSocket();
            await socket.ConnectAsync(new Uri(tickerUrl), cancellationToken);
            await socket.SendAsync(Encoding.UTF8.GetBytes($"{{\"subscribe\":\"{symbol}\"}}"), WebSocketMessageType.Text, true, cancellationToken);
            return await TickerReader.ReadAsync(socket, cancellationToken);
        }
    }

    internal static class TickerReader
    {
        public static async Task<string> ReadAsync(WebSocket socket, CancellationToken ct)
        {
            var buffer = new byte[4096];
            var result = await socket.ReceiveAsync(buffer, ct);
            return Encoding.UTF8.GetString(buffer, 0, result.Count);
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public class TickerTools
    {
        private static readonly Uri Stocks = new("wss://ticker.example.com/stocks");
        private static readonly Uri Metals = new("wss://ticker.example.com/metals");

        [McpServerTool(Name = "next_price"), Description("Waits for the next message of a ticker.")]
        public async Task<string> NextPriceAsync([Description("stocks or metals")] string market, string symbol, CancellationToken cancellationToken)
        {
            var address = market == "metals" ? Metals : Stocks;
            using var socket = new ClientWebSocket();
            await socket.ConnectAsync(address, cancellationToken);
            await socket.SendAsync(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new { subscribe = symbol }), WebSocketMessageType.Text, true, cancellationToken);
            return await TickerReader.ReadAsync(socket, cancellationToken);
        }
    }

    internal static class TickerReader
    {
        public static async Task<string> ReadAsync(WebSocket socket, CancellationToken ct)
        {
            var buffer = new byte[4096];
            var result = await socket.ReceiveAsync(buffer, ct);
            return Encoding.UTF8.GetString(buffer, 0, result.Count);
        }
    }
}
