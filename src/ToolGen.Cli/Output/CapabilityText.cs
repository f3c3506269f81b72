using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ToolGen.Forge;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Cli.Output;

/// <summary>What a tool may do, for a person who decides.</summary>
internal static class CapabilityText
{
    /// <summary>The tool's own lines; none where it did not come as far.</summary>
    public static IReadOnlyList<Capability> Lines(ForgedTool tool) =>
        tool.Generated is { IsFallback: false } generated ? [.. generated.Capabilities.Select(Capability.TryParse).OfType<Capability>()] : [];

    /// <summary>The tool's name, then a line each; below a tool that it calls stands, further in, what that one may do.</summary>
    /// <param name="tool">Which one.</param>
    /// <param name="others">Where the tools that it calls are looked for.</param>
    public static string Of(ForgedTool tool, IReadOnlyList<ForgedTool> others)
    {
        var text = new StringBuilder(tool.Name).Append(" may\n");
        Add(text, tool, others, "  ", [tool.Name]);
        return text.ToString();
    }

    private static void Add(StringBuilder text, ForgedTool tool, IReadOnlyList<ForgedTool> others, string indent, IReadOnlyList<string> way)
    {
        var lines = Lines(tool);
        if (tool.Generated is null or { IsFallback: true }) text.Append(indent).Append("not be made: see what check says\n");
        else if (lines.Count == 0) text.Append(indent).Append("do nothing but compute\n");
        foreach (var line in lines)
        {
            text.Append(indent).Append(line.Words).Append('\n');
            if (line is not ToolCapability { Name: var name } || way.Contains(name, StringComparer.OrdinalIgnoreCase)) continue;
            if (others.FirstOrDefault(other => other.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } called) Add(text, called, others, indent + "  ", [.. way, name]);
            else text.Append(indent).Append("  which is not here\n");
        }
    }
}
