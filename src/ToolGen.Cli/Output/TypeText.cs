using ToolGen.Forge;
using ToolGen.Generator.Kinds.Own;
using ToolGen.Generator.Types;
using ToolGen.Specification;

namespace ToolGen.Cli.Output;

/// <summary>The C# declarations of a tool; null where its spec can't be read.</summary>
internal static class TypeText
{
    public static string? Of(ForgedTool tool, EquatableArray<OwnKindDefinition> kinds = default) => tool.Spec is null ? null : TypeDeclarations.Of(tool.Spec, kinds);
}
