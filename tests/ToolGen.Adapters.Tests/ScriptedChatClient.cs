using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace ToolGen.Adapters.Tests;

/// <summary>A model whose answers are written before: what it is shown is kept.</summary>
internal sealed class ScriptedChatClient(params Func<IReadOnlyList<ChatMessage>, AIContent>[] script) : IChatClient
{
    private int turn;

    public List<(IReadOnlyList<ChatMessage> Messages, IReadOnlyList<AITool> Tools)> Seen { get; } = [];

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var list = messages.ToArray();
        this.Seen.Add((list, [.. options?.Tools ?? []]));
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, [script[this.turn++](list)])));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await this.GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates()) yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }
}
