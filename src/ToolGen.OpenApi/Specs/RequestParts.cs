using System.Collections.Generic;
using ToolGen.Specification.Json;

namespace ToolGen.OpenApi.Specs;

/// <summary>What one spec takes and sends, as it is gathered.</summary>
internal sealed class RequestParts
{
    public InputNames Names { get; } = new();

    /// <summary>The properties of <c>inputSchema</c>.</summary>
    public List<JsonMember> Inputs { get; } = [];

    public List<string> Required { get; } = [];

    /// <summary>Values that documents show, by input.</summary>
    public Dictionary<string, JsonNode> Examples { get; } = [];

    /// <summary>What stands in the path for each of its parameters: a value with a hole.</summary>
    public Dictionary<string, string> Path { get; } = [];

    public List<JsonMember> Query { get; } = [];

    public List<JsonMember> Headers { get; } = [];

    public List<JsonMember> Form { get; } = [];

    public List<JsonMember> Multipart { get; } = [];

    public List<JsonMember> Let { get; } = [];

    public JsonNode? Body { get; set; }

    public JsonObject? Auth { get; set; }
}
