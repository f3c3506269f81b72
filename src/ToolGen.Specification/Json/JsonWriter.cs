namespace ToolGen.Specification.Json;

/// <summary>Prints nodes.</summary>
public static class JsonWriter
{
    /// <summary>No insignificant whitespace, members in written order.</summary>
    public static string Compact(JsonNode node) => throw new System.NotSupportedException();
}
