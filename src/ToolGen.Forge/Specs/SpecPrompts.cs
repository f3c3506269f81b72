using System;
using System.Text;
using ToolGen.Specification.Schemas;
using ToolGen.Specification.Specs;

namespace ToolGen.Forge.Specs;

/// <summary>A tool in few words from its spec alone: what <see cref="ToolPrompts"/> makes of the compiled one.</summary>
public static class SpecPrompts
{
    /// <summary>Name, purpose, required then optional parameters, one example.</summary>
    /// <param name="spec">The tool's.</param>
    /// <param name="budget">As <see cref="ToolPrompts.ToPrompt(ToolDescriptor, int, Func{string, int})"/>.</param>
    /// <param name="count">As there.</param>
    /// <exception cref="ArgumentException">What has to stay does not fit.</exception>
    public static string ToPrompt(this ToolSpec spec, int budget = ToolPrompts.DefaultBudget, Func<string, int>? count = null) => new ToolDescriptor
    {
        Name = spec.Name,
        Description = spec.Description.Value,
        Version = spec.Version,
        InputSchema = Encoding.UTF8.GetBytes(PublishedSchema.Write(spec.Input)),
        Example = Encoding.UTF8.GetBytes(ShownExample.Of(spec)),

        // A prompt says nothing of the rest, which takes a compiled tool.
        Kind = "",
        OutputSchema = default,
        McpTool = default,
        Annotations = default,
        Capabilities = [],
        SpecHash = "",
    }.ToPrompt(budget, count);
}
