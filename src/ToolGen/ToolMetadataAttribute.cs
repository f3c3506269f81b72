using System;

namespace ToolGen;

/// <summary>Written by the generator, one a tool, so that <c>tools.json</c> can be made from the compiled assembly without running it.</summary>
/// <param name="name">The tool's name.</param>
/// <param name="mcpTool">The tool in MCP's shape, compact JSON.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ToolMetadataAttribute(string name, string mcpTool) : Attribute
{
    /// <summary>The tool's name.</summary>
    public string Name { get; } = name;

    /// <summary>The tool in MCP's shape, compact JSON.</summary>
    public string McpTool { get; } = mcpTool;
}
