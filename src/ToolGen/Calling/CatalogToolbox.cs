using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen;

/// <summary>A catalog as a toolbox, without a host: no policy, no record, no limits but the tools' own.</summary>
/// <param name="catalog">The tools.</param>
/// <param name="context">Gives each call its effects, such as <c>tool => effects.For(tool)</c>; null: the clock, random numbers, and nothing of the world.</param>
public sealed class CatalogToolbox(ToolCatalog catalog, Func<Tool, ToolContext>? context = null) : IToolbox
{
    /// <inheritdoc/>
    public IReadOnlyList<ToolDescriptor> Tools => catalog.Descriptors;

    /// <inheritdoc/>
    public ValueTask<ToolResult> CallAsync(string tool, ReadOnlyMemory<byte> arguments, CancellationToken cancellationToken = default) =>
        catalog.Find(tool) is { } found
            ? found.CallAsync(arguments, context?.Invoke(found) ?? new SystemToolContext(), cancellationToken)
            : new(ToolResult.Failure(new ToolError(ToolErrorCodes.NotFound, $"there is no tool {Short(tool)}")));

    /// <inheritdoc/>
    public ToolVariant? Strict(string tool, StrictProvider provider) => catalog.Find(tool)?.Strict(provider);

    private static string Short(string name) => name.Length <= 100 ? name : name[..99] + "…";
}
