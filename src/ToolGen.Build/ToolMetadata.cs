using System.Collections.Generic;
using System.IO;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ToolGen.Build;

/// <summary>One <c>[assembly: ToolGen.ToolMetadata(name, mcpTool)]</c> of a compiled assembly.</summary>
/// <param name="Name">The tool's name; null as it stands in metadata where someone wrote null.</param>
/// <param name="McpTool">The tool in MCP's shape.</param>
public sealed record ToolMetadata(string? Name, string? McpTool)
{
    /// <summary>Reads an assembly's metadata; nothing of it is loaded or run.</summary>
    /// <exception cref="System.BadImageFormatException">The file is no assembly, or is damaged.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<ToolMetadata> Read(string assembly)
    {
        using var stream = File.OpenRead(assembly);
        using var file = new PEReader(stream);
        var found = new List<ToolMetadata>();
        if (!file.HasMetadata) return found;

        var metadata = file.GetMetadataReader();
        if (!metadata.IsAssembly) return found;
        foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (!IsToolMetadata(metadata, attribute.Constructor)) continue;
            var value = metadata.GetBlobReader(attribute.Value);
            // ECMA-335 II.23.3: a prolog, then the constructor's two strings.
            if (value.ReadUInt16() == 1) found.Add(new(value.ReadSerializedString(), value.ReadSerializedString()));
        }

        return found;
    }

    private static bool IsToolMetadata(MetadataReader metadata, EntityHandle constructor)
    {
        // A reference to the contract's attribute; one that the assembly defines itself is none of ours.
        if (constructor.Kind != HandleKind.MemberReference) return false;
        var parent = metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent;
        if (parent.Kind != HandleKind.TypeReference) return false;
        var type = metadata.GetTypeReference((TypeReferenceHandle)parent);
        return metadata.StringComparer.Equals(type.Name, "ToolMetadataAttribute") && metadata.StringComparer.Equals(type.Namespace, "ToolGen");
    }
}
