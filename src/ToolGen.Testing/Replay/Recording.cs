using ToolGen.Specification.Json;

namespace ToolGen.Testing.Replay;

/// <summary>One recorded answer of <c>given</c>.</summary>
/// <param name="Node">As written.</param>
/// <param name="Place">For sentences: <c>given.http[1]</c>.</param>
/// <param name="Pointer">JSON Pointer into the sample; null where it stands around the sample, for others too.</param>
internal sealed record Recording(JsonObject Node, string Place, string? Pointer)
{
    /// <summary>Each answers once.</summary>
    public bool IsUsed { get; set; }

    /// <summary>The text of a member, or null.</summary>
    public string? Text(string name) => (this.Node[name] as JsonString)?.Value;
}
