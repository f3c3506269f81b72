// Answers customers with the conversation so far; a concurrent, static dictionary keeps it by a name that callers choose.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public class SupportPlugin
    {
        private static readonly ConcurrentDictionary<string, ConcurrentQueue<string>> History = new();

        [KernelFunction("note_message"), Description("Notes a message of a conversation.")]
        public int Note(string conversation, string message)
        {
            var queue = History.GetOrAdd(conversation, _ => new());
            queue.Enqueue(message);
            return queue.Count;
        }

        [KernelFunction("recap"), Description("The last messages of a conversation.")]
        public string[] Recap(string conversation, int count = 10) =>
            History.TryGetValue(conversation, out var messages) ? messages.TakeLast(count).ToArray() : [];
    }
}

namespace Fixed
{
    public interface IConversation
    {
        void Add(string message);
        IReadOnlyList<string> Messages { get; }
    }

    public class SupportPlugin(IConversation current)
    {
        [KernelFunction("note_message"), Description("Notes a message of this conversation.")]
        public int Note(string message)
        {
            current.Add(message);
            return current.Messages.Count;
        }

        [KernelFunction("recap"), Description("The last messages of this conversation.")]
        public string[] Recap(int count = 10) => current.Messages.TakeLast(Math.Clamp(count, 1, 50)).ToArray();
    }
}
