using System.Collections.Generic;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Specification.Specs;

/// <summary>One spec, read whole (SPEC §3). Every part keeps the node it came from, so that a later station can point at it.</summary>
public sealed record ToolSpec
{
    public required SourceText Source { get; init; }

    public required JsonObject Root { get; init; }

    /// <summary>As written; fits <c>^[a-z][a-z0-9_-]{0,63}$</c> ignoring case.</summary>
    public required JsonString NameNode { get; init; }

    public string Name => this.NameNode.Value;

    public required SpecText Description { get; init; }

    public SpecText? Title { get; init; }

    /// <summary>SemVer; <c>1.0.0</c> where the spec is silent.</summary>
    public string Version { get; init; } = "1.0.0";

    /// <summary>The input's plan; its root is an object.</summary>
    public required SchemaPlan Input { get; init; }

    /// <summary>The output's plan; its root is an object.</summary>
    public required SchemaPlan Output { get; init; }

    /// <summary>Null for a declared tool.</summary>
    public Implementation? Implementation { get; init; }

    /// <summary>Used where a package of <see cref="Dependencies"/> is not to be had.</summary>
    public Implementation? Fallback { get; init; }

    public IReadOnlyList<SpecText> Asks { get; init; } = [];

    /// <summary>MCP annotations as written, such as <c>readOnlyHint</c>.</summary>
    public IReadOnlyDictionary<string, bool> Annotations { get; init; } = new Dictionary<string, bool>();

    /// <summary>The tool's own error codes and when each comes.</summary>
    public IReadOnlyList<ErrorDeclaration> Errors { get; init; } = [];

    public IReadOnlyList<JsonString> Capabilities { get; init; } = [];

    public Limits Limits { get; init; } = new();

    public IReadOnlyList<Dependency> Dependencies { get; init; } = [];

    /// <summary>Samples of the spec itself (<c>examples</c>).</summary>
    public IReadOnlyList<Sample> Examples { get; init; } = [];

    /// <summary>The world before, for every sample (SPEC §4).</summary>
    public Given? Given { get; init; }
}

/// <summary>A tool's own error code.</summary>
public sealed record ErrorDeclaration(JsonMember Member, string Code, SpecText When);

/// <summary>A NuGet package that the tool's code uses.</summary>
public sealed record Dependency(JsonObject Node, string Package, string Version);

/// <summary>Caps of one run. Times in milliseconds, sizes in bytes; defaults as SPEC §3.</summary>
public sealed record Limits
{
    public long TimeoutMilliseconds { get; init; } = 30_000;

    public long MemoryBytes { get; init; } = 128L << 20;

    public long OutputBytes { get; init; } = 1L << 20;

    public long Http { get; init; } = 20;

    public long Sql { get; init; } = 10;

    public long Tools { get; init; } = 50;

    public long Rows { get; init; } = 100_000;

    public long Groups { get; init; } = 100_000;
}
