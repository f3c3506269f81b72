// Waits for the next message of a chat room that fits; the channel is read without the token of the call.
using System;
using System.ComponentModel;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed record ChatMessage(string Room, string Author, string Text);

    [McpServerToolType]
    public sealed class ChatTools(Channel<ChatMessage> messages)
    {
        [McpServerTool(Name = "next_message"), Description("Waits for the next message in a room.")]
        public async Task<ChatMessage?> NextAsync(string room, CancellationToken cancellationToken)
        {
            await foreach (var message in messages.Reader.ReadAllAsync())
            {
                if (message.Room == room)
                {
                    return message;
                }
            }

            return null;
        }
    }
}

namespace Fixed
{
    public sealed record ChatMessage(string Room, string Author, string Text);

    [McpServerToolType]
    public sealed class ChatTools(Channel<ChatMessage> messages)
    {
        [McpServerTool(Name = "next_message"), Description("Waits up to a minute for the next message in a room.")]
        public async Task<ChatMessage?> NextAsync(string room, CancellationToken cancellationToken)
        {
            using var minute = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            minute.CancelAfter(TimeSpan.FromMinutes(1));
            try
            {
                await foreach (var message in messages.Reader.ReadAllAsync(minute.Token))
                {
                    if (message.Room == room)
                    {
                        return message;
                    }
                }
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
            }

            return null;
        }
    }
}
