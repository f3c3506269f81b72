using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Sandbox.Tests.Hostile;

/// <summary>A world whose settings are a megabyte each.</summary>
internal sealed class LargeContext : PinnedContext
{
    private static readonly string Large = new('x', 1 << 20);
    private IToolHttp? http;

    public ConcurrentQueue<string> Asked { get; } = [];

    public override IToolHttp Http => this.http ?? base.Http;

    public override string Setting(string name)
    {
        this.Asked.Enqueue(name);
        return Large;
    }

    public LargeContext With(IToolHttp http)
    {
        this.http = http;
        return this;
    }
}

/// <summary>A server that takes its time for ever.</summary>
internal sealed class NeverAnsweringHttp : IToolHttp
{
    public async ValueTask<ToolHttpResponse> SendAsync(ToolHttpRequest request, CancellationToken cancellationToken = default)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return new(200, request.Url, [], default);
    }
}
