using System;

namespace ToolGen;

/// <summary>All that a tool can reach. Members are capabilities (DESIGN §5); a host, the sandbox and a sample each bring their own.</summary>
public abstract class ToolContext
{
    /// <summary>The time, UTC. Capability <c>clock</c>.</summary>
    public abstract DateTimeOffset Now { get; }

    /// <summary>Random numbers. Capability <c>random</c>.</summary>
    public abstract Random Random { get; }

    /// <summary>Notes a line for the people who run the tool; never shown to the caller.</summary>
    public abstract void Log(string message);
}
