// Keeps drafts of posts and events in a generic class with static members, which is one store per type for all users.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public record PostDraft(string Title, string Text);
    public record EventDraft(string Title, DateOnly Day);

    internal static class Drafts<T>
    {
        private static readonly Stack<T> Items = [];
        public static void Push(T item) { lock (Items) Items.Push(item); }
        public static T? Latest() { lock (Items) return Items.TryPeek(out var item) ? item : default; }
    }

    public class DraftPlugin
    {
        [KernelFunction, Description("Keeps a draft of a post.")]
        public void KeepPost(PostDraft draft) => Drafts<PostDraft>.Push(draft);

        [KernelFunction, Description("Keeps a draft of an event.")]
        public void KeepEvent(EventDraft draft) => Drafts<EventDraft>.Push(draft);

        [KernelFunction, Description("Your latest draft of a post.")]
        public PostDraft? LatestPost() => Drafts<PostDraft>.Latest();
    }
}

namespace Fixed
{
    public record PostDraft(string Title, string Text);
    public record EventDraft(string Title, DateOnly Day);

    public interface IUserDrafts<T>
    {
        void Push(T item);
        T? Latest();
    }

    public class DraftPlugin(IUserDrafts<PostDraft> posts, IUserDrafts<EventDraft> events)
    {
        [KernelFunction, Description("Keeps a draft of a post.")]
        public void KeepPost(PostDraft draft) => posts.Push(draft);

        [KernelFunction, Description("Keeps a draft of an event.")]
        public void KeepEvent(EventDraft draft) => events.Push(draft);

        [KernelFunction, Description("Your latest draft of a post.")]
        public PostDraft? LatestPost() => posts.Latest();
    }
}
