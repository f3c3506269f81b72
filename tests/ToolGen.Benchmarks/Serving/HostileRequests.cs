using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Benchmarks.Serving;

/// <summary>Requests that no client sends: malformed, oversized, many at once, slow, abandoned. The server answers or hangs up, and stays as it is.</summary>
internal sealed class HostileRequests(Uri address, string token)
{
    private const int Together = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string head = $"POST /mcp HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {token}\r\nAccept: application/json, text/event-stream\r\nContent-Type: application/json\r\n";

    /// <summary>What each is called.</summary>
    public static readonly string[] Kinds = ["malformed", "oversized", "deep", "wrong", "head", "abandoned", "slow"];

    /// <summary>Sends so many, in turn of each kind.</summary>
    /// <returns>How many were answered, by kind.</returns>
    public async Task<IReadOnlyDictionary<string, int>> SendAsync(int count, CancellationToken cancellationToken)
    {
        var answered = Kinds.ToDictionary(kind => kind, _ => 0);
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = Together, CancellationToken = cancellationToken }, async (i, cancel) =>
        {
            var kind = Kinds[i % Kinds.Length];
            if (await this.SendAsync(kind, i, cancel))
                lock (answered) answered[kind]++;
        });
        return answered;
    }

    private async Task<bool> SendAsync(string kind, int i, CancellationToken cancellationToken)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(Patience);
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(address.Host, address.Port, late.Token);
            var stream = socket.GetStream();
            await stream.WriteAsync(Encoding.UTF8.GetBytes(this.Text(kind, i)), late.Token);

            // One that goes away in the middle, and one that drips.
            if (kind == "abandoned") return false;
            if (kind == "slow")
            {
                for (var drop = 0; drop < 3; drop++)
                {
                    await Task.Delay(50, late.Token);
                    await stream.WriteAsync(" "u8.ToArray(), late.Token);
                }

                return false;
            }

            return await stream.ReadAsync(new byte[64], late.Token) > 0;
        }
        catch (Exception e) when (e is SocketException or System.IO.IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private string Text(string kind, int i) => kind switch
    {
        "malformed" => this.Body((i % 5) switch
        {
            0 => "{",
            1 => "[[[",
            2 => """{"jsonrpc":"2.0","id":1,"method":5}""",
            3 => "\0\u0001\uFFFE",
            _ => """{"jsonrpc":"2.0","id":{"a":1},"method":"tools/call","params":[]}""",
        }),
        "oversized" => $"{this.head}Content-Length: {1L << 40}\r\n\r\n{{",
        "deep" => this.Body("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"call_tool","arguments":{"tool":"x","arguments":{"a":""" + new string('[', 5_000) + new string(']', 5_000) + "}}}}"),
        "wrong" => this.Body("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"make_tool","arguments":{"spec":" """ + new string('x', 10_000) + $"\",\"more\":{i}" + "}}}"),
        "head" => $"POST /mcp HTTP/1.1\r\nHost: {new string('h', 10_000)}\r\nAuthorization: Bearer {new string('t', 10_000)}\r\n\r\n",
        "abandoned" => $"{this.head}Content-Length: 1000000\r\n\r\n{{\"jsonrpc\":",
        _ => $"{this.head}Content-Length: 100000\r\n\r\n",
    };

    private string Body(string json) => $"{this.head}Content-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}";
}
