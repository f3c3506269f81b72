using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ToolGen.Analyzers.AllowList;

/// <summary>Which C# of a generated file came from a spec, told by its <c>#line</c> directives.</summary>
internal static class SpecNodes
{
    /// <summary>Whether some text of a file came from a spec.</summary>
    public static bool HasAny(SyntaxTree tree) =>
        tree.GetLineMappings().Any(mapping => mapping.CharacterOffset is not null || mapping.MappedSpan.Path.EndsWith(".tool.json", StringComparison.OrdinalIgnoreCase));

    /// <summary>Tells which nodes of generated C# begin in text of a spec. What a template wrote before it on its line has its place, and is not of it.</summary>
    public static Func<SyntaxNode, bool> In(SyntaxTree tree)
    {
        var offsets = tree.GetLineMappings().Where(mapping => mapping.CharacterOffset is not null).ToDictionary(mapping => mapping.Span.Start.Line, mapping => mapping.CharacterOffset!.Value);
        return node => node.GetLocation().GetMappedLineSpan().HasMappedPath
            && node.GetLocation().GetLineSpan().StartLinePosition is var start && !(offsets.TryGetValue(start.Line, out var offset) && start.Character < offset);
    }
}
