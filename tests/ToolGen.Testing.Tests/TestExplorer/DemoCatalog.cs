using System.Text.Json;

namespace ToolGen.Testing.Tests.TestExplorer;

/// <summary>As the generator would write it, for the spec beside it.</summary>
public static class DemoCatalog
{
    public static ToolCatalog Tools { get; } = new(new HandMadeTool((arguments, _) =>
    {
        var name = JsonDocument.Parse(arguments).RootElement.GetProperty("name").GetString()!;
        return name.Length == 0 ? HandMadeTool.Error("invalid_input", "/name") : HandMadeTool.Output(JsonSerializer.Serialize(new { text = $"Hello, {name}!" }));
    }));
}
