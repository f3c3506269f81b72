using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.TestSupport;

/// <summary>A request as the server of a test saw it.</summary>
internal sealed record SeenRequest(string Method, string Target, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    public string? Header(string name) => this.Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    public string Text => Encoding.UTF8.GetString(this.Body);
}

/// <summary>What the server of a test answers.</summary>
internal sealed record Reply(int Status, byte[] Body, params (string Name, string Value)[] Headers)
{
    public Reply(int status, string body = "", params (string Name, string Value)[] headers)
        : this(status, Encoding.UTF8.GetBytes(body), headers)
    {
    }

    /// <summary>Bytes that are written as they are, after which the connection closes; null: a whole answer.</summary>
    public byte[]? Raw { get; init; }
}

/// <summary>A small HTTP/1.1 server on loopback, which does what a script says and keeps what it saw.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<SeenRequest, Task<Reply>> answer;
    private readonly ConcurrentQueue<SeenRequest> seen = new();
    private readonly Func<Stream, Task<Stream>>? wrap;
    private readonly Task accepting;
    private int connections;

    public LoopbackServer(Func<SeenRequest, Reply> answer)
        : this(request => Task.FromResult(answer(request)))
    {
    }

    public LoopbackServer(Func<SeenRequest, Task<Reply>> answer, Func<Stream, Task<Stream>>? wrap = null)
    {
        this.answer = answer;
        this.wrap = wrap;
        this.listener.Start();
        this.accepting = this.AcceptAsync();
    }

    public IPEndPoint EndPoint => (IPEndPoint)this.listener.LocalEndpoint;

    /// <summary>Such as <c>127.0.0.1:41234</c>.</summary>
    public string Address => this.EndPoint.ToString();

    public IReadOnlyList<SeenRequest> Seen => this.seen.ToArray();

    public int Connections => this.connections;

    public async ValueTask DisposeAsync()
    {
        await this.stop.CancelAsync();
        this.listener.Stop();
        await this.accepting;
        this.stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await this.listener.AcceptTcpClientAsync(this.stop.Token);
                Interlocked.Increment(ref this.connections);
                _ = this.ServeAsync(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            client.NoDelay = true;
            try
            {
                var stream = (Stream)client.GetStream();
                if (this.wrap is not null) stream = await this.wrap(stream);
                var buffered = new BufferedStream(stream, 64 << 10);
                while (await ReadAsync(buffered) is { } request)
                {
                    this.seen.Enqueue(request);
                    var reply = await this.answer(request).WaitAsync(this.stop.Token);
                    await stream.WriteAsync(reply.Raw ?? Bytes(request, reply), this.stop.Token);
                    if (reply.Raw is not null) return;
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
            {
            }
        }
    }

    private async Task<SeenRequest?> ReadAsync(Stream stream)
    {
        if (await this.LineAsync(stream) is not { Length: > 0 } first) return null;
        var headers = new List<KeyValuePair<string, string>>();
        while (await this.LineAsync(stream) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':');
            headers.Add(new(line[..colon], line[(colon + 1)..].Trim()));
        }

        var words = first.Split(' ');
        var request = new SeenRequest(words[0], words[1], headers, []);
        if (request.Header("Content-Length") is not { } length) return request;
        var body = new byte[int.Parse(length, CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, this.stop.Token);
        return request with { Body = body };
    }

    private async Task<string?> LineAsync(Stream stream)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, this.stop.Token) == 1)
        {
            if (one[0] == '\n') return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add(one[0]);
        }

        return null;
    }

    private static byte[] Bytes(SeenRequest request, Reply reply)
    {
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {reply.Status} OK\r\n");
        foreach (var (name, value) in reply.Headers) head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {reply.Body.Length}\r\n\r\n");
        return [.. Encoding.UTF8.GetBytes(head.ToString()), .. request.Method == "HEAD" ? [] : reply.Body];
    }
}
