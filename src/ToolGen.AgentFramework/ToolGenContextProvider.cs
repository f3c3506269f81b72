using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Agents.AI;
using ToolGen.Extensions.AI;

namespace ToolGen.AgentFramework;

/// <summary>Gives each run of an agent the tools that a toolbox has by then, beside those that the run has already.</summary>
/// <param name="toolbox">The tools, and how they are called.</param>
/// <param name="options">How many, which, and what asks a person; null: the defaults.</param>
public sealed class ToolGenContextProvider(IToolbox toolbox, ToolGenChatOptions? options = null) : AIContextProvider
{
    private readonly ToolChoice choice = new(toolbox, options);

    /// <inheritdoc/>
    protected override ValueTask<AIContext> ProvideAIContextAsync(InvokingContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(new AIContext { Tools = this.choice.For(context.AIContext.Messages ?? [], context.AIContext.Tools ?? []) });
    }
}
