using System;
using ToolGen.Sandbox.Isolation;

namespace ToolGen.Sandbox;

/// <summary>How tools are run in workers.</summary>
public sealed record SandboxOptions
{
    /// <summary>Below it no tool runs, unless options say so.</summary>
    public const IsolationLevel LeastIsolation = IsolationLevel.Seccomp;

    /// <summary>Starts the workers.</summary>
    public required IWorkerLauncher Launcher { get; init; }

    /// <summary>The least isolation that tools are run at; a launcher below it is refused. Default <see cref="IsolationLevel.Seccomp"/>.</summary>
    public IsolationLevel Minimum { get; init; } = LeastIsolation;

    /// <summary>
    /// Blank workers that wait for their tool once the sandbox is in use. Default two a processor; 0: each is started when it is needed. Those that were taken are replaced at once until half as many wait,
    /// the rest once none was taken for a quarter of a second: a start takes as much of a processor as the call that took one.
    /// </summary>
    public int Blank { get; init; } = 2 * Environment.ProcessorCount;

    /// <summary>Workers that wait for the next call of their tool. Default four a processor.</summary>
    public int Waiting { get; init; } = 4 * Environment.ProcessorCount;

    /// <summary>Calls that run at a time, beside those that other tools make; more wait. Default eight a processor.</summary>
    public int Running { get; init; } = 8 * Environment.ProcessorCount;

    /// <summary>Calls that other tools make, at a time, in workers of their own. Default eight a processor; one that gets no turn within its time, or <see cref="NestedWait"/>, fails with <c>limit</c>.</summary>
    public int Nested { get; init; } = 8 * Environment.ProcessorCount;

    /// <summary>What a call that another tool makes waits for its turn at most. Default five seconds.</summary>
    public TimeSpan NestedWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>After so long without work a worker is ended. Default one minute.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Calls that one worker serves. Default 1,000.</summary>
    public int Calls { get; init; } = 1_000;

    /// <summary>Memory of a worker's tool, beside what an idle worker holds, where <see cref="Sandbox.Tool"/> is given no other. Default 256 MiB.</summary>
    public long MemoryBytes { get; init; } = 256L << 20;

    /// <summary>Whatever a tool asks for. Default 2 GiB.</summary>
    public long MostMemoryBytes { get; init; } = 2L << 30;

    /// <summary>What a call may take, whatever limit its tool has. Default ten minutes.</summary>
    public TimeSpan MostTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Bytes of an output, whatever limit its tool has. Default 64 MiB.</summary>
    public long MostOutputBytes { get; init; } = 64L << 20;

    /// <summary>Processor time of one worker over its life. Default five minutes.</summary>
    public TimeSpan Processor { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Threads of one worker, the runtime's own among them. Default 64.</summary>
    public int Threads { get; init; } = 64;

    /// <summary>What a worker may take to start and to load its tool. Default 30 seconds.</summary>
    public TimeSpan Start { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Told after each call, on the thread that ends it; null: nobody.</summary>
    public Action<SandboxRun>? Ran { get; init; }
}
