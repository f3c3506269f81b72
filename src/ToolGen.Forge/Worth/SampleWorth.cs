using System.Collections.Generic;
using ToolGen.Specification.Findings;

namespace ToolGen.Forge.Worth;

/// <summary>What the samples of a tool are worth: how many small mistakes in its code they would notice.</summary>
/// <param name="Mutants">Changes that were tried; 0 where nothing can be said: nothing can be changed, or nothing could be run.</param>
/// <param name="Survivors">Those that every sample still passes with.</param>
/// <param name="Stub">The answer of a stub that passes every sample: JSON, or in words; null: there is none.</param>
public sealed record SampleWorth(int Mutants, IReadOnlyList<Survivor> Survivors, string? Stub)
{
    /// <summary>Of all that were tried, what some sample noticed, 0 to 1; null where none was.</summary>
    public double? Noticed => this.Mutants == 0 ? null : 1 - ((double)this.Survivors.Count / this.Mutants);
}

/// <summary>A change of a tool's code that no sample notices.</summary>
/// <param name="Place">Where the code stands.</param>
/// <param name="Before">The code.</param>
/// <param name="After">What it could be just as well.</param>
public sealed record Survivor(Place Place, string Before, string After);
