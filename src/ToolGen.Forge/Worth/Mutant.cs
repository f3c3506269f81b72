using ToolGen.Specification.Findings;

namespace ToolGen.Forge.Worth;

/// <summary>One small change of a tool's own code, behind a switch.</summary>
/// <param name="Number">What the switch is set to; from 1.</param>
/// <param name="Unit">An index of the units that were compiled.</param>
/// <param name="Place">Where the changed code stands.</param>
/// <param name="Before">The code as it is, on one line.</param>
/// <param name="After">The code as it would be.</param>
internal sealed record Mutant(int Number, int Unit, Place Place, string Before, string After);
