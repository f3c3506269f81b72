using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace ToolGen.Extensions.AI;

/// <summary>Which tools of a toolbox one request to a model is shown, each made once. Thread-safe.</summary>
/// <param name="toolbox">The tools, and how they are called.</param>
/// <param name="options">How many, which, and what asks a person; null: the defaults.</param>
public sealed class ToolChoice(IToolbox toolbox, ToolGenChatOptions? options = null)
{
    private readonly IToolbox toolbox = toolbox ?? throw new ArgumentNullException(nameof(toolbox));
    private readonly ToolGenChatOptions options = options ?? new();
    private readonly ConditionalWeakTable<ToolDescriptor, AIFunction> functions = [];

    /// <summary>Those for a request, beside its own; a name that the request has already stays the request's.</summary>
    /// <param name="messages">Of the request: what <see cref="ToolGenChatOptions.Choose"/> goes by.</param>
    /// <param name="own">The request's own tools.</param>
    /// <exception cref="InvalidOperationException">Together there are more than a model takes: none is left out in silence.</exception>
    public IReadOnlyList<AIFunction> For(IEnumerable<ChatMessage> messages, IEnumerable<AITool> own)
    {
        var all = this.toolbox.Tools;
        var taken = own.ToList();
        var names = taken.Select(tool => tool.Name).ToHashSet(StringComparer.Ordinal);
        AIFunction[] shown = [.. (this.options.Choose?.Invoke(all, messages) ?? all).Where(tool => names.Add(tool.Name)).Select(this.Of)];
        return taken.Count + shown.Length <= this.options.MaximumTools
            ? shown
            : throw new InvalidOperationException($"{taken.Count + shown.Length} tools are more than the {this.options.MaximumTools} that one request takes: set {nameof(ToolGenChatOptions)}.{nameof(ToolGenChatOptions.Choose)} to a search, or give this caller fewer");
    }

    /// <summary>A tool's function.</summary>
    internal AIFunction Of(ToolDescriptor tool) => this.functions.GetValue(tool, one => ToolboxFunctions.AsAIFunction(this.toolbox, one, this.options.Asks, this.options.Strict));
}
