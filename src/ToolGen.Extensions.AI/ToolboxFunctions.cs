using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Extensions.AI;

namespace ToolGen.Extensions.AI;

/// <summary>Tools as functions of Microsoft.Extensions.AI.</summary>
public static class ToolboxFunctions
{
    /// <summary>All tools that a toolbox has now.</summary>
    /// <param name="toolbox">The tools, and how they are called.</param>
    /// <param name="asks">
    /// Which of them a person has to say yes to each time: those are <see cref="ApprovalRequiredAIFunction"/>s. Null: those that may destroy (MCP's <c>destructiveHint</c>).
    /// </param>
    /// <param name="strict">
    /// The provider whose strict mode the model is called with: each tool that has a <see cref="ToolVariant"/> for it is published in its words, asks for strict mode
    /// (<c>"strict": true</c> in <see cref="AITool.AdditionalProperties"/>, for the client of Anthropic <c>"Strict": true</c>), and is called in its own. Null: as it is.
    /// </param>
    public static IReadOnlyList<AIFunction> AsAIFunctions(this IToolbox toolbox, Func<ToolDescriptor, bool>? asks = null, StrictProvider? strict = null)
    {
        ArgumentNullException.ThrowIfNull(toolbox);
        return [.. toolbox.Tools.Select(tool => AsAIFunction(toolbox, tool, asks, strict))];
    }

    /// <summary>The same of one catalog, without a host.</summary>
    /// <param name="catalog">The tools.</param>
    /// <param name="context">Gives each call its effects; null: the clock, random numbers, and the services of the call for tools that are methods of the project, nothing of the world.</param>
    /// <param name="strict">The provider whose strict mode the model is called with; null: none.</param>
    /// <param name="target">What instance methods of its type are called on, beside the services of the call; null: what the services have, or a new one. Of no effect where <paramref name="context"/> is given.</param>
    /// <param name="asks">See the other; null: those that may destroy.</param>
    public static IReadOnlyList<AIFunction> AsAIFunctions(
        this ToolCatalog catalog, Func<Tool, ToolContext>? context = null, StrictProvider? strict = null, object? target = null, Func<ToolDescriptor, bool>? asks = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        if (context is not null) return new CatalogToolbox(catalog, context).AsAIFunctions(asks, strict);
        IToolbox Toolbox(IServiceProvider? services) =>
            new CatalogToolbox(catalog, _ => new SystemToolContext(services: target is null ? services : new TargetServices(target, services)));
        return [.. catalog.Descriptors.Select(tool => Asking(new ToolFunction(Toolbox, tool, strict is { } provider ? catalog.Find(tool.Name)?.Strict(provider) : null), asks))];
    }

    /// <summary>One tool of a catalog, without a host.</summary>
    /// <param name="catalog">The tools.</param>
    /// <param name="name">The tool's, ignoring case.</param>
    /// <param name="target">What an instance method is called on; null: what the services of the call have, or a new one.</param>
    /// <param name="asks">Whether a person has to say yes each time; null: where it may destroy.</param>
    /// <exception cref="ArgumentException">There is no such tool.</exception>
    public static AIFunction AsAIFunction(this ToolCatalog catalog, string name, object? target = null, bool? asks = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return catalog.Only(name).AsAIFunctions(target: target, asks: asks is { } always ? _ => always : null)[0];
    }

    internal static AIFunction AsAIFunction(IToolbox toolbox, ToolDescriptor tool, Func<ToolDescriptor, bool>? asks, StrictProvider? strict) =>
        Asking(new ToolFunction(toolbox, tool, strict is { } provider ? toolbox.Strict(tool.Name, provider) : null), asks);

    private static AIFunction Asking(ToolFunction function, Func<ToolDescriptor, bool>? asks) =>
        (asks?.Invoke(function.Descriptor) ?? function.Descriptor.Annotations.DestructiveHint) ? new ApprovalRequiredAIFunction(function) : function;
}
