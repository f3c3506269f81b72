using Microsoft.Extensions.AI;

namespace AgentNamespace;

/// <summary>A conversation with a model; answers stand at the console as they come.</summary>
internal sealed class ConsoleChat(IChatClient model)
{
    private readonly ChatOptions options = new() { Instructions = "Answer with the tools where one fits, and say so where none does. Your answers are read as plain text." };
    private readonly List<ChatMessage> said = [];

    /// <summary>Answers one question, with as many calls of tools as it takes.</summary>
    /// <returns>Whether there was an answer; if not, the error stream says why, and the question is forgotten.</returns>
    public async Task<bool> AnswerAsync(string question, CancellationToken stop)
    {
        ChatMessage asked = new(ChatRole.User, question);
        ChatResponse response;
        try
        {
            response = await this.ShowAsync([.. this.said, asked], stop);
        }
        catch (Exception e) when (!stop.IsCancellationRequested || e is not OperationCanceledException)
        {
            stop.ThrowIfCancellationRequested();
            await Console.Error.WriteLineAsync(Screen.Shown(e.Message));
            return false;
        }

        if (response.FinishReason is { } reason && reason != ChatFinishReason.Stop) await Console.Error.WriteLineAsync($"[the answer ended early: {Screen.Shown(reason.Value)}]");

        // A provider that keeps the conversation is sent only what is new.
        this.options.ConversationId = response.ConversationId;
        if (response.ConversationId is null) this.said.AddRange([asked, .. response.Messages]);
        return true;
    }

    private async Task<ChatResponse> ShowAsync(ChatMessage[] messages, CancellationToken stop)
    {
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in model.GetStreamingResponseAsync(messages, this.options, stop))
        {
            foreach (var call in update.Contents.OfType<FunctionCallContent>()) await Console.Error.WriteLineAsync($"[{Screen.Shown(call.Name)}]");
            if (update.Contents.OfType<ErrorContent>().FirstOrDefault() is { } error) throw new InvalidOperationException(error.Message);
            Console.Write(Screen.Shown(update.Text));
            updates.Add(update);
        }

        Console.WriteLine();
        return updates.ToChatResponse();
    }
}
