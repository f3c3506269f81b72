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
    /// (<c>"strict": true</c> in <see cref="AITool.AdditionalProperties"/>), and is called in its own. Null: as it is.
    /// </param>
    public static IReadOnlyList<AIFunction> AsAIFunctions(this IToolbox toolbox, Func<ToolDescriptor, bool>? asks = null, StrictProvider? strict = null)
    {
        ArgumentNullException.ThrowIfNull(toolbox);
        return [.. toolbox.Tools.Select(tool => AsAIFunction(toolbox, tool, asks, strict))];
    }

    /// <summary>The same of one catalog, without a host.</summary>
    /// <param name="catalog">The tools.</param>
    /// <param name="context">Gives each call its effects; null: the clock, random numbers, and nothing of the world.</param>
    /// <param name="strict">The provider whose strict mode the model is called with; null: none.</param>
    public static IReadOnlyList<AIFunction> AsAIFunctions(this ToolCatalog catalog, Func<Tool, ToolContext>? context = null, StrictProvider? strict = null) =>
        new CatalogToolbox(catalog, context).AsAIFunctions(strict: strict);

    internal static AIFunction AsAIFunction(IToolbox toolbox, ToolDescriptor tool, Func<ToolDescriptor, bool>? asks, StrictProvider? strict)
    {
        var function = new ToolFunction(toolbox, tool, strict is { } provider ? toolbox.Strict(tool.Name, provider) : null);
        return (asks?.Invoke(tool) ?? tool.Annotations.DestructiveHint) ? new ApprovalRequiredAIFunction(function) : function;
    }
}
