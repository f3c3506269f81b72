using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Extensions.AI;

namespace ToolGen.Extensions.AI;

/// <summary>The tools of a toolbox as the list that function invocation looks into: always those of now, each made once.</summary>
internal sealed class LiveTools(IToolbox toolbox, ToolGenChatOptions? options) : IList<AITool>
{
    private readonly ToolChoice choice = new(toolbox, options);

    public int Count => toolbox.Tools.Count;

    public bool IsReadOnly => true;

    public AITool this[int index]
    {
        get => this.Of(toolbox.Tools[index]);
        set => throw Fixed();
    }

    /// <summary>Those that one request is to show, beside the request's own.</summary>
    /// <exception cref="InvalidOperationException">There are more than a model takes: none is left out in silence.</exception>
    public List<AITool> For(IEnumerable<ChatMessage> messages, IList<AITool>? own) => [.. own ?? [], .. this.choice.For(messages, own ?? [])];

    public IEnumerator<AITool> GetEnumerator() => toolbox.Tools.Select(this.Of).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => this.GetEnumerator();

    public bool Contains(AITool item) => this.IndexOf(item) >= 0;

    public void CopyTo(AITool[] array, int arrayIndex) => this.ToArray().CopyTo(array, arrayIndex);

    public int IndexOf(AITool item) => this.ToList().IndexOf(item);

    public void Add(AITool item) => throw Fixed();

    public void Clear() => throw Fixed();

    public void Insert(int index, AITool item) => throw Fixed();

    public bool Remove(AITool item) => throw Fixed();

    public void RemoveAt(int index) => throw Fixed();

    private static NotSupportedException Fixed() => new("tools come and go in the toolbox");

    private AITool Of(ToolDescriptor tool) => this.choice.Of(tool);
}
