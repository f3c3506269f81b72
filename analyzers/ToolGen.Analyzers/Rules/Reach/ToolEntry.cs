using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using ToolGen.Analyzers.Taint;

namespace ToolGen.Analyzers.Rules.Reach;

/// <summary>What is promised of a tool, or given to it.</summary>
[Flags]
internal enum ToolTraits
{
    /// <summary>Every tool.</summary>
    Any = 1,

    /// <summary>One of ToolGen's own, whose effects go through a ToolContext.</summary>
    HasContext = 2,

    /// <summary>One that says it only reads and that calling it again changes nothing.</summary>
    Pure = 4,

    /// <summary>One that says it only reads.</summary>
    ReadOnly = 8,
}

/// <summary>Where a model's call enters the project.</summary>
/// <param name="Node">A method, or the syntax of a lambda or local function.</param>
/// <param name="Name">For messages.</param>
/// <param name="Traits">What holds of it.</param>
internal sealed record ToolEntry(object Node, string Name, ToolTraits Traits)
{
    public static ToolEntry Of(IMethodSymbol method)
    {
        var traits = ToolTraits.Any;
        var mark = method.GetAttributes().FirstOrDefault(one => one.AttributeClass is { Name: "ToolAttribute" or "McpServerToolAttribute" });
        if (mark?.AttributeClass.Is("ToolGen.ToolAttribute") == true || method.ContainingType.BaseType.Is("ToolGen.Tool") || method.Parameters.Any(one => one.Type.Is("ToolGen.ToolContext"))) traits |= ToolTraits.HasContext;
        return new(CallNodes.Of(method), method.Name, traits | Claims(name => mark is not null && Says(mark, name)));
    }

    /// <summary>What the annotations that are set say.</summary>
    public static ToolTraits Claims(Func<string, bool> says) => says("ReadOnly") ? says("Idempotent") ? ToolTraits.ReadOnly | ToolTraits.Pure : ToolTraits.ReadOnly : ToolTraits.Any;

    private static bool Says(AttributeData mark, string name) => mark.NamedArguments.Any(one => one.Key == name && one.Value.Value is true);
}
