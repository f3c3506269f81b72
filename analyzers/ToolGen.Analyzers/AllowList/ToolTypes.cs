using Microsoft.CodeAnalysis;

namespace ToolGen.Analyzers.AllowList;

/// <summary>Which types are tools, and which the generator declares for them.</summary>
internal static class ToolTypes
{
    /// <summary>Whether a class derives from <c>ToolGen.Tool</c> or <c>ToolGen.Tool&lt;,&gt;</c>.</summary>
    public static bool IsTool(INamedTypeSymbol? type) => type?.BaseType is { Name: "Tool", ContainingNamespace: { Name: "ToolGen", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>Whether a type stands in a tool, or is a nominal type that tools share.</summary>
    public static bool IsOfTools(INamedTypeSymbol type)
    {
        while (type.ContainingType is { } outer) type = outer;
        if (IsTool(type)) return true;
        foreach (var attribute in type.GetAttributes())
            if (attribute.AttributeClass is { Name: "NominalTypeAttribute", ContainingNamespace: { Name: "ToolGen", ContainingNamespace.IsGlobalNamespace: true } }) return true;
        return false;
    }
}
