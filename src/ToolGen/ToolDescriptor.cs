using System;
using System.Collections.Generic;

namespace ToolGen;

/// <summary>What a model sees of a tool. JSON parts are UTF-8 constants of the generated code.</summary>
public sealed class ToolDescriptor
{
    /// <summary>As in the spec; unique in its catalog ignoring case.</summary>
    public required string Name { get; init; }

    public string? Title { get; init; }

    public required string Description { get; init; }

    /// <summary>SemVer.</summary>
    public required string Version { get; init; }

    /// <summary>The kind that made it, such as <c>transform</c>; <c>declared</c> where the project supplies the code.</summary>
    public required string Kind { get; init; }

    /// <summary>JSON Schema 2020-12 of the arguments, as published: closed objects say so.</summary>
    public required ReadOnlyMemory<byte> InputSchema { get; init; }

    /// <summary>JSON Schema 2020-12 of the output.</summary>
    public required ReadOnlyMemory<byte> OutputSchema { get; init; }

    /// <summary>The whole tool in MCP's shape (<c>name title description inputSchema outputSchema annotations</c>), as in <c>tools.json</c>.</summary>
    public required ReadOnlyMemory<byte> McpTool { get; init; }

    /// <summary>Arguments that <see cref="InputSchema"/> accepts, JSON in UTF-8 on one line: an example of the spec that was checked when the tool was made. Empty where it has none.</summary>
    public ReadOnlyMemory<byte> Example { get; init; }

    /// <summary>MCP annotations, derived from the capabilities and made stricter by the spec.</summary>
    public required ToolAnnotations Annotations { get; init; }

    /// <summary>Such as <c>clock</c> or <c>http GET https://api.example/v1/*</c>; empty for a pure tool.</summary>
    public required IReadOnlyList<string> Capabilities { get; init; }

    /// <summary>SHA-256 over the canonical spec, lower-case hex.</summary>
    public required string SpecHash { get; init; }
}

/// <summary>MCP's hints (2026-07-28, Tool annotations).</summary>
public readonly record struct ToolAnnotations(bool ReadOnlyHint, bool DestructiveHint, bool IdempotentHint, bool OpenWorldHint);
