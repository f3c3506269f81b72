namespace ToolGen.Testing;

/// <summary>Something of a sample's world that is not as the sample says.</summary>
/// <param name="Pointer">JSON Pointer into the sample: <c>/expect/requests/0</c>.</param>
/// <param name="Text">What was expected and what came.</param>
public sealed record SampleNote(string Pointer, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => this.Text;
}
