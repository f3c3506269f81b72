using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using ToolGen.Catalogs;

namespace ToolGen;

/// <summary>What a model sees of a tool. JSON parts are UTF-8 constants of the generated code.</summary>
public sealed class ToolDescriptor
{
    private readonly PublishedData? data;

    public ToolDescriptor()
    {
    }

    [SetsRequiredMembers]
    internal ToolDescriptor(PublishedData data)
    {
        this.data = data;
        this.Name = data.Name;
        this.Annotations = data.Annotations;
    }

    /// <summary>As in the spec; unique in its catalog ignoring case.</summary>
    public required string Name { get; init; }

    public string? Title { get => field ??= this.data?.Title; init; }

    public required string Description { get => field ??= this.data!.Description; init; }

    /// <summary>SemVer.</summary>
    public required string Version { get => field ??= this.data!.Version; init; }

    /// <summary>The kind that made it, such as <c>transform</c>; <c>declared</c> where the project supplies the code.</summary>
    public required string Kind { get => field ??= this.data!.Kind; init; }

    /// <summary>JSON Schema 2020-12 of the arguments, as published: closed objects say so.</summary>
    public required ReadOnlyMemory<byte> InputSchema { get => this.data is { } data ? data.InputSchema : field; init; }

    /// <summary>JSON Schema 2020-12 of the output.</summary>
    public required ReadOnlyMemory<byte> OutputSchema { get => this.data is { } data ? data.OutputSchema : field; init; }

    /// <summary>The whole tool in MCP's shape (<c>name title description inputSchema outputSchema annotations</c>), as in <c>tools.json</c>.</summary>
    public required ReadOnlyMemory<byte> McpTool { get => this.data is { } data ? data.McpTool : field; init; }

    /// <summary>Arguments that <see cref="InputSchema"/> accepts, JSON in UTF-8 on one line: an example of the spec that was checked when the tool was made. Empty where it has none.</summary>
    public ReadOnlyMemory<byte> Example { get => this.data is { } data ? data.Example : field; init; }

    /// <summary>MCP annotations, derived from the capabilities and made stricter by the spec.</summary>
    public required ToolAnnotations Annotations { get; init; }

    /// <summary>Such as <c>clock</c> or <c>http GET https://api.example/v1/*</c>; empty for a pure tool.</summary>
    public required IReadOnlyList<string> Capabilities { get => field ??= this.data!.Capabilities; init; }

    /// <summary>SHA-256 over the canonical spec, lower-case hex.</summary>
    public required string SpecHash { get => field ??= this.data!.SpecHash; init; }
}

/// <summary>MCP's hints (2026-07-28, Tool annotations).</summary>
public readonly record struct ToolAnnotations(bool ReadOnlyHint, bool DestructiveHint, bool IdempotentHint, bool OpenWorldHint);
