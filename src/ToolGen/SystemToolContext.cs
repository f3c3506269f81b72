using System;

namespace ToolGen;

/// <summary>The machine's own clock and random numbers; what is logged goes to <paramref name="log"/>, by default nowhere.</summary>
/// <param name="log">Takes what tools note.</param>
/// <param name="services">See <see cref="ToolContext.Services"/>.</param>
public sealed class SystemToolContext(Action<string>? log = null, IServiceProvider? services = null) : ToolContext
{
    /// <inheritdoc/>
    public override IServiceProvider? Services { get; } = services;

    /// <inheritdoc/>
    public override DateTimeOffset Now => DateTimeOffset.UtcNow;

    /// <inheritdoc/>
    public override Random Random => Random.Shared;

    /// <inheritdoc/>
    public override void Log(string message) => log?.Invoke(message);
}
