using System;
using System.Threading.Tasks;

namespace ToolGen.Effects;

/// <summary>The effects of a host, in process and guarded: one an application. Thread-safe. Gives each call of a tool a context of its own.</summary>
public sealed partial class ToolEffects : IAsyncDisposable
{
    private readonly Grants grants;
    private readonly ToolEffectsOptions options;

    /// <param name="grants">What logical names are bound to.</param>
    /// <param name="options">What the host can replace.</param>
    public ToolEffects(Grants grants, ToolEffectsOptions? options = null)
    {
        this.grants = grants;
        this.options = options ?? new();
    }

    /// <summary>A context for one call of a tool: at most what its capabilities say and the grants bind.</summary>
    /// <param name="tool">The tool that is called.</param>
    /// <param name="log">Takes what the tool notes, secrets masked; null: nothing does.</param>
    public ToolCallContext For(Tool tool, Action<string>? log = null) => new(new CallScope(tool, this.grants, this.options, log), this);

    /// <summary>Closes connections.</summary>
    public ValueTask DisposeAsync() => default;
}

/// <summary>What a host can replace.</summary>
public sealed record ToolEffectsOptions
{
    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where a secret's environment variable is read.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>Finds the tools that tools call, by name and range; null: none are found.</summary>
    public Func<string, Tool?>? FindTool { get; init; }
}
