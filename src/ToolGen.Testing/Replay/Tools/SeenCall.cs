using ToolGen.Specification.Json;

namespace ToolGen.Testing.Replay.Tools;

/// <summary>A call of another tool.</summary>
/// <param name="Tool">Its name, without range.</param>
/// <param name="Step">Of a <c>compose</c>; null elsewhere.</param>
/// <param name="Input">Its arguments.</param>
internal sealed record SeenCall(string Tool, string? Step, JsonNode Input)
{
    /// <summary>As <c>query_sales {"from":"2025-03-24"}</c>.</summary>
    public override string ToString() => $"{this.Tool} {Comparison.Excerpt.Of(this.Input)}";
}
