using System;
using Microsoft.Extensions.AI;

namespace ToolGen.Extensions.AI;

/// <summary>ToolGen in a chat client's pipeline.</summary>
public static class ToolGenChatClientBuilder
{
    /// <summary>
    /// Gives a model the tools of a toolbox and calls those that it chooses. The tools are looked up anew for each request to the model: one that the host
    /// takes in during one turn can be called in the next, also within one answer.
    /// </summary>
    /// <param name="builder">The pipeline; function invocation comes with this and is not to be added again.</param>
    /// <param name="toolbox">The tools, and how they are called.</param>
    /// <param name="options">Null: the defaults.</param>
    public static ChatClientBuilder UseToolGen(this ChatClientBuilder builder, IToolbox toolbox, ToolGenChatOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(toolbox);
        var live = new LiveTools(toolbox, options);
        return builder
            .UseFunctionInvocation(configure: invoking => invoking.AdditionalTools = live)
            .Use(inner => new ToolboxChatClient(inner, live));
    }
}
