using System;
using ToolGen.Sandbox.Isolation;

namespace ToolGen.Sandbox;

/// <summary>How a call in a worker ended, for evidence.</summary>
public enum SandboxEnd
{
    /// <summary>The tool gave its output or its errors.</summary>
    Answered,

    /// <summary>The caller gave it up.</summary>
    Canceled,

    /// <summary>It ran longer than its limit; its process was killed.</summary>
    TimedOut,

    /// <summary>It wanted more memory, or threads, than it may have.</summary>
    Memory,

    /// <summary>It used more processor time than it may.</summary>
    Processor,

    /// <summary>Its process ended.</summary>
    Crashed,

    /// <summary>Its process said what no worker says, or too much of it, and was killed.</summary>
    Protocol,

    /// <summary>No worker could be started, or its assembly was not loaded.</summary>
    NotStarted,
}

/// <summary>How a worker fared in one call.</summary>
/// <param name="Tool">The tool's name.</param>
/// <param name="Version">As given to <see cref="Sandbox.Tool"/>.</param>
/// <param name="Caller">As given to <see cref="Sandbox.Tool"/>.</param>
/// <param name="Isolation">The level that the worker ran at.</param>
/// <param name="End">What ended it.</param>
/// <param name="Elapsed">Wall time from the call to its result, without the wait for a worker.</param>
/// <param name="Processor">Processor time of the worker meanwhile.</param>
/// <param name="IsFresh">Whether it was the worker's first call.</param>
public sealed record SandboxRun(
    string Tool, string Version, string Caller, IsolationLevel Isolation, SandboxEnd End, TimeSpan Elapsed, TimeSpan Processor, bool IsFresh)
{
    /// <summary>Why, where it did not answer: a sentence for those who run the tool; null where it did.</summary>
    public string? Reason { get; init; }
}
