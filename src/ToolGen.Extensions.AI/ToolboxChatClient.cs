using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace ToolGen.Extensions.AI;

/// <summary>Shows each request to the model the tools of now; stands between function invocation and the model.</summary>
internal sealed class ToolboxChatClient(IChatClient inner, LiveTools tools) : DelegatingChatClient(inner)
{
    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var list = messages as IReadOnlyCollection<ChatMessage> ?? [.. messages];
        return base.GetResponseAsync(list, this.With(list, options), cancellationToken);
    }

    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var list = messages as IReadOnlyCollection<ChatMessage> ?? [.. messages];
        return base.GetStreamingResponseAsync(list, this.With(list, options), cancellationToken);
    }

    private ChatOptions With(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        // What function invocation asks last without tools stays without.
        if (options?.ToolMode is NoneChatToolMode) return options;
        var shown = options?.Clone() ?? new();
        shown.Tools = tools.For(messages, options?.Tools);
        return shown;
    }
}
