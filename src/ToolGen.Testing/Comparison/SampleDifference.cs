namespace ToolGen.Testing.Comparison;

/// <summary>One place where the output is not what the sample says.</summary>
/// <param name="Pointer">JSON Pointer into the output; the root is the empty string.</param>
/// <param name="Expected">JSON of the sample, at most 100 characters; <c>nothing</c> where the sample has none.</param>
/// <param name="Actual">JSON of the tool, at most 100 characters; <c>nothing</c> where the tool gave none.</param>
public sealed record SampleDifference(string Pointer, string Expected, string Actual)
{
    /// <inheritdoc/>
    public override string ToString() => $"{(this.Pointer.Length == 0 ? "the output" : this.Pointer)}: expected {this.Expected}, got {this.Actual}";
}
