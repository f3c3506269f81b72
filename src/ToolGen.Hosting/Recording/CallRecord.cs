using System;
using System.Collections.Generic;
using ToolGen.Effects;

namespace ToolGen.Hosting;

/// <summary>What a host notes of one attempt, a refused one too. Neither arguments nor output stand in it, unless its recorder asks for them: they can hold what a person said.</summary>
public sealed record CallRecord
{
    /// <summary>Unique: 32 hex digits, in the order of time (UUID version 7).</summary>
    public required Guid Id { get; init; }

    /// <summary>When it began, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>As the caller named the tool, at most 200 characters.</summary>
    public required string Reference { get; init; }

    /// <summary>The tool's own name; null: there is none.</summary>
    public string? Tool { get; init; }

    /// <summary>The version that ran; null: none was found.</summary>
    public string? Version { get; init; }

    /// <summary>The hash of its spec.</summary>
    public string? SpecHash { get; init; }

    /// <summary>The id of the version in a registry, where whoever made the tool or keeps the record knows it.</summary>
    public string? VersionId { get; init; }

    /// <summary>Who called.</summary>
    public required string Caller { get; init; }

    /// <summary>In which conversation; null: in none.</summary>
    public string? Conversation { get; init; }

    /// <summary>Where it ran, such as <c>process</c>; null: it did not.</summary>
    public string? Place { get; init; }

    /// <summary>How long it took, waiting included.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Who was at fault; none: it answered.</summary>
    public required CallFault Fault { get; init; }

    /// <summary>The codes of its errors, in order.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>Bytes of the arguments.</summary>
    public required int InputBytes { get; init; }

    /// <summary>What the arguments were like; null where the recorder does not ask.</summary>
    public ArgumentRecord? Input { get; init; }

    /// <summary>Bytes of the output; 0 where it failed.</summary>
    public required int OutputBytes { get; init; }

    /// <summary>The capabilities that it used, in ordinal order, secrets masked.</summary>
    public IReadOnlyList<string> Used { get; init; } = [];

    /// <summary>The calls that it made of other tools, in the order of their ends.</summary>
    public IReadOnlyList<ChildCall> Calls { get; init; } = [];

    /// <summary>Whether its code still ran when the caller had the answer; its effects had ended.</summary>
    public bool Left { get; init; }
}
