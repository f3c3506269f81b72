using System;
using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Testing.Replay;

/// <summary>The effects of a tool in a sample: a clock that stands, random numbers from a seed or a recording, a log that is kept. Nothing reaches the machine.</summary>
public sealed class ReplayContext(ReplayWorld world) : ToolContext
{
    /// <summary>Lines of the log that are kept, and the length of each, in UTF-16 units.</summary>
    private const int MaxLines = 100, MaxLineLength = 2_000;

    private readonly object gate = new();
    private readonly SortedSet<string> used = new(StringComparer.Ordinal);
    private readonly List<string> lines = [];
    private Random? random;

    /// <inheritdoc/>
    public override DateTimeOffset Now
    {
        get
        {
            this.Use("clock");
            return world.Now;
        }
    }

    /// <inheritdoc/>
    public override Random Random
    {
        get
        {
            this.Use("random");
            lock (this.gate) return this.random ??= ReplayRandom.From(world.Random, this.Miss);
        }
    }

    /// <summary>The capabilities that the tool used, in ordinal order.</summary>
    public IReadOnlyList<string> Used
    {
        get { lock (this.gate) return this.used.ToArray(); }
    }

    /// <summary>The first effect that the tool asked for and the sample has no recording of, as a sentence; null where there was none.</summary>
    public string? Missing { get; private set; }

    /// <summary>What the tool noted, at most 100 lines of 2,000 characters.</summary>
    public IReadOnlyList<string> Lines
    {
        get { lock (this.gate) return this.lines.ToArray(); }
    }

    /// <inheritdoc/>
    public override void Log(string message)
    {
        lock (this.gate)
        {
            if (this.lines.Count < MaxLines) this.lines.Add(message.Length > MaxLineLength ? message[..MaxLineLength] + "…" : message);
        }
    }

    private void Miss(string effect)
    {
        lock (this.gate) this.Missing ??= "no recording: " + effect;
    }

    private void Use(string capability)
    {
        lock (this.gate) this.used.Add(capability);
    }
}
