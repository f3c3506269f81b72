using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Effects;
using ToolGen.Effects.Tests;

namespace ToolGen.Benchmarks.Effects;

/// <summary>Requests one after another to a server on loopback that always answers the same; the body is read into an array.</summary>
internal sealed class HttpRow(string name, int bytes, int requests) : IEffectsRow
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.All });
    private readonly StubTool tool = new("http GET http://api.example/v1/*") { Caps = ToolLimits.Default with { Http = long.MaxValue } };
    private ToolEffects? effects;

    public string Name => name;

    public int Pairs => 60;

    public ValueTask PrepareAsync(CancellationToken cancellationToken)
    {
        this.listener.Start();
        _ = this.ServeAsync(cancellationToken);
        this.effects = new(new() { Http = [new("http://api.example", ["GET"], this.listener.LocalEndpoint.ToString())] });
        return default;
    }

    public async ValueTask<long> GuardedAsync(CancellationToken cancellationToken)
    {
        var sum = 0L;
        for (var i = 0; i < requests; i++)
        {
            // One context a call of a tool, as a host makes them.
            var context = this.effects!.For(this.tool);
            sum += (await context.Http.SendAsync(new("GET", "http://api.example/v1/rates?base=EUR") { Headers = [new("Accept", "application/json")] }, cancellationToken)).Body.Length;
        }

        return sum;
    }

    public async ValueTask<long> BareAsync(CancellationToken cancellationToken)
    {
        var sum = 0L;
        for (var i = 0; i < requests; i++)
        {
            using var message = new HttpRequestMessage(HttpMethod.Get, $"http://{this.listener.LocalEndpoint}/v1/rates?base=EUR");
            message.Headers.TryAddWithoutValidation("Accept", "application/json");
            using var response = await this.client.SendAsync(message, cancellationToken);
            sum += (await response.Content.ReadAsByteArrayAsync(cancellationToken)).Length;
        }

        return sum;
    }

    public async ValueTask DisposeAsync()
    {
        this.listener.Stop();
        this.client.Dispose();
        if (this.effects is not null) await this.effects.DisposeAsync();
    }

    private async Task ServeAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true) _ = this.AnswerAsync(await this.listener.AcceptSocketAsync(cancellationToken), cancellationToken);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The listener was stopped.
        }
    }

    private async Task AnswerAsync(Socket socket, CancellationToken cancellationToken)
    {
        var reply = Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {bytes}\r\n\r\n")
            .Concat(Enumerable.Repeat((byte)' ', bytes)).ToArray();
        using (socket)
        {
            socket.NoDelay = true;
            var buffer = new byte[8 << 10];
            var filled = 0;
            while (await socket.ReceiveAsync(buffer.AsMemory(filled), cancellationToken) is > 0 and var read)
            {
                // Requests have no body and come one by one.
                filled += read;
                if (!buffer.AsSpan(0, filled).EndsWith("\r\n\r\n"u8)) continue;
                filled = 0;
                for (var sent = 0; sent < reply.Length;) sent += await socket.SendAsync(reply.AsMemory(sent), cancellationToken);
            }
        }
    }
}
