using System.Collections.Generic;

namespace ToolGen.Registry.Retrieval;

/// <summary>Tools for a need, the best first. A score says how well words fit, not whether the tool does what is needed: that is for its schema and samples to say.</summary>
/// <param name="Hits">The tools.</param>
/// <param name="Weights">How much each arm counted, by its name; 0: it did not.</param>
public sealed record ToolAnswer(IReadOnlyList<ToolHit> Hits, IReadOnlyDictionary<string, double> Weights);

/// <summary>One tool that fits. The index is derived: who acts on a hit looks the version up in the registry.</summary>
/// <param name="Id">The version's id.</param>
/// <param name="Name">The tool's name, as it was indexed.</param>
/// <param name="Score">Of all arms together, 0 to 1; comparable within one answer only.</param>
public sealed record ToolHit(string Id, string Name, double Score)
{
    /// <summary>With <see cref="ToolQuery.Explain"/>: what each arm says of it; empty otherwise.</summary>
    public IReadOnlyList<ArmHit> Arms { get; init; } = [];
}

/// <summary>What one arm says of a tool.</summary>
/// <param name="Arm">Its name: <c>words</c>, <c>grams</c>, <c>asks</c>, <c>dense</c>.</param>
/// <param name="Rank">From 1; null: this arm did not find it.</param>
/// <param name="Score">The arm's own; 0 where it did not find it.</param>
/// <param name="Terms">What matched, the most telling first; empty for <c>asks</c> and <c>dense</c>.</param>
public sealed record ArmHit(string Arm, int? Rank, double Score, IReadOnlyList<MatchedTerm> Terms);

/// <summary>A term that matched.</summary>
/// <param name="Term">As it stands in the index: a stem.</param>
/// <param name="Tools">How many tools have it.</param>
/// <param name="Score">What it gave.</param>
/// <param name="Fields">Where it stands, such as <c>name description</c>.</param>
public sealed record MatchedTerm(string Term, int Tools, double Score, string Fields);
