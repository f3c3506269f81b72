using System.Collections.Generic;

namespace ToolGen.TestSupport;

/// <summary>What a model would see of a tool that only a test has.</summary>
internal static class StubDescriptor
{
    /// <summary>A descriptor of a name; schemas take anything, the hash tells name and version apart.</summary>
    public static ToolDescriptor Of(string name, string version = "1.0.0", string kind = "code", IReadOnlyList<string>? capabilities = null, ToolAnnotations annotations = default) => new()
    {
        Name = name,
        Description = "A stub.",
        Version = version,
        Kind = kind,
        InputSchema = "{}"u8.ToArray(),
        OutputSchema = "{}"u8.ToArray(),
        McpTool = "{}"u8.ToArray(),
        Annotations = annotations,
        Capabilities = capabilities ?? [],
        SpecHash = name + version,
    };
}
