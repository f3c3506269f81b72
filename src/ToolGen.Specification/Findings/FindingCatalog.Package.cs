namespace ToolGen.Specification.Findings;

/// <summary>What a build makes beside the assembly (<c>tools.json</c>): TG2070–2069.</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor ToolListedTwice = new(
        "TG2070",
        "Two tools of one name in tools.json",
        FindingSeverity.Error,
        "The assembly lists two tools named {0} (letter case plays no part).",
        "Rename one of them.",
        "`tools.json` is made from the attributes `[assembly: ToolGen.ToolMetadata(name, json)]` of the compiled assembly. The generator writes one a tool; one written by hand can repeat a name.",
        "[assembly: ToolGen.ToolMetadata(\"sum\", …)]\n[assembly: ToolGen.ToolMetadata(\"Sum\", …)]",
        "[assembly: ToolGen.ToolMetadata(\"sum\", …)]\n[assembly: ToolGen.ToolMetadata(\"sum_rows\", …)]");

    public static readonly FindingDescriptor ToolMetadataUnreadable = new(
        "TG2071",
        "Tool metadata is no MCP tool",
        FindingSeverity.Error,
        "The metadata of the tool {0} is no JSON object with the name {0}.",
        "Remove the attribute and let the generator write it from a .tool.json file.",
        "What `tools.json` holds is sent to models as it is, so metadata that is no JSON, or that speaks of another tool, stops the build.",
        "[assembly: ToolGen.ToolMetadata(\"sum\", \"{\\\"name\\\":\\\"total\\\"}\")]",
        "[assembly: ToolGen.ToolMetadata(\"sum\", \"{\\\"name\\\":\\\"sum\\\",\\\"inputSchema\\\":{}}\")]");

    public static readonly FindingDescriptor ToolListNotWritten = new(
        "TG2072",
        "tools.json could not be written",
        FindingSeverity.Error,
        "tools.json could not be made from the assembly: {0}.",
        "Build again; where it stays, delete the folders bin and obj.",
        "The assembly that the compiler just wrote could not be read, or the file beside it could not be written: a full disk, a lock, missing rights.",
        "a read-only obj folder",
        "a writable obj folder");
}
