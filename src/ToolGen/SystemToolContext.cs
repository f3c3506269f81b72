using System;

namespace ToolGen;

/// <summary>The machine's own clock and random numbers; what is logged goes to <paramref name="log"/>, by default nowhere.</summary>
public sealed class SystemToolContext(Action<string>? log = null) : ToolContext
{
    /// <inheritdoc/>
    public override DateTimeOffset Now => DateTimeOffset.UtcNow;

    /// <inheritdoc/>
    public override Random Random => Random.Shared;

    /// <inheritdoc/>
    public override void Log(string message) => log?.Invoke(message);
}
