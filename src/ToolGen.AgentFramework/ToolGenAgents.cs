using Microsoft.Agents.AI;
using ToolGen.Extensions.AI;

namespace ToolGen.AgentFramework;

/// <summary>Tools for agents.</summary>
public static class ToolGenAgents
{
    /// <summary>The tools of a toolbox as one of an agent's context providers.</summary>
    /// <param name="toolbox">The tools, and how they are called.</param>
    /// <param name="options">How many, which, and what asks a person; null: the defaults.</param>
    public static AIContextProvider AsContextProvider(this IToolbox toolbox, ToolGenChatOptions? options = null) => new ToolGenContextProvider(toolbox, options);
}
