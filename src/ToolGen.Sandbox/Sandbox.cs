using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using ToolGen.Sandbox.Isolation;
using ToolGen.Sandbox.Pool;

namespace ToolGen.Sandbox;

/// <summary>
/// Runs tools in processes of their own: what a tool does there hurts nothing else and does not outlast its call, and every effect is
/// served from the context that the call was given. Thread-safe. Disposing it ends all its processes.
/// </summary>
public sealed class Sandbox : IAsyncDisposable
{
    /// <param name="options">How.</param>
    /// <exception cref="PlatformNotSupportedException">This machine isolates less than <see cref="SandboxOptions.Minimum"/>.</exception>
    public Sandbox(SandboxOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Blank);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Waiting);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Running, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Nested, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.MostTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Calls, 1);
        if (options.Launcher.Level < options.Minimum)
        {
            throw new PlatformNotSupportedException(
                $"tools run here isolated by {options.Launcher.Level} at most, and at least {options.Minimum} is asked for: `toolgen doctor` says what is missing; whoever accepts less sets {nameof(SandboxOptions)}.{nameof(SandboxOptions.Minimum)}");
        }

        this.Options = options;
        this.Pool = new(options);
    }

    /// <summary>What every worker gets.</summary>
    public IsolationLevel Level => this.Options.Launcher.Level;

    /// <summary>The processes that live now.</summary>
    public IReadOnlyList<int> Processes => this.Pool.Ids;

    internal SandboxOptions Options { get; }

    internal WorkerPool Pool { get; }

    /// <summary>Starts blank workers before the first call needs them; ends when they wait.</summary>
    /// <param name="workers">How many are to wait; null: <see cref="SandboxOptions.Blank"/>. Those above it are not replaced.</param>
    public Task WarmAsync(int? workers = null) => this.Pool.WarmAsync(workers ?? this.Options.Blank);

    /// <summary>A tool whose code runs here.</summary>
    /// <param name="image">The assembly.</param>
    /// <param name="typeName">The tool's class, with its namespace.</param>
    /// <param name="descriptor">What a model sees of it; its capabilities are what contexts allow.</param>
    /// <param name="limits">Caps of one call; <see cref="SandboxOptions.MostTimeout"/> and <see cref="SandboxOptions.MostOutputBytes"/> hold besides.</param>
    /// <param name="caller">Whom it is called for: no worker serves two callers, nor two tools.</param>
    /// <param name="version">What <paramref name="image"/> is known by, such as its SHA-256: no worker serves two versions.</param>
    /// <param name="memoryBytes">What its worker may use; null: <see cref="SandboxOptions.MemoryBytes"/>; at most <see cref="SandboxOptions.MostMemoryBytes"/>.</param>
    /// <param name="libraries">Other assemblies that <paramref name="image"/> refers to, and they to each other; what <paramref name="version"/> is made of too.</param>
    /// <param name="variant">Which of the variants that the assembly holds behind a switch is called: what the field <c>Current</c> of its class <c>_Mutants</c> is set to. 0: the tools as they are.</param>
    public SandboxedTool Tool(
        ReadOnlyMemory<byte> image, string typeName, ToolDescriptor descriptor, ToolLimits limits, string caller, string version, long? memoryBytes = null, int variant = 0, IReadOnlyList<SandboxLibrary>? libraries = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(typeName);
        ArgumentNullException.ThrowIfNull(descriptor);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentException.ThrowIfNullOrEmpty(caller);
        ArgumentException.ThrowIfNullOrEmpty(version);
        return new(
            this, image, libraries ?? [], typeName, descriptor, Within(limits, this.Options), new(version, caller, typeName),
            new(Math.Min(memoryBytes ?? this.Options.MemoryBytes, this.Options.MostMemoryBytes), this.Options.Processor, this.Options.Threads), variant);
    }

    // What a spec asks for is its author's wish.
    private static ToolLimits Within(ToolLimits limits, SandboxOptions options) => limits with
    {
        Timeout = limits.Timeout < TimeSpan.Zero || limits.Timeout > options.MostTimeout ? options.MostTimeout : limits.Timeout,
        OutputBytes = Math.Min(limits.OutputBytes, options.MostOutputBytes),
    };

    /// <summary>Ends all its processes, and the calls in them with <c>canceled</c>.</summary>
    public ValueTask DisposeAsync() => this.Pool.DisposeAsync();
}
