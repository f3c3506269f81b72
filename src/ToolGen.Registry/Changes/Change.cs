namespace ToolGen.Registry.Changes;

/// <summary>One thing that is not as it was.</summary>
/// <param name="Part">Of what.</param>
/// <param name="Step">The step that it owes.</param>
/// <param name="Pointer">JSON Pointer into the newer spec; into the older one where the newer has no such part.</param>
/// <param name="Sentence">What changed, for whom it matters; texts of specs stand in it as they were written.</param>
public sealed record Change(ChangedPart Part, SemVerStep Step, string Pointer, string Sentence)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Word(this.Step)} {this.Pointer}: {this.Sentence}";

    internal static string Word(SemVerStep step) => step.ToString().ToLowerInvariant();
}
