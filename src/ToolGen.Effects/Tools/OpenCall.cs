namespace ToolGen.Effects.Tools;

/// <summary>A call of another tool, under way.</summary>
internal sealed class OpenCall(Tool callee, string? step, ToolCallContext context)
{
    /// <summary>What is to be told of it now.</summary>
    public ChildCall Now(string? error) => new(callee.Descriptor.Name, callee.Descriptor.Version, step, context.Used, context.Calls, error);
}
