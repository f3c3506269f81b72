using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Hosting;

/// <summary>What a caller reads that asked for a tool that is not here.</summary>
internal static class NotFound
{
    private const int Longest = 100;

    public static string Message(string reference, IReadOnlyList<ToolDescriptor> seen)
    {
        var shown = reference.Length <= Longest ? reference : reference[..(Longest - 1)] + "…";
        if (ToolReference.TryParse(reference) is { } parsed && seen.FirstOrDefault(tool => string.Equals(tool.Name, parsed.Name, System.StringComparison.OrdinalIgnoreCase)) is { } other)
            return $"this host has {other.Name} {other.Version}, which is not the {shown} that is asked for";
        return $"this host has no tool {shown}";
    }
}
