using ToolGen.Forge;
using ToolGen.Generator.Types;

namespace ToolGen.Cli.Output;

/// <summary>The C# declarations of a tool; null where its spec can't be read.</summary>
internal static class TypeText
{
    public static string? Of(ForgedTool tool) => tool.Spec is null ? null : TypeDeclarations.Of(tool.Spec);
}
