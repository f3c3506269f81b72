using System.Collections.Generic;

namespace ToolGen.Forge.Inputs;

/// <summary>What came of inputs that nobody wrote a sample for: made from the schema, the same for the same spec.</summary>
/// <param name="Tried">How many.</param>
/// <param name="Failed">How many of them made the tool throw, end its process, or give an output that its schema refuses.</param>
/// <param name="Late">How many ran into a limit of time or memory; no fault.</param>
/// <param name="Repeated">How many inputs, those of samples among them, were given twice.</param>
/// <param name="Differing">How many of them had two answers.</param>
public sealed record TriedInputs(int Tried, int Failed, int Late, int Repeated, int Differing)
{
    /// <summary>The capabilities that the runs used, in ordinal order.</summary>
    public IReadOnlyList<string> Used { get; init; } = [];

    /// <summary>The effects that they tried and no capability allows, in ordinal order; no fault either, whoever chose the input.</summary>
    public IReadOnlyList<string> Refused { get; init; } = [];
}
