using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Sandbox.Tests.Effects;

/// <summary>A pinned world with a server, a database, tools and a secret, which notes what it is asked.</summary>
internal sealed class EffectWorld : PinnedContext, IToolHttp, IToolData, IToolCalls, IToolSecrets
{
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>Ends when the slow request was given up.</summary>
    public TaskCompletionSource GivenUp { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Func<string, Tool?> FindTool { get; init; } = _ => null;

    public override IToolHttp Http => this;

    public override IToolData Data => this;

    public override IToolCalls Tools => this;

    public override IToolSecrets Secrets => this;

    public async ValueTask<ToolHttpResponse> SendAsync(ToolHttpRequest request, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        var auth = request.Auth is { } some ? $"{some.Scheme} {some.Secret} {some.Carrier} {some.Algorithm} {some.Over} {some.Optional}" : "";
        this.Asked.Enqueue($"{request.Method} {request.Url} {string.Join(',', request.Headers)} {(request.Body is { } body ? Convert.ToHexString(body.Span) : "none")} {request.ContentType} {request.Retries} {auth}");
        if (request.Url.EndsWith("/slow", StringComparison.Ordinal))
        {
            await using var _ = cancellationToken.Register(() => this.GivenUp.TrySetResult());
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        if (request.Url.EndsWith("/abandoned", StringComparison.Ordinal)) await this.GivenUp.Task.WaitAsync(cancellationToken);
        if (request.Url.EndsWith("/denied", StringComparison.Ordinal)) throw new ToolException("denied", "not there") { Pointer = "/url" };
        return new(207, request.Url + "#end", [new("X-A", "b"), new("x-a", "c")], Encoding.UTF8.GetBytes(request.Url[(request.Url.LastIndexOf('/') + 1)..]));
    }

    public ValueTask<IToolDataSession> OpenAsync(string database, bool writes = false, CancellationToken cancellationToken = default)
    {
        this.Asked.Enqueue($"open {database} {writes}");
        return new(new Session(this));
    }

    public async ValueTask<ToolResult> CallAsync(string tool, ReadOnlyMemory<byte> arguments, string? step = null, CancellationToken cancellationToken = default)
    {
        this.Asked.Enqueue($"call {tool} {Encoding.UTF8.GetString(arguments.Span)} {step}");
        if (tool == "wrong") return ToolResult.Failure(new ToolError("bad_data", "one", "/a", "1", "2", "3"), new ToolError("own_code", "two"));
        if (tool == "broken") throw new InvalidOperationException("what only the host knows");
        return this.FindTool(tool) is { } callee ? await callee.CallAsync(arguments, this, cancellationToken) : throw new ToolException(ToolErrorCodes.NotFound, $"no {tool}");
    }

    public ValueTask<byte[]> HmacSha256(string name, string text, CancellationToken cancellationToken = default) =>
        new(HMACSHA256.HashData(Encoding.UTF8.GetBytes("secret of " + name), Encoding.UTF8.GetBytes(text)));

    private sealed class Session(EffectWorld world) : IToolDataSession
    {
        public ValueTask<DataRows> RunAsync(SqlStatement statement, CancellationToken cancellationToken = default)
        {
            var flat = statement.Parts.SelectMany(part => part.Value is IReadOnlyList<object?> list ? list : [part.Value]).Select(Plain).ToArray();
            world.Asked.Enqueue($"run {string.Join(' ', statement.Parts.Select(part => part.Kind))}");
            if (flat is [Version]) throw new ToolException(ToolErrorCodes.BadData, "a value of the type Version can be no parameter of a statement");
            return new(new DataRows(["a", "b"], [flat, [], [flat[^1]]], 42));
        }

        public ValueTask CommitAsync(CancellationToken cancellationToken = default)
        {
            world.Asked.Enqueue("commit");
            return default;
        }

        public ValueTask DisposeAsync()
        {
            world.Asked.Enqueue("close");
            return default;
        }

        // A database takes these for the same.
        private static object? Plain(object? value) => value switch
        {
            ReadOnlyMemory<byte> bytes => bytes.ToArray(),
            short number => (long)number,
            float number => (double)number,
            char letter => letter.ToString(),
            DateTime instant => new DateTimeOffset(DateTime.SpecifyKind(instant, DateTimeKind.Utc)),
            System.Text.Json.JsonElement { ValueKind: System.Text.Json.JsonValueKind.Null } => null,
            System.Text.Json.JsonElement json => json.ToString(),
            _ => value,
        };
    }
}
