using ToolGen.Specification.Evidence;

namespace ToolGen.Forge.Evidence;

/// <summary>What the stations left of one tool, and how long they took.</summary>
/// <param name="Evidence">The same for the same spec, wherever it is forged at the same isolation.</param>
/// <param name="Times">Differs from run to run.</param>
public sealed record ForgedEvidence(ToolEvidence Evidence, EvidenceTimes Times);
