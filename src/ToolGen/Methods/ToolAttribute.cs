using System;

namespace ToolGen;

/// <summary>
/// Makes a tool of a method: same descriptor, schema, reader and catalog as a spec. The schema comes from the signature and its data
/// annotations, the texts from <c>///</c>. Static or not; public or internal.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class ToolAttribute : Attribute
{
    /// <summary>The tool's name; null: the method's in snake case without <c>Async</c>, such as <c>get_weather</c>.</summary>
    public string? Name { get; init; }

    /// <summary>For people.</summary>
    public string? Title { get; init; }

    /// <summary>For the model; null: <c>DescriptionAttribute</c>, else the <c>summary</c> of the method.</summary>
    public string? Description { get; init; }

    /// <summary>SemVer; null: <c>1.0.0</c>.</summary>
    public string? Version { get; init; }

    /// <summary>What the method does through its <see cref="ToolContext"/>, such as <c>http GET https://api.example/v1/*</c>.</summary>
    public string[] Capabilities { get; init; } = [];

    /// <summary>MCP's <c>readOnlyHint</c>; where it is not written, a client assumes false.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>MCP's <c>destructiveHint</c>; where it is not written, a client assumes true.</summary>
    public bool Destructive { get; init; } = true;

    /// <summary>MCP's <c>idempotentHint</c>; where it is not written, a client assumes false.</summary>
    public bool Idempotent { get; init; }

    /// <summary>MCP's <c>openWorldHint</c>; where it is not written, a client assumes true.</summary>
    public bool OpenWorld { get; init; } = true;

    /// <summary>The longest run, in seconds, 1 to 3,600; 0: the default of <see cref="ToolLimits"/>.</summary>
    public int TimeoutSeconds { get; init; }
}
